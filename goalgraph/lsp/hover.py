"""What an element is and why it is there: `textDocument/hover`."""

import re
from collections.abc import Iterator

from lsprotocol import types

from goalgraph.graph.organisation import owners
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.sorting import sortings
from goalgraph.lsp import meanings, syntax_words
from goalgraph.lsp.markup import Markup
from goalgraph.lsp.pointing import name_at, statement_index
from goalgraph.lsp.view import View
from goalgraph.lsp.ways import support, whys
from goalgraph.model.elements import Element, Kind, Measure
from goalgraph.model.links import Relation
from goalgraph.output.verdict import counted
from goalgraph.source import Span
from goalgraph.syntax.statements import body, lines

_FIRST_WORD = re.compile(r"\s*([^\W\d][\w\-]*)")
# Texts of a map are cut to so many columns; of what may be many, so many are told.
_ROOM = 200
_MOST = 3


def hover(view: View, offset: int) -> types.Hover | None:
    """Of the element whose name stands at an offset: title, kind, owner, and the chain of whys.

    Of the first word on a line: what it means, and how it is used.
    """
    markup = Markup(view.client.markdown)
    named = name_at(view, offset)
    if named:
        element = view.analysis.map.elements.get(named.name)
        if element is None:
            return None
        blocks = [*_told(view.graph, element, markup), *_found(view, offset, markup)]
        return types.Hover(markup.content(blocks), view.range(named.place))
    word = _word(view, offset)
    return types.Hover(markup.content(_explained(word, markup)), view.range(word)) if word else None


def _told(graph: PurposeGraph, element: Element, markup: Markup) -> Iterator[str]:
    """All there is to say of an element."""
    yield _head(element, markup)
    yield _facts(graph, element, markup)
    if element.because:
        yield f"because {markup.text(element.because[0], _ROOM)}"
    if element.measures:
        yield _measures(element.measures, markup)
    if element.stopped:
        yield "It is stopped, and takes no part."
    elif element.name in graph.elements:
        yield _parts(graph, element, markup)
        yield from whys(graph, element.name, markup)
        yield support(graph, element.name)


def _head(element: Element, markup: Markup) -> str:
    said = [str(element.kind), *element.natures]
    said += [f"{element.sphere} sphere" if element.sphere != "both" else "both spheres"] if element.sphere else []
    said += [element.status] if element.status else []
    kind = ", ".join([markup.code(element.name), *said])
    titled = element.title != element.name
    return f"{markup.strong(markup.text(element.title, _ROOM))}\n\n{kind}" if titled else kind


def _facts(graph: PurposeGraph, element: Element, markup: Markup) -> str:
    """Who answers for it, and its dates."""
    units = [markup.text(graph.title(unit)) for unit in owners(graph).get(element.name, ())]
    word = "part of" if element.kind is Kind.UNIT else "owner"
    facts = [f"{word}: {_few(units)}"] if units else []
    dates = (("since", element.since), ("until", element.until), ("horizon", element.horizon))
    return ", ".join([*facts, *(f"{word} {day.isoformat()}" for word, day in dates if day)])


def _measures(measures: tuple[Measure, ...], markup: Markup) -> str:
    return f"measured by {_few([_measure(each, markup) for each in measures[:_MOST]], len(measures))}"


def _measure(measure: Measure, markup: Markup) -> str:
    said = [markup.text(measure.counted)]
    said += [f"from {markup.text(measure.start)}"] if measure.start else []
    said += [f"to {markup.text(measure.goal)}"] if measure.goal else []
    said += [f"by {measure.by.isoformat()}"] if measure.by else []
    return " ".join(said)


def _few(said: list[str], count: int | None = None) -> str:
    rest = (len(said) if count is None else count) - _MOST
    return ", ".join(said[:_MOST]) + (f" and {rest} more" if rest > 0 else "")


def _parts(graph: PurposeGraph, element: Element, markup: Markup) -> str:
    """What a bridge joins, how a concept is sorted, how much a unit answers for."""
    name = element.name
    if element.kind is Kind.BRIDGE and name in graph.joins:
        return f"It joins {_few([markup.code(end) for end in graph.joins[name]])}."
    if element.kind is Kind.CONCEPT:
        sorting = sortings(graph)[name]
        there = (("kept", sorting.kept), ("dropped", sorting.dropped), ("not decided yet", sorting.weighed))
        said = [f"{len(links)} {word}" for word, links in there if links]
        return f"Of its parts {', '.join(said)}." if said else ""
    if element.kind is Kind.UNIT:
        owned = sum(link.target == name != link.source for link in graph.links[Relation.OWNER])
        return f"It answers for {counted(owned, 'element')}." if owned else ""
    return ""


def _found(view: View, offset: int, markup: Markup) -> Iterator[str]:
    """Why what was found at an offset matters, and where more is said of it."""
    told: set[str] = set()
    for finding in view.analysis.findings:
        place = finding.place
        here = place.source is view.source and place.start <= offset <= place.end
        if here and finding.rule not in told and len(told) < _MOST:
            told.add(finding.rule)
            more = markup.code(f"goalgraph rule {finding.rule}")
            yield f"{markup.strong(finding.rule)}: {markup.text(finding.violation.why, _ROOM)} ({more})"


def _word(view: View, offset: int) -> Span | None:
    """The word of the language that begins the line at an offset, if that stands there."""
    index = statement_index(view.document, offset)
    if index is None:
        return None
    start = view.document.starts[index]
    for line_start, line in lines(body(view.document.pieces[index])):
        match = _FIRST_WORD.match(line)
        known = meanings.PROPERTIES if line_start else meanings.KINDS
        if match and match[1] in known:
            place = Span(view.source, start + line_start + match.start(1), start + line_start + match.end(1))
            if place.start <= offset <= place.end:
                return place
    return None


def _explained(place: Span, markup: Markup) -> Iterator[str]:
    word = place.text
    meaning = meanings.KINDS.get(word) or meanings.PROPERTIES[word]
    yield f"{markup.strong(word)}: {meaning.meaning}"
    yield markup.drawn([syntax_words.KINDS.get(word) or syntax_words.PROPERTIES[word]], "strat")
