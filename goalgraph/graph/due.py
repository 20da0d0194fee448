"""When an objective is due."""

from datetime import date
from typing import NamedTuple

from goalgraph.graph.half_read import half_read
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.remembering import remembered
from goalgraph.model.elements import Element
from goalgraph.source import Span


class Due(NamedTuple):
    """The day by which an objective is sought, and the measure, `until` or `horizon` that says so."""

    day: date
    place: Span


def due(graph: PurposeGraph, objective: Element) -> Due | None:
    """The latest `by` of its measures, else its `until`, else the horizon; None where that is not known."""
    if objective.name in half_read(graph):
        return None
    dated = [Due(measure.by, measure.place) for measure in objective.measures if measure.by]
    if dated:
        return max(dated, key=lambda each: each.day)
    if objective.until:
        return Due(objective.until, objective.written("until"))
    return _horizon(graph)


@remembered
def _horizon(graph: PurposeGraph) -> Due | None:
    strategy = graph.map.strategy
    if strategy is None or strategy.horizon is None or strategy.name in half_read(graph):
        return None
    return Due(strategy.horizon, strategy.written("horizon"))
