"""Reading what a statement says of its element alone: dates, sphere, nature, status, measures, notes."""

from collections import defaultdict
from datetime import date

from goalgraph.model.elements import Element, Kind, Measure
from goalgraph.model.names import canonical
from goalgraph.model.problems import BadValue
from goalgraph.model.values import (
    ASSET_NATURES,
    BRIDGE_NATURES,
    SPHERES,
    STATUSES,
    is_quantity,
    read_date,
)
from goalgraph.source import Span
from goalgraph.syntax import nodes
from goalgraph.syntax.spelling import nearest

_DATES = "a date is written 2027-06-30, 2027-06, 2027-Q2 or 2027"
_SINGLE = ("sphere", "status", "since", "until", "horizon")


def read_element(name: str, placed: nodes.Placed) -> tuple[Element, list[BadValue]]:
    """The element that a statement with a readable first line declares, and what is wrong with its values."""
    return _ElementReader(name, placed).read()


class _ElementReader:
    def __init__(self, name: str, placed: nodes.Placed) -> None:
        assert placed.statement.head is not None
        self.head = placed.statement.head
        self.name = name
        self.kind = Kind(self.head.kind.text)
        self.placed = placed
        self.problems: list[BadValue] = []
        self.words: dict[str, str] = {}
        self.dates: dict[str, date] = {}
        self.places: dict[str, Span] = {}
        self.natures: list[str] = []
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        self.measures: list[Measure] = []
        self.ends: list[tuple[date, str, Span]] = []

    def read(self) -> tuple[Element, list[BadValue]]:
        for item in self.placed.statement.properties:
            if isinstance(item, nodes.Measure):
                self.measures.append(self.measure(item))
            elif isinstance(item, nodes.Attribute):
                self.attribute(item)
        self.backwards()
        head = self.head
        element = Element(
            kind=self.kind,
            name=self.name,
            title=" ".join(head.title.value.split()) or self.name if head.title else self.name,
            place=self.span(head.name),
            title_place=self.span(head.title or head.name),
            sphere=self.words.get("sphere"),
            natures=tuple(self.natures),
            status=self.words.get("status"),
            since=self.dates.get("since"),
            until=self.dates.get("until"),
            horizon=self.dates.get("horizon"),
            measures=tuple(self.measures),
            because=tuple(self.texts["because"]),
            notes=tuple(self.texts["note"]),
            sources=tuple(self.texts["source"]),
            urls=tuple(self.texts["link"]),
            tags=tuple(self.texts["tags"]),
            date_places=tuple(self.places.items()),
        )
        return element, self.problems

    def span(self, node: nodes.Word | nodes.String) -> Span:
        return self.placed.span(node)

    def bad(self, node: nodes.Word | nodes.String, message: str, hint: str, first: Span | None = None) -> None:
        self.problems.append(BadValue(self.span(node), self.name, message, hint, first))

    def attribute(self, item: nodes.Attribute) -> None:
        keyword = item.keyword.text
        if keyword in _SINGLE:
            if keyword in self.places:
                self.bad(item.keyword, f"`{keyword}` is given twice", "keep the one that is true", self.places[keyword])
                return
            self.places[keyword] = self.span(item.values[0])
        value = item.values[0]
        if isinstance(value, nodes.String) or keyword == "tags":
            self.texts[keyword] += [each.value if isinstance(each, nodes.String) else each.text for each in item.values]
        elif keyword == "horizon" and self.kind is not Kind.STRATEGY:
            self.bad(
                item.keyword,
                f"`horizon` is said of a strategy, and this is {self.kind.phrase}",
                "say `until`, or put it on the strategy",
            )
        elif keyword in ("since", "until", "horizon"):
            read = self.date(value, as_end=keyword != "since")
            if read:
                self.dates[keyword] = read
                if keyword != "since":
                    self.ends.append((read, keyword, self.span(value)))
        elif keyword == "nature":
            self.nature(item, value)
        elif self.known(value, SPHERES if keyword == "sphere" else STATUSES, keyword):
            self.words[keyword] = value.text

    def nature(self, item: nodes.Attribute, value: nodes.Word) -> None:
        if self.kind not in (Kind.ASSET, Kind.BRIDGE):
            self.bad(
                item.keyword,
                f"`nature` is said of an asset or a bridge, and this is {self.kind.phrase}",
                "leave it out",
            )
            return
        natures = ASSET_NATURES if self.kind is Kind.ASSET else BRIDGE_NATURES
        if not self.known(value, natures, f"nature of {self.kind.phrase}"):
            return
        if value.text in self.natures:
            self.bad(value, f"`nature {value.text}` is given twice", "one is enough")
        elif self.natures and self.kind is Kind.ASSET:
            self.bad(value, "an asset is either tangible or intangible", "keep the one that is true")
        else:
            self.natures.append(value.text)

    def known(self, value: nodes.Word, words: tuple[str, ...], what: str) -> bool:
        if value.text in words:
            return True
        # Of opposites such as formal and informal one is soon as near as the other.
        near = nearest(value.text, words, at_least=0.8)
        choice = f"it is one of {', '.join(words)}"
        self.bad(value, f"`{value.text}` is no {what}", f"say `{near}`; {choice}" if near else choice)
        return False

    def date(self, value: nodes.Word, *, as_end: bool) -> date | None:
        read = read_date(value.text, as_end=as_end)
        if read is None:
            self.bad(value, f"`{value.text}` is no date", _DATES)
        return read

    def measure(self, item: nodes.Measure) -> Measure:
        given: dict[str, nodes.Word | nodes.String] = {}
        by: date | None = None
        for clause in item.clauses:
            keyword, value = clause.keyword.text, clause.value
            if keyword in given:
                self.bad(
                    clause.keyword,
                    f"`{keyword}` is given twice in one measure",
                    "keep the one that is true",
                    self.span(given[keyword]),
                )
                continue
            given[keyword] = value
            if keyword == "by" and isinstance(value, nodes.Word):
                by = self.date(value, as_end=True)
                if by:
                    self.ends.append((by, keyword, self.span(value)))
            elif keyword in ("from", "to") and not is_quantity(_text(value)):
                self.bad(
                    value,
                    f"`{_text(value)}` is no quantity",
                    'a quantity is a number with a unit: 95%, 1.2M, €40k, "12 days"',
                )
        texts = {keyword: _text(value) for keyword, value in given.items()}
        return Measure(
            counted=item.counted.value,
            place=self.span(item.counted),
            of=canonical(texts["of"]) if "of" in texts else None,
            start=texts.get("from"),
            goal=texts.get("to"),
            by=by,
            because=texts.get("because"),
        )

    def backwards(self) -> None:
        """Tells of an end that lies before the beginning; the first such end is enough."""
        since = self.dates.get("since")
        for end, keyword, place in self.ends:
            if since and end < since:
                begin = self.places["since"]
                words = f"`{keyword} {place.text}` lies before `since {begin.text}`"
                hint = "one of the two dates is wrong"
                self.problems.append(BadValue(place, self.name, words, hint, begin, "it begins here"))
                return


def _text(value: nodes.Word | nodes.String) -> str:
    return value.value if isinstance(value, nodes.String) else value.text
