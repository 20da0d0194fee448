"""A sign on the links of loops: `textDocument/inlayHint`."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from lsprotocol import types

from goalgraph.graph.loops import Loop, loops
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.lsp.view import View
from goalgraph.rules.telling import times
from goalgraph.source import Source

SIGN = "↻"


class Sign(NamedTuple):
    """A place behind a name, and what is said there."""

    offset: int
    said: str


def inlay_hints(view: View, start: int, end: int) -> list[types.InlayHint]:
    """A sign behind each link of a loop that is written between two offsets."""
    signs = _signs(view.graph).get(view.source, [])
    first = bisect_left(signs, start, key=lambda sign: sign.offset)
    last = bisect_right(signs, end, key=lambda sign: sign.offset)
    units = view.client.units
    return [
        types.InlayHint(units.position(view.source, offset), SIGN, tooltip=said, padding_left=True)
        for offset, said in signs[first:last]
    ]


@remembered
def _signs(graph: PurposeGraph) -> Mapping[Source, list[Sign]]:
    """The signs of each file, in order of place. A link said from both sides has one at each. O(arrows)."""
    found: defaultdict[Source, list[Sign]] = defaultdict(list)
    for link in graph.self_links:
        found[link.place.source].append(Sign(link.place.end, f"it {link.relation} itself"))
    for loop in loops(graph):
        said = _said(loop)
        for arrow in loop.arrows:
            for link in arrow.links:
                found[link.place.source].append(Sign(link.place.end, said))
    return {source: sorted(signs) for source, signs in found.items()}


def _said(loop: Loop) -> str:
    size = len(loop.members)
    # In a tangle the way back depends on the link, and to look for each would take long.
    often = times(size) if loop.is_ring else "often enough"
    return f'on a loop of {size}: ask "why?" {often} and you are back'
