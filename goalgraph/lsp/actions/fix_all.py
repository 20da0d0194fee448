"""All safe fixes of one file together, as `lint --fix` makes them."""

from collections.abc import Iterator, Sequence

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Edit, Finding, NewProperty
from goalgraph.fixing import fix_of, mend
from goalgraph.lsp.view import View
from goalgraph.model.reader import Reader
from goalgraph.source import Source, Span
from goalgraph.syntax.comparing import same_ends
from goalgraph.syntax.statements import cut


def safely_mended(view: View) -> list[Edit]:
    """What makes a file one in which nothing is left that can be mended safely; other files are left alone."""
    source = view.source

    def check(replaced: dict[str, Source]) -> Sequence[Finding]:
        analysis = _again(view.analysis, replaced) if replaced else view.analysis
        return [finding for finding in analysis.findings if safe_in(finding, source.path)]

    after = mend(check, unsafe=False).after.get(source.path)
    return list(_difference(source, after.text)) if after else []


def safe_in(finding: Finding, path: str) -> bool:
    """Whether a finding in a file can be mended safely by what changes this file alone."""
    fix = fix_of(finding, unsafe=False) if finding.place.path == path else None
    return fix is not None and all(
        (change.head if isinstance(change, NewProperty) else change.place).path == path for change in fix.changes
    )


def _again(analysis: Analysis, replaced: dict[str, Source]) -> Analysis:
    """What is known of a map when some of its files say something else; other statements are not read again."""
    known = Reader()
    for document, declared in zip(analysis.map.documents, analysis.map.declared, strict=True):
        known.known.update(zip(document.pieces, declared, strict=True))
    sources = [document.source for document in analysis.map.documents]
    return analyse(
        [*(replaced.get(source.path, source) for source in sources), *analysis.map.unreadable],
        analysis.config,
        stray=bool(analysis.map.stray),
        reader=known,
        before=analysis.graph.before,
    )


def _difference(source: Source, text: str) -> Iterator[Edit]:
    """What turns a text into another, by lines of statements, so that marks and cursors elsewhere stay."""
    before, after = _parts(source.text), _parts(text)
    if len(before) != len(after):
        before, after = [source.text], [text]
    start = 0
    for old, new in zip(before, after, strict=True):
        if old != new:
            yield _narrowed(source, start, old.splitlines(keepends=True), new.splitlines(keepends=True))
        start += len(old)


def _parts(text: str) -> list[str]:
    """A text cut where its statements start."""
    first, pieces = cut(text)
    return [text[:first], *(f"{piece}\n" for piece in pieces[:-1]), *pieces[-1:]]


def _narrowed(source: Source, start: int, old: list[str], new: list[str]) -> Edit:
    """Puts lines in the place of others, without those at either end that stay."""
    above, below = same_ends(old, new)
    first = start + sum(map(len, old[:above]))
    last = first + sum(map(len, old[above : len(old) - below]))
    return Edit(Span(source, first, last), "".join(new[above : len(new) - below]))
