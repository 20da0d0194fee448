"""Which links would close a loop is known before they are written."""

from goalgraph.analysis import analyse
from goalgraph.graph.closing import closing
from goalgraph.model.links import Relation
from goalgraph.source import Source

GRAPH = analyse(
    [
        Source(
            "map.strat",
            """\
value top
objective middle
    serves top
means low
    serves middle
    feeds other
means other
    status stopped
    serves top
means aside
""",
        )
    ]
).graph


def test_serving_what_leads_here_closes_a_loop() -> None:
    assert set(closing(GRAPH, "top", Relation.SERVES)) == {"middle", "low"}
    assert set(closing(GRAPH, "aside", Relation.SERVES)) == set()


def test_needing_what_this_leads_to_closes_a_loop() -> None:
    assert set(closing(GRAPH, "low", Relation.NEEDS)) == {"middle", "top"}
    assert set(closing(GRAPH, "top", Relation.NEEDS)) == set()


def test_no_other_link_closes_one_and_nothing_from_what_is_stopped_or_unknown() -> None:
    assert not closing(GRAPH, "low", Relation.FEEDS)
    assert not closing(GRAPH, "other", Relation.SERVES)
    assert not closing(GRAPH, "nobody", Relation.SERVES)
