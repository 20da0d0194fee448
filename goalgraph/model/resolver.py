"""From documents to a strategy map: names are resolved, values read, mistakes kept as data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from goalgraph.model.declarations import Declaration, LinkLine, Stretch
from goalgraph.model.doubts import Doubts, inside_unclosed, names_unread
from goalgraph.model.elements import KINDS, Element, Kind, element_of
from goalgraph.model.links import ADMISSIONS, Link, Relation
from goalgraph.model.placing import Placed, new
from goalgraph.model.problems import (
    BadValue,
    DeclaredTwice,
    Problem,
    RepeatedLink,
    UnknownName,
    WrongKind,
)
from goalgraph.model.reader import Reader
from goalgraph.model.recall import FileRead, Recall, Resolved
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.model.suggesting import Suggestions
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.nodes import Document

# A mistaken name is compared with all others; past this many, mistakes are told without a suggestion.
_MOST_SUGGESTIONS = 500

_RELATIONS = {str(relation): relation for relation in Relation}


def resolve(  # noqa: PLR0913, PLR0917  # each is one thing known of the map from outside
    documents: Sequence[Document],
    unreadable: Sequence[Unreadable] = (),
    stray: Sequence[Source] = (),
    nearby: Mapping[str, str] | None = None,
    reader: Reader | None = None,
    recall: Recall | None = None,
) -> StrategyMap:
    """Makes one map of its documents.

    `nearby` tells, for names that files outside the map declare, which file does. `reader` is who finds out what
    statements declare, and may know it already. With `recall` what the map came to last is taken over where it still
    holds, and what it comes to now is kept there.
    """
    return _Resolver(nearby or {}, bool(unreadable), reader or Reader(), recall).resolve(
        sorted(documents, key=lambda document: document.source.path), unreadable, stray
    )


class _Resolver:
    def __init__(self, nearby: Mapping[str, str], blind: bool, reader: Reader, recall: Recall | None) -> None:
        self.nearby = nearby
        self.blind = blind
        self.reader = reader
        self.recall = recall
        self.files: dict[str, FileRead] = {}
        # Statements by their text that are no more where they were, and elements that are new.
        self.gone: dict[str, Resolved] = {}
        self.come: list[Element] = []
        self.elements: dict[str, Element] = {}
        self.placed: list[Placed] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.unread_names: set[str] = set()
        self.doubts = Doubts(self.elements)
        self.suggestions = recall.suggestions if recall else Suggestions()
        self.mistaken: set[str] = set()

    def resolve(
        self, documents: Sequence[Document], unreadable: Sequence[Unreadable], stray: Sequence[Source]
    ) -> StrategyMap:
        declared = self.reader.read(documents)
        inside = [inside_unclosed(*each) for each in zip(documents, declared, strict=True)]
        same = self.compare(documents, declared)
        for given in zip(documents, declared, inside, same, strict=True):
            self.declare(*given)
        self.tell_declared_twice()
        self.link_all()
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

    def compare(
        self, documents: Sequence[Document], declared: Sequence[Sequence[Declaration]]
    ) -> list[tuple[int, int]]:
        """How many statements at either end of each file are those that are known; notes what is no more there."""
        if not self.recall:
            return [(0, 0)] * len(documents)
        left = dict(self.recall.files)
        same = []
        for document, each in zip(documents, declared, strict=True):
            before = left.pop(document.source.path, None)
            first, last = before.same(document.pieces, each) if before else (0, 0)
            same.append((first, last))
            if before:
                stop = len(before.pieces) - last
                self.gone.update(zip(before.pieces[first:stop], before.resolved[first:stop], strict=True))
        for before in left.values():
            self.gone.update(zip(before.pieces, before.resolved, strict=True))
        return same

    def declare(
        self, document: Document, declared: Sequence[Declaration], inside: Mapping[int, int], same: tuple[int, int]
    ) -> None:
        path, count = document.source.path, len(declared)
        first, last = same
        before = self.recall.files[path] if self.recall and (first or last) else FileRead()
        stop = len(before.pieces) - last
        file = self.files[path] = FileRead()
        if first:
            before.move(0, first, document.source, document.starts[0])
            file.take(before, 0, first)
        for index in range(first, count - last):
            self.declare_one(document, index, declared[index], inside, file)
        if last:
            before.move(stop, stop + last, document.source, document.starts[count - last])
            file.take(before, stop, stop + last)
        self.placed += file.placed
        own = dict(zip(file.names, file.elements, strict=True))
        if len(own) == len(file.names) and self.elements.keys().isdisjoint(own):
            self.elements.update(own)
        else:
            # Of several that have a name the first counts.
            for name, element in zip(file.names, file.elements, strict=True):
                self.elements.setdefault(name, element)

    def declare_one(
        self, document: Document, index: int, declared: Declaration, inside: Mapping[int, int], file: FileRead
    ) -> None:
        piece, start = document.pieces[index], document.starts[index]
        if declared.unread:
            file.plain = False
            self.unread_names.update(names_unread(piece, declared))
        if not declared.kind or index in inside:
            file.plain = False
            return
        resolved = self.gone.pop(piece, None)
        if resolved is None:
            placed = Placed(declared, document.source, start)
            resolved = Resolved(placed, element_of(placed), None, frozenset())
            self.come.append(resolved.element)
        else:
            placed = resolved.placed
            placed.source, placed.start = document.source, start
        file.add(piece, resolved)
        if declared.mistakes:
            file.plain = False
            self.tell_mistakes(placed)

    def tell_mistakes(self, placed: Placed) -> None:
        for at, message, hint, first, first_says in placed.declared.mistakes:
            before = placed.span(first) if first else None
            self.problems.append(BadValue(placed.span(at), placed.declared.name, message, hint, before, first_says))

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

    def link_all(self) -> None:
        if not self.recall:
            for placed in self.placed:
                if placed.declared.links or placed.declared.counted:
                    self.link(placed)
            return
        changed = self.changed_names(self.recall)
        for file in self.files.values():
            for index, resolved in enumerate(file.resolved):
                if resolved.links is not None and (not changed or resolved.names.isdisjoint(changed)):
                    self.links += resolved.links
                else:
                    file.resolved[index] = self.resolved(resolved)
        self.recall.files = self.files

    def resolved(self, resolved: Resolved) -> Resolved:
        """Links a statement, and tells whether that went well."""
        links, problems, unresolved = len(self.links), len(self.problems), self.doubts.unresolved
        placed = resolved.placed
        self.link(placed)
        fine = (problems, unresolved) == (len(self.problems), self.doubts.unresolved)
        return resolved._replace(links=tuple(self.links[links:]) if fine else None, names=_named(placed))

    def changed_names(self, recall: Recall) -> set[str]:
        """The names that stand for something else than before, or for nothing now or then."""
        gone = {(each.element.name, each.element.kind) for each in self.gone.values()}
        come = {(element.name, element.kind) for element in self.come}
        # Of several that have a name, another may be the first now.
        twice: set[str] = set()
        if len(self.placed) > len(self.elements):
            names = Counter(placed.declared.name for placed in self.placed)
            twice = {name for name, count in names.items() if count > 1}
        changed = {name for name, _ in gone ^ come} | twice | recall.twice
        recall.twice = twice
        return changed

    def link(self, placed: Placed) -> None:
        declared = placed.declared
        source = self.elements[declared.name]
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
                at = (start if len(names) > 1 else keyword_start, end)
                named = target.name if target else name
                link = new(Link, (relation, source.name, named, placed, at, end - start, strength, because))
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
        if name not in self.mistaken:
            if len(self.mistaken) >= _MOST_SUGGESTIONS:
                return None
            if not self.mistaken:
                self.suggestions.learn(self.elements)
            self.mistaken.add(name)
        near = [self.elements[candidate] for candidate in self.suggestions.near(name)]
        return next(chain((element for element in near if element.kind in admitted), near), None)


def _named(placed: Placed) -> frozenset[str]:
    """Every name that a statement links to or counts by."""
    declared = placed.declared
    return frozenset(
        [*(name for line in declared.links for name, _ in line[2]), *(name for name, _ in declared.counted)]
    )
