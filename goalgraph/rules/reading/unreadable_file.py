"""A file that can't be read."""

from collections.abc import Iterator

from goalgraph.finding import Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.rules.rule import rule


@rule(
    "unreadable-file",
    Severity.ERROR,
    summary="A file can't be read: it is not UTF-8, not a regular file, not permitted, or too large.",
    why="what it says of the map is not known, so nothing that may depend on it is judged",
)
def unreadable_file(graph: PurposeGraph) -> Iterator[Violation]:
    for file in graph.map.unreadable:
        yield Violation(file.place, file.message, helps=(file.hint,), detail=file.path.rpartition("/")[2])
