"""From documents to a strategy map: names are resolved, values read, mistakes kept as data."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from goalgraph.model.declarations import Declaration, LinkLine, MeasureLine, Stretch
from goalgraph.model.elements import Element, Kind, Measure
from goalgraph.model.links import ADMISSIONS, Link, Relation
from goalgraph.model.names import canonical
from goalgraph.model.problems import (
    BadValue,
    DeclaredTwice,
    Doubt,
    Problem,
    RepeatedLink,
    UnknownName,
    UnreadText,
    WrongKind,
)
from goalgraph.model.reader import Reader
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.spelling import Speller
from goalgraph.syntax.statements import body, swallowed
from goalgraph.syntax.vocabulary import ATTRIBUTES

_WORDS = re.compile(r"[^\W\d][\w.\-]*")
# What is said by these makes no arrow from the element that says it, so no end is supported by it.
_NOT_UPWARD = ("needs", "of", "owner", "hinders", "keep", "drop", "weigh")
# An unread line that begins like this holds no link. (But `nature` decides whether an idle asset is told.)
_NO_LINKS = frozenset(ATTRIBUTES) - {"nature"}
# A mistaken name is compared with all others; past this many, mistakes are told without a suggestion.
_MOST_SUGGESTIONS = 500
# Names are short and much alike; below this, what is near is seldom what was meant.
_LIKENESS = 0.7


# What a named tuple's own constructor calls; without it a large map is resolved in three quarters of the time.
_new = tuple.__new__

_KINDS = {str(kind): kind for kind in Kind}
_RELATIONS = {str(relation): relation for relation in Relation}


def resolve(
    documents: Sequence[Document],
    unreadable: Sequence[Unreadable] = (),
    stray: Sequence[Source] = (),
    nearby: Mapping[str, str] | None = None,
    reader: Reader | None = None,
) -> StrategyMap:
    """Makes one map of its documents.

    `nearby` tells, for names that files outside the map declare, which file does. `reader` is who finds out what
    statements declare, and may know it already.
    """
    return _Resolver(nearby or {}, bool(unreadable), reader or Reader()).resolve(
        sorted(documents, key=lambda document: document.source.path), unreadable, stray
    )


class _Placed(NamedTuple):
    """What a statement declares, at its place: `start` is where the statement starts in its source."""

    declared: Declaration
    source: Source
    start: int

    def span(self, stretch: Stretch) -> Span:
        return _new(Span, (self.source, self.start + stretch[0], self.start + stretch[1]))


class _Resolver:
    def __init__(self, nearby: Mapping[str, str], blind: bool, reader: Reader) -> None:
        self.nearby = nearby
        self.blind = blind
        self.reader = reader
        self.elements: dict[str, Element] = {}
        self.placed: list[_Placed] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.unread_names: set[str] = set()
        self.why: set[str] = set()
        self.how: set[str] = set()
        self.how_of_all = False
        self.unread_lines = 0
        self.unresolved = 0
        self.speller: Speller | None = None
        self.suggested: dict[str, list[str]] = {}

    def resolve(
        self, documents: Sequence[Document], unreadable: Sequence[Unreadable], stray: Sequence[Source]
    ) -> StrategyMap:
        declared = self.reader.read(documents)
        inside = [_inside_unclosed(*each) for each in zip(documents, declared, strict=True)]
        for each in zip(documents, declared, inside, strict=True):
            self.declare(*each)
        self.tell_declared_twice()
        for placed in self.placed:
            if placed.declared.links or placed.declared.counted:
                self.link(self.elements[placed.declared.name], placed)
        for each in zip(documents, declared, inside, strict=True):
            self.doubt_unread(*each)
        doubt = Doubt(
            frozenset(self.why),
            frozenset(self.elements if self.how_of_all else self.how),
            bool(unreadable),
            self.unread_lines,
            self.unresolved,
            len(unreadable),
        )
        return StrategyMap(
            tuple(documents),
            tuple(unreadable),
            tuple(stray),
            self.elements,
            tuple(self.links),
            tuple(self.problems),
            doubt,
        )

    def declare(self, document: Document, declared: Sequence[Declaration], inside: Mapping[int, int]) -> None:
        for index, each in enumerate(declared):
            if each.unread:
                self.unread_names.update(_names_unread(document.pieces[index], each))
            if not each.kind or index in inside:
                continue
            placed = _Placed(each, document.source, document.starts[index])
            self.placed.append(placed)
            for at, message, hint, first, first_says in each.mistakes:
                before = placed.span(first) if first else None
                self.problems.append(BadValue(placed.span(at), each.name, message, hint, before, first_says))
            if each.name not in self.elements:
                self.elements[each.name] = _element(placed)

    def tell_declared_twice(self) -> None:
        strategies = [element for element in self.elements.values() if element.kind is Kind.STRATEGY]
        for second in strategies[1:]:
            self.problems.append(DeclaredTwice(strategies[0].name, (strategies[0].place, second.place), second.name))
        if len(self.placed) == len(self.elements):
            return
        places: defaultdict[str, list[Span]] = defaultdict(list)
        for placed in self.placed:
            places[placed.declared.name].append(placed.span(placed.declared.name_place))
        for name, found in places.items():
            if len(found) > 1:
                self.problems.append(DeclaredTwice(name, tuple(found)))

    def link(self, source: Element, placed: _Placed) -> None:
        declared, file, at = placed
        # Of a name declared twice each statement is judged by its own kind.
        kind = _KINDS[declared.kind]
        seen: dict[tuple[Relation, str], Link] = {}
        for line in declared.links:
            (keyword_start, _), keyword, names, strength, because = line
            relation = _RELATIONS[keyword]
            admission = ADMISSIONS[relation]
            for name, (start, end) in names:
                target = self.elements.get(name)
                if kind not in admission.on or (target.kind not in admission.names if target else not admission.words):
                    self.refuse(source, target, line, (name, (start, end)), placed)
                    continue
                place = _new(Span, (file, at + (start if len(names) > 1 else keyword_start), at + end))
                named = target.name if target else name
                link = _new(Link, (relation, source.name, named, place, end - start, strength, because))
                first = seen.setdefault((relation, named), link)
                if first is link:
                    self.links.append(link)
                else:
                    self.problems.append(RepeatedLink(first, link))
        for name, stretch in declared.counted:
            if name not in self.elements:
                self.unknown(source, "of", name, placed.span(stretch), frozenset(Kind))

    def refuse(
        self, source: Element, target: Element | None, line: LinkLine, named: tuple[str, Stretch], placed: _Placed
    ) -> None:
        """Tells why a name on a link line makes no link."""
        keyword_place, keyword, *_ = line
        name, stretch = named
        relation = _RELATIONS[keyword]
        on, names, _ = ADMISSIONS[relation]
        if _KINDS[placed.declared.kind] not in on:
            self.wrong_kind(WrongKind(placed.span(keyword_place), relation, source, None, tuple(on)), target)
        elif target is None:
            self.unknown(source, relation, name, placed.span(stretch), names)
        else:
            self.wrong_kind(WrongKind(placed.span(stretch), relation, source, target, tuple(names)), target)

    def wrong_kind(self, problem: WrongKind, target: Element | None) -> None:
        if problem not in self.problems[-1:]:
            self.problems.append(problem)
        self.unresolved += 1
        ends = {problem.source.name} | ({target.name} if target else set())
        self.why |= ends
        self.how |= ends
        self.how_of_all |= problem.keyword not in _NOT_UPWARD

    def unknown(self, source: Element, keyword: str, name: str, place: Span, admitted: Iterable[Kind]) -> None:
        self.unresolved += 1
        meant: Element | None = None
        if name not in self.unread_names and not self.blind:
            meant = None if name in self.nearby else self.meant(name, frozenset(admitted))
            self.problems.append(UnknownName(place, name, source.name, keyword, meant, self.nearby.get(name)))
        ends = {source.name} | ({meant.name} if meant else set())
        self.why |= ends
        # What supports an end that nobody can name may support any.
        self.how |= ends
        self.how_of_all |= meant is None and keyword not in _NOT_UPWARD

    def meant(self, name: str, admitted: frozenset[Kind]) -> Element | None:
        if name not in self.suggested:
            if len(self.suggested) >= _MOST_SUGGESTIONS:
                return None
            self.speller = self.speller or Speller(self.elements)
            self.suggested[name] = self.speller.nearest(name, limit=8, at_least=_LIKENESS)
        near = [self.elements[candidate] for candidate in self.suggested[name]]
        return next(chain((element for element in near if element.kind in admitted), near), None)

    def doubt_unread(self, document: Document, declared: Sequence[Declaration], inside: Mapping[int, int]) -> None:
        """What an unread line mentions may be linked by it; a line that mentions nothing may link anything."""
        text = document.source.text
        for _, message, hint, start, end, line_start, line_end, skipped in document.unread:
            self.problems.append(UnreadText(Span(document.source, start, end), message, hint, None, skipped))
            self.unread_lines += 1 + skipped
            self.mentioned(text[line_start:line_end])
        lines_inside: defaultdict[int, int] = defaultdict(int)
        for index, opener in inside.items():
            lines_inside[opener] += body(document.pieces[index]).count("\n") + 1
        above: str | None = None
        for index, each in enumerate(declared):
            if index in inside:
                self.doubt_whole(document.pieces[index])
            elif each.unread:
                self.tell_unread(_Placed(each, document.source, document.starts[index]), lines_inside[index])
                if each.kind:
                    self.doubt_lines(document.pieces[index], each)
                else:
                    self.doubt_whole(document.pieces[index])
                    if above and each.unread[0][0] == "property-in-first-column":
                        self.why.add(above)
                        self.how.add(above)
            above = each.name or above

    def tell_unread(self, placed: _Placed, lines_inside: int) -> None:
        text = placed.source.text
        for mistake, message, hint, start, end, _, line_end, _ in placed.declared.unread:
            skipped = text.count("\n", placed.start + start, placed.start + line_end)
            skipped += lines_inside if mistake == "unclosed-text" else 0
            place = placed.span((start, end))
            self.problems.append(UnreadText(place, message, hint, placed.declared.name or None, skipped))

    def doubt_whole(self, piece: str) -> None:
        """Doubts all that a statement mentions of which not even the first line was read."""
        text = body(piece)
        self.unread_lines += text.count("\n") + 1
        self.mentioned(text)

    def doubt_lines(self, piece: str, declared: Declaration) -> None:
        for mistake, _, _, _, _, line_start, line_end, _ in declared.unread:
            text = piece[line_start:line_end]
            self.unread_lines += text.count("\n") + 1
            if mistake == "unclosed-text" or text.split(None, 1)[0] not in _NO_LINKS:
                self.why.add(declared.name)
                self.mentioned(text)

    def mentioned(self, text: str) -> None:
        names = {canonical(word) for word in _WORDS.findall(text)} & self.elements.keys()
        self.why |= names
        self.how |= names
        self.how_of_all |= not names


def _element(placed: _Placed) -> Element:
    declared = placed.declared
    since, until, horizon = declared.since, declared.until, declared.horizon
    return Element(
        _KINDS[declared.kind],
        declared.name,
        declared.title,
        placed.span(declared.name_place),
        placed.span(declared.title_place),
        declared.sphere,
        declared.natures,
        declared.status,
        date.fromordinal(since) if since else None,
        date.fromordinal(until) if until else None,
        date.fromordinal(horizon) if horizon else None,
        tuple(_measure(line, placed) for line in declared.measures) if declared.measures else (),
        declared.because,
        declared.notes,
        declared.sources,
        declared.urls,
        declared.tags,
        tuple((word, placed.span(at)) for word, at in declared.date_places) if declared.date_places else (),
    )


def _measure(line: MeasureLine, placed: _Placed) -> Measure:
    counted, at, of, start, goal, by, because = line
    return Measure(counted, placed.span(at), of, start, goal, date.fromordinal(by) if by else None, because)


def _inside_unclosed(document: Document, declared: Sequence[Declaration]) -> dict[int, int]:
    """The statements inside an unclosed text, by index, each with the index of the one that opened it."""
    openers = [
        index
        for index, each in enumerate(declared)
        if each.unread and any(line[0] == "unclosed-text" for line in each.unread)
    ]
    return swallowed(document.pieces, openers) if openers else {}


def _names_unread(piece: str, declared: Declaration) -> list[str]:
    """What a statement may declare where its first line, or that of a statement indented into it, was not read."""
    if not declared.kind:
        return _WORDS.findall(piece.split("\n", 1)[0])
    return [
        name
        for mistake, _, _, _, end, *_ in declared.unread
        if mistake == "indented-statement"
        for name in _WORDS.findall(body(piece)[end:].split("\n", 1)[0])
    ]
