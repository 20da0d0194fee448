"""The findings as cards, in the groups a reader would look for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Cut, Finding, Severity
from goalgraph.output.html.wording import sentence, short
from goalgraph.source import Span

_MOST_PLACES = 6
_MOST_CUT = 12
_WIDEST = 160
_MARKS = {Severity.ERROR: ("■", "Error"), Severity.WARNING: ("▲", "Warning"), Severity.INFO: ("●", "Hint")}


@dataclass(frozen=True, slots=True)
class PathStep:
    """One link of a circle: from an element, how, and the places that say so."""

    title: str
    href: str
    reading: str
    where: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line with what matters in it set apart."""

    where: str
    number: int
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as it is shown."""

    id: str
    severity: str
    mark: str
    word: str
    rule: str
    message: str
    why: str
    path: tuple[PathStep, ...]
    tries: tuple[str, ...]
    notes: tuple[str, ...]
    question: str
    where: str
    excerpt: Excerpt | None
    places: tuple[tuple[str, str], ...]
    more_places: int


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one sort; `id` is its address, which never changes."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of finding, by the rules' families and a few rules by name."""

    id: str
    title: str
    families: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        return finding.rule in self.rules or finding.family in self.families


_PURPOSELESS = frozenset({"no-why", "unanchored", "kept-without-purpose", "idle-intangible"})
SORTS = (
    Sort("loops", "Circular goals", frozenset({"circularity"})),
    Sort("no-why", "Without a why", rules=_PURPOSELESS),
    Sort(
        "means-as-goals",
        "Means standing as goals",
        frozenset({"inversion", "organisation"}),
        frozenset({"recipe-as-end", "means-as-end"}),
    ),
    Sort("purpose", "Values and results", frozenset({"purpose"})),
    Sort("reading", "Reading the map", frozenset({"reading"})),
)
OTHER = Sort("other", "Other findings")
# Loops, then means that became goals, then what has no why.
SHOWN_ORDER = ("loops", "means-as-goals", "no-why", "purpose", "other", "reading")


def sort_of(finding: Finding) -> str:
    """The sort of a finding: the first that takes it."""
    return next((sort.id for sort in SORTS if sort.takes(finding)), OTHER.id)


def grouped(
    findings: Sequence[tuple[Finding, Analysis]],
    finding_ids: Sequence[str],
    element_ids: Mapping[int, Mapping[str, str]],
) -> tuple[Group, ...]:
    """The cards in groups, in each the graver first; `element_ids` are by the identity of the analysis."""
    cards: dict[str, list[tuple[int, Card]]] = {}
    for (finding, analysis), address in zip(findings, finding_ids, strict=True):
        card = _card(finding, analysis, address, element_ids.get(id(analysis), {}))
        cards.setdefault(sort_of(finding), []).append((-finding.severity, card))
    titles = {sort.id: sort.title for sort in (*SORTS, OTHER)}
    return tuple(
        Group(sort, titles[sort], tuple(card for _, card in sorted(cards[sort], key=lambda pair: pair[0])))
        for sort in SHOWN_ORDER
        if sort in cards
    )


def _card(finding: Finding, analysis: Analysis, address: str, element_ids: Mapping[str, str]) -> Card:
    violation = finding.violation
    mark, word = _MARKS[finding.severity]
    titles = titles_in(finding, analysis)
    tries = [sentence(text, titles) for text in violation.helps]
    if violation.cut:
        tries.append(_cut(violation.cut, analysis))
    labels = () if violation.circle else violation.labels
    return Card(
        address,
        finding.severity.word,
        mark,
        word,
        finding.rule,
        sentence(violation.message, titles),
        sentence(violation.why) if violation.why else "",
        tuple(
            PathStep(
                short(step.title),
                element_ids.get(step.name, ""),
                step.reading,
                ", ".join(_where(place) for place in step.places),
            )
            for step in violation.circle
        ),
        tuple(tries),
        tuple(sentence(text, titles) for text in violation.notes),
        sentence(violation.question, titles) if violation.question else "",
        _where(violation.place),
        _excerpt(violation.place) if violation.place.source.text else None,
        tuple((_where(label.place), sentence(label.text)) for label in labels[:_MOST_PLACES]),
        max(0, len(labels) - _MOST_PLACES),
    )


def titles_in(finding: Finding, analysis: Analysis) -> list[str]:
    """The titles that a finding's words are likely to quote."""
    elements = analysis.map.elements
    return [elements[name].title for name in finding.violation.elements if name in elements]


def _where(place: Span) -> str:
    return short(place.where, 300)


def _cut(cut: Cut, analysis: Analysis) -> str:
    shown = [f"{arrow.wording} ({', '.join(map(_where, arrow.places))})" for arrow in cut.arrows[:_MOST_CUT]]
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


def _excerpt(place: Span) -> Excerpt:
    number, column = place.source.position(place.start)
    line = place.source.line(number)
    start = column - 1
    end = min(start + max(place.end - place.start, 1), len(line))
    first = max(0, min(start - _WIDEST // 4, len(line) - _WIDEST))
    last = min(len(line), first + _WIDEST)
    before, marked, after = _tabless(line[first:start], line[start : min(end, last)], line[max(end, first) : last])
    return Excerpt(
        _where(place),
        number,
        f"…{before}" if first else before,
        marked,
        f"{after}…" if last < len(line) else after,
    )


def _tabless(*parts: str) -> Iterator[str]:
    for part in parts:
        yield part.expandtabs(4)
