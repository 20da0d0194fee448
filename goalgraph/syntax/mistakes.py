"""Every way a line can be misspelt, by name: what to say of it, what helps, and broken snippets that show it.

lark tells where it stopped and what it would have taken there; the first mistake below that fits the place names it.
"""

import re
from collections.abc import Callable
from unicodedata import category
from unicodedata import name as unicode_name
from typing import NamedTuple

from goalgraph.syntax.nodes import Unread
from goalgraph.syntax.spelling import nearest
from goalgraph.syntax.vocabulary import (
    CLAUSES,
    DATES_ELSEWHERE,
    KINDS,
    PROPERTIES,
    STRENGTHS,
    USUAL_KINDS,
    USUAL_PROPERTIES,
    WEIGHED_LINKS,
)

_WORD = re.compile(r"[^\s\"#,:=;{}()]+")
_STRING = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"')
_NAME = re.compile(r"[^\W\d][\w.\-]*")


class Stuck(NamedTuple):
    """Where reading stopped: the offset `at` in the line from `start` to `stop`, and what was expected there."""

    text: str
    start: int
    stop: int
    at: int
    expected: frozenset[str]
    is_head: bool

    @property
    def rest(self) -> str:
        """The line from where reading stopped, without its end."""
        return self.text[self.at : self.stop].rstrip()

    @property
    def before(self) -> str:
        """The line up to where reading stopped, without the white space around it."""
        return self.text[self.start : self.at].strip()

    @property
    def found(self) -> str:
        """The word at which reading stopped, or the one character that is no word."""
        match = _WORD.match(self.rest)
        return match[0] if match else self.rest[:1]

    @property
    def keyword(self) -> str:
        """The first word of the line."""
        return first_word(self.text[self.start : self.stop])

    @property
    def at_end(self) -> bool:
        return not self.rest or self.rest.startswith("#")


class Diagnosis(NamedTuple):
    """What is said of one place: the words, a hint, and the length of the wrong stretch (0: the word there)."""

    message: str
    hint: str
    length: int = 0
    whole_rest: bool = False
    at: int | None = None


class Mistake(NamedTuple):
    """A named mistake. Each of its `snippets` is a statement whose first mistake it is."""

    slug: str
    snippets: tuple[str, ...]
    diagnose: Callable[[Stuck], Diagnosis | None]


MISTAKES: list[Mistake] = []


def _mistake(*snippets: str) -> Callable[[Callable[[Stuck], Diagnosis | None]], None]:
    def register(function: Callable[[Stuck], Diagnosis | None]) -> None:
        MISTAKES.append(Mistake(function.__name__.strip("_").replace("_", "-"), snippets, function))

    return register


def first_word(line: str) -> str:
    """The first word of a line, or an empty string."""
    match = _WORD.search(line)
    return match[0] if match else ""


def name(stuck: Stuck) -> Unread:
    """Names the mistake at which reading stopped."""
    for mistake in MISTAKES:
        diagnosis = mistake.diagnose(stuck)
        if diagnosis is not None:
            break
    at = stuck.at if diagnosis.at is None else diagnosis.at
    line_end = stuck.start + len(stuck.text[stuck.start : stuck.stop].rstrip())
    if mistake.slug == "unclosed-text":
        line_end = len(stuck.text)
        end = at + 3
    elif stuck.at_end and not diagnosis.length and diagnosis.at is None:
        at = stuck.start + len(stuck.text[stuck.start : stuck.at].rstrip())
        end = at
    elif diagnosis.whole_rest:
        end = line_end
    else:
        end = at + (diagnosis.length or len(stuck.found))
    return Unread(mistake.slug, diagnosis.message, diagnosis.hint, at, end, stuck.start, max(line_end, end))


def indented_first(text: str, start: int, end: int, count: int) -> Unread:
    """The mistake of a file that begins with indented lines."""
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    stop = start + len(text[start:end].rstrip())
    return Unread(
        "property-before-statement",
        "an indented line is a property of the statement above it, and there is none above this one",
        "start the statement in the first column, or put the statement it belongs to above it",
        at,
        stop,
        start,
        stop,
        count - 1,
    )


@_mistake(
    'means portal "Portal"\n    note """\nnever closed\n',
    'objective care "Care"\n    because """begun, not\n      ended\n    serves x\n',
)
def _unclosed_text(stuck: Stuck) -> Diagnosis | None:
    if not stuck.rest.startswith('"""'):
        return None
    inside = re.compile(r'"""[^"\\]*+(?:(?:\\["\\nt]|"(?!""))[^"\\]*+)*+').match(stuck.text, stuck.at)
    end = inside.end() if inside else stuck.at
    if end < len(stuck.text.rstrip("\n")) and stuck.text[end] == "\\":
        return _bad_escape_at(stuck, end)
    return Diagnosis(
        'this text is never closed: `"""` opens it and no `"""` follows in the statement',
        'close it with `"""`, and indent every line of the text',
    )


