"""All safe fixes of one file together, as `lint --fix` makes them."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Edit, Finding
from goalgraph.fixing import fix_of, mend
from goalgraph.lsp.view import View
from goalgraph.model.reader import Reader
from goalgraph.source import Source, Span
from goalgraph.syntax.editing import edits_of


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
    return fix is not None and all(edit.place.path == path for edit in edits_of(fix))


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
    """What turns a text into another, by whole lines, so that marks and cursors elsewhere stay."""
    before, after = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    starts = list(accumulate(map(len, before), initial=0))
    for tag, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        if tag != "equal":
            yield Edit(Span(source, starts[start], starts[end]), "".join(after[first:last]))
