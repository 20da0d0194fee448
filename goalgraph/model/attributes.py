"""From a statement to what it declares: dates, sphere, nature, status, measures, notes, and the links as written."""

from collections import defaultdict
from datetime import date

from goalgraph.model.declarations import Declaration, LinkLine, MeasureLine, Mistake, Stretch, UnreadLine
from goalgraph.model.elements import Kind
from goalgraph.model.names import canonical
from goalgraph.model.values import (
    ASSET_NATURES,
    BRIDGE_NATURES,
    SPHERES,
    STATUSES,
    is_quantity,
    read_date,
)
from goalgraph.syntax import nodes
from goalgraph.syntax.spelling import nearest
from goalgraph.syntax.vocabulary import SINGLE_ATTRIBUTES

_DATES = "a date is written 2027-06-30, 2027-06, 2027-Q2 or 2027"


def declare(piece: str) -> Declaration:
    """What one statement declares; `piece` is its text, perhaps with comments below it."""
    from goalgraph.syntax.statement_parser import read_statement  # lark is not loaded where all is known

    statement = read_statement(piece)
    # As plain tuples, like all the rest.
    unread: tuple[UnreadLine, ...] = tuple(tuple(line) for line in statement.unread)  # type: ignore[misc]  # mypy loses lengths
    if statement.head is None:
        return Declaration(unread=unread)
    return _Reader(statement.head).read(statement, unread)


def _at(node: nodes.Word | nodes.String) -> Stretch:
    return node.start, node.end


class _Reader:
    def __init__(self, head: nodes.Head) -> None:
        self.head = head
        self.kind = Kind(head.kind.text)
        self.mistakes: list[Mistake] = []
        self.words: dict[str, str] = {}
        self.dates: dict[str, date] = {}
        self.places: dict[str, Stretch] = {}
        self.since = ""
        self.natures: list[str] = []
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        self.links: list[LinkLine] = []
        self.measures: list[MeasureLine] = []
        self.counted: list[tuple[str, Stretch]] = []
        self.ends: list[tuple[date, str, nodes.Word]] = []

    def read(self, statement: nodes.Statement, unread: tuple[UnreadLine, ...]) -> Declaration:
        for item in statement.properties:
            if isinstance(item, nodes.Measure):
                self.measures.append(self.measure(item))
            elif isinstance(item, nodes.Attribute):
                self.attribute(item)
            else:
                self.links.append(_link_line(item))
        self.backwards()
        head = self.head
        name = canonical(head.name.text)
        dates = {keyword: read.toordinal() for keyword, read in self.dates.items()}
        return Declaration(
            kind=str(self.kind),
            name=name,
            name_place=_at(head.name),
            title=" ".join(head.title.value.split()) or name if head.title else name,
            title_place=_at(head.title or head.name),
            links=tuple(self.links),
            counted=tuple(self.counted),
            mistakes=tuple(self.mistakes),
            unread=unread,
            sphere=self.words.get("sphere"),
            natures=tuple(self.natures),
            status=self.words.get("status"),
            since=dates.get("since"),
            until=dates.get("until"),
            horizon=dates.get("horizon"),
            measures=tuple(self.measures),
            because=tuple(self.texts["because"]),
            notes=tuple(self.texts["note"]),
            sources=tuple(self.texts["source"]),
            urls=tuple(self.texts["link"]),
            tags=tuple(self.texts["tags"]),
            date_places=tuple(self.places.items()),
        )

    def bad(
        self,
        node: nodes.Word | nodes.String,
        message: str,
        hint: str,
        first: Stretch | None = None,
        first_says: str = "it is first given here",
    ) -> None:
        self.mistakes.append((_at(node), message, hint, first, first_says))

    def attribute(self, item: nodes.Attribute) -> None:
        keyword = item.keyword.text
        if keyword in SINGLE_ATTRIBUTES:
            if keyword in self.places:
                self.bad(item.keyword, f"`{keyword}` is given twice", "keep the one that is true", self.places[keyword])
                return
            self.places[keyword] = _at(item.values[0])
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
                if keyword == "since":
                    self.since = value.text
                else:
                    self.ends.append((read, keyword, value))
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

    def measure(self, item: nodes.Measure) -> MeasureLine:
        given: dict[str, nodes.Word | nodes.String] = {}
        by: date | None = None
        for clause in item.clauses:
            keyword, value = clause.keyword.text, clause.value
            if keyword == "of" and isinstance(value, nodes.Word):
                self.counted.append((canonical(value.text), _at(value)))
            if keyword in given:
                self.bad(
                    clause.keyword,
                    f"`{keyword}` is given twice in one measure",
                    "keep the one that is true",
                    _at(given[keyword]),
                )
                continue
            given[keyword] = value
            if keyword == "by" and isinstance(value, nodes.Word):
                by = self.date(value, as_end=True)
                if by:
                    self.ends.append((by, keyword, value))
            elif keyword in ("from", "to") and not is_quantity(_text(value)):
                self.bad(
                    value,
                    f"`{_text(value)}` is no quantity",
                    'a quantity is a number with a unit: 95%, 1.2M, €40k, "12 days"',
                )
        texts = {keyword: _text(value) for keyword, value in given.items()}
        return (
            item.counted.value,
            _at(item.counted),
            canonical(texts["of"]) if "of" in texts else None,
            texts.get("from"),
            texts.get("to"),
            by.toordinal() if by else None,
            texts.get("because"),
        )

    def backwards(self) -> None:
        """Tells of an end that lies before the beginning; the first such end is enough."""
        since = self.dates.get("since")
        for end, keyword, value in self.ends:
            if since and end < since:
                words = f"`{keyword} {value.text}` lies before `since {self.since}`"
                self.bad(value, words, "one of the two dates is wrong", self.places["since"], "it begins here")
                return


def _text(value: nodes.Word | nodes.String) -> str:
    return value.value if isinstance(value, nodes.String) else value.text


def _link_line(item: nodes.Link) -> LinkLine:
    names = tuple((canonical(word.text), _at(word)) for word in item.targets)
    strength = item.strength.text if item.strength else None
    return _at(item.keyword), item.keyword.text, names, strength, item.because.value if item.because else None
