"""What a rule is: a slug, a default severity, a sentence, and a function from a map's graph to violations."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from goalgraph.finding import Finding, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph

Check = Callable[[PurposeGraph], Iterator[Violation]]


class Rule(NamedTuple):
    """A check with its name. `summary` says in one sentence what it finds, `why` in one sentence why that matters."""

    slug: str
    family: str
    severity: Severity
    summary: str
    why: str
    check: Check
    page_path: Path

    def sign(self, violation: Violation, severity: Severity | None = None) -> Finding:
        """A finding of this rule; severity is the violation's own, else the one given, else the default."""
        explained = violation if violation.why else violation._replace(why=self.why)
        return Finding(self.slug, self.family, violation.severity or severity or self.severity, explained)

    @property
    def page(self) -> str:
        """The rule's page, as Markdown."""
        return self.page_path.read_text(encoding="utf-8")


def rule(slug: str, severity: Severity, *, summary: str, why: str) -> Callable[[Check], Rule]:
    """Makes a rule of a generator function. Its family is the folder of its file, its page the file beside it."""

    def make(check: Check) -> Rule:
        path = Path(check.__code__.co_filename)
        return Rule(slug, path.parent.name, severity, summary, why, check, path.with_suffix(".md"))

    return make
