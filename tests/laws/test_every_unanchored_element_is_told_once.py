"""Every element that is not anchored is told in exactly one finding of a dead end, but for those that stay silent."""

from collections import defaultdict

from hypothesis import event, given

from goalgraph.analysis import analyse
from goalgraph.finding import Finding
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.source import Source
from tests.laws.maps import Declared, Map, maps, text_of

ONE_ELEMENT = frozenset(
    {
        "own-purpose",
        "organisation-as-end",
        "recipe-as-end",
        "kept-without-purpose",
        "unanchored",
        "idle-intangible",
        "means-as-end",
        "no-why",
    }
)
LADDER = ONE_ELEMENT | {"deadlock", "closed-loop", "idle-flywheel"}


class _Purpose:
    """Who is for whom, worked out from the map as it was drawn and not by the code under test."""

    def __init__(self, elements: Map) -> None:
        self.taking_part = {element.name: element for element in elements if not element.stopped}
        self.arrows: dict[str, set[str]] = {name: set() for name in self.taking_part}
        bridges: dict[str, list[str]] = defaultdict(list)
        for element in self.taking_part.values():
            for link in element.links:
                if link.target not in self.taking_part or (link.target == element.name):
                    continue
                if link.relation in (Relation.SERVES, Relation.FEEDS):
                    self.arrows[element.name].add(link.target)
                elif link.relation is Relation.NEEDS:
                    self.arrows[link.target].add(element.name)
                elif link.relation is Relation.JOINS:
                    bridges[element.name].append(link.target)
        for _ in self.taking_part:  # each round settles one bridge at least
            for bridge, ends in bridges.items():
                shared = set.intersection(*(self.supported_by(end) for end in ends))
                self.arrows[bridge] |= shared - {bridge}

    def supported_by(self, name: str) -> set[str]:
        """What an element leads to, itself included only if it leads back."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            new = self.arrows[waiting.pop()] - found
            found |= new
            waiting += new
        return found

    def anchors(self) -> set[str]:
        values = {name for name, element in self.taking_part.items() if element.kind is Kind.VALUE}
        topmost = {
            name
            for name, element in self.taking_part.items()
            if element.kind is Kind.OBJECTIVE and not self.arrows[name]
        }
        return values or topmost

    def unanchored(self) -> set[str]:
        anchors = self.anchors()
        return {name for name in self.taking_part if not ({name} | self.supported_by(name)) & anchors}

    def dead_ends(self) -> set[frozenset[str]]:
        """The smallest sets that nothing leaves: whatever a member leads to leads back to it."""
        return {
            frozenset({name} | self.supported_by(name))
            for name in self.unanchored()
            if all(name in self.supported_by(other) for other in self.supported_by(name))
        }

    def stays_silent(self, end: frozenset[str]) -> bool:
        """Whether a dead end gives no finding, by the last sentence of the ladder in rules.md."""
        if len(end) > 1:
            return False
        (name,) = end
        element = self.taking_part[name]
        if any(link.target == name and link.relation in _OWN for link in element.links):
            return False
        if any(f'measure "days" of {name}' in other.lines for other in self.taking_part.values()):
            return True
        if element.kind in (Kind.UNIT, Kind.CONCEPT):
            return not any(name in targets for targets in self.arrows.values())
        return "nature tangible" in element.lines and not self.is_kept(name)

    def is_kept(self, name: str) -> bool:
        return any(link == (Relation.KEEP, name, "") for other in self.taking_part.values() for link in other.links)


_OWN = (Relation.SERVES, Relation.NEEDS, Relation.FEEDS)


def _dead_end_of(finding: Finding) -> frozenset[str]:
    """What a finding of the ladder is about, without what is named beside it."""
    elements = finding.violation.elements
    return frozenset(elements[:1] if finding.rule in ONE_ELEMENT else elements)


@given(maps(least=3, least_links=3, most_links=14))
def test_every_unanchored_element_is_told_once(elements: Map) -> None:
    purpose = _Purpose(elements)
    ends = purpose.dead_ends()
    speaking = {end for end in ends if not purpose.stays_silent(end)}
    findings = [
        finding
        for finding in analyse([Source("map.strat", text_of(elements))]).findings
        if finding.rule in LADDER and _dead_end_of(finding) in ends
    ]
    assert sorted(map(sorted, map(_dead_end_of, findings))) == sorted(map(sorted, speaking))
    told = [name for finding in findings for name in (_dead_end_of(finding) | set(finding.violation.leads_in))]
    assert len(told) == len(set(told))
    assert set(told) == {
        name for name in purpose.unanchored() if any(({name} | purpose.supported_by(name)) >= end for end in speaking)
    }
    event(f"dead ends: {min(len(speaking), 3)}, silent: {len(ends) > len(speaking)}")


@given(maps(least=3, least_links=3, most_links=14))
def test_a_finding_of_the_ladder_beside_a_dead_end_is_of_a_circle_or_of_itself(elements: Map) -> None:
    ends = _Purpose(elements).dead_ends()
    beside = {
        finding.rule
        for finding in analyse([Source("map.strat", text_of(elements))]).findings
        if finding.rule in LADDER and _dead_end_of(finding) not in ends
    }
    assert beside <= {"own-purpose", "deadlock"}


def test_the_laws_own_reading_of_purpose() -> None:
    """The check of the check, on a map small enough to see."""
    none: tuple[str, ...] = ()
    elements = (
        Declared(Kind.VALUE, "v", "Amber"),
        Declared(Kind.MEANS, "m", "Birch", none, ()),
        Declared(Kind.ASSET, "t", "Cedar", ("nature tangible",)),
    )
    purpose = _Purpose(elements)
    assert purpose.unanchored() == {"m", "t"}
    assert purpose.dead_ends() == {frozenset("m"), frozenset("t")}
    assert [purpose.stays_silent(frozenset(end)) for end in "mt"] == [False, True]
