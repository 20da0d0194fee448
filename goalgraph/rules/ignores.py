"""Comments that silence a finding: `# goalgraph: ignore closed-loop because "board, 12 May" until 2027-06-30`.

Such a comment stands at the end of a line, or on a line of its own above it. A loop is silenced from any of its links.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from goalgraph.finding import Finding, Silence
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.values import read_date
from goalgraph.source import Source, Span
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.statements import comments
from goalgraph.syntax.texts import unescape

_MARK = re.compile(r"#+\s*goalgraph\s*:\s*")
_SLUGS = re.compile(r"ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*")
_SLUG = re.compile(r"[\w-]+")
_CLAUSE = re.compile(r'because\s+(?P<because>"(?:[^"\\]|\\.)*")\s*|until\s+(?P<until>[^\s#]+)\s*')
_BLANK = re.compile(r"[^\S\n]*(?:#[^\n]*)?\n?")


class Ignore(NamedTuple):
    """A comment that silences rules on a line. `rules` are the slugs where they stand.

    `line` is what it stands on or above, 0 where nothing follows. `mistake` tells what can't be read of it; it then
    silences nothing.
    """

    place: Span
    rules: tuple[Span, ...] = ()
    line: int = 0
    reason: str | None = None
    until: date | None = None
    mistake: str = ""


class Use(NamedTuple):
    """What became of an ignore: `idle` are those of its rules that it silences nothing of, `unknown` what is no rule.

    `expired` says that it has run out. `rules` are all slugs there are.
    """

    ignore: Ignore
    idle: tuple[Span, ...] = ()
    unknown: tuple[Span, ...] = ()
    expired: bool = False
    rules: Collection[str] = ()


def read_ignores(documents: Sequence[Document]) -> tuple[Ignore, ...]:
    """All ignores of a map, in order of place."""
    return tuple(ignore for document in documents for ignore in _of_document(document))


def _of_document(document: Document) -> Iterator[Ignore]:
    source = document.source
    if "goalgraph" not in source.text:
        return
    below: dict[int, int] = {}
    first = document.starts[0] if document.starts else len(source.text)
    for start, piece in ((0, source.text[:first]), *zip(document.starts, document.pieces, strict=True)):
        if "goalgraph" not in piece:
            continue
        for begin, end in comments(piece):
            place = Span(source, start + begin, start + end)
            if mark := _MARK.match(place.text):
                yield _read(place, mark.end(), below)


def _read(place: Span, after: int, below: dict[int, int]) -> Ignore:
    text = place.text.rstrip()
    place = place._replace(end=place.start + len(text))
    named = _SLUGS.match(text, after)
    if named is None:
        return Ignore(place, mistake="this is no ignore")
    slugs = tuple(
        Span(place.source, place.start + slug.start(), place.start + slug.end())
        for slug in _SLUG.finditer(text, *named.span(1))
    )
    said: dict[str, str] = {}
    position = named.end()
    while clause := _CLAUSE.match(text, position):
        keyword = str(clause.lastgroup)
        if keyword in said:
            return Ignore(place, slugs, mistake=f"`{keyword}` is given twice")
        said[keyword] = clause[keyword]
        position = clause.end()
    rest = text[position:]
    if rest and not rest.startswith("#"):
        return Ignore(place, slugs, mistake=f"`{rest}` can't be read here")
    until = read_date(said["until"], as_end=True) if "until" in said else None
    if "until" in said and until is None:
        return Ignore(place, slugs, mistake=f"`{said['until']}` is no date")
    reason = unescape(said["because"][1:-1]).strip() if "because" in said else None
    return Ignore(place, slugs, _line_of(place, below), reason or None, until)


def _line_of(place: Span, below: dict[int, int]) -> int:
    """The line that a comment is about: its own, or where nothing else stands on it the next that holds something.

    `below` remembers where what holds something comes after lines that hold nothing, by their starts.
    """
    source = place.source
    line, column = source.position(place.start)
    start = place.start - column + 1
    if source.text[start : place.start].strip():
        return line
    passed = []
    while start not in below and (match := _BLANK.match(source.text, start)) and match.end() > start:
        passed.append(start)
        start = match.end()
    start = below.get(start, start)
    below.update(dict.fromkeys(passed, start))
    return source.position(start)[0] if start < len(source.text) else 0


def silence(
    findings: Sequence[Finding], ignores: Sequence[Ignore], graph: PurposeGraph, today: date | None
) -> tuple[list[Finding], dict[Ignore, set[str]]]:
    """The findings, those that are ignored marked; and the slugs that each ignore silences."""
    working = [each for each in ignores if not each.mistake and not _has_expired(each, today)]
    silenced: dict[Ignore, set[str]] = {}
    if not working:
        return list(findings), silenced
    at: defaultdict[tuple[Source, int], list[Ignore]] = defaultdict(list)
    for ignore in working:
        at[ignore.place.source, ignore.line].append(ignore)
    on_links = _on_links(graph, at)
    marked = []
    for finding in findings:
        found = None
        for ignore in (*_on_places(finding, at), *_on_loop(finding, on_links)):
            if finding.rule in (slug.text for slug in ignore.rules):
                silenced.setdefault(ignore, set()).add(finding.rule)
                found = found or ignore
        marked.append(finding._replace(silence=Silence("ignore", found.reason, found.place)) if found else finding)
    return marked, silenced


_At = Mapping[tuple[Source, int], Sequence[Ignore]]


def _on_places(finding: Finding, at: _At) -> Iterator[Ignore]:
    """The ignores on the lines of a finding: where it is told, and the links of its circle."""
    for place in (finding.place, *(place for step in finding.violation.circle for place in step.places)):
        first = place.line
        last = place.source.position(max(place.start, place.end - 1))[0]
        for line in range(first, last + 1):
            yield from at.get((place.source, line), ())


def _on_links(graph: PurposeGraph, at: _At) -> list[tuple[str, str, Ignore]]:
    """The links on lines that are ignored, by their ends."""
    sources = {source for source, _ in at}
    return [
        (link.source, link.target, ignore)
        for link in graph.map.links
        if link.place.source in sources
        for ignore in at.get((link.place.source, link.place.line), ())
    ]


def _on_loop(finding: Finding, on_links: Sequence[tuple[str, str, Ignore]]) -> Iterator[Ignore]:
    """The ignores on links between elements of a loop that is told."""
    if finding.violation.loop and on_links:
        members = set(finding.violation.loop)
        for source, target, ignore in on_links:
            if source in members and target in members:
                yield ignore


def uses(
    ignores: Sequence[Ignore],
    silenced: Mapping[Ignore, Collection[str]],
    speaking: Mapping[str, Collection[str]],
    today: date | None,
) -> tuple[Use, ...]:
    """What became of each ignore. `speaking` are the paths in which each rule would have spoken, by slug."""
    return tuple(_use(ignore, silenced.get(ignore, ()), speaking, today) for ignore in ignores)


def _use(ignore: Ignore, silenced: Collection[str], speaking: Mapping[str, Collection[str]], today: date | None) -> Use:
    unknown = tuple(slug for slug in ignore.rules if slug.text not in speaking)
    idle = tuple(
        slug for slug in ignore.rules if slug.text not in silenced and ignore.place.path in speaking.get(slug.text, ())
    )
    return Use(ignore, idle, unknown, _has_expired(ignore, today), speaking.keys())


def _has_expired(ignore: Ignore, today: date | None) -> bool:
    return ignore.until is not None and today is not None and ignore.until < today
