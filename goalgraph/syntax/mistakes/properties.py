"""Mistakes in a property line."""

import re

from goalgraph.syntax.mistakes.stuck import NAME, STRING, Diagnosis, Stuck, first_word, mistake
from goalgraph.syntax.spelling import nearest
from goalgraph.syntax.vocabulary import (
    CLAUSES,
    DATES_ELSEWHERE,
    KINDS,
    PROPERTIES,
    STRENGTHS,
    USUAL_PROPERTIES,
    WEIGHED_LINKS,
)


@mistake("means portal\n    objective care\n", 'means portal\n    means other "Other"\n')
def indented_statement(stuck: Stuck) -> Diagnosis | None:
    if stuck.is_head or stuck.before or stuck.found not in KINDS:
        return None
    return Diagnosis(
        f"`{stuck.found}` starts a statement, and a statement starts in the first column",
        "take away the white space before it",
        length=len(stuck.found),
        rest_of_statement=True,
    )


@mistake("means portal\n    deadline 2027-03\n", "objective care\n    due 2027\n")
def date_outside_measure(stuck: Stuck) -> Diagnosis | None:
    if stuck.is_head or stuck.before or stuck.found not in DATES_ELSEWHERE:
        return None
    return Diagnosis(
        f"`{stuck.found}` is no property: the date by which a result is due is part of a measure",
        'say `measure "what is counted" to 95% by 2027-06-30`; the work itself ends `until` a date',
    )


@mistake(
    "means portal\n    supports care\n",
    "means portal\n    servs care\n",
    "means portal\n    kpi x\n",
    "means portal\n    blah blah\n",
)
def unknown_property(stuck: Stuck) -> Diagnosis | None:
    if stuck.is_head or stuck.before:
        return None
    word = stuck.found
    own = USUAL_PROPERTIES.get(word.lower()) or nearest(word, PROPERTIES)
    hint = f"say `{own}`" if own else f"the properties are {', '.join(PROPERTIES)}"
    return Diagnosis(f"`{word}` is no property", hint, instead=own)


@mistake("means portal\n    serves\n", "means portal\n    tags\n", "means portal\n    owner # who?\n")
def missing_target(stuck: Stuck) -> Diagnosis | None:
    if "NAME" not in stuck.expected or not stuck.at_end or stuck.before.endswith(",") or " " in stuck.before:
        return None
    return Diagnosis(f"`{stuck.keyword}` names nothing", f"say what: `{stuck.keyword} some-name`")


@mistake(
    "means portal\n    serves care,\n", "means portal\n    serves care,, sales\n", "means portal\n    serves , care\n"
)
def stray_comma(stuck: Stuck) -> Diagnosis | None:
    if not stuck.rest.startswith(",") and not (stuck.at_end and stuck.before.endswith(",")):
        return None
    if stuck.rest.startswith(",") and "NAME" not in stuck.expected:
        return None
    return Diagnosis("a name is missing beside this comma", "add the name, or take the comma away", 0)


@mistake(
    'means portal\n    serves "Client care"\n',
    'means portal\n    owner "IT"\n',
    'means portal\n    serves care, "Sales"\n',
)
def title_for_name(stuck: Stuck) -> Diagnosis | None:
    if "NAME" not in stuck.expected or not stuck.rest.startswith('"'):
        return None
    match = STRING.match(stuck.rest)
    return Diagnosis(
        "elements are linked by name, not by title",
        "write the name that stands after its kind, without quotes",
        match.end() if match else 1,
    )


@mistake(
    "means portal\n    feeds care strongly\n",
    'means portal\n    hinders care weakly because "x"\n',
    "means portal\n    owner it weakly\n",
)
def strength_elsewhere(stuck: Stuck) -> Diagnosis | None:
    if stuck.found not in STRENGTHS or stuck.keyword in WEIGHED_LINKS or stuck.is_head:
        return None
    return Diagnosis(f"`{stuck.found}` is said of `serves` and `needs` only", f"leave out `{stuck.found}`")


@mistake('means portal\n    serves care because "x" strongly\n', "means portal\n    serves care weakly strongly\n")
def strength_misplaced(stuck: Stuck) -> Diagnosis | None:
    if stuck.found not in STRENGTHS or stuck.is_head:
        return None
    return Diagnosis(
        f"`{stuck.found}` stands in the wrong place",
        'a link line is `serves NAMES`, then one of `weakly` or `strongly`, then `because "…"`',
    )


