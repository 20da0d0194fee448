"""Parts of a map that can be looked at by themselves."""

from hypothesis import given

from goalgraph.output.maps.views import around_loops, around_units
from goalgraph.output.maps.whole import scene_of
from tests.laws.maps import Map, maps, text_of
from tests.output.maps.laws import analysed, goes_on, is_sound, keys, many

MOST = 80


@given(maps(most=12, most_links=24))
def test_all_loops_of_a_small_map_are_among_their_view(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    names, left_out = around_loops(analysis, MOST)
    turning = {*analysis.graph.loop_of, *(link.source for link in analysis.graph.self_links)}
    assert turning <= set(names) <= set(goes_on(analysis.graph))
    assert left_out == 0
    assert bool(names) == bool(turning)
    is_sound(scene_of(analysis.graph, names))


@given(maps(most=12, most_links=24))
def test_the_view_of_a_unit_has_all_that_it_owns_and_goes_on(drawn: Map) -> None:
    analysis = analysed(text_of(drawn))
    shown = set(goes_on(analysis.graph))
    views = around_units(analysis)
    for link in analysis.map.links:
        if link.relation == "owner" and link.source in shown and link.target in analysis.graph.elements:
            assert link.source == link.target or link.source in views[link.target]
    for names in views.values():
        assert names
        assert set(names) <= shown
        is_sound(scene_of(analysis.graph, names))


def test_what_stands_beside_a_loop_is_shown_with_it_and_nothing_else() -> None:
    analysis = analysed(
        "means a\n    serves b\nmeans b\n    serves a, v\nvalue v\nmeans c\n    serves a\nmeans d\n    serves c\n"
    )
    assert around_loops(analysis, MOST).names == ("a", "b", "v", "c")


def test_the_largest_loops_come_first_and_it_is_told_how_many_are_left_out() -> None:
    loops = "".join(
        "".join(many("means", size, "    serves means-{1}\n")).replace("means-", f"m{size}-") for size in (3, 50, 20, 9)
    )
    names, left_out = around_loops(analysed(loops), MOST)
    assert len(names) == 50 + 20 + 9
    assert left_out == 1


def test_of_a_loop_that_is_too_large_its_shortest_circle_is_shown() -> None:
    text = (
        "".join(many("means", 100, "    serves means-{1}\n")) + "means short\n    serves means-0\n    needs means-1\n"
    )
    names, left_out = around_loops(analysed(text), MOST)
    assert {"means-0", "means-1", "short"} <= set(names)
    assert len(names) <= MOST
    assert left_out == 0


def test_a_map_without_loops_and_units_has_no_views() -> None:
    analysis = analysed('value v "V"\nmeans m "M"\n    serves v\n')
    assert around_loops(analysis, MOST).names == ()
    assert around_units(analysis) == {}
    assert keys(scene_of(analysis.graph, ())) == []
