"""Mending maps: which fixes are made together, and what the files say then. Nothing is written."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from goalgraph.finding import Edit, Finding, Fix, Unlink
from goalgraph.source import Source
from goalgraph.syntax.editing import edits_of, line_start

# One mend may show what was hidden behind it. More rounds than this nobody has seen.
_MOST_ROUNDS = 20


class Made(NamedTuple):
    """A fix that was made, and the finding that it mends."""

    finding: Finding
    fix: Fix


class Mended(NamedTuple):
    """What came of mending: the sources that changed, by path, as they were and as they are; and the fixes made."""

    before: dict[str, Source]
    after: dict[str, Source]
    made: tuple[Made, ...]


Check = Callable[[dict[str, Source]], Sequence[Finding]]


def fix_of(finding: Finding, *, unsafe: bool) -> Fix | None:
    """The fix to be made for a finding: the first that is permitted."""
    return next((fix for fix in finding.violation.fixes if fix.safe or unsafe), None)


def mend(check: Check, *, unsafe: bool) -> Mended:
    """Makes every fix that is permitted, round by round, until none is left or none changes anything.

    `check` tells the findings where some sources are replaced by others, by path.
    """
    before: dict[str, Source] = {}
    after: dict[str, Source] = {}
    made: list[Made] = []
    seen: set[tuple[tuple[str, str], ...]] = {()}
    for _ in range(_MOST_ROUNDS):
        chosen = list(_together(check(after), unsafe=unsafe))
        edits = [edit for _, edits in chosen for edit in edits]
        changed = dict(after)
        for source in dict.fromkeys(edit.place.source for edit in edits):
            before.setdefault(source.path, source)
            changed[source.path] = edited(source, (edit for edit in edits if edit.place.source is source))
        state = tuple(sorted((path, source.text) for path, source in changed.items()))
        if not chosen or state in seen:
            break
        seen.add(state)
        after = changed
        made += [each for group, _ in chosen for each in group]
    return Mended({path: before[path] for path in after}, after, tuple(made))


def edited(source: Source, edits: Iterable[Edit]) -> Source:
    """A source with some of its stretches replaced."""
    text = source.text
    # From the end, so that places before stay right.
    for edit in sorted(edits, key=lambda edit: (edit.place.start, edit.place.end), reverse=True):
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return Source(source.path, text, source.bom, source.bom_counts)


def _together(findings: Sequence[Finding], *, unsafe: bool) -> Iterator[tuple[tuple[Made, ...], tuple[Edit, ...]]]:
    """The fixes that can be made at once, in order of findings: of those that would overlap the first.

    Fixes that take away links of one line are made as one.
    """
    groups: dict[object, list[Made]] = {}
    for finding in findings:
        fix = fix_of(finding, unsafe=unsafe)
        if fix:
            groups.setdefault(_line_of(fix) or len(groups), []).append(Made(finding, fix))
    taken: defaultdict[Source, list[tuple[int, int]]] = defaultdict(list)
    for group in groups.values():
        changes = dict.fromkeys(change for made in group for change in made.fix.changes)
        edits = edits_of(group[0].fix._replace(changes=tuple(changes)))
        if not edits or any(_overlaps(edit, taken[edit.place.source]) for edit in edits):
            continue
        for edit in edits:
            insort(taken[edit.place.source], (edit.place.start, edit.place.end))
        # What two findings ask for is made for the first.
        yield tuple({made.fix.changes: made for made in reversed(group)}.values())[::-1], edits


def _line_of(fix: Fix) -> tuple[Source, int] | None:
    """The line of which a fix takes one link away and does nothing else."""
    change = fix.changes[0] if len(fix.changes) == 1 else None
    return (change.place.source, line_start(change.place)) if isinstance(change, Unlink) else None


def _overlaps(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch touches one that is taken; of these, in order of place, only the last that starts before."""
    before = bisect_right(taken, edit.place.end, key=itemgetter(0))
    return before > 0 and taken[before - 1][1] >= edit.place.start
