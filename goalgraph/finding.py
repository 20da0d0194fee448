"""What the checks say: a severity, a place, words, and the path that proves it."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from goalgraph.source import Span


class Severity(IntEnum):
    """How grave a finding is; ordered, so that levels can be compared."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class Label(NamedTuple):
    """A secondary place and what it has to do with the finding."""

    place: Span
    text: str


class Step(NamedTuple):
    """One link on a path read along purpose: from an element, by a link, to the next.

    `reading` is "serves", "is needed by", "feeds" or "joins what supports"; `places` are the lines that say it, two
    when it is said from both sides.
    """

    name: str
    title: str
    reading: str
    places: tuple[Span, ...]
    target: str


class CutArrow(NamedTuple):
    """One arrow of a cut, with every line that would have to go."""

    source: str
    target: str
    wording: str
    weight: int
    places: tuple[Span, ...]


class Cut(NamedTuple):
    """A set of arrows without which a loop is no loop any more.

    No set that would do is lighter than `bound`. `stranded` are the elements that would be left without a why.
    """

    arrows: tuple[CutArrow, ...]
    weight: int
    bound: int
    stranded: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Whether it is proven that no lighter set would do."""
        return self.weight == self.bound


class Edit(NamedTuple):
    """A replacement of a stretch of text."""

    place: Span
    text: str


class Unlink(NamedTuple):
    """A link is taken away; `place` is that of the link or of its name."""

    place: Span


class Relink(NamedTuple):
    """A link is said by another property, which admits no strength."""

    place: Span
    keyword: str


class NewProperty(NamedTuple):
    """A property is added to the statement on whose first line `head` stands."""

    head: Span
    said: str


class NewStatement(NamedTuple):
    """A statement is added at the end of the file in which `place` stands."""

    place: Span
    said: str


Change = Edit | Unlink | Relink | NewProperty | NewStatement


class Fix(NamedTuple):
    """Changes that mend a finding, made together or not at all.

    A safe fix changes nothing of what the map means to its author. What is to be written where is worked out by
    `goalgraph.syntax.editing.edits_of`, when somebody asks.
    """

    title: str
    changes: tuple[Change, ...]
    safe: bool = False


class Violation(NamedTuple):
    """What a rule has found and where, not yet signed by the rule.

    `elements` name what the finding is about, and with the rule's slug are its identity; `detail` tells it from
    others of the same elements, where there may be several. `circle` is a closed path of steps; `loop` all that is
    tangled in it; `leads_in` what leads there and nowhere else. `wording_of` names the end whose wording is judged, so
    that one end is told of once. Of the `fixes` the first is the best.
    """

    place: Span
    message: str
    elements: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    why: str = ""
    helps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    question: str = ""
    fixes: tuple[Fix, ...] = ()
    circle: tuple[Step, ...] = ()
    loop: tuple[str, ...] = ()
    leads_in: tuple[str, ...] = ()
    cut: Cut | None = None
    severity: Severity | None = None
    wording_of: str = ""
    detail: str = ""


class Silence(NamedTuple):
    """Why a finding is not counted: `by` is "ignore", a comment at `place`, or "baseline"."""

    by: str
    reason: str | None = None
    place: Span | None = None


# A rule, the names of elements in order, and what else tells a finding from others.
Identity = tuple[str, tuple[str, ...], str]


class Finding(NamedTuple):
    """A violation signed by its rule; `silence` says why it is not counted, where it is not."""

    rule: str
    family: str
    severity: Severity
    violation: Violation
    silence: Silence | None = None

    @property
    def place(self) -> Span:
        return self.violation.place

    @property
    def message(self) -> str:
        return self.violation.message

    @property
    def identity(self) -> Identity:
        """What stays the same when lines move: the rule, the elements, and what else tells it from others."""
        return self.rule, tuple(sorted(self.violation.elements)), self.violation.detail

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Findings are sorted once, by path, place, rule and words."""
        return self.place.path, self.place.start, self.rule, self.message

    def places(self) -> Iterable[Span]:
        """Every place of the finding, the primary one first."""
        yield self.place
        for label in self.violation.labels:
            yield label.place
        for step in self.violation.circle:
            yield from step.places
        if self.violation.cut:
            for arrow in self.violation.cut.arrows:
                yield from arrow.places
