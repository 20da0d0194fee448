"""From what statements say to links between elements: names are followed, and what makes no link is told."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from goalgraph.model.declarations import LinkLine, Stretch
from goalgraph.model.doubts import Doubts
from goalgraph.model.elements import KINDS, Element, Kind
from goalgraph.model.links import ADMISSIONS, Link, Relation
from goalgraph.model.placing import Placed, new
from goalgraph.model.problems import Problem, RepeatedLink, UnknownName, WrongKind
from goalgraph.model.suggesting import Suggestions
from goalgraph.source import Span

# A mistaken name is compared with all others; past this many, mistakes are told without a suggestion.
_MOST_SUGGESTIONS = 500

_RELATIONS = {str(relation): relation for relation in Relation}


class Linker:
    """Links statements, one after the other, among `elements`. What goes wrong is added to `problems` and `doubts`.

    Of names that may be declared where it was not read, `unread_names`, or in files that were not read at all, where it
    is `blind`, nothing is told. `nearby` tells which file outside the map declares a name.
    """

    def __init__(  # noqa: PLR0913, PLR0917  # each is one thing known of the map
        self,
        elements: Mapping[str, Element],
        problems: list[Problem],
        doubts: Doubts,
        suggestions: Suggestions,
        unread_names: Collection[str],
        nearby: Mapping[str, str],
        blind: bool,
    ) -> None:
        self.elements = elements
        self.problems = problems
        self.doubts = doubts
        self.suggestions = suggestions
        self.unread_names = unread_names
        self.nearby = nearby
        self.blind = blind
        self.mistaken: set[str] = set()

    def linked(self, placed: Placed) -> tuple[tuple[Link, ...], bool]:
        """The links of a statement, and whether nothing was wrong with any name in it."""
        problems, unresolved = len(self.problems), self.doubts.unresolved
        links = tuple(self.link(placed))
        return links, (problems, unresolved) == (len(self.problems), self.doubts.unresolved)

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
                self.suggestions.learn(self.elements)
            self.mistaken.add(name)
        near = [self.elements[candidate] for candidate in self.suggestions.near(name)]
        return next(chain((element for element in near if element.kind in admitted), near), None)
