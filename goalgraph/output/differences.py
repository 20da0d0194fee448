"""What a fix changes, as lines that go and lines that come."""

from goalgraph.finding import Fix
from goalgraph.fixing import edited
from goalgraph.source import Source, Span
from goalgraph.syntax.editing import edits_of

_MOST_LINES = 6


def difference(fix: Fix) -> list[str]:
    """The lines that a fix takes away, marked by `-`, and those it puts there, by `+`; nothing where they are many."""
    from difflib import ndiff  # not loaded where nothing can be mended

    edits = edits_of(fix)
    sources = {edit.place.source for edit in edits}
    lines: list[str] = []
    for source in sorted(sources, key=lambda each: each.path):
        here = [edit for edit in edits if edit.place.source is source]
        start = source.text.rfind("\n", 0, min(edit.place.start for edit in here)) + 1
        last = source.text.find("\n", max(max(edit.place.end for edit in here) - 1, start))
        end = last if last >= 0 else len(source.text)
        if source.text.count("\n", start, end) > 4 * _MOST_LINES:
            return []
        part = Source(source.path, source.text[start:end])
        moved = [
            edit._replace(place=Span(part, edit.place.start - start, min(edit.place.end, end) - start)) for edit in here
        ]
        compared = ndiff(part.text.splitlines(), edited(part, moved).text.splitlines())
        lines += [line.rstrip() for line in compared if line[0] in "-+" and line[2:].strip()]
    return lines if len(lines) <= _MOST_LINES else []
