"""Characters that can't stand where they stand: quotes, escapes, what can't be seen, what has no meaning."""

import re
from unicodedata import category
from unicodedata import name as unicode_name

from goalgraph.syntax.mistakes.stuck import STRING, TEXT, Diagnosis, Stuck, mistake


@mistake(
    'means portal "Portal"\n    note """\nnever closed\n',
    'objective care "Care"\n    because """begun, not\n      ended\n    serves x\n',
)
def unclosed_text(stuck: Stuck) -> Diagnosis | None:
    if not stuck.rest.startswith('"""') or TEXT.match(stuck.rest):
        return None
    return Diagnosis(
        'this text is never closed: `"""` opens it and no `"""` follows in the statement',
        'close it with `"""`, and indent every line of the text',
        length=3,
        rest_of_statement=True,
    )


_UP_TO_BAD_ESCAPE = re.compile(r'[^\\]*+(?:\\["\\nt][^\\]*+)*+(?=\\)')


def _bad_escape_at(stuck: Stuck, at: int) -> Diagnosis:
    written = stuck.text[at : at + 2].rstrip()
    return Diagnosis(
        f"`{written}` means nothing in a text",
        r"a backslash is written `\\`; the others are `\"`, `\n` and `\t`",
        2 if len(written) == 2 else 1,
        at=at,
    )


@mistake(
    'means portal "Files in C:\\Users"\n',
    'means portal "x"\n    note "50\\% more"\n',
    'means portal "x"\n    note """half\n      is 50\\%\n    """\n',
)
def bad_escape(stuck: Stuck) -> Diagnosis | None:
    text = STRING.match(stuck.rest)
    bad = text and _UP_TO_BAD_ESCAPE.match(text[0])
    return _bad_escape_at(stuck, stuck.at + bad.end()) if bad else None


@mistake('means portal "Portal\n', 'means portal "Portal"\n    because "half a\n', 'means portal "\n')
def unclosed_string(stuck: Stuck) -> Diagnosis | None:
    if not stuck.rest.startswith('"') or STRING.match(stuck.rest):
        return None
    return Diagnosis(
        'this text is never closed: a closing `"` is missing on the line',
        'close it with `"`; a text that goes over several lines stands in `"""`',
        whole_rest=True,
        instead=f'{stuck.rest}"' if stuck.rest.count('"') == 1 and not stuck.rest.endswith("\\") else None,
    )


@mistake(
    "means portal “Portal”\n",  # the wrong quotes are the point
    "means portal 'Portal'\n",
    "means portal «Portail»\n",
    "means portal „Portal“\n",  # as above
)
def other_quotes(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in tuple("“”„«»‹›‘’'`"):  # as above
        return None
    return Diagnosis(f"`{stuck.rest[0]}` does not begin a text", 'texts stand in straight double quotes: `"…"`', 1)


@mistake(
    "means\u00a0portal\n",
    'means portal\n\u00a0\u00a0\u00a0\u00a0note "x"\n',
    "means portal\u200b\n",
    "means a\rmeans b\n",
)
def invisible_character(stuck: Stuck) -> Diagnosis | None:
    character = stuck.rest[:1] or stuck.text[stuck.at : stuck.at + 1]
    at_line_end = stuck.text.startswith(("\n", "\r\n"), stuck.at)
    if not character or character in " \t" or at_line_end or category(character)[0] not in "ZC":
        return None
    if character == "\r":
        return Diagnosis("a lone carriage return is no line end", "end lines with LF or CRLF", 1)
    told = unicode_name(character, "").lower() or "control character"
    return Diagnosis(
        f"a character that can't be seen stands here (U+{ord(character):04X}, {told})",
        "replace it by a plain space, or take it out",
        1,
    )


@mistake("means portal\n    serves: care\n", "means: portal\n", "objective care = x\n", "means portal\n    owner=it\n")
def colon_or_equals(stuck: Stuck) -> Diagnosis | None:
    if not stuck.before or stuck.rest[:1] not in (":", "="):
        return None
    return Diagnosis(f"no `{stuck.rest[0]}` is needed here", f"leave out the `{stuck.rest[0]}`", 1)


@mistake(
    "means portal {\n",
    "means portal\n    serves care;\n",
    "means portal\n    serves (care)\n",
    "means portal\n    serves [care]\n",
)
def braces(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in tuple("{}[]();"):
        return None
    return Diagnosis(
        f"`{stuck.rest[0]}` has no meaning here",
        "there are no brackets and no semicolons: a line is a property, and indentation says of what",
        1,
    )


@mistake("means portal\n    serves care،  sales\n", "means portal\n    serves care、sales\n")
def other_comma(stuck: Stuck) -> Diagnosis | None:
    if stuck.rest[:1] not in tuple("،、，؛"):  # the commas of other scripts are the point
        return None
    return Diagnosis(f"names are separated by `,`, not by `{stuck.rest[0]}`", "use a plain comma", 1, instead=",")


@mistake(
    "means 2nd-portal\n",
    "objective 80%\n",
    'means -x "X"\n',
    "means portal\n    serves 2nd\n",
    "means p\n    needs @x\n",
)
def bad_name(stuck: Stuck) -> Diagnosis | None:
    if "NAME" not in stuck.expected or stuck.at_end or stuck.rest[0] in '",':
        return None
    return Diagnosis(
        f"`{stuck.found}` is no name",
        "a name starts with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
    )
