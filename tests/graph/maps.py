"""Maps for the tests of the graph."""

from textwrap import dedent

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.graph.loops import Loop, loops
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.source import Source


def graph_of(*texts: str) -> PurposeGraph:
    """The graph of a map, each text a file of it: `0.strat`, `1.strat` and so on."""
    named = (Source(f"{number}.strat", dedent(text).lstrip("\n")) for number, text in enumerate(texts))
    # Time is no matter here, however slow the machine is.
    graph = analyse(named, Config(time_limit=300.0)).graph
    assert not graph.map.doubt.unread_lines
    assert not graph.map.doubt.unresolved_links
    return graph


def loop_of(*texts: str) -> Loop:
    """The one loop of a map."""
    (loop,) = loops(graph_of(*texts))
    return loop


def means_in_a_row(arrows: str) -> str:
    """A map of means from its arrows: `a>b b>c` says that a serves b and b serves c."""
    pairs = [arrow.split(">") for arrow in arrows.split()]
    names = dict.fromkeys(name for pair in pairs for name in pair)
    return "".join(
        f"means {name}\n" + "".join(f"    serves {target}\n" for source, target in pairs if source == name)
        for name in names
    )
