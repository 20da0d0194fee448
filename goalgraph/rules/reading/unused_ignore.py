"""An ignore that silences nothing."""

from collections.abc import Iterator, Sequence

from goalgraph.finding import Edit, Fix, Severity, Violation
from goalgraph.rules.ignores import Ignore, Use
from goalgraph.rules.rule import ignore_rule
from goalgraph.source import Span
from goalgraph.syntax.spelling import nearest

_FORM = 'an ignore is written `# goalgraph: ignore closed-loop because "board decision of 12 May" until 2027-06-30`'


@ignore_rule(
    "unused-ignore",
    Severity.WARNING,
    summary="An ignore silences nothing, or has run out.",
    why="an ignore that does nothing today silences tomorrow what nobody has looked at",
)
def unused_ignore(uses: Sequence[Use]) -> Iterator[Violation]:
    for use in uses:
        ignore = use.ignore
        if ignore.mistake:
            yield Violation(
                ignore.place, f"{ignore.mistake}, so it silences nothing", helps=(_FORM,), detail=ignore.place.text
            )
            continue
        for slug in use.unknown:
            yield _unknown(slug, use)
        if use.expired:
            yield _told(use, ignore.rules, f"this ignore ran out on {ignore.until}", "look at it again")
        elif use.idle:
            named = ", ".join(f"`{slug.text}`" for slug in use.idle)
            yield _told(use, use.idle, f"this ignore silences nothing: there is no {named} here", "remove it")


def _told(use: Use, rules: Sequence[Span], message: str, then: str) -> Violation:
    # One line for the whole comment: what it does silence is not in question.
    detail = " ".join(slug.text for slug in rules)
    place = rules[0] if len(rules) < len(use.ignore.rules) else use.ignore.place
    return Violation(place, message, helps=(then,), fixes=(_without(use.ignore, rules),), detail=detail)


def _unknown(slug: Span, use: Use) -> Violation:
    near = nearest(slug.text, use.rules)
    offer = f"did you mean `{near}`?" if near else "`goalgraph rule` lists them"
    fixes = (Fix(f"say `{near}`", (Edit(slug, near),)),) if near else ()
    return Violation(
        slug, f"there is no rule `{slug.text}`", helps=(offer,), severity=Severity.ERROR, fixes=fixes, detail=slug.text
    )


def _without(ignore: Ignore, rules: Sequence[Span]) -> Fix:
    """Takes an ignore away, or some of its rules."""
    source, start, end = ignore.place
    kept = [slug.text for slug in ignore.rules if slug not in rules]
    if kept:
        place = Span(source, ignore.rules[0].start, ignore.rules[-1].end)
        return Fix("ignore only what is there", (Edit(place, ", ".join(kept)),), safe=True)
    line_start = source.text.rfind("\n", 0, start) + 1
    before = source.text[line_start:start]
    if before.strip():
        start = line_start + len(before.rstrip())
    else:
        # Its whole line, with its end.
        start = line_start
        line_end = source.text.find("\n", end)
        end = line_end + 1 if line_end >= 0 else len(source.text)
    return Fix("remove it", (Edit(Span(source, start, end), ""),), safe=True)
