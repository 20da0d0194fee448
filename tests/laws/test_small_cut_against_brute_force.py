"""No lighter cut would do, and of equals the one that the language says is taken: against trying everything."""

from typing import NamedTuple

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Cut
from goalgraph.graph.feedback.arcs import Arc
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.source import Source
from tests.graph.feedback.graphs import least_sets, pairs_go_round
from tests.laws.maps import WEIGHED, Map, maps, text_of

RANKS = {Kind.VALUE: 2, Kind.OBJECTIVE: 1}
MOST_COMPARED = 64
Ends = tuple[str, str]


class _Drawn(NamedTuple):
    """The arrows of a map as it was drawn: the weight of each, the lines that say it; its values and objectives."""

    weights: dict[Ends, int]
    lines: dict[Ends, list[int]]
    values: set[str]
    objectives: set[str]

    def anchors(self, arrows: set[Ends]) -> set[str]:
        """The values; where there is none, the objectives that none of some arrows leaves stand in."""
        return self.values or self.objectives - {source for source, _ in arrows}


def _drawn(elements: Map) -> _Drawn:
    ranks = {element.name: RANKS.get(element.kind, 0) for element in elements}
    weights: dict[Ends, int] = {}
    lines: dict[Ends, list[int]] = {}
    number = 0
    for element in elements:
        number += 1 + len(element.lines)
        for link in element.links:
            number += 1
            if link.target == element.name:
                continue
            if link.relation is Relation.NEEDS:
                ends, weight = (link.target, element.name), 8
            else:
                ends = (element.name, link.target)
                down = ranks[element.name] > ranks[link.target]
                weight = 1 if down else {" weakly": 2, "": 4, " strongly": 8}[link.strength]
            weights[ends] = weights.get(ends, 0) + weight
            lines.setdefault(ends, []).append(number)
        number += 1  # the blank line between statements
    values = {element.name for element in elements if element.kind is Kind.VALUE}
    return _Drawn(weights, lines, values, {element.name for element in elements if element.kind is Kind.OBJECTIVE})


def _reaching(arrows: set[Ends], goals: set[str]) -> set[str]:
    found = set(goals)
    while new := {source for source, target in arrows if target in found} - found:
        found |= new
    return found


def _least_cuts(inside: list[Ends], weights: dict[Ends, int]) -> list[set[Ends]]:
    """Every set of least weight without which nothing goes round, by trying all orders of the elements."""
    number = {name: index for index, name in enumerate(sorted({end for ends in inside for end in ends}))}
    arcs = [Arc(number[source], number[target], weights[source, target]) for source, target in inside]
    _, sets = least_sets(arcs)
    return [{inside[index] for index in each} for each in sorted(sets)]


def _loop_cuts(analysis: Analysis) -> list[tuple[set[str], Cut]]:
    return [
        (set(finding.violation.loop), finding.violation.cut) for finding in analysis.findings if finding.violation.cut
    ]


SMALL = maps(
    kinds=(Kind.OBJECTIVE, Kind.MEANS, Kind.MEANS, Kind.VALUE, Kind.OBJECTIVE),
    relations=(*WEIGHED, Relation.SERVES, Relation.SERVES),
    least=3,
    most=6,
    least_links=7,
    most_links=18,
    to_itself=False,
    attributes=False,
)
# Many cuts of one weight, so that the tie-breaks decide.
EVEN = maps(
    kinds=(Kind.MEANS, Kind.MEANS, Kind.MEANS, Kind.VALUE),
    relations=(Relation.SERVES,),
    least=3,
    most=6,
    least_links=7,
    most_links=16,
    to_itself=False,
    attributes=False,
).map(
    lambda elements: tuple(
        element._replace(links=tuple(link._replace(strength="") for link in element.links)) for element in elements
    )
)


@settings(max_examples=2_000)
@given(SMALL | EVEN)
def test_the_cut_is_the_one_that_trying_all_would_find(elements: Map) -> None:
    drawn = _drawn(elements)
    every = set(drawn.weights)
    analysis = analyse([Source("map.strat", text_of(elements))])
    cuts = _loop_cuts(analysis)
    assume(cuts)
    event(f"loops: {len(cuts)}")
    for loop, cut in cuts:
        inside = [ends for ends in drawn.weights if set(ends) <= loop]
        assert cut.proven
        event(f"arrows: {len(inside) // 4 * 4} or more")
        least = _least_cuts(inside, drawn.weights)
        taken = {(arrow.source, arrow.target) for arrow in cut.arrows}
        assert taken in least
        assert cut.weight == sum(drawn.weights[arrow] for arrow in taken)
        if len(least) > MOST_COMPARED:
            continue
        before = _reaching(every, drawn.anchors(every))

        def stranded(chosen: set[Ends], before: set[str] = before) -> int:
            return len(before - _reaching(every - chosen, drawn.anchors(every)))

        def rank(chosen: set[Ends]) -> tuple[int, int, list[int]]:
            lines = sorted((line for arrow in chosen for line in drawn.lines[arrow]), reverse=True)
            return stranded(chosen), len(lines), [-line for line in lines]

        assert taken == min(least, key=rank)
        if before & loop:
            assert set(cut.stranded) == before - _reaching(every - taken, drawn.anchors(every - taken))


@given(SMALL)
def test_every_loop_has_a_finding_with_its_cut(elements: Map) -> None:
    weights = _drawn(elements).weights
    cuts = _loop_cuts(analyse([Source("map.strat", text_of(elements))]))
    rest = set(weights) - {(arrow.source, arrow.target) for _, cut in cuts for arrow in cut.arrows}
    assert pairs_go_round(set(weights)) == bool(cuts)
    assert not pairs_go_round(rest)


def test_the_laws_own_search() -> None:
    """The check of the check: two circles that share an arrow are cut there."""
    inside = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "a")]
    weights = dict.fromkeys(inside, 4)
    assert _least_cuts(inside, weights) == [{("a", "b")}]
    even = [("a", "b"), ("b", "a")]
    assert _least_cuts(even, dict.fromkeys(even, 2)) == [{("a", "b")}, {("b", "a")}]
    assert pairs_go_round(set(inside))
    assert not pairs_go_round(set(inside[1:]))


@given(st.permutations(("a", "b", "c", "d")))
def test_a_ring_in_any_order_of_statements_is_cut_at_its_latest_line(order: list[str]) -> None:
    following = {"a": "b", "b": "c", "c": "d", "d": "a"}
    text = "".join(f"means {name}\n    serves {following[name]}\n" for name in order)
    ((_, cut),) = _loop_cuts(analyse([Source("map.strat", text)]))
    assert [(arrow.source, arrow.target) for arrow in cut.arrows] == [(order[-1], following[order[-1]])]
