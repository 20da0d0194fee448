"""The chains of purpose from an element as JSON, for programs: see `goalgraph/output/schema/chains-1.json`."""

from typing import Any

from goalgraph.graph.chains import Chains, Meeting
from goalgraph.output.asked import map_as_data
from goalgraph.output.chains.answer import Answer, Answers
from goalgraph.output.json_format import dump, place_of
from goalgraph.output.verdict import Verdict

SCHEMA = "urn:goalgraph:schema:chains:1"


def render(answers: Answers) -> str:
    """The answers of all maps as one JSON document: what is on the chains, and the links between."""
    return dump(
        SCHEMA,
        {
            "question": answers.question,
            "name": answers.name,
            "unchecked": list(Verdict(answers.analyses, ()).unchecked),
            "answers": [_answer(each) for each in answers.answers],
        },
    )


def render_failure(message: str) -> str:
    """What is printed where goalgraph itself failed: a valid document that says so."""
    return dump(SCHEMA, {"question": None, "name": None, "unchecked": [], "answers": [], "failure": message})


def _answer(answer: Answer) -> dict[str, Any]:
    chains = answer.chains
    return {
        "map": map_as_data(answer.analysis),
        "stopped": answer.element.stopped,
        "in_doubt": answer.in_doubt,
        "reached": list(answer.reached),
        "stops": [list(stop) for stop in answer.stops],
        "turning": list(answer.turning),
        "on_loop": answer.on_loop,
        "elements": _elements(answer, chains.names if chains else (answer.element.name,)),
        "links": _links(chains) if chains else [],
    }


def _elements(answer: Answer, names: tuple[str, ...]) -> list[dict[str, Any]]:
    told = []
    for name in names:
        element = answer.analysis.map.elements[name]
        leaf = answer.chains.leaves.get(name) if answer.chains else None
        told.append(
            {
                "name": name,
                "title": element.title,
                "kind": str(element.kind),
                "place": place_of(element.place),
                "leaf": str(leaf) if leaf else None,
            }
        )
    return told


def _links(chains: Chains) -> list[dict[str, Any]]:
    """Every arrow on the chains, read along purpose; `back` where it leads back to what its chain came through."""
    return [
        {
            "source": each.arrow.source,
            "target": each.arrow.target,
            "reading": each.arrow.reading,
            "places": [place_of(link.place) for link in each.arrow.links],
            "back": each.meeting is Meeting.BACK,
        }
        for each in chains.met
        if each.arrow
    ]
