"""What a rule is: a slug, a default severity, a sentence, and a function from a map's graph to violations."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from goalgraph.finding import Finding, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.ignores import Use

Check = Callable[[PurposeGraph], Iterator[Violation]]
# A rule about ignores is asked when all others have spoken.
IgnoreCheck = Callable[[Sequence[Use]], Iterator[Violation]]


class Rule(NamedTuple):
    """A check with its name. `summary` says in one sentence what it finds, `why` in one sentence why that matters.

    A rule checks either maps or `ignores`. One that `compares` has something to say only of a map that is compared with
    how it was before.
    """

    slug: str
    family: str
    severity: Severity
    summary: str
    why: str
    page_path: Path
    check: Check | None = None
    check_ignores: IgnoreCheck | None = None
    compares: bool = False

    def sign(self, violation: Violation, chosen: Severity | None = None) -> Finding:
        """A finding of this rule. Its severity is the one that was chosen, else the violation's own or the default."""
        explained = violation if violation.why else violation._replace(why=self.why)
        severity = (violation.severity or self.severity) if chosen is None else chosen
        return Finding(self.slug, self.family, severity, explained)

    @property
    def page(self) -> str:
        """The rule's page, as Markdown."""
        return self.page_path.read_text(encoding="utf-8")


def rule(slug: str, severity: Severity, *, summary: str, why: str, compares: bool = False) -> Callable[[Check], Rule]:
    """Makes a rule of a generator function. Its family is the folder of its file, its page the file beside it."""

    def make(check: Check) -> Rule:
        path = Path(check.__code__.co_filename)
        return Rule(slug, path.parent.name, severity, summary, why, path.with_suffix(".md"), check, compares=compares)

    return make


def ignore_rule(slug: str, severity: Severity, *, summary: str, why: str) -> Callable[[IgnoreCheck], Rule]:
    """Makes a rule of a generator function about ignores."""

    def make(check: IgnoreCheck) -> Rule:
        path = Path(check.__code__.co_filename)
        return Rule(slug, path.parent.name, severity, summary, why, path.with_suffix(".md"), check_ignores=check)

    return make
