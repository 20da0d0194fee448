"""What is fed with odd input, each a function from bytes that raises where a law is broken."""

import json
import marshal
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import goalgraph.output
from goalgraph.analysis import Analysis, analyse
from goalgraph.config import Config
from goalgraph.finding import Identity
from goalgraph.model.declarations import Declaration
from goalgraph.model.reader import Reader
from goalgraph.notations.archimate import NotReadable, read_archimate
from goalgraph.output import concise, html, json_format, text
from goalgraph.output.drawing import OBEYED
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.parser import parse, read_once
from goalgraph.syntax.printer import print_document
from tests.fuzz.files import source, sources
from tests.fuzz.page import check_page
from tests.laws.places import check_analysis, check_document
from tests.laws.said import comments, meaning, mistakes

Target = Callable[[bytes], None]
# An input is a failure after ten seconds, so a tangle that is hard to cut may not take them all.
_HASTY = Config(time_limit=2.0)
# Of the costly laws one input in so many is asked; which ones depends on the input alone.
_SELDOM = 16


def parse_target(data: bytes) -> None:
    """Any text is read; its statements are its text, in order; each alone is what it is among the others."""
    document = parse(source(data))
    check_document(document)
    for statement in document.statements:
        alone = parse(Source("alone.strat", statement.text))
        assert alone.statements == (statement,)
        assert not alone.unread


def print_target(data: bytes) -> None:
    """A file that is printed says the same as before, nothing of it is lost, and printing it again changes nothing."""
    given = source(data)
    document = parse(given)
    printed = print_document(document)
    again = parse(_reread(printed, given))
    assert meaning(again) == meaning(document)
    assert comments(again) == comments(document)
    assert mistakes(again) == mistakes(document)
    assert print_document(again) == printed
    assert _letters(again.source.text) == _letters(given.text)
    assert _judged(again) == _judged(document)


def _reread(printed: str, given: Source) -> Source:
    """What is printed as it would be read from disk: the byte-order mark, where there was one, is not text."""
    assert printed.startswith("\ufeff") or not given.bom
    return Source(given.path, printed[1:] if given.bom else printed, given.bom)


def _letters(written: str) -> Counter[str]:
    """All that is no white space. The parts of a measure may change places."""
    return Counter("".join(written.split()))


def _judged(document: Document) -> list[Identity]:
    return [finding.identity for finding in analyse([document.source]).findings]


def import_target(data: bytes) -> None:
    """Bytes are an ArchiMate model or are refused in words; a model gives a map without a mistake, printed well."""
    for everything in (False, True):
        try:
            imported = read_archimate(data, "model.archimate", everything=everything)
        except NotReadable as refusal:
            _check_refusal(refusal)
            continue
        imported.text.encode()
        given = Source("map.strat", imported.text)
        document = parse(given)
        assert mistakes(document) == []
        assert print_document(document) == imported.text
        analysis = analyse([given])
        assert [finding.message for finding in analysis.findings if finding.family == "reading"] == []
        assert len(analysis.map.elements) == imported.elements + 1, "and the strategy"
        assert len(analysis.map.links) == imported.links
        assert all(what and count > 0 for what, count in imported.left_out)


def _check_refusal(refusal: NotReadable) -> None:
    assert str(refusal)
    assert refusal.line is None or refusal.line >= 1
    assert refusal.column is None or refusal.column >= 1


def lint_target(data: bytes, *, whole: bool = False) -> None:
    """Any files are judged, places lie in their texts, every format is what it says, and all of it comes out alike
    whatever the order in which the files are given, and where statements are known from an earlier run.

    `whole` asks the costly laws too, which are else left to some inputs.
    """
    given = sources(data)
    reader = Reader()
    analysis = analyse(given, _HASTY, reader=reader)
    check_analysis(analysis, given)
    shown = _shown(analysis)
    assert _shown(analyse(sources(data)[::-1], _HASTY, reader=_later(reader))) == shown
    if whole or crc32(data) % _SELDOM == 0:
        _check_page(analysis)
        _validate(shown[-1])
    if whole or crc32(data) % _SELDOM == 1:
        stray = analyse(given, _HASTY, stray=True)
        check_analysis(stray, given)
        _shown(stray)


def _later(reader: Reader) -> Reader:
    """A reader of a later run, which knows what this one found out."""
    later = Reader()
    for piece, declared in reader.known.items():
        later.known[piece] = Declaration(*marshal.loads(marshal.dumps(tuple(declared))))
    return later


def _shown(analysis: Analysis) -> list[str]:
    """The map in every format for programs and terminals."""
    verdict = Verdict([analysis], analysis.findings)
    told = [render(verdict) for render in (text.render, concise.render, json_format.render)]
    for each in told:
        each.encode()
        assert each.endswith("\n")
        assert not OBEYED.search(each)
    assert len(told[1].splitlines()) == len(analysis.findings) + len(verdict.unchecked) + 1
    assert len(json.loads(told[2])["findings"]) == len(analysis.findings)
    return told


def _check_page(analysis: Analysis) -> None:
    page = html.render(Verdict([analysis], analysis.findings))
    page.encode()
    check_page(page)
    assert html.render(Verdict([analysis], analysis.findings)) == page


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    path = Path(goalgraph.output.__path__[0], "schema", "lint-1.json")
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def _validate(document: str) -> None:
    _validator().validate(json.loads(document))


def forget() -> None:
    """Lets go of statements that were read: there are millions of them."""
    read_once.cache_clear()


TARGETS: dict[str, Target] = {
    "parse": parse_target,
    "print": print_target,
    "import": import_target,
    "lint": lint_target,
}
