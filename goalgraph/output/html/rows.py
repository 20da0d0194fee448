"""An element as a row of the table: what it is for, whether that comes to a value, and what else is known of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.graph.arrows import Arrow
from goalgraph.model.elements import Element, Kind, Measure
from goalgraph.model.links import Link, Relation
from goalgraph.output.wording import short

# Of these a way to a value is asked; a unit or a concept may stand for itself.
PURPOSEFUL = (Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.ASSET, Kind.BRIDGE)
VALUES = ("", "✓ reaches a value", "✕ reaches no value", "? may reach a value", "is a value")
NOT_ASKED, YES, NO, UNCLEAR, IS_ONE = range(5)
MARKS = ("", "↻ on a circle", "↻ on a flywheel", "↻ for its own sake")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_MOST_TARGETS = 12
_MOST_SAID = 4
_LONGEST = 120
_LONGEST_FACTS = 400
# What is neither an arrow of purpose nor an owner, as the table says it.
_ASIDE = {
    Relation.HINDERS: "hinders",
    Relation.JOINS: "joins",
    Relation.KEEP: "keeps",
    Relation.DROP: "drops",
    Relation.WEIGH: "weighs",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One element. `reaches` and `mark` say by number which of the `VALUES` and `MARKS` are true of it.

    What it is for is told in `purposes`, and who answers for it in `owners`: a number stands for the row of that
    number in the same table.
    """

    id: str
    title: str
    name: str
    mark: int
    facts: str
    urls: tuple[str, ...]
    purposes: tuple[str | int, ...]
    helped: int
    reaches: int
    owners: tuple[int, ...]
    path: str
    line: int
    line_id: str
    purposeful: bool
    stopped: bool

    @property
    def said(self) -> str:
        """Whether it reaches a value, in words."""
        return VALUES[self.reaches]

    @property
    def marked(self) -> str:
        """On what kind of circle it stands, in words."""
        return MARKS[self.mark]

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """Its harmless links, each with what is shown of it."""
        return ((url, short(url, 60)) for url in self.urls)


class Rows:
    """Makes the rows of one map, each of which has a number."""

    def __init__(self, analysis: Analysis, numbers: Mapping[str, int]) -> None:
        self.map = analysis.map
        self.graph = analysis.graph
        self.numbers = numbers
        self.of_itself = {link.source for link in self.graph.self_links}
        self.owners: defaultdict[str, list[int]] = defaultdict(list)
        self.aside: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.map.links:
            if link.relation in _ASIDE:
                self.aside[link.source].append(link)
            elif link.relation is Relation.OWNER and link.target in numbers:
                self.owners[link.source].append(numbers[link.target])

    def row(self, element: Element, address: str, line_id: str) -> Row:
        """The row of an element, whose address and that of whose line are given."""
        name, stopped = element.name, element.stopped
        return Row(
            address,
            short(element.title),
            short(name),
            self._mark(name),
            short(" · ".join(self._facts(element)), _LONGEST_FACTS),
            tuple(url for url in element.urls if _LINK.fullmatch(url)),
            () if stopped else self._purposes(name),
            0 if stopped else len(self.graph.served_by[name]),
            self._reaches(element),
            tuple(dict.fromkeys(self.owners.get(name, ()))),
            element.place.path,
            element.place.line,
            line_id,
            element.kind in PURPOSEFUL,
            stopped,
        )

    def _mark(self, name: str) -> int:
        graph = self.graph
        return 1 if name in graph.loop_of else 2 if name in graph.turning_of else 3 if name in self.of_itself else 0

    def _reaches(self, element: Element) -> int:
        graph = self.graph
        if element.stopped or not graph.values:
            return NOT_ASKED
        if element.kind is Kind.VALUE:
            return IS_ONE
        if element.name in graph.anchored:
            return YES
        if element.kind not in PURPOSEFUL:
            return NOT_ASKED
        return UNCLEAR if graph.is_uncertain(element.name) else NO

    def _purposes(self, name: str) -> tuple[str | int, ...]:
        """What is said in the same words comes together: `"serves ", 3, ", ", 5, "; is needed by ", 7`."""
        targets = self.graph.purposes[name]
        said: defaultdict[str, list[Arrow]] = defaultdict(list)
        for target in targets[:_MOST_TARGETS]:
            arrow = self.graph.purpose_arrow(name, target)
            said[arrow.reading].append(arrow)
        parts: list[str | int] = []
        text = ""
        for reading, arrows in said.items():
            text += f"{'; ' if parts else ''}{reading} "
            for index, arrow in enumerate(arrows):
                parts += [f"{text}{', ' if index else ''}", self.numbers[arrow.target]]
                text = _aside(arrow)
        more = len(targets) - _MOST_TARGETS
        text += f" and {more} more" if more > 0 else ""
        return (*parts, text) if text else tuple(parts)

    def _facts(self, element: Element) -> Iterator[str]:
        if element.status:
            yield element.status
        if element.sphere:
            yield "formal and informal" if element.sphere == "both" else element.sphere
        yield from element.natures
        if element.since:
            yield f"since {element.since}"
        if element.until:
            yield f"until {element.until}"
        yield from (self._measure(measure) for measure in element.measures[:_MOST_SAID])
        if len(element.measures) > _MOST_SAID:
            yield f"{len(element.measures) - _MOST_SAID} more measures"
        if element.name in self.aside:
            yield from self._links(self.aside[element.name])
        yield from (f"because {short(text, _LONGEST)}" for text in element.because)
        yield from (short(text, _LONGEST) for text in element.notes)
        if element.tags:
            yield f"tagged {short(', '.join(element.tags), _LONGEST)}"

    def _measure(self, measure: Measure) -> str:
        said = f"measured by {short(measure.counted, _LONGEST)}"
        said += f" of {self._title(measure.of)}" if measure.of else ""
        said += f" from {short(measure.start, 40)}" if measure.start else ""
        said += f" to {short(measure.goal, 40)}" if measure.goal else ""
        return f"{said} by {measure.by}" if measure.by else said

    def _links(self, links: Sequence[Link]) -> Iterator[str]:
        for relation, word in _ASIDE.items():
            titles = [self._title(link.target) for link in links if link.relation is relation]
            more = f" and {len(titles) - _MOST_SAID} more" if len(titles) > _MOST_SAID else ""
            if titles:
                yield f"{word} {', '.join(titles[:_MOST_SAID])}{more}"

    def _title(self, name: str) -> str:
        element = self.map.elements.get(name)
        return f"“{short(element.title, _LONGEST)}”" if element else name


def _aside(arrow: Arrow) -> str:
    """How strongly it is said and why, in brackets."""
    strength = next((link.strength for link in arrow.links if link.strength), None)
    reason = next((link.because for link in arrow.links if link.because), None)
    said = [*([strength] if strength else ()), *([f"because “{short(reason, _LONGEST)}”"] if reason else ())]
    return f" ({', '.join(said)})" if said else ""
