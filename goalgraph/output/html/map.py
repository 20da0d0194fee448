"""The pictures of the page: each map, whole or folded, and what is near each finding.

What the script relies on: `.drawn` is one map, its first figure the whole of it. `.views` in it is empty and hidden,
and there only where the map is not folded; the script fills it with a choice of views, from `views` of the page's data:
a list for each `.views` on the page, of a label and the `data-key`s of the boxes in that view, which are numbers.
The further pictures of a folded map stand in `details` and need no script.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.model.elements import Kind
from goalgraph.output.html.addresses import Addresses
from goalgraph.output.layout import lay_out
from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.scene import Scene
from goalgraph.output.maps.folding import MOST, is_folded, overview
from goalgraph.output.maps.neighbourhood import neighbourhood
from goalgraph.output.maps.views import around_loops, around_units
from goalgraph.output.maps.whole import linked, names_shown, numbered, scene_of
from goalgraph.output.verdict import counted
from goalgraph.output.wording import short

_MOST_MAPS = 12
_MOST_UNITS = 12
_MOST_NEAR = 50
_WIDEST = 1500
# Where a box leads whose element is not among the first rows of a very long table.
_TABLE = "elements"
_LOOPS = "Loops and their neighbours"

# A label and what of a map is shown: the names of elements; on the page the numbers of their boxes.
Part = tuple[str, tuple[str, ...]]
View = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture of a map, and what it is called."""

    caption: str
    label: str
    picture: Picture

    @property
    def fits(self) -> bool:
        """Whether it can still be read where it is drawn as small as a wide page wants it."""
        return self.picture.width <= _WIDEST


@dataclass(frozen=True, slots=True)
class Drawn:
    """One map: the whole of it, further pictures, and what can be looked at by itself. `aside` is what has no box."""

    title: str
    whole: Figure
    further: tuple[Figure, ...]
    views: tuple[View, ...]
    aside: str
    folded: bool
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures of the page; `near` by the identity of the finding, `undrawn` are the titles of maps without one."""

    maps: tuple[Drawn, ...]
    undrawn: tuple[str, ...]
    near: Mapping[int, Picture]

    @property
    def views(self) -> list[list[View]]:
        """For the script: the views of each map that is not folded and has any."""
        return [list(each.views) for each in self.maps if each.views]


def pictures(
    analyses: Sequence[Analysis],
    shown: Sequence[tuple[Finding, Analysis]],
    addresses: Addresses,
    listed: Collection[str],
) -> Pictures:
    """Everything that is drawn, laid out in one go.

    `shown` are the findings that have cards, in order of the page; `listed` the addresses of elements that have a row.
    """
    with_boxes = [analysis for analysis in analyses if names_shown(analysis.graph)]
    plans = [_Plan(analysis, addresses.elements[id(analysis)], listed) for analysis in with_boxes[:_MOST_MAPS]]
    near = [
        (id(finding), scene) for finding, analysis in shown[:_MOST_NEAR] if (scene := neighbourhood(finding, analysis))
    ]
    laid_out = iter(lay_out([scene for plan in plans for _, scene in plan.scenes] + [scene for _, scene in near]))
    maps = tuple(plan.drawn([next(laid_out) for _ in plan.scenes]) for plan in plans)
    undrawn = tuple(short(analysis.map.title) or "a map without a title" for analysis in with_boxes[_MOST_MAPS:])
    return Pictures(maps, undrawn, {finding: next(laid_out) for finding, _ in near})


class _Plan:
    """What of a map is to be drawn."""

    def __init__(self, analysis: Analysis, addresses: Mapping[str, str], listed: Collection[str]) -> None:
        self.analysis = analysis
        graph = analysis.graph
        self.folded = is_folded(graph)
        around, left_out = around_loops(analysis, MOST)
        label = f"{_LOOPS} ({left_out} more left out)" if left_out else _LOOPS
        loops: list[Part] = [(label, around)] if around else []
        units: list[Part] = [(short(graph.title(unit), 60), names) for unit, names in around_units(analysis).items()]
        self.views: tuple[View, ...] = ()
        said = "the whole map, folded" if self.folded else "the whole map"
        self.scenes: list[tuple[str, Scene]] = [(said, overview(analysis))]
        if self.folded:
            parts = loops + [view for view in units if len(view[1]) <= MOST][:_MOST_UNITS]
            self.scenes += ((label, scene_of(graph, names)) for label, names in parts)
        else:
            number = {name: at for at, name in enumerate(names_shown(graph))}
            parts = (loops + units) if len(units) > 1 else loops
            self.views = tuple((label, tuple(number[name] for name in names)) for label, names in parts)
        rows = {name: address if address in listed else _TABLE for name, address in addresses.items()}
        self.scenes = [(label, numbered(linked(scene, rows))) for label, scene in self.scenes]

    def drawn(self, laid_out: Sequence[Picture]) -> Drawn:
        title = short(self.analysis.map.title) or "Strategy map"
        whole, *further = (
            Figure(label, f"{title}: {label}", picture)
            for (label, _), picture in zip(self.scenes, laid_out, strict=True)
        )
        return Drawn(title, whole, tuple(further), self.views, self._aside(), self.folded, _signs(laid_out))

    def _aside(self) -> str:
        """What the map does not show."""
        elements, graph = self.analysis.map.elements.values(), self.analysis.graph
        stopped = sum(element.stopped for element in elements)
        others = len(graph.elements) - len(names_shown(graph))
        said = [counted(others, "unit or concept", "units and concepts")] if others else []
        said += [f"{stopped} stopped"] if stopped else []
        return f"Not drawn: {' and '.join(said)}." if said else ""


def _signs(laid_out: Sequence[Picture]) -> tuple[str, ...]:
    """What the legend has to tell."""
    nodes = [box.node for picture in laid_out for box in picture.boxes]
    edges = [route.edge for picture in laid_out for route in picture.routes]
    told = (
        ("circular", any(each.circular for each in nodes)),
        ("informal", any(each.informal for each in nodes)),
        ("asset", any(each.kind == Kind.ASSET for each in nodes)),
        ("bridge", any(each.kind == Kind.BRIDGE for each in nodes)),
        ("folded", any(each.count > 1 for each in edges)),
    )
    return tuple(sign for sign, is_there in told if is_there)
