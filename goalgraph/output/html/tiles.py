"""The numbers under the verdict, and where on the page is what they count."""

from dataclasses import dataclass

from goalgraph.output.html.sorts import sort_of
from goalgraph.output.html.table import Reach
from goalgraph.output.verdict import Verdict, counted


@dataclass(frozen=True, slots=True)
class Tile:
    """A number, what it counts, and where on the page that is."""

    number: int
    label: str
    href: str
    tone: str


def tiles(verdict: Verdict, reached: Reach, listed: set[str]) -> tuple[Tile, ...]:
    """Nothing is counted where nothing was read, and nothing praised where part was not.

    `listed` are the sorts of which the page has a group.
    """
    if not reached.total:
        return ()
    well = "plain" if verdict.unchecked else "good"
    sorts = [sort_of(finding) for finding in verdict.findings]
    told = (
        ("loops", "loop", "loops"),
        ("means-as-goals", "means standing as a goal", "means standing as goals"),
        ("no-why", "without a why", "without a why"),
    )
    found = [
        Tile(count, one if count == 1 else many, sort if sort in listed else "findings", "bad" if count else well)
        for sort, one, many in told
        for count in (sorts.count(sort),)
    ]
    of = counted(reached.total, "element")
    label = f"of {of} {'reaches' if reached.total == 1 else 'reach'} a value"
    if reached.unnamed and not reached.reaching:
        label += ": none is named"
    elif reached.unclear:
        label += f", {reached.unclear} unclear"
    found.append(Tile(reached.reaching, label, "elements", well if reached.all else "plain"))
    return tuple(found)
