"""A name has two statements in one map."""

from collections.abc import Iterator

from goalgraph.finding import Label, Severity, Violation
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.problems import DeclaredTwice
from goalgraph.rules.rule import rule


@rule(
    "declared-twice",
    Severity.ERROR,
    summary="A name has two statements in one map.",
    why="a link to this name could mean either; until then the first statement counts, with the links of all",
)
def declared_twice(graph: PurposeGraph) -> Iterator[Violation]:
    for problem in graph.map.problems:
        if not isinstance(problem, DeclaredTwice):
            continue
        first, second, *others = problem.places
        if problem.second_strategy:
            yield Violation(
                second,
                f"a map has one strategy, and `{problem.second_strategy}` is a second one",
                (problem.name, problem.second_strategy),
                labels=(Label(first, f"`{problem.name}` is the first"),),
                why="the strategy names the map, and a map has one name",
                helps=("put each strategy in a folder of its own, or make one of them an objective",),
            )
            continue
        count = "twice" if not others else f"{len(problem.places)} times"
        yield Violation(
            second,
            f"`{problem.name}` is declared {count}",
            (problem.name,),
            labels=(
                Label(first, "it is first declared here"),
                *(Label(place, "and it is declared again here") for place in others),
            ),
            helps=("give one of them another name, or make one statement of them",),
        )
