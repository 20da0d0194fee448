"""The chains of purpose from an element, as people read them in a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from goalgraph.graph.arrows import Arrow
from goalgraph.graph.chains import Chains, Leaf, Meeting, Met
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.stopped import stopped_purposes
from goalgraph.model.elements import Kind
from goalgraph.model.links import Link, Relation
from goalgraph.output.asked import fitted, in_columns, shortened, told_by_map
from goalgraph.output.chains.answer import Answer, Answers
from goalgraph.output.chains.tree import drawn
from goalgraph.output.drawing import one_line
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.verdict import counted
from goalgraph.rules.telling import call, listed

_MOST_PLACES = 2
_MOST_NAMES = 6
# How a link reads to somebody who goes against purpose, from an end to what is for it.
_DOWNWARD = {
    "serves": "is served by",
    "is needed by": "needs",
    "feeds": "is fed by",
    "joins what supports": "is bridged by",
}
_LEAVES = {
    Leaf.VALUE: "a value: nothing further is asked",
    Leaf.STAND_IN: "stands in for a value: this map names none",
}


def render(answers: Answers, paper: Paper = FILE) -> str:
    """The chains as a tree, map by map, each with a last line that sums it up."""
    return told_by_map(answers.analyses, [_told(each, paper) for each in answers.answers], paper)


def _told(answer: Answer, paper: Paper) -> str:
    if answer.chains is None:
        stopped = f"{call(answer.element)} is stopped: it takes no part. ({answer.element.place.where})"
        return fitted(one_line(stopped), paper)
    summed_up = _why(answer) if answer.chains.upward else _how(answer)
    if answer.in_doubt:
        summed_up += f" Not everything could be read: there may be more {'whys' if answer.chains.upward else 'to it'}."
    rows = [(one_line(first), one_line(second)) for first, second in _tree(answer.graph, answer.chains)]
    return "\n".join([*in_columns(rows, paper), "", fitted(one_line(summed_up), paper)])


def _tree(graph: PurposeGraph, chains: Chains) -> Iterator[tuple[str, str]]:
    """The lines of the tree, each with the places that say it."""
    shown: set[str] = set()
    to_itself = {link.source: link for link in reversed(graph.self_links)}
    for line, before, below in drawn(chains):
        name, arrow, _, meeting = chains.met[line[0]]
        element = graph.element(name)
        title = f'  "{shortened(one_line(element.title))}"' if element.title != name else ""
        if arrow is None:
            yield f"{element.kind} {name}{title}", element.place.where
        elif meeting is Meeting.FIRST:
            yield f"{before}{_reading(arrow, chains)} {name}{title}", _places([arrow])
        else:
            met = [chains.met[number] for number in line]
            names = _few([each.name for each in met[:_MOST_NAMES]], len(met))
            arrows = [each.arrow for each in met if each.arrow]
            yield f"{before}{_reading(arrow, chains)} {names}  {_elsewhere(graph, chains, met, shown)}", _places(arrows)
        if meeting is Meeting.FIRST:
            shown.add(name)
            yield from ((f"{below}{note}", "") for note in _notes(graph, chains, name, to_itself.get(name)))


def _reading(arrow: Arrow, chains: Chains) -> str:
    return f"↓ {arrow.reading}" if chains.upward else f"↑ {_DOWNWARD[arrow.reading]}"


def _places(arrows: Sequence[Arrow]) -> str:
    # What a bridge joins stands together.
    links = [
        link
        for arrow in arrows
        for link in (arrow.links[:1] if arrow.links[0].relation is Relation.JOINS else arrow.links)
    ]
    return _few([link.place.where for link in links[:_MOST_PLACES]], len(links))


def _few(shown: Sequence[str], count: int) -> str:
    return ", ".join(shown) + (f" and {count - len(shown)} more" if count > len(shown) else "")


def _elsewhere(graph: PurposeGraph, chains: Chains, met: Sequence[Met], shown: set[str]) -> str:
    """Where elements are shown that are met again, or that what is met leads back to them."""
    if met[0].meeting is Meeting.AGAIN:
        above = [each.name in shown for each in met]
        return "see above" if all(above) else "see above and below" if any(above) else "see below"
    before = chains.met[met[0].before].name
    on_loop = any(each.name in graph.loop_of.get(before, ()) for each in met)
    what = _titled(graph, met[0].name) if len(met) == 1 else "them"
    return f"back to {what}: {'a loop' if on_loop else 'a flywheel'}"


def _titled(graph: PurposeGraph, name: str) -> str:
    title = graph.title(name)
    return f'"{shortened(one_line(title))}"' if title != name else f"`{name}`"


def _notes(graph: PurposeGraph, chains: Chains, name: str, own: Link | None) -> Iterator[str]:
    """What is to be said of an element beside its links."""
    leaf = chains.leaves.get(name)
    doubt = graph.map.doubt
    unsure = name in (doubt.why if chains.upward else doubt.how)
    so_far = ", as far as it could be read"
    if leaf is Leaf.DEAD_END:
        yield _dead_end(graph, name) + (so_far if graph.is_uncertain(name) else "")
    elif leaf is Leaf.NOTHING_DONE:
        yield "nothing is done for this" + (so_far if doubt.everything or unsure else "")
    elif leaf in _LEAVES:
        yield _LEAVES[leaf]
    elif chains.upward and graph.element(name).kind is Kind.VALUE:
        yield "a value, and for the sake of more"
    if own:
        yield f"that it {own.relation} itself says no {'why' if chains.upward else 'how'} ({own.place.where})"
    if unsure and leaf not in (Leaf.DEAD_END, Leaf.NOTHING_DONE):
        yield "not everything about it could be read"


def _dead_end(graph: PurposeGraph, name: str) -> str:
    stopped = stopped_purposes(graph, name)
    stops = f"here the chain of whys stops, at {graph.element(name).kind.phrase}"
    if not stopped:
        return stops
    ends = dict.fromkeys(link.source if link.target == name else link.target for link in stopped)
    return f"{stops}: what it is for is stopped ({listed(ends)})"


def _why(answer: Answer) -> str:
    """Which values are reached, how many dead ends, and whether it stands on a loop."""
    graph, name = answer.graph, answer.element.name
    values = [each for each in answer.reached if each != name]
    is_anchor = name in answer.reached
    if not graph.values and answer.reached:
        what = "objective that stands in for a value", "objectives that stand in for a value"
    else:
        what = "value", "values"
    if is_anchor:
        first = f"is {'a value' if graph.values else what[0].replace('objective', 'an objective', 1)} itself"
        reaches = f"{first} and leads to {counted(len(values), *what)} more" if values else first
    else:
        reaches = f"reaches {counted(len(values), *what)}" if values else "reaches no value"
    named = f" ({listed(values)})" if values else ""
    own = [stop for stop in answer.stops if name in stop]
    if own:
        stops = "is a dead end itself" if len(own[0]) == 1 else "goes round in one dead end"
    else:
        stops = f"leads to {counted(len(answer.stops), 'dead end') if answer.stops else 'no dead end'}"
    return f"`{name}` {reaches}{named}, {stops}, and {_standing(answer)}."


def _how(answer: Answer) -> str:
    """What there is for it, for which ends nothing is done, and whether it stands on a loop."""
    graph, name = answer.graph, answer.element.name
    kinds = Counter(graph.element(each).kind for each in answer.reached)
    there = [
        counted(kinds[kind], kind.value, kind.value if kind is Kind.MEANS else "")
        for kind in (Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS, Kind.ASSET, Kind.BRIDGE, Kind.UNIT)
        if kinds[kind]
    ]
    below = [each for (each,) in answer.stops if each != name]
    supported = f"is supported by {_row(there)}" if there else "is supported by nothing"
    ends = f"; nothing is done for {counted(len(below), 'end')} below it ({listed(below)})" if below else ""
    return f"`{name}` {supported}, and {_standing(answer)}{ends}."


def _row(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _standing(answer: Answer) -> str:
    others = [each for each in answer.turning if each != answer.element.name]
    if not others:
        return "stands on no loop"
    return f"stands on a {'loop' if answer.on_loop else 'flywheel'} with {listed(others)}"
