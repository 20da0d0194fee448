"""What would follow if an element went, as people read it in a terminal."""

from collections.abc import Sequence

from goalgraph.output.asked import fitted, in_columns, shortened, told_by_map
from goalgraph.output.drawing import one_line
from goalgraph.output.fitting import width
from goalgraph.output.impacts.assessed import Assessed, Assessment
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.verdict import counted
from goalgraph.rules.telling import call, listed


def render(assessment: Assessment, paper: Paper = FILE) -> str:
    """What would be lost, map by map, each with a last line that sums it up."""
    return told_by_map(assessment.analyses, [_told(each, paper) for each in assessment.maps], paper)


def _told(assessed: Assessed, paper: Paper) -> str:
    element = assessed.element
    if element.stopped:
        return fitted(one_line(f"{call(element)} is stopped: it takes no part. ({element.place.where})"), paper)
    adrift, bereft, _ = assessed.impact
    blocks = []
    if adrift:
        blocks.append(_block(assessed, adrift, ("element", "only way to a value"), paper))
    if bereft:
        blocks.append(_block(assessed, bereft, ("end", "only means"), paper))
    blocks.append([fitted(one_line(_summed_up(assessed)), paper)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _block(assessed: Assessed, names: Sequence[str], words: tuple[str, str], paper: Paper) -> list[str]:
    noun, lost = words
    elements = [assessed.analysis.graph.element(name) for name in names]
    room = max(width(element.name) for element in elements)
    rows = [
        (
            f"  {element.name}{' ' * (room - width(element.name))}"
            + (f'  "{shortened(one_line(element.title))}"' if element.title != element.name else ""),
            element.place.where,
        )
        for element in elements
    ]
    shown = in_columns([(one_line(first), one_line(second)) for first, second in rows], paper)
    whose = "its" if len(names) == 1 else "their"
    first = f"Without {call(assessed.element)}, {counted(len(names), noun)} would lose {whose} {lost}:"
    return [fitted(one_line(first), paper), *shown]


def _summed_up(assessed: Assessed) -> str:
    graph, name = assessed.analysis.graph, assessed.element.name
    adrift, bereft, needing = assessed.impact
    ways = f"{_losing(adrift, 'element', 'nothing else')} only way to a value"
    means = f"{_losing(bereft, 'end', 'no end')} only means".replace(" would lose", "")
    told = [f"If `{name}` went, {ways}, and {means}."]
    if needing:
        told.append(f"It is needed by {listed(needing)}.")
    if assessed.last_value:
        told.append("It is the only value: the objectives on top would stand in for it.")
    elif name not in graph.anchored and not assessed.in_doubt:
        told.append("It reaches no value as it is.")
    if assessed.in_doubt:
        told.append("Not everything could be read: there may be other ways.")
    return " ".join(told)


def _losing(names: Sequence[str], noun: str, none: str) -> str:
    return f"{counted(len(names), noun) if names else none} would lose {'their' if len(names) > 1 else 'its'}"
