"""Adding `serves` to a value never makes an element purposeless."""

from hypothesis import assume, given
from hypothesis import strategies as st

from goalgraph.analysis import Analysis, analyse
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.source import Source
from tests.laws.maps import Map, Said, admitted, maps, text_of

PURPOSELESS = frozenset(
    {
        "own-purpose",
        "organisation-as-end",
        "recipe-as-end",
        "kept-without-purpose",
        "unanchored",
        "idle-intangible",
        "means-as-end",
        "no-why",
        "closed-loop",
        "idle-flywheel",
    }
)


def _analysis(elements: Map) -> Analysis:
    return analyse([Source("map.strat", text_of(elements))])


def _told(analysis: Analysis) -> set[str]:
    """All that is told as leading nowhere."""
    anchored = analysis.graph.anchored
    return {
        name
        for finding in analysis.findings
        if finding.rule in PURPOSELESS
        for name in (*finding.violation.elements, *finding.violation.leads_in)
        if name in analysis.graph.elements and name not in anchored
    }


@given(maps(least=2, least_links=2), st.data())
def test_adding_serves_to_a_value_never_makes_an_element_purposeless(elements: Map, data: st.DataObject) -> None:
    values = [element for element in elements if element.kind is Kind.VALUE]
    assume(values)
    value = data.draw(st.sampled_from(values))
    sources = [
        element
        for element in elements
        if admitted(Relation.SERVES, element.kind, Kind.VALUE)
        and element.name != value.name
        and not any(link.relation is Relation.SERVES and link.target == value.name for link in element.links)
    ]
    assume(sources)
    source = data.draw(st.sampled_from(sources))
    strength = data.draw(st.sampled_from(("", " weakly", " strongly")))
    added = tuple(
        element._replace(links=(*element.links, Said(Relation.SERVES, value.name, strength)))
        if element.name == source.name
        else element
        for element in elements
    )
    before, after = _analysis(elements), _analysis(added)
    assert after.graph.anchored >= before.graph.anchored
    assert _told(after) <= _told(before)
    if not (source.stopped or value.stopped):
        assert source.name in after.graph.anchored
