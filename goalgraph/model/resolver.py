"""From documents to a strategy map: names are resolved, values read, mistakes kept as data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from goalgraph.model.changes import Changes
from goalgraph.model.declarations import LinkLine, Stretch
from goalgraph.model.doubts import Doubts, names_unread
from goalgraph.model.elements import KINDS, Element, Kind, element_of
from goalgraph.model.links import ADMISSIONS, Link, Relation
from goalgraph.model.placing import File, Placed, new
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
from goalgraph.model.said import Said, odd_among
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.comparing import same_ends
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


class _Reading(NamedTuple):
    """What a file says, and what it came to before: so many statements at the beginning and the end are the same.

    `is_same` says that the whole text is.
    """

    said: Said
    before: FileRead | None = None
    first: int = 0
    last: int = 0
    is_same: bool = False


class _Resolver:
    def __init__(self, nearby: Mapping[str, str], blind: bool, reader: Reader, recall: Recall | None) -> None:
        self.nearby = nearby
        self.blind = blind
        self.reader = reader
        self.recall = recall or Recall()
        self.files: dict[str, FileRead] = {}
        # Statements by their text that are no more where they were, and elements that are new.
        self.gone: dict[str, Resolved] = {}
        self.come: list[Element] = []
        self.unlinked: list[Link] = []
        self.linked: list[Link] = []
        self.names: list[str] = []
        self.elements: dict[str, Element] = {}
        self.problems: list[Problem] = []
        self.unread_names: set[str] = set()
        self.doubts = Doubts(self.elements)
        self.mistaken: set[str] = set()

    def resolve(
        self, documents: Sequence[Document], unreadable: Sequence[Unreadable], stray: Sequence[Source]
    ) -> StrategyMap:
        readings = self.read(documents)
        for reading in readings:
            self.declare(reading)
        self.name_all()
        self.tell_declared_twice()
        twice = self.declared_twice()
        self.link_all(self.changed_names(twice))
        for reading in readings:
            self.problems += self.doubts.unread(reading.said)
        changes = self.changes(twice)
        recall = self.recall
        recall.files, recall.elements, recall.names, recall.twice = self.files, self.elements, self.names, twice
        return StrategyMap(
            tuple(documents),
            tuple(unreadable),
            tuple(stray),
            self.elements,
            tuple(chain.from_iterable(file.links for file in self.files.values())),
            tuple(self.problems),
            self.doubts.gathered(len(unreadable)),
            tuple(reading.said.declared for reading in readings),
            changes,
        )

    def read(self, documents: Sequence[Document]) -> list[_Reading]:
        """Finds out what statements declare; of files that are known, those that differ."""
        left = dict(self.recall.files)
        new = [document for document in documents if document.source.path not in left]
        found = iter(self.reader.read(new) if new else ())
        readings = []
        for document in documents:
            before = left.pop(document.source.path, None)
            reading = self.read_again(document, before) if before else _Reading(Said.of(document, next(found)))
            readings.append(reading)
            if before and not reading.is_same:
                start = before.said.speaking(reading.first)
                stop = before.said.speaking(len(before.said.declared) - reading.last)
                self.gone.update(zip(before.pieces[start:stop], before.resolved[start:stop], strict=True))
        for before in left.values():
            self.gone.update(zip(before.pieces, before.resolved, strict=True))
        return readings

    def read_again(self, document: Document, before: FileRead) -> _Reading:
        """Finds out what differs in a file."""
        was, count = before.said, len(document.pieces)
        if document is was.document:
            return _Reading(was, before, count, is_same=True)
        first, last = same_ends(was.document.pieces, document.pieces)
        start, stop = len(was.declared) - last, count - last
        between = self.reader.read_pieces(document.pieces[first:stop])
        odd = [index for index in was.odd if index < first]
        odd += odd_among(between, first)
        odd += [index - start + stop for index in was.odd if index >= start]
        said = Said.of(document, [*was.declared[:first], *between, *was.declared[start:]], odd)
        # What lies inside a text hangs on what stands above.
        return _Reading(said, before) if said.inside or was.inside else _Reading(said, before, first, last)

    def declare(self, reading: _Reading) -> None:
        """Makes elements of the statements of a file, or takes those over that were made of them."""
        said, before, first, last, is_same = reading
        if before and is_same:
            self.files[said.document.source.path] = before
            self.tell_odd(before)
            return
        document, count = said.document, len(said.declared)
        if before is None:
            before = FileRead(File(document.source), Said.of(document, ()))
        file, was = before, before.said
        start = was.speaking(first)
        stop = was.speaking(len(was.declared) - last)
        if first:
            file.move(0, start, document.starts[0] - was.document.starts[0])
        if last:
            file.move(stop, len(file.pieces), document.starts[-1] - was.document.starts[-1])
        file.said, file.file.source = said, document.source
        new = [index for index in range(first, count - last) if index not in said.silent]
        file.replace(
            start, stop, [document.pieces[index] for index in new], [self.declare_one(file, index) for index in new]
        )
        self.files[document.source.path] = file
        self.tell_odd(file)

    def tell_odd(self, file: FileRead) -> None:
        """Tells the mistakes of a file, and notes the names that it may declare where it was not read."""
        said = file.said
        for index in said.odd:
            declared = said.declared[index]
            if declared.unread:
                self.unread_names.update(names_unread(said.document.pieces[index], declared))
            if declared.mistakes and index not in said.silent:
                self.tell_mistakes(file.placed[said.speaking(index)])

    def declare_one(self, file: FileRead, index: int) -> Resolved:
        """Makes an element of a statement, or takes that over which was made of one that stood elsewhere."""
        document = file.said.document
        piece, start = document.pieces[index], document.starts[index]
        resolved = self.gone.pop(piece, None)
        if resolved is None:
            placed = Placed(file.said.declared[index], file.file, start)
            resolved = Resolved(placed, element_of(placed))
            self.come.append(resolved.element)
        else:
            resolved.placed.file, resolved.placed.start = file.file, start
        return resolved

    def name_all(self) -> None:
        """Gathers all elements by their names."""
        files = self.files.values()
        self.names += chain.from_iterable(file.names for file in files)
        if self.names == self.recall.names and not self.recall.twice:
            self.elements.update(self.recall.elements)
            self.elements.update((element.name, element) for element in self.come)
            return
        elements = chain.from_iterable(file.elements for file in files)
        self.elements.update(zip(self.names, elements, strict=True))
        if len(self.elements) < len(self.names):
            # Of several that have a name the first counts.
            everything = list(zip(self.names, chain.from_iterable(file.elements for file in files), strict=True))
            self.elements.update(reversed(everything))

    def declared_twice(self) -> set[str]:
        """The names that several statements declare."""
        if len(self.names) == len(self.elements):
            return set()
        return {name for name, count in Counter(self.names).items() if count > 1}

    def strategies(self) -> list[Element]:
        """All that say they name the map, in order of place."""
        known = self.recall.strategies
        others = (*self.come, *(each.element for each in self.gone.values()))
        if known is None or len(known) > 1 or self.recall.twice or any(each.kind is Kind.STRATEGY for each in others):
            return [element for element in self.elements.values() if element.kind is Kind.STRATEGY]
        return known

    def tell_mistakes(self, placed: Placed) -> None:
        for at, message, hint, first, first_says in placed.declared.mistakes:
            before = placed.span(first) if first else None
            self.problems.append(BadValue(placed.span(at), placed.declared.name, message, hint, before, first_says))

    def tell_declared_twice(self) -> None:
        strategies = self.recall.strategies = self.strategies()
        for second in strategies[1:]:
            self.problems.append(DeclaredTwice(strategies[0].name, (strategies[0].place, second.place), second.name))
        if len(self.names) == len(self.elements):
            return
        places: defaultdict[str, list[Span]] = defaultdict(list)
        for placed in chain.from_iterable(file.placed for file in self.files.values()):
            places[placed.declared.name].append(placed.span(placed.declared.name_place))
        for name, found in places.items():
            if len(found) > 1:
                self.problems.append(DeclaredTwice(name, tuple(found)))

    def changed_names(self, twice: set[str]) -> set[str]:
        """The names that stand for something else than before, or for nothing now or then."""
        gone = {(each.element.name, each.element.kind) for each in self.gone.values()}
        come = {(element.name, element.kind) for element in self.come}
        # Of several that have a name, another may be the first now.
        return {name for name, _ in gone ^ come} | twice | self.recall.twice

    def link_all(self, changed: set[str]) -> None:
        """Links the statements that are new, or that name something else than before."""
        for file in self.files.values():
            for index in file.resting_on(changed):
                before = file.resolved[index]
                links, problems, unresolved = before.links, len(self.problems), self.doubts.unresolved
                now = tuple(self.link(before.placed))
                if now != links:
                    self.unlinked += links
                    self.linked += now
                    links = now
                settled = (problems, unresolved) == (len(self.problems), self.doubts.unresolved)
                file.put(index, Resolved(before.placed, before.element, links, _named(before.placed), settled))

    def changes(self, twice: set[str]) -> Changes | None:
        """How the map differs from what it was; None where it was not known, or stands in another order."""
        before, now = self.recall.elements, self.elements
        if not before or twice or self.recall.twice:
            return None
        if self.names != self.recall.names:
            first, last = same_ends(self.recall.names, self.names)
            old, new = self.recall.names[first : len(before) - last], self.names[first : len(now) - last]
            if [name for name in old if name in now] != [name for name in new if name in before]:
                return None
        gone = {each.element.name: each.element for each in self.gone.values()}
        come = {element.name: element for element in self.come}
        return Changes(
            {name: (gone[name], element) for name, element in come.items() if name in gone},
            tuple(element for name, element in gone.items() if name not in come),
            tuple(element for name, element in come.items() if name not in gone),
            (*chain.from_iterable(each.links for each in self.gone.values()), *self.unlinked),
            tuple(self.linked),
        )

    def link(self, placed: Placed) -> Iterator[Link]:
        """Makes the links of a statement."""
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
                    yield link
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
                self.recall.suggestions.learn(self.elements)
            self.mistaken.add(name)
        near = [self.elements[candidate] for candidate in self.recall.suggestions.near(name)]
        return next(chain((element for element in near if element.kind in admitted), near), None)


def _named(placed: Placed) -> frozenset[str]:
    """Every name that a statement links to or counts by."""
    declared = placed.declared
    return frozenset(
        [*(name for line in declared.links for name, _ in line[2]), *(name for name, _ in declared.counted)]
    )
