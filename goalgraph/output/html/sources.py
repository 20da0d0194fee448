"""The files of the maps, highlighted, and the addresses of their lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from io import StringIO
from pathlib import PurePath
from typing import Any

from markupsafe import Markup
from pygments.formatter import Formatter
from pygments.token import Comment, Keyword, String, Token, _TokenType

from goalgraph.output.verdict import Verdict
from goalgraph.output.wording import Ids, clean, short
from goalgraph.source import Source
from goalgraph.syntax.highlighting import StratLexer

# Beyond this the files stay outside: whoever wants to read so much has them open beside the page.
_MOST_BYTES = 200_000
_MOST_LINES = 10_000
# And beyond this they are not highlighted, for what marks words up is half as long again.
_MOST_MARKED = 60_000
_WIDEST = 500
_LONGEST_PATH = 300
# The shortest that mean no more than they say.
_TAGS = {Keyword: "b", Keyword.Declaration: "b", Comment.Single: "em", String.Double: "i"}


@dataclass(frozen=True, slots=True)
class File:
    """A file that could be read; its text has the numbers of its lines in it."""

    id: str
    path: str
    lines: int
    text: Markup


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of the maps. Where their text is too long for a page there are no `files`, but its `kilobytes`."""

    files: tuple[File, ...]
    unread: tuple[Unread, ...]
    kilobytes: int
    total: int


@dataclass(frozen=True, slots=True)
class SourceLines:
    """Which lines on the page have an address; `bases` are the addresses of files, by path."""

    bases: Mapping[str, str]
    pointed: frozenset[tuple[str, int]]

    def address(self, path: str, line: int) -> str:
        """The address of a line, without `#`; empty where it has none."""
        return f"{self.bases[path]}+{line}" if (path, line) in self.pointed else ""


def source_lines(verdict: Verdict) -> SourceLines:
    """The lines that have an address: those of a finding, of what silences one, and of each element."""
    ids = Ids()
    read = list(_read(verdict))
    if _too_much(read):
        return SourceLines({}, frozenset())
    bases: dict[str, str] = {}
    for source in read:
        if source.path not in bases:
            # A file that is alone needs no name. The number of a line comes after a plus sign.
            name = PurePath(source.path).name.removesuffix(".strat").replace("+", " ")
            bases[source.path] = ids.give("s", (name,), source.path) if len(read) > 1 else "s"
    places = [place for finding in verdict.all_findings for place in finding.places()]
    places += [finding.silence.place for finding in verdict.silenced if finding.silence and finding.silence.place]
    places += [element.place for analysis in verdict.analyses for element in analysis.map.elements.values()]
    return SourceLines(bases, frozenset((place.path, place.line) for place in places if place.path in bases))


def sources(verdict: Verdict, lines: SourceLines) -> Sources:
    """The files as they are shown, in the order of the maps."""
    read = list(_read(verdict))
    unread = tuple(
        Unread(short(each.path, _LONGEST_PATH), short(each.message, _LONGEST_PATH))
        for analysis in verdict.analyses
        for each in analysis.map.unreadable
    )
    if _too_much(read):
        return Sources((), unread, sum(map(_bytes, read)) // 1000, len(read) + len(unread))
    first = {source.path: source for source in reversed(read)}
    marked = sum(map(_bytes, read)) <= _MOST_MARKED
    files = tuple(_file(source, lines, marked=marked) for source in read if first[source.path] is source)
    return Sources(files, unread, 0, len(files) + len(unread))


def _read(verdict: Verdict) -> Iterator[Source]:
    for analysis in verdict.analyses:
        for document in analysis.map.documents:
            yield document.source


def _too_much(read: list[Source]) -> bool:
    return sum(map(_bytes, read)) > _MOST_BYTES or sum(len(source.line_starts) for source in read) > _MOST_LINES


def _bytes(source: Source) -> int:
    return len(source.text.encode("utf-8", "surrogatepass"))


def _file(source: Source, lines: SourceLines, *, marked: bool) -> File:
    text = source.text.replace("\r\n", "\n").expandtabs(4)
    harmless = "\n".join(short(str(clean(line)), _WIDEST) for line in text.removesuffix("\n").split("\n"))
    out = StringIO()
    # By itself it would take a lone carriage return for the end of a line.
    tokens = ((kind, value) for _, kind, value in StratLexer().get_tokens_unprocessed(harmless))
    _Terse(source.path, lines).format(tokens if marked else [(Token, harmless)], out)
    return File(
        lines.bases[source.path], short(source.path, _LONGEST_PATH), harmless.count("\n") + 1, Markup(out.getvalue())
    )


class _Terse(Formatter[str]):
    """Marks words up with the shortest tags, and puts its number before each line."""

    def __init__(self, path: str, lines: SourceLines) -> None:
        super().__init__()
        self.path = path
        self.lines = lines

    def format(self, tokensource: Iterable[tuple[_TokenType, str]], outfile: Any) -> None:
        number = 1
        outfile.write(self.number(number))
        for kind, value in tokensource:
            tag = _TAGS.get(kind)
            outfile.write(f"<{tag}>" if tag else "")
            first, *following = escape(value, quote=False).split("\n")
            outfile.write(first)
            for line in following:
                number += 1
                outfile.write(f"\n{self.number(number)}{line}")
            outfile.write(f"</{tag}>" if tag else "")

    def number(self, line: int) -> str:
        address = self.lines.address(self.path, line)
        return f'<a id="{address}">{line} </a>' if address else f"<a>{line} </a>"
