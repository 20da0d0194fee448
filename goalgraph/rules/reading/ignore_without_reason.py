"""An ignore that does not say why."""

from collections.abc import Iterator, Sequence

from goalgraph.finding import Severity, Violation
from goalgraph.rules.ignores import Use
from goalgraph.rules.rule import ignore_rule


@ignore_rule(
    "ignore-without-reason",
    Severity.WARNING,
    summary="An ignore does not say why.",
    why="who comes after you can't tell whether a finding was thought about or only made to go away",
)
def ignore_without_reason(uses: Sequence[Use]) -> Iterator[Violation]:
    for ignore, idle, unknown, expired, _ in uses:
        silences = not ignore.mistake and not expired and len(idle) + len(unknown) < len(ignore.rules)
        if silences and ignore.reason is None:
            named = ", ".join(slug.text for slug in ignore.rules)
            yield Violation(
                ignore.place,
                f"this ignore of {named} gives no reason",
                helps=('say `because "…"`, and `until` a day where it is not for ever',),
                question="Who decided that this may stand, and what would have to change that it may not?",
                detail=named,
            )
