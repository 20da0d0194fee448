"""Edits of link lines and statements, so that comments, line ends and all that was not meant stay as they are."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from goalgraph.finding import Edit, Fix, NewProperty, NewStatement, Relink, Unlink
from goalgraph.source import Source, Span
from goalgraph.syntax.grammar import one_name
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.statements import body, line_end

_INDENT = "    "
_HEAD = re.compile(r"(?P<indent>[^\S\n]*)(?P<keyword>\w+)[^\S\n]+")
_COMMA = re.compile(r"[^\S\n]*,[^\S\n]*")
_STRENGTH = re.compile(r"[^\S\n]+(?:weakly|strongly)(?![\w.\-])")
_BECAUSE = re.compile(r'[^\S\n]+because[^\S\n]*"[\s\S]*"(?=[^\S\n]*(?:#|\r?$|\r?\n|\Z))')
_BLANK_BELOW = re.compile(r"\r?\n[^\S\n]*\r?\n|\s*\Z")
_COMMENT = re.compile(r"[^\S\n]*(?P<comment>#[^\r\n]*)")


class LinkLine(NamedTuple):
    """A line that links, taken apart. Offsets count from the start of its source; `end` is before its line end."""

    source: Source
    start: int
    end: int
    indent: str
    keyword: Span
    names: tuple[Span, ...]
    strength: str
    because: str
    comment: str

    @property
    def line_end(self) -> str:
        """The line end that is usual around here."""
        return usual_line_end(self.source, self.end)

    def saying(self, keyword: str, names: Iterable[str], *, strength: bool) -> str:
        """A line like this with another keyword and other names, without its comment."""
        said = f"{self.indent}{keyword} {', '.join(names)}"
        return said + (self.strength if strength else "") + self.because


def edits_of(fix: Fix) -> tuple[Edit, ...]:
    """What is to be replaced for a fix, in order of place; edits do not overlap."""
    edits = [change for change in fix.changes if isinstance(change, Edit)]
    edits += without_links(change.place for change in fix.changes if isinstance(change, Unlink))
    for keyword in dict.fromkeys(change.keyword for change in fix.changes if isinstance(change, Relink)):
        meant = (change.place for change in fix.changes if isinstance(change, Relink) and change.keyword == keyword)
        edits += with_keyword(meant, keyword)
    for change in fix.changes:
        if isinstance(change, NewProperty):
            edits.append(with_property(change.head, change.said))
        elif isinstance(change, NewStatement):
            edits.append(with_statement(change.place.source, change.said))
    return tuple(sorted(edits, key=lambda edit: edit.place.order))


def line_start(place: Span) -> int:
    """Where the line starts on which a link stands, by its place or that of its name."""
    return place.source.text.rfind("\n", 0, place.end - 1) + 1


def link_line(place: Span) -> LinkLine:
    """The line on which a link stands, by its place or that of its name."""
    source, text = place.source, place.source.text
    start = line_start(place)
    end = line_end(text, start)
    head = _HEAD.match(text, start, end)
    assert head is not None, "a link stands on a line that was read"
    names = []
    position = head.end()
    while name := one_name().match(text, position, end):
        names.append(Span(source, *name.span()))
        comma = _COMMA.match(text, name.end(), end)
        position = comma.end() if comma else name.end()
        if not comma:
            break
    strength = _STRENGTH.match(text, position, end)
    position = strength.end() if strength else position
    because = _BECAUSE.match(text, position, end)
    position = because.end() if because else position
    comment = _COMMENT.match(text, position, end)
    return LinkLine(
        source,
        start,
        end,
        head["indent"],
        Span(source, *head.span("keyword")),
        tuple(names),
        strength[0] if strength else "",
        because[0] if because else "",
        comment["comment"] if comment else "",
    )


def without_links(places: Iterable[Span]) -> tuple[Edit, ...]:
    """Takes links away; a line that links nothing any more goes too, but for its comment."""
    edits: list[Edit] = []
    for line, gone in _by_line(places):
        ends = {name.end for name in gone}
        rest = [name for name in line.names if name.end not in ends]
        if rest:
            whole = Span(line.source, line.names[0].start, line.names[-1].end)
            edits.append(Edit(whole, ", ".join(name.text for name in rest)))
        elif line.comment:
            edits.append(Edit(Span(line.source, line.start + len(line.indent), line.end), line.comment))
        else:
            edits.append(Edit(_with_line_end(line), ""))
    return tuple(edits)


def with_keyword(places: Iterable[Span], keyword: str) -> tuple[Edit, ...]:
    """Says links by another property, which admits no strength."""
    edits: list[Edit] = []
    for line, changed in _by_line(places):
        ends = {name.end for name in changed}
        rest = [name.text for name in line.names if name.end not in ends]
        names = [name.text for name in changed]
        if rest:
            added = line.line_end + line.saying(keyword, names, strength=False)
            edits += without_links(name for name in changed)
            edits.append(Edit(Span(line.source, line.end, line.end), added))
        else:
            edits.append(Edit(line.keyword, keyword))
            if line.strength:
                after = line.names[-1].end
                edits.append(Edit(Span(line.source, after, after + len(line.strength)), ""))
    return tuple(edits)


def with_property(head: Span, said: str) -> Edit:
    """Adds a property below the first line of a statement; `head` is a place on that line."""
    source, text = head.source, head.source.text
    end = line_end(text, text.rfind("\n", 0, head.start) + 1)
    below = re.compile(r"\r?\n(?P<indent>[^\S\n]+)[^\s#]").match(text, end)
    return Edit(Span(source, end, end), f"{usual_line_end(source, end)}{below['indent'] if below else _INDENT}{said}")


def with_statement(source: Source, statement: str) -> Edit:
    """Adds a statement at the end of a file."""
    text = source.text
    end = usual_line_end(source, len(text))
    before = "" if not text or text.endswith("\n\n") else end if text.endswith("\n") else end + end
    return Edit(Span(source, len(text), len(text)), f"{before}{statement}{end}")


def with_statement_below(document: Document, offset: int, statement: str) -> Edit:
    """Adds a statement below the one in which an offset is, parted from both neighbours by a blank line."""
    source = document.source
    index = bisect_right(document.starts, offset) - 1
    end = document.starts[index] + len(body(document.pieces[index]).removesuffix("\r"))
    line = usual_line_end(source, end)
    parted = _BLANK_BELOW.match(source.text, end)
    return Edit(Span(source, end, end), f"{line}{line}{statement}{'' if parted else line}")


def _by_line(places: Iterable[Span]) -> list[tuple[LinkLine, list[Span]]]:
    """The lines on which links stand, each with the names that are meant, in order."""
    ends: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    lines: dict[tuple[int, int], LinkLine] = {}
    for place in sorted(set(places), key=lambda each: each.order):
        key = id(place.source), line_start(place)
        if key not in lines:
            lines[key] = link_line(place)
        ends[key].add(place.end)
    return [(line, [name for name in line.names if name.end in ends[key]]) for key, line in lines.items()]


def _with_line_end(line: LinkLine) -> Span:
    """A line with its line end; the last line of a file that has none takes the one before it."""
    source, text = line.source, line.source.text
    after = re.compile(r"\r?\n").match(text, line.end)
    if after:
        return Span(source, line.start, after.end())
    before = text[: line.start]
    return Span(source, len(before.removesuffix("\n").removesuffix("\r")), line.end)


def usual_line_end(source: Source, near: int) -> str:
    """The line end before or after an offset."""
    text = source.text
    at = text.find("\n", near)
    at = at if at >= 0 else text.rfind("\n", 0, near)
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"