def _bad_escape_at(stuck: Stuck, at: int) -> Diagnosis:
    written = stuck.text[at : at + 2].rstrip()
    return Diagnosis(
        f"`{written}` means nothing in a text",
        r"a backslash is written `\\`; the others are `\"`, `\n` and `\t`",
        2 if len(written) == 2 else 1,
        at=at,
    )


@_mistake('means portal "Files in C:\\Users"\n', 'means portal "x"\n    note "50\\% more"\n')
def _bad_escape(stuck: Stuck) -> Diagnosis | None:
    match = re.match(r'"[^"\\\n]*+(?:\\["\\nt][^"\\\n]*+)*+(\\.)[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"', stuck.rest)
    return _bad_escape_at(stuck, stuck.at + match.start(1)) if match else None


@_mistake('means portal "Portal\n', 'means portal "Portal"\n    because "half a\n', 'means portal "\n')
def _unclosed_string(stuck: Stuck) -> Diagnosis | None:
    if not stuck.rest.startswith('"') or _STRING.match(stuck.rest):
        return None
    return Diagnosis(
        'this text is never closed: a closing `"` is missing on the line',
        'close it with `"`; a text that goes over several lines stands in `"""`',
        whole_rest=True,
    )


@_mistake(
    "means portal “Portal”\n",  # noqa: RUF001  # the wrong quotes are the point
    "means portal 'Portal'\n",
    "means portal «Portail»\n",
    "means portal „Portal“\n",  # noqa: RUF001  # as above
)
def _other_quotes(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in tuple("“”„«»‹›‘’'`"):  # noqa: RUF001  # as above
        return None
    return Diagnosis(f"`{stuck.rest[0]}` does not begin a text", 'texts stand in straight double quotes: `"…"`', 1)


@_mistake("means\u00a0portal\n", 'means portal\n\u00a0\u00a0\u00a0\u00a0note "x"\n', "means portal\u200b\n", "means a\rmeans b\n")
def _invisible_character(stuck: Stuck) -> Diagnosis | None:
    character = stuck.rest[:1] or stuck.text[stuck.at : stuck.at + 1]
    if not character or character in " \t\n" or category(character)[0] not in "ZC":
        return None
    if character == "\r":
        return Diagnosis("a lone carriage return is no line end", "end lines with LF or CRLF", 1)
    told = unicode_name(character, "").lower() or "control character"
    return Diagnosis(
        f"a character that can't be seen stands here (U+{ord(character):04X}, {told})",
        "replace it by a plain space, or take it out",
        1,
    )


@_mistake("goal care\n", 'initiative portal "Portal"\n', "obiective x\n", 'Means portal "Portal"\n', "42\n", "=== Portal ===\n")
def _unknown_kind(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or stuck.before or "KIND" not in stuck.expected:
        return None
    word = stuck.found
    if word in PROPERTIES:
        return Diagnosis(f"`{word}` is a property and stands in the first column", "indent it under its statement")
    own = USUAL_KINDS.get(word.lower()) or nearest(word, KINDS)
    hint = f"say `{own}`" if own else f"a statement starts with one of {', '.join(KINDS)}"
    return Diagnosis(f"`{word}` is no kind of element", hint)


@_mistake("means portal\n    objective care\n", 'means portal\n    means other "Other"\n')
def _indented_statement(stuck: Stuck) -> Diagnosis | None:
    if stuck.is_head or stuck.before or stuck.found not in KINDS:
        return None
    return Diagnosis(
        f"`{stuck.found}` starts a statement, and a statement starts in the first column",
        "take away the white space before it",
    )


@_mistake("means portal\n    deadline 2027-03\n", "objective care\n    due 2027\n")
def _date_outside_measure(stuck: Stuck) -> Diagnosis | None:
    if stuck.is_head or stuck.before or stuck.found not in DATES_ELSEWHERE:
        return None
    return Diagnosis(
        f"`{stuck.found}` is no property: the date by which a result is due is part of a measure",
        'say `measure "what is counted" to 95% by 2027-06-30`; the work itself ends `until` a date',
    )


@_mistake("means portal\n    supports care\n", "means portal\n    servs care\n", "means portal\n    kpi x\n", "means portal\n    blah blah\n")
def _unknown_property(stuck: Stuck) -> Diagnosis | None:
    if stuck.is_head or stuck.before:
        return None
    word = stuck.found
    own = USUAL_PROPERTIES.get(word.lower()) or nearest(word, PROPERTIES)
    hint = f"say `{own}`" if own else f"the properties are {', '.join(PROPERTIES)}"
    return Diagnosis(f"`{word}` is no property", hint)


@_mistake("means portal\n    serves: care\n", "means: portal\n", "objective care = x\n", "means portal\n    owner=it\n")
def _colon_or_equals(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in (":", "="):
        return None
    return Diagnosis(f"no `{stuck.rest[0]}` is needed here", f"leave out the `{stuck.rest[0]}`", 1)


@_mistake("means portal {\n", "means portal\n    serves care;\n", "means portal\n    serves (care)\n", "means portal\n    serves [care]\n")
def _braces(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in tuple("{}[]();"):
        return None
    return Diagnosis(
        f"`{stuck.rest[0]}` has no meaning here",
        "there are no brackets and no semicolons: a line is a property, and indentation says of what",
        1,
    )


@_mistake("means portal\n    serves care،  sales\n", "means portal\n    serves care、sales\n")
def _other_comma(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in tuple("،、，؛"):  # noqa: RUF001  # the commas of other scripts are the point
        return None
    return Diagnosis(f"names are separated by `,`, not by `{stuck.rest[0]}`", "use a plain comma", 1)


@_mistake("means\n", 'value "Lasting advantage"\n', "unit # to be named\n")
def _missing_name(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or "NAME" not in stuck.expected or not (stuck.at_end or stuck.rest.startswith('"')):
        return None
    kind = stuck.keyword
    return Diagnosis(f"this {kind} has no name", f'give it a short name to link to: `{kind} some-name "Title"`')


@_mistake("means 2nd-portal\n", "objective 80%\n", 'means -x "X"\n', "means portal\n    serves 2nd\n", "means p\n    needs @x\n")
def _bad_name(stuck: Stuck) -> Diagnosis | None:
    if "NAME" not in stuck.expected or stuck.at_end or stuck.rest[0] in '",':
        return None
    return Diagnosis(
        f"`{stuck.found}` is no name",
        "a name starts with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
    )


@_mistake("objective client care\n", "means project portal rollout\n")
def _title_without_quotes(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or "STRING" not in stuck.expected or not _NAME.match(stuck.rest):
        return None
    words = [*stuck.before.split()[1:], *_WORD.findall(stuck.rest.split("#")[0].split('"')[0])]
    slug = "-".join(word.lower() for word in words)
    return Diagnosis(
        "a name is one word, and a title stands in quotes",
        f'say `{stuck.keyword} {slug} "{" ".join(words)}"`',
        whole_rest=True,
    )


@_mistake('means portal "Portal" serves care\n', 'means portal "Portal" "Another"\n', "means portal 2027\n")
def _more_after_title(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or stuck.at_end:
        return None
    return Diagnosis(
        "the first line of a statement ends after the title",
        "put properties on lines of their own below, indented",
        whole_rest=True,
    )


@_mistake("means portal\n    serves\n", "means portal\n    tags\n", "means portal\n    owner # who?\n")
def _missing_target(stuck: Stuck) -> Diagnosis | None:
    if "NAME" not in stuck.expected or not stuck.at_end or stuck.before.endswith(",") or " " in stuck.before:
        return None
    return Diagnosis(f"`{stuck.keyword}` names nothing", f"say what: `{stuck.keyword} some-name`")


@_mistake("means portal\n    serves care,\n", "means portal\n    serves care,, sales\n", "means portal\n    serves , care\n")
def _stray_comma(stuck: Stuck) -> Diagnosis | None:
    if not stuck.rest.startswith(",") and not (stuck.at_end and stuck.before.endswith(",")):
        return None
    if stuck.rest.startswith(",") and "NAME" not in stuck.expected:
        return None
    return Diagnosis("a name is missing beside this comma", "add the name, or take the comma away", 0)


@_mistake('means portal\n    serves "Client care"\n', 'means portal\n    owner "IT"\n', 'means portal\n    serves care, "Sales"\n')
def _title_for_name(stuck: Stuck) -> Diagnosis | None:
    if "NAME" not in stuck.expected or not stuck.rest.startswith('"'):
        return None
    match = _STRING.match(stuck.rest)
    return Diagnosis(
        "elements are linked by name, not by title",
        "write the name that stands after its kind, without quotes",
        match.end() if match else 1,
    )


@_mistake(
    "means portal\n    feeds care strongly\n",
    "means portal\n    hinders care weakly because \"x\"\n",
    "means portal\n    owner it weakly\n",
)
def _strength_elsewhere(stuck: Stuck) -> Diagnosis | None:
    if stuck.found not in STRENGTHS or stuck.keyword in WEIGHED_LINKS or stuck.is_head:
        return None
    return Diagnosis(f"`{stuck.found}` is said of `serves` and `needs` only", f"leave out `{stuck.found}`")


@_mistake('means portal\n    serves care because "x" strongly\n', "means portal\n    serves care weakly strongly\n")
def _strength_misplaced(stuck: Stuck) -> Diagnosis | None:
    if stuck.found not in STRENGTHS or stuck.is_head:
        return None
    return Diagnosis(
        f"`{stuck.found}` stands in the wrong place",
        'a link line is `serves NAMES`, then one of `weakly` or `strongly`, then `because "…"`',
    )


@_mistake("means portal\n    serves care sales\n", "means portal\n    needs a and b\n", "means portal\n    tags x y\n")
def _missing_comma(stuck: Stuck) -> Diagnosis | None:
    if "COMMA" not in stuck.expected or not _NAME.match(stuck.rest):
        return None
    return Diagnosis(f"what does `{stuck.found}` do here?", "names are separated by commas: `serves a, b`")


@_mistake(
    "means portal\n    because it is time\n",
    "means portal\n    serves care because revenue\n",
    "objective care\n    measure retention\n",
    "means portal\n    note\n",
    "means portal\n    serves care because\n",
    "objective care\n    measure\n",
)
def _missing_quotes(stuck: Stuck) -> Diagnosis | None:
    if "STRING" not in stuck.expected or "QUANTITY" in stuck.expected or stuck.is_head:
        return None
    word = first_word(stuck.before.split()[-1]) if stuck.before else stuck.keyword
    if stuck.at_end:
        return Diagnosis(f"`{word}` says nothing yet", f'add a text: `{word} "…"`')
    return Diagnosis(f"the text after `{word}` stands in quotes", f'say `{word} "{_unquoted(stuck)}"`', whole_rest=True)


def _unquoted(stuck: Stuck) -> str:
    return stuck.rest.split("#")[0].strip().replace('"', "")


@_mistake('objective care\n    measure "x" from\n', 'objective care\n    measure "x" to 95% by\n', "means p\n    since\n", "means p\n    sphere # ?\n", 'objective care\n    measure "x" of\n')
def _missing_value(stuck: Stuck) -> Diagnosis | None:
    if not stuck.at_end or stuck.is_head:
        return None
    word = stuck.before.split()[-1] if stuck.before else stuck.keyword
    wanted = "a name" if "NAME" in stuck.expected else "a quantity" if "QUANTITY" in stuck.expected else "a value"
    return Diagnosis(f"{wanted} is missing after `{word}`", f"add it, or take `{word}` away")


@_mistake('means portal\n    since "2027"\n', 'means portal\n    sphere "formal"\n', 'objective c\n    measure "x" by "2027"\n')
def _quotes_around_word(stuck: Stuck) -> Diagnosis | None:
    if "WORD" not in stuck.expected or not stuck.rest.startswith('"'):
        return None
    match = _STRING.match(stuck.rest)
    return Diagnosis("no quotes stand here", "write the value bare", match.end() if match else 1)


@_mistake('objective care\n    measure "x" until 2027\n', 'objective care\n    measure "x" 95%\n', 'objective c\n    measure "x" with y\n')
def _unknown_clause(stuck: Stuck) -> Diagnosis | None:
    if stuck.keyword != "measure" or "OF" not in stuck.expected:
        return None
    near = nearest(stuck.found, CLAUSES) or ("by" if stuck.found in ("until", "due", "deadline") else None)
    return Diagnosis(
        f"a measure can't go on with `{stuck.found}`",
        f"say `{near}`" if near else "a measure goes on with `of NAME`, `from QUANTITY`, `to QUANTITY`, `by DATE`",
    )


@_mistake("means portal\n    since 2027 2028\n", 'means portal\n    note "a" "b"\n', "means p\n    sphere formal, informal\n", "means portal\n    serves care 95%\n")
def _left_over(stuck: Stuck) -> Diagnosis | None:
    return Diagnosis(
        f"the line should end before `{stuck.found}`",
        "take away what follows, or put it on a line of its own",
        whole_rest=True,
    )
