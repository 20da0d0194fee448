"""Which unit owns and which supports each objective."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goalgraph.graph.alignment import Alignment, alignments
from goalgraph.graph.half_read import half_read, half_supported
from goalgraph.graph.organisation import organisation
from goalgraph.output.html.naming import Named, Naming, Phrase, joined
from goalgraph.output.wording import short

_MOST_UNITS = 10
_MOST_OBJECTIVES = 100
_MOST_NAMED = 6
_MOST_SAID = 3
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Aligned:
    """An objective and what each unit does for it: "owns", "supports", "both" or nothing, a cell for each unit.

    With more units than there is room for, `owners` and `supporters` name them. `gaps` says in words what is missing.
    """

    objective: Named
    gaps: str
    cells: tuple[str, ...]
    owners: Phrase
    supporters: Phrase


@dataclass(frozen=True, slots=True)
class AlignedMap:
    """The objectives of one map; `units` are the columns, none where there would be too many."""

    title: str
    said: Phrase
    units: tuple[Named, ...]
    rows: tuple[Aligned, ...]
    more: int


def alignment(maps: Iterable[Naming]) -> tuple[AlignedMap, ...]:
    """The alignment of each map that has both units and objectives."""
    return tuple(_map(each) for each in maps if organisation(each.graph).units and alignments(each.graph))


def _map(naming: Naming) -> AlignedMap:
    every, units = alignments(naming.graph), organisation(naming.graph).units
    columns = units if len(units) <= _MOST_UNITS else ()
    return AlignedMap(
        naming.title,
        tuple(_sentence(naming, every, len(units))),
        tuple(_heading(naming.name(unit)) for unit in columns),
        tuple(_aligned(naming, each, columns) for each in every[:_MOST_OBJECTIVES]),
        max(0, len(every) - _MOST_OBJECTIVES),
    )


def _heading(unit: Named) -> Named:
    """A unit by a title that is no taller than a column bears."""
    return Named(short(unit.title, _LONGEST_HEADING), unit.href)


def _aligned(naming: Naming, each: Alignment, columns: Sequence[str]) -> Aligned:
    owned, supported = set(each.owners), set(each.supporters)
    cells = tuple(
        ("both" if unit in supported else "owns") if unit in owned else "supports" if unit in supported else ""
        for unit in columns
    )
    return Aligned(
        naming.name(each.objective),
        _gaps(naming, each),
        cells,
        () if columns else naming.row(each.owners, _MOST_NAMED, linked=False),
        () if columns else naming.row(each.supporters, _MOST_NAMED, linked=False),
    )


def _gaps(naming: Naming, each: Alignment) -> str:
    graph = naming.graph
    unsure_owner = graph.map.doubt.everything or each.objective in half_read(graph)
    owner = "" if each.owners else "owner unclear" if unsure_owner else "nobody owns it"
    unsure = each.objective in half_supported(graph)
    support = "" if each.supporters else "support unclear" if unsure else "no unit supports it"
    return ", ".join(filter(None, (owner, support)))


def _sentence(naming: Naming, every: Sequence[Alignment], units: int) -> Iterable[str | Named]:
    """How many objectives are supported across units, and which by none."""
    unsure = half_supported(naming.graph)
    said = _counted(every, units)
    whole = unsure.isdisjoint(each.objective for each in every)
    yield said if whole else f"As far as the map could be read, {said[0].lower()}{said[1:]}"
    alone = [each.objective for each in every if not each.supporters and each.objective not in unsure]
    if units > 1 and 0 < len(alone) < len(every):
        more = len(alone) - _MOST_SAID if len(alone) > _MOST_SAID + 1 else 0
        yield "; "
        yield from joined([("“", naming.name(name), "”") for name in alone[: len(alone) - more]], more)
        yield f" {'are' if len(alone) > 1 else 'is'} supported by none"
    yield "."


def _counted(every: Sequence[Alignment], units: int) -> str:
    most = max(len(each.supporters) for each in every)
    if not most:
        return f"No unit supports {'the one objective' if len(every) == 1 else f'any of the {len(every)} objectives'}"
    if len(every) == 1:
        return f"The one objective is supported by {'more than one unit' if most > 1 else 'one unit'}"
    many = "more than one unit" if units > 1 else "the one unit"
    count = sum(len(each.supporters) >= min(units, 2) for each in every)
    if count == len(every):
        return f"All {count} objectives are supported by {many}"
    return f"{count or 'None'} of {len(every)} objectives {'are' if count > 1 else 'is'} supported by {many}"
