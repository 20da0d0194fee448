"""What to cut as JSON, for programs: see `goalgraph/output/schema/cut-1.json`."""

from typing import Any

from goalgraph.output.cuts.plan import ArrowPlan, CutPlan, LoopPlan
from goalgraph.output.json_format import dump, place_of

SCHEMA = "urn:goalgraph:schema:cut:1"


def render(plan: CutPlan) -> str:
    """The whole plan as one JSON document."""
    return dump(
        SCHEMA,
        {
            "summary": {
                "maps": plan.maps,
                "loops": len(plan.loops),
                "links": plan.links,
                "weight": plan.weight,
                "bound": plan.bound,
                "proven": plan.weight == plan.bound,
            },
            "unchecked": list(plan.verdict.unchecked),
            "loops": [_loop(loop) for loop in plan.loops],
        },
    )


def render_failure(message: str) -> str:
    """What is printed where goalgraph itself failed: a valid document that says so."""
    empty = dict.fromkeys(("maps", "loops", "links", "weight", "bound"), 0)
    return dump(SCHEMA, {"summary": {**empty, "proven": False}, "unchecked": [], "loops": [], "failure": message})


def _loop(loop: LoopPlan) -> dict[str, Any]:
    return {
        "rule": loop.rule,
        "start": loop.start.name,
        "elements": list(loop.members),
        "arrows": [_arrow(each) for each in loop.arrows],
        "weight": loop.cut.weight,
        "bound": loop.cut.bound,
        "proven": loop.cut.proven,
        "stranded": list(loop.cut.stranded),
    }


def _arrow(each: ArrowPlan) -> dict[str, Any]:
    arrow = each.arrow
    return {
        "source": arrow.source,
        "target": arrow.target,
        "weight": arrow.weight,
        "links": [{"wording": link.wording, "place": place_of(link.place)} for link in arrow.links],
        "stranded": list(each.stranded),
    }
