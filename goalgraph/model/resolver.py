"""From documents to a strategy map: names are resolved, values read, mistakes kept as data."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from goalgraph.model.attributes import read_element
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import ADMISSIONS, Link, Relation
from goalgraph.model.names import canonical
from goalgraph.model.problems import DeclaredTwice, Doubt, Problem, RepeatedLink, UnknownName, WrongKind
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax import nodes
from goalgraph.syntax.spelling import Speller
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


def resolve(
    documents: Sequence[nodes.Document],
    unreadable: Sequence[Unreadable] = (),
    stray: Sequence[Source] = (),
    nearby: Mapping[str, str] | None = None,
) -> StrategyMap:
    """Makes one map of its documents.

    `nearby` tells, for names that files outside the map declare, which file does.
    """
    return _Resolver(nearby or {}, bool(unreadable)).resolve(
        sorted(documents, key=lambda document: document.source.path), unreadable, stray
    )


class _Resolver:
    def __init__(self, nearby: Mapping[str, str], blind: bool) -> None:
        self.nearby = nearby
        self.blind = blind
        self.elements: dict[str, Element] = {}
        self.placed: list[tuple[str, nodes.Placed]] = []
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
        self, documents: Sequence[nodes.Document], unreadable: Sequence[Unreadable], stray: Sequence[Source]
    ) -> StrategyMap:
        self.declare(documents)
        for name, placed in self.placed:
            self.link(self.elements[name], placed)
        for document in documents:
            self.doubt_unread(document)
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

    def declare(self, documents: Sequence[nodes.Document]) -> None:
        places: defaultdict[str, list[Span]] = defaultdict(list)
        strategies: list[Element] = []
        for placed in (placed for document in documents for placed in document.placed):
            self.unread_names.update(_names_unread(placed.statement))
            head = placed.statement.head
            if head is None or placed.swallowed:
                continue
            name = canonical(head.name.text)
            places[name].append(placed.span(head.name))
            element, problems = read_element(name, placed)
            self.problems += problems
            if name not in self.elements:
                self.elements[name] = element
                if element.kind is Kind.STRATEGY:
                    strategies.append(element)
            self.placed.append((name, placed))
        for name, found in places.items():
            if len(found) > 1:
                self.problems.append(DeclaredTwice(name, tuple(found)))
        for second in strategies[1:]:
            self.problems.append(DeclaredTwice(strategies[0].name, (strategies[0].place, second.place), second.name))

    def link(self, source: Element, placed: nodes.Placed) -> None:
        seen: dict[tuple[Relation, str], Link] = {}
        for item in placed.statement.properties:
            if isinstance(item, nodes.Link):
                for word in item.targets:
                    link = self.target(source, item, word, placed)
                    first = seen.setdefault((link.relation, link.target), link) if link else None
                    if link and first is link:
                        self.links.append(link)
                    elif link and first:
                        self.problems.append(RepeatedLink(first, link))
            elif isinstance(item, nodes.Measure):
                for clause in item.clauses:
                    if clause.keyword.text == "of" and isinstance(clause.value, nodes.Word):
                        self.counted(source, clause.value, placed)

    def counted(self, source: Element, word: nodes.Word, placed: nodes.Placed) -> None:
        name = canonical(word.text)
        if name not in self.elements:
            self.unknown(source, "of", name, placed.span(word), frozenset(Kind))

    def target(self, source: Element, item: nodes.Link, word: nodes.Word, placed: nodes.Placed) -> Link | None:
        """The link to one of the names on a link line, or None where there can be none."""
        relation = Relation(item.keyword.text)
        admission = ADMISSIONS[relation]
        name = canonical(word.text)
        name_place = placed.span(word)
        target = self.elements.get(name)
        # Of a name declared twice each statement is judged by its own kind.
        if Kind(placed.statement.head.kind.text if placed.statement.head else source.kind) not in admission.on:
            self.wrong_kind(WrongKind(placed.span(item.keyword), relation, source, None, tuple(admission.on)), target)
            return None
        if target is None and not admission.words:
            self.unknown(source, relation, name, name_place, admission.names)
            return None
        if target is not None and target.kind not in admission.names:
            self.wrong_kind(WrongKind(name_place, relation, source, target, tuple(admission.names)), target)
            return None
        start = item.keyword.start if len(item.targets) == 1 else word.start
        place = Span(placed.source, placed.start + start, placed.start + word.end)
        strength = item.strength.text if item.strength else None
        because = item.because.value if item.because else None
        return Link(relation, source.name, name, place, name_place, strength, because)

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

    def doubt_unread(self, document: nodes.Document) -> None:
        """What an unread line mentions may be linked by it; a line that mentions nothing may link anything."""
        for unread in document.unread:
            self.unread_lines += 1 + unread.skipped
            self.mentioned(document.source.text[unread.line_start : unread.line_end])
        above: str | None = None
        for placed in document.placed:
            statement = placed.statement
            if placed.swallowed or (statement.head is None and statement.unread):
                self.unread_lines += statement.text.count("\n") + 1
                self.mentioned(statement.text)
                if above and statement.unread[0].mistake == "property-in-first-column":
                    self.why.add(above)
                    self.how.add(above)
            if statement.head:
                above = canonical(statement.head.name.text)
                for unread in statement.unread:
                    text = statement.text[unread.line_start : unread.line_end]
                    self.unread_lines += text.count("\n") + 1
                    if unread.mistake == "unclosed-text" or text.split(None, 1)[0] not in _NO_LINKS:
                        self.why.add(canonical(statement.head.name.text))
                        self.mentioned(text)

    def mentioned(self, text: str) -> None:
        names = {canonical(word) for word in _WORDS.findall(text)} & self.elements.keys()
        self.why |= names
        self.how |= names
        self.how_of_all |= not names


def _names_unread(statement: nodes.Statement) -> list[str]:
    """What a statement may declare where its first line, or that of a statement indented into it, was not read."""
    if statement.head is None:
        return _WORDS.findall(statement.text.split("\n", 1)[0])
    return [
        name
        for unread in statement.unread
        if unread.mistake == "indented-statement"
        for name in _WORDS.findall(statement.text[unread.end :].split("\n", 1)[0])
    ]
