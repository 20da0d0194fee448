"""Removing the suggested cuts, line by line in the text, leaves no loop; and no arrow of a cut is there in vain."""

from hypothesis import assume, given
from hypothesis import strategies as st

from goalgraph.analysis import analyse
from goalgraph.finding import CutArrow, Finding
from goalgraph.model.elements import Kind
from goalgraph.source import Source
from tests.laws.maps import PURPOSE, WEIGHED, Map, maps, text_of

LOOPS = ("deadlock", "closed-loop", "chicken-and-egg", "tangled-loop")


def _loops(text: str) -> list[Finding]:
    return [finding for finding in analyse([Source("map.strat", text)]).findings if finding.rule in LOOPS]


def _cuts(text: str) -> list[CutArrow]:
    return [arrow for finding in _loops(text) if finding.violation.cut for arrow in finding.violation.cut.arrows]


def _without(text: str, arrows: list[CutArrow]) -> str:
    """A text without the lines that say these arrows."""
    gone = {place.line for arrow in arrows for place in arrow.places}
    return "".join(line for number, line in enumerate(text.splitlines(keepends=True), start=1) if number not in gone)


# Few kinds and two relations close many loops.
TANGLED = maps(
    kinds=(Kind.MEANS, Kind.OBJECTIVE, Kind.MEANS, Kind.VALUE),
    relations=WEIGHED,
    least=3,
    most=12,
    least_links=10,
    most_links=40,
    attributes=False,
)


@given(TANGLED | maps(relations=PURPOSE, least=3, least_links=12, most_links=24))
def test_without_the_lines_of_the_cuts_no_loop_is_found(elements: Map) -> None:
    text = text_of(elements)
    assert _loops(_without(text, _cuts(text))) == []


@given(TANGLED, st.data())
def test_every_arrow_of_a_cut_is_needed(elements: Map, data: st.DataObject) -> None:
    text = text_of(elements)
    cuts = _cuts(text)
    assume(cuts)
    spared = data.draw(st.sampled_from(cuts))
    assert _loops(_without(text, [arrow for arrow in cuts if arrow is not spared])) != []


@given(TANGLED)
def test_an_arrow_of_a_cut_is_cut_at_every_line_that_says_it(elements: Map) -> None:
    text = text_of(elements)
    for arrow in _cuts(text):
        said = {place.text for place in arrow.places}
        assert said <= {f"serves {arrow.target}", f"needs {arrow.source}"}
        links = [(each.name, str(link.relation), link.target) for each in elements for link in each.links]
        assert len(said) == links.count((arrow.source, "serves", arrow.target)) + links.count(
            (arrow.target, "needs", arrow.source)
        )