@mistake("means portal\n    serves care sales\n", "means portal\n    needs a and b\n", "means portal\n    tags x y\n")
def missing_comma(stuck: Stuck) -> Diagnosis | None:
    if "COMMA" not in stuck.expected or not NAME.match(stuck.rest):
        return None
    return Diagnosis(f"what does `{stuck.found}` do here?", "names are separated by commas: `serves a, b`")


@mistake(
    "means portal\n    because it is time\n",
    "means portal\n    serves care because revenue\n",
    "objective care\n    measure retention\n",
    "means portal\n    note\n",
    "means portal\n    serves care because\n",
    "objective care\n    measure\n",
)
def missing_quotes(stuck: Stuck) -> Diagnosis | None:
    if "STRING" not in stuck.expected or "QUANTITY" in stuck.expected or stuck.is_head:
        return None
    word = first_word(stuck.before.split()[-1]) if stuck.before else stuck.keyword
    if stuck.at_end:
        return Diagnosis(f"`{word}` says nothing yet", f'add a text: `{word} "…"`')
    if stuck.keyword == "measure" and not stuck.before.endswith("because"):
        return _uncounted(stuck)
    return Diagnosis(f"the text after `{word}` stands in quotes", f'say `{word} "{_unquoted(stuck)}"`', whole_rest=True)


_CLAUSE = re.compile(r"(?:^|\s)(?:of|from|to|by|because)\s")


def _uncounted(stuck: Stuck) -> Diagnosis:
    """A measure that does not say in quotes what is counted."""
    clause = _CLAUSE.search(stuck.rest)
    counted = stuck.rest[: clause.start()].strip() if clause else _unquoted(stuck)
    others = stuck.rest[clause.start() :].strip() if clause else ""
    if not counted:
        return Diagnosis("this measure does not say what is counted", f'say `measure "…" {others}`')
    whole = f'measure "{counted}" {others}'.rstrip()
    return Diagnosis("what a measure counts stands in quotes", f"say `{whole}`", length=len(counted))


def _unquoted(stuck: Stuck) -> str:
    return stuck.rest.split("#")[0].strip().replace('"', "")


@mistake(
    'objective care\n    measure "x" from\n',
    'objective care\n    measure "x" to 95% by\n',
    "means p\n    since\n",
    "means p\n    sphere # ?\n",
    'objective care\n    measure "x" of\n',
)
def missing_value(stuck: Stuck) -> Diagnosis | None:
    if not stuck.at_end or stuck.is_head:
        return None
    word = stuck.before.split()[-1] if stuck.before else stuck.keyword
    wanted = "a name" if "NAME" in stuck.expected else "a quantity" if "QUANTITY" in stuck.expected else "a value"
    return Diagnosis(f"{wanted} is missing after `{word}`", f"add it, or take `{word}` away")


@mistake(
    'means portal\n    since "2027"\n',
    'means portal\n    sphere "formal"\n',
    'objective c\n    measure "x" by "2027"\n',
)
def quotes_around_word(stuck: Stuck) -> Diagnosis | None:
    if "WORD" not in stuck.expected or not stuck.rest.startswith('"'):
        return None
    match = STRING.match(stuck.rest)
    return Diagnosis("no quotes stand here", "write the value bare", match.end() if match else 1)


@mistake(
    'objective care\n    measure "x" until 2027\n',
    'objective care\n    measure "x" 95%\n',
    'objective c\n    measure "x" with y\n',
)
def unknown_clause(stuck: Stuck) -> Diagnosis | None:
    if stuck.keyword != "measure" or "OF" not in stuck.expected:
        return None
    near = nearest(stuck.found, CLAUSES) or ("by" if stuck.found in ("until", "due", "deadline") else None)
    return Diagnosis(
        f"a measure can't go on with `{stuck.found}`",
        f"say `{near}`" if near else "a measure goes on with `of NAME`, `from QUANTITY`, `to QUANTITY`, `by DATE`",
        instead=near,
    )


@mistake(
    "means portal\n    since 2027 2028\n",
    'means portal\n    note "a" "b"\n',
    "means p\n    sphere formal, informal\n",
    "means portal\n    serves care 95%\n",
)
def left_over(stuck: Stuck) -> Diagnosis | None:
    return Diagnosis(
        f"the line should end before `{stuck.found}`",
        "take away what follows, or put it on a line of its own",
        whole_rest=True,
    )
