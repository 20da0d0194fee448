"""What would follow if an element went as JSON, for programs: see `goalgraph/output/schema/impact-1.json`."""

from typing import Any

from goalgraph.output.asked import map_as_data
from goalgraph.output.impacts.assessed import Assessed, Assessment
from goalgraph.output.json_format import dump, place_of
from goalgraph.output.verdict import Verdict

SCHEMA = "urn:goalgraph:schema:impact:1"


def render(assessment: Assessment) -> str:
    """What all maps would lose as one JSON document."""
    return dump(
        SCHEMA,
        {
            "name": assessment.name,
            "unchecked": list(Verdict(assessment.analyses, ()).unchecked),
            "maps": [_assessed(each) for each in assessment.maps],
        },
    )


def render_failure(message: str) -> str:
    """What is printed where goalgraph itself failed: a valid document that says so."""
    return dump(SCHEMA, {"name": None, "unchecked": [], "maps": [], "failure": message})


def _assessed(assessed: Assessed) -> dict[str, Any]:
    element, found = assessed.element, assessed.impact
    return {
        "map": map_as_data(assessed.analysis),
        "title": element.title,
        "kind": str(element.kind),
        "place": place_of(element.place),
        "stopped": element.stopped,
        "in_doubt": assessed.in_doubt,
        "adrift": list(found.adrift),
        "bereft": list(found.bereft),
        "needing": list(found.needing),
    }
