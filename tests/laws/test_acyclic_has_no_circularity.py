"""An acyclic map has no circularity finding, and a circle always gives one."""

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import analyse
from goalgraph.model.elements import Kind
from goalgraph.source import Source
from tests.laws.maps import NAMES, WEIGHED, Map, maps, text_of


def _circularity(text: str) -> list[str]:
    return [
        finding.rule for finding in analyse([Source("map.strat", text)]).findings if finding.family == "circularity"
    ]


@given(maps(upward=True, to_itself=False, most_links=20))
def test_a_map_whose_arrows_all_run_upward_has_no_circularity_finding(elements: Map) -> None:
    assert _circularity(text_of(elements)) == []


@given(
    maps(upward=True, to_itself=False, kinds=(Kind.OBJECTIVE, Kind.MEANS), relations=WEIGHED, attributes=False),
    st.data(),
)
def test_one_arrow_back_from_what_is_reached_gives_one_finding(elements: Map, data: st.DataObject) -> None:
    graph = analyse([Source("map.strat", text_of(elements))]).graph
    ways = [(source, target) for source, targets in graph.steps.items() for target in targets]
    if not ways:
        assert _circularity(text_of(elements)) == []
        return
    source, target = data.draw(st.sampled_from(ways))
    back = text_of(
        element._replace(lines=(*element.lines, f"serves {source}")) if element.name == target else element
        for element in elements
    )
    assert len(_circularity(back)) == 1


@given(st.sampled_from(NAMES), st.sampled_from(("serves", "needs", "feeds")))
def test_a_link_to_itself_is_the_smallest_circle(name: str, relation: str) -> None:
    assert _circularity(f"value v\nmeans {name}\n    serves v\n    {relation} {name}\n") == ["own-purpose"]
