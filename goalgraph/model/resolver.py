"""From documents to a strategy map: names are resolved, values read, mistakes kept as data."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from goalgraph.model.changes import Changes
from goalgraph.model.doubts import Doubts, names_unread
from goalgraph.model.elements import Element, Kind, element_of
from goalgraph.model.linking import Linker
from goalgraph.model.links import Link
from goalgraph.model.placing import File, Placed
from goalgraph.model.problems import BadValue, DeclaredTwice, Problem
from goalgraph.model.reader import Reader
from goalgraph.model.recall import FileRead, Recall, Resolved
from goalgraph.model.rereading import Reading, read_again
from goalgraph.model.said import Said
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.comparing import same_ends
from goalgraph.syntax.nodes import Document


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
        self.recall = recall or Recall()
        self.remembers = recall is not None
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

    def resolve(
        self, documents: Sequence[Document], unreadable: Sequence[Unreadable], stray: Sequence[Source]
    ) -> StrategyMap:
        readings = self.read(documents)
        for reading in readings:
            self.declare(reading)
        self.name_all()
        twice = self.declared_twice()
        self.tell_declared_twice(twice)
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
            tuple(chain.from_iterable(file.links for file in self.files.values()) if self.remembers else self.linked),
            tuple(self.problems),
            self.doubts.gathered(len(unreadable)),
            tuple(reading.said.declared for reading in readings),
            changes,
        )

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        """Finds out what statements declare, and which are no more where they were."""
        files = self.recall.files
        readings = read_again(documents, files, self.reader)
        left = dict(files)
        for reading in readings:
            left.pop(reading.said.document.source.path, None)
            self.gone.update(reading.gone)
        for before in left.values():
            self.gone.update(zip(before.pieces, before.resolved, strict=True))
        return readings

    def declare(self, reading: Reading) -> None:
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
        resolved = self.gone.pop(piece, None) if self.gone else None
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

    def tell_declared_twice(self, twice: set[str]) -> None:
        strategies = self.recall.strategies = self.strategies()
        for second in strategies[1:]:
            self.problems.append(DeclaredTwice(strategies[0].name, (strategies[0].place, second.place), second.name))
        if not twice:
            return
        places: defaultdict[str, list[Span]] = defaultdict(list)
        for placed in chain.from_iterable(file.placed for file in self.files.values()):
            if placed.declared.name in twice:
                places[placed.declared.name].append(placed.span(placed.declared.name_place))
        self.problems += (DeclaredTwice(name, tuple(found)) for name, found in places.items())

    def changed_names(self, twice: set[str]) -> set[str]:
        """The names that stand for something else than before, or for nothing now or then."""
        gone = {(each.element.name, each.element.kind) for each in self.gone.values()}
        come = {(element.name, element.kind) for element in self.come}
        # Of several that have a name, another may be the first now.
        return {name for name, _ in gone ^ come} | twice | self.recall.twice

    def link_all(self, changed: set[str]) -> None:
        """Links the statements that are new, or that name something else than before."""
        linker = Linker(
            self.elements,
            self.problems,
            self.doubts,
            self.recall.suggestions,
            self.unread_names,
            self.nearby,
            self.blind,
        )
        if not self.remembers:
            for placed in chain.from_iterable(file.placed for file in self.files.values()):
                if placed.declared.links or placed.declared.counted:
                    self.linked += linker.link(placed)
            return
        for file in self.files.values():
            for index in file.resting_on(changed):
                before = file.resolved[index]
                links, settled = linker.linked(before.placed)
                if links == before.links:
                    links = before.links
                else:
                    self.unlinked += before.links
                    self.linked += links
                file.put(index, Resolved(before.placed, before.element, links, _named(before.placed), settled))

    def changes(self, twice: set[str]) -> Changes | None:
        """How the map differs from what it was.

        None where it was not known, where elements stand in another order, or a name was or is declared twice.
        """
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


def _named(placed: Placed) -> frozenset[str]:
    """Every name that a statement links to or counts by."""
    declared = placed.declared
    return frozenset(
        [*(name for line in declared.links for name, _ in line[2]), *(name for name, _ in declared.counted)]
    )
