"""The findings as cards, in the groups a reader would look for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goalgraph.analysis import Analysis
from goalgraph.finding import Cut, Finding, Severity
from goalgraph.graph.organisation import answering
from goalgraph.output.html.addresses import Addresses
from goalgraph.output.html.excerpts import Excerpt, excerpt
from goalgraph.output.html.places import Place, Places
from goalgraph.output.html.sorts import SORTS, sort_of
from goalgraph.output.layout.picture import Picture
from goalgraph.output.wording import sentence, short

_MOST_PLACES = 6
_MOST_CUT = 12
_NARROW = 480
MARKS = {Severity.ERROR: ("■", "Error"), Severity.WARNING: ("▲", "Warning"), Severity.INFO: ("●", "Hint")}


@dataclass(frozen=True, slots=True)
class PathStep:
    """One link of a circle: from an element, how, and the places that say so."""

    title: str
    href: str
    reading: str
    where: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as it is shown; `units` are those that answer for its elements, each with its address and title."""

    id: str
    severity: str
    mark: str
    word: str
    rule: str
    units: tuple[tuple[str, str], ...]
    message: str
    why: str
    path: tuple[PathStep, ...]
    tries: tuple[str, ...]
    notes: tuple[str, ...]
    question: str
    where: Place
    excerpt: Excerpt | None
    places: tuple[tuple[Place, str], ...]
    more_places: int
    near: Picture | None = None

    @property
    def is_near_narrow(self) -> bool:
        """Whether the small map leaves room for text beside it."""
        return self.near is not None and self.near.width - self.near.gutter <= _NARROW

    @property
    def near_label(self) -> str:
        """The small map in words."""
        about = [box.node.title for box in self.near.boxes if box.node.chosen] if self.near else []
        return f"“{short(about[0], 80)}” and its neighbours" if about else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one sort; `id` is its address, which never changes."""

    id: str
    title: str
    cards: tuple[Card, ...]


def grouped(
    findings: Sequence[tuple[Finding, Analysis]],
    addresses: Addresses,
    places: Places,
    near: Mapping[int, Picture],
) -> tuple[Group, ...]:
    """The cards of findings in groups, each in its order; `near` are small maps, by the identity of the finding."""
    cards: dict[str, list[Card]] = {}
    for finding, analysis in findings:
        element_ids = addresses.elements.get(id(analysis), {})
        card = _card(finding, analysis, addresses.findings[id(finding)], element_ids, places)
        card = replace(card, near=near.get(id(finding)))
        cards.setdefault(sort_of(finding), []).append(card)
    return tuple(Group(sort.id, sort.title, tuple(cards[sort.id])) for sort in SORTS if sort.id in cards)


def _card(finding: Finding, analysis: Analysis, address: str, element_ids: Mapping[str, str], places: Places) -> Card:
    violation = finding.violation
    mark, word = MARKS[finding.severity]
    titles = titles_in(finding, analysis)
    tries = [sentence(text, titles) for text in violation.helps]
    if violation.cut:
        tries.append(_cut(violation.cut, analysis, places))
    labels = () if violation.circle else violation.labels
    return Card(
        address,
        finding.severity.word,
        mark,
        word,
        finding.rule,
        _units(finding, analysis, element_ids),
        sentence(violation.message, titles),
        sentence(violation.why) if violation.why else "",
        tuple(
            PathStep(
                short(step.title),
                element_ids.get(step.name, ""),
                step.reading,
                tuple(map(places.of, step.places)),
            )
            for step in violation.circle
        ),
        tuple(tries),
        tuple(sentence(text, titles) for text in violation.notes),
        sentence(violation.question, titles) if violation.question else "",
        places.of(violation.place),
        excerpt(violation.place) if violation.place.source.text else None,
        tuple((places.of(label.place), sentence(label.text)) for label in labels[:_MOST_PLACES]),
        max(0, len(labels) - _MOST_PLACES),
    )


def _units(finding: Finding, analysis: Analysis, element_ids: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The units that own what a finding is about, or are what it is about."""
    found = answering(analysis.graph, finding.violation.elements)
    return tuple((element_ids[unit], short(analysis.graph.title(unit))) for unit in found)


def titles_in(finding: Finding, analysis: Analysis) -> list[str]:
    """The titles that a finding's words are likely to quote."""
    elements = analysis.map.elements
    return [elements[name].title for name in finding.violation.elements if name in elements]


def _cut(cut: Cut, analysis: Analysis, places: Places) -> str:
    shown = [f"{arrow.wording} ({', '.join(map(places.text, arrow.places))})" for arrow in cut.arrows[:_MOST_CUT]]
    rest = len(cut.arrows) - len(shown)
    shown += [f"{rest} more link{'s' if rest > 1 else ''}"] if rest else []
    text = f"Or take out {'; and '.join(shown)}: "
    text += "no lighter cut would do." if cut.proven else "that opens the circle, though a lighter cut may do as well."
    return f"{text} {_stranded(cut, analysis)}".rstrip()


def _stranded(cut: Cut, analysis: Analysis) -> str:
    if not cut.stranded:
        return ""
    titles = [f"“{short(analysis.graph.title(name))}”" for name in cut.stranded[:5]]
    rest = len(cut.stranded) - len(titles)
    if rest:
        titles.append(f"{rest} more")
    row = titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"
    return f"It leaves {row} without a why."
