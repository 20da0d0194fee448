"""Maps nobody thought of, for hypothesis: elements and links drawn at random, written as text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from goalgraph.model.elements import Kind
from goalgraph.model.links import ADMISSIONS, Relation

# Each title is a thing that no rule about wording has anything to say of, and none stands within another.
TITLES = ("Amber", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Grove", "Heath", "Inlet", "Jetty", "Knoll", "Larch")
# One has a vowel sign, which is no letter.
NAMES = ("a1", "b2", "c3", "नि", "e5", "f6", "g7", "h8", "i9", "j10", "k11", "l12")

KINDS = (Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.ASSET, Kind.BRIDGE, Kind.CONCEPT, Kind.UNIT)
PURPOSE = (Relation.SERVES, Relation.NEEDS, Relation.FEEDS, Relation.JOINS)
WEIGHED = (Relation.SERVES, Relation.NEEDS)


class Said(NamedTuple):
    """A link, on a line of its own."""

    relation: Relation
    target: str
    strength: str = ""

    @property
    def line(self) -> str:
        return f"    {self.relation} {self.target}{self.strength}\n"


class Declared(NamedTuple):
    """An element: its first line, its attributes as lines, its links."""

    kind: Kind
    name: str
    title: str
    lines: tuple[str, ...] = ()
    links: tuple[Said, ...] = ()

    @property
    def text(self) -> str:
        attributes = "".join(f"    {line}\n" for line in self.lines)
        return f'{self.kind} {self.name} "{self.title}"\n{attributes}{"".join(link.line for link in self.links)}'

    @property
    def stopped(self) -> bool:
        return "status stopped" in self.lines


Map = tuple[Declared, ...]


def text_of(elements: Iterable[Declared]) -> str:
    """A map as the text of one file."""
    return "\n".join(element.text for element in elements)


def admitted(relation: Relation, source: Kind, target: Kind) -> bool:
    """Whether the table of links admits a link."""
    return source in ADMISSIONS[relation].on and target in ADMISSIONS[relation].names


@st.composite
def maps(
    draw: st.DrawFn,
    *,
    kinds: Sequence[Kind] = KINDS,
    relations: Sequence[Relation] = tuple(Relation),
    least: int = 1,
    most: int = 8,
    least_links: int = 0,
    most_links: int = 16,
    to_itself: bool = True,
    upward: bool = False,
    attributes: bool = True,
) -> Map:
    """A map without a mistake: every link is admitted, no two are the same.

    `upward` lets links run to later elements only, and `needs` to earlier ones, so that nothing is circular.
    """
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=least, max_size=most))
    indices = st.integers(0, len(chosen) - 1)
    strengths = st.sampled_from(("", "", " weakly", " strongly"))
    said = st.tuples(indices, st.sampled_from(relations), indices, strengths)
    drawn = draw(st.lists(said, min_size=least_links, max_size=most_links))
    links: dict[tuple[int, Relation, int], str] = {}
    for source, relation, target, strength in drawn:
        follows = source < target if relation is not Relation.NEEDS else target < source
        if (
            (to_itself or source != target)
            and (follows or not upward)
            and admitted(relation, chosen[source], chosen[target])
        ):
            links.setdefault((source, relation, target), strength if relation in WEIGHED else "")
    return tuple(
        Declared(
            kind,
            NAMES[index],
            TITLES[index],
            draw(_attributes(kind, len(chosen))) if attributes else (),
            tuple(
                Said(relation, NAMES[target], strength)
                for (source, relation, target), strength in links.items()
                if source == index
            ),
        )
        for index, kind in enumerate(chosen)
    )


@st.composite
def _attributes(draw: st.DrawFn, kind: Kind, count: int) -> tuple[str, ...]:
    """Some lines that bear on purpose: seldom stopped, sometimes counted, an asset perhaps tangible."""
    lines = []
    if draw(st.integers(0, 9)) == 9:
        lines.append("status stopped")
    if kind.is_end and draw(st.integers(0, 5)) == 5:
        lines.append(f'measure "days" of {NAMES[draw(st.integers(0, count - 1))]}')
    if kind is Kind.ASSET:
        lines += draw(st.sampled_from(((), ("nature tangible",), ("nature intangible",))))
    return tuple(lines)
