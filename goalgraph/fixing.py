"""Mending maps: which fixes are made together, and what the files say then. Nothing is written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from goalgraph.finding import Edit, Finding, Fix
from goalgraph.source import Source
from goalgraph.syntax.editing import edits_of

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
        made += [each for each, _ in chosen]
    return Mended({path: before[path] for path in after}, after, tuple(made))


def edited(source: Source, edits: Iterable[Edit]) -> Source:
    """A source with some of its stretches replaced."""
    text = source.text
    # From the end, so that places before stay right.
    for edit in sorted(edits, key=lambda edit: (edit.place.start, edit.place.end), reverse=True):
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return Source(source.path, text, source.bom, source.bom_counts)


def _together(findings: Sequence[Finding], *, unsafe: bool) -> Iterator[tuple[Made, tuple[Edit, ...]]]:
    """The fixes that can be made at once, in order of findings: of those that would overlap the first."""
    taken: dict[Source, list[tuple[int, int]]] = {}
    for finding in findings:
        fix = fix_of(finding, unsafe=unsafe)
        edits = edits_of(fix) if fix else ()
        if not fix or not edits or any(_overlaps(edit, taken.get(edit.place.source, ())) for edit in edits):
            continue
        for edit in edits:
            taken.setdefault(edit.place.source, []).append((edit.place.start, edit.place.end))
        yield Made(finding, fix), edits


def _overlaps(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = edit.place.start, edit.place.end
    return any(start <= last and first <= end for first, last in taken)
