"""What can't be judged because a line was not read or a name not resolved: gathered while a map is put together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from goalgraph.model.declarations import Declaration
from goalgraph.model.elements import Element
from goalgraph.model.names import canonical
from goalgraph.model.placing import File, Placed
from goalgraph.model.problems import Doubt, UnreadText
from goalgraph.model.said import Said
from goalgraph.source import Span
from goalgraph.syntax.grammar import one_name
from goalgraph.syntax.statements import body
from goalgraph.syntax.vocabulary import ATTRIBUTES

# What is said by these makes no arrow from the element that says it, so no end is supported by it.
_NOT_UPWARD = ("needs", "of", "owner", "hinders", "keep", "drop", "weigh")
# An unread line that begins like this holds no link. (But `nature` decides whether an idle asset is told.)
_NO_LINKS = frozenset(ATTRIBUTES) - {"nature"}


class Doubts:
    """Gathers doubt about the elements of a map; see docs/decisions/0004-doubt.md."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        self.elements = elements
        self.why: set[str] = set()
        self.how: set[str] = set()
        self.how_of_all = False
        self.unread_lines = 0
        self.unresolved = 0

    def gathered(self, unread_files: int) -> Doubt:
        """All the doubt there is."""
        how = frozenset(self.elements if self.how_of_all else self.how)
        return Doubt(frozenset(self.why), how, bool(unread_files), self.unread_lines, self.unresolved, unread_files)

    def lose_link(self, keyword: str, source: Element, target: Element | None, *, target_known: bool) -> None:
        """Doubts the ends of a link that could not be followed; where its target can't be told, it may be any end."""
        self.unresolved += 1
        ends = {source.name} | ({target.name} if target else set())
        self.why |= ends
        self.how |= ends
        self.how_of_all |= not target_known and keyword not in _NOT_UPWARD

    def unread(self, said: Said) -> Iterator[UnreadText]:
        """Tells what was not read of a file, and doubts it.

        What an unread line mentions may be linked by it; a line that mentions nothing may link anything.
        """
        document, declared, odd, inside, _ = said
        if not (document.unread or odd or inside):
            return
        text = document.source.text
        for _, message, hint, start, end, line_start, line_end, skipped, _ in document.unread:
            yield UnreadText(Span(document.source, start, end), message, hint, None, skipped)
            self.unread_lines += 1 + skipped
            self.mentioned(text[line_start:line_end])
        lines_inside: defaultdict[int, int] = defaultdict(int)
        for index, opener in inside.items():
            lines_inside[opener] += body(document.pieces[index]).count("\n") + 1
        file = File(document.source)
        for index in sorted({*odd, *inside}):
            each = declared[index]
            if index in inside:
                self.doubt_whole(document.pieces[index])
            elif each.unread:
                yield from _unread_of(Placed(each, file, document.starts[index]), lines_inside[index])
                if each.kind:
                    self.doubt_lines(document.pieces[index], each)
                else:
                    self.doubt_whole(document.pieces[index])
                    if each.unread[0][0] == "property-in-first-column":
                        above = next((named.name for named in reversed(declared[:index]) if named.name), None)
                        if above:
                            self.why.add(above)
                            self.how.add(above)

    def doubt_whole(self, piece: str) -> None:
        """Doubts all that a statement mentions of which not even the first line was read."""
        text = body(piece)
        self.unread_lines += text.count("\n") + 1
        self.mentioned(text)

    def doubt_lines(self, piece: str, declared: Declaration) -> None:
        for mistake, *_, line_start, line_end, _, _ in declared.unread:
            text = piece[line_start:line_end]
            self.unread_lines += text.count("\n") + 1
            if mistake == "unclosed-text" or text.split(None, 1)[0] not in _NO_LINKS:
                self.why.add(declared.name)
                self.mentioned(text)

    def mentioned(self, text: str) -> None:
        names = {canonical(word) for word in one_name().findall(text)} & self.elements.keys()
        self.why |= names
        self.how |= names
        self.how_of_all |= not names


def _unread_of(placed: Placed, lines_inside: int) -> Iterator[UnreadText]:
    text = placed.source.text
    for mistake, message, hint, start, end, _, line_end, _, instead in placed.declared.unread:
        skipped = text.count("\n", placed.start + start, placed.start + line_end)
        skipped += lines_inside if mistake == "unclosed-text" else 0
        yield UnreadText(placed.span((start, end)), message, hint, placed.declared.name or None, skipped, instead)


def names_unread(piece: str, declared: Declaration) -> list[str]:
    """What a statement may declare where its first line, or that of a statement indented into it, was not read."""
    if not declared.kind:
        return one_name().findall(piece.split("\n", 1)[0])
    return [
        name
        for mistake, _, _, _, end, *_ in declared.unread
        if mistake == "indented-statement"
        for name in one_name().findall(body(piece)[end:].split("\n", 1)[0])
    ]
