"""From documents to a strategy map: names are resolved, values read, mistakes kept as data."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from goalgraph.model.declarations import Declaration, LinkLine, Stretch
from goalgraph.model.doubts import Doubts, inside_unclosed, names_unread
from goalgraph.model.elements import Element, Kind
from goalgraph.model.links import ADMISSIONS, Link, Relation
from goalgraph.model.placing import KINDS, Placed, element_of, new
from goalgraph.model.problems import (
    BadValue,
    DeclaredTwice,
    Problem,
    RepeatedLink,
    UnknownName,
    WrongKind,
)
from goalgraph.model.reader import Reader
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.spelling import Speller

# A mistaken name is compared with all others; past this many, mistakes are told without a suggestion.
_MOST_SUGGESTIONS = 500
# Names are short and much alike; below this, what is near is seldom what was meant.
LIKENESS = 0.7

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


class _Resolver:
    def __init__(self, nearby: Mapping[str, str], blind: bool, reader: Reader) -> None:
        self.nearby = nearby
        self.blind = blind
        self.reader = reader
        self.elements: dict[str, Element] = {}
        self.placed: list[Placed] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.unread_names: set[str] = set()
        self.doubts = Doubts(self.elements)
        self.speller: Speller | None = None
        self.suggested: dict[str, list[str]] = {}

    def resolve(
        self, documents: Sequence[Document], unreadable: Sequence[Unreadable], stray: Sequence[Source]
    ) -> StrategyMap:
        declared = self.reader.read(documents)
        inside = [inside_unclosed(*each) for each in zip(documents, declared, strict=True)]
        for each in zip(documents, declared, inside, strict=True):
            self.declare(*each)
        self.tell_declared_twice()
        for placed in self.placed:
            if placed.declared.links or placed.declared.counted:
                self.link(self.elements[placed.declared.name], placed)
        for each in zip(documents, declared, inside, strict=True):
            self.problems += self.doubts.unread(*each)
        return StrategyMap(
            tuple(documents),
            tuple(unreadable),
            tuple(stray),
            self.elements,
            tuple(self.links),
            tuple(self.problems),
            self.doubts.gathered(len(unreadable)),
            tuple(map(tuple, declared)),
        )

    def declare(self, document: Document, declared: Sequence[Declaration], inside: Mapping[int, int]) -> None:
        for index, each in enumerate(declared):
            if each.unread:
                self.unread_names.update(names_unread(document.pieces[index], each))
            if not each.kind or index in inside:
                continue
            placed = Placed(each, document.source, document.starts[index])
            self.placed.append(placed)
            for at, message, hint, first, first_says in each.mistakes:
                before = placed.span(first) if first else None
                self.problems.append(BadValue(placed.span(at), each.name, message, hint, before, first_says))
            if each.name not in self.elements:
                self.elements[each.name] = element_of(placed)

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

    def link(self, source: Element, placed: Placed) -> None:
        declared, file, at = placed
        # Of a name declared twice each statement is judged by its own kind.
        kind = KINDS[declared.kind]
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
                place = new(Span, (file, at + (start if len(names) > 1 else keyword_start), at + end))
                named = target.name if target else name
                link = new(Link, (relation, source.name, named, place, end - start, strength, because))
                first = seen.setdefault((relation, named), link)
                if first is link:
                    self.links.append(link)
                else:
                    self.problems.append(RepeatedLink(first, link))
        for name, stretch in declared.counted:
            if name not in self.elements:
                self.unknown(source, "of", name, placed.span(stretch), frozenset(Kind))

    def refuse(
        self, source: Element, target: Element | None, line: LinkLine, named: tuple[str, Stretch], placed: Placed
    ) -> None:
        """Tells why a name on a link line makes no link."""
        keyword_place, keyword, *_ = line
        name, stretch = named
        relation = _RELATIONS[keyword]
        on, names, _ = ADMISSIONS[relation]
        if KINDS[placed.declared.kind] not in on:
            self.wrong_kind(WrongKind(placed.span(keyword_place), relation, source, None, tuple(on)), target)
        elif target is None:
            self.unknown(source, relation, name, placed.span(stretch), names)
        else:
            self.wrong_kind(WrongKind(placed.span(stretch), relation, source, target, tuple(names)), target)

    def wrong_kind(self, problem: WrongKind, target: Element | None) -> None:
        if problem not in self.problems[-1:]:
            self.problems.append(problem)
        # What is linked against the rules may be meant for something else.
        self.doubts.lose_link(problem.keyword, problem.source, target, target_known=False)

    def unknown(self, source: Element, keyword: str, name: str, place: Span, admitted: Iterable[Kind]) -> None:
        meant: Element | None = None
        if name not in self.unread_names and not self.blind:
            meant = None if name in self.nearby else self.meant(name, frozenset(admitted))
            self.problems.append(UnknownName(place, name, source.name, keyword, meant, self.nearby.get(name)))
        # What supports an end that nobody can name may support any.
        self.doubts.lose_link(keyword, source, meant, target_known=meant is not None)

    def meant(self, name: str, admitted: frozenset[Kind]) -> Element | None:
        if name not in self.suggested:
            if len(self.suggested) >= _MOST_SUGGESTIONS:
                return None
            self.speller = self.speller or Speller(self.elements)
            self.suggested[name] = self.speller.nearest(name, limit=8, at_least=LIKENESS)
        near = [self.elements[candidate] for candidate in self.suggested[name]]
        return next(chain((element for element in near if element.kind in admitted), near), None)
