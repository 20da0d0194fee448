"""A file that belongs to no single map."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.rule import rule
from goalgraph.source import Span


@rule(
    "stray-file",
    Severity.WARNING,
    summary="A file belongs to no single map.",
    why="its names could be meant for any of the maps beside it, so its links are not checked",
)
def stray_file(graph: PurposeGraph) -> Iterator[Violation]:
    for source in graph.map.stray:
        yield Violation(
            Span(source, 0, 0),
            "this file belongs to no single map: several files beside or above it declare a strategy",
            helps=("give each strategy a folder of its own, and move this file to the one it belongs to",),
            detail=source.path.rpartition("/")[2],
        )
