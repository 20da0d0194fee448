"""What is written in a file, before it is known what it comes to: declarations, statement by statement."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from goalgraph.model.declarations import Declaration
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.statements import swallowed


class Said(NamedTuple):
    """What each statement of a file declares; of others it is told by their index.

    `odd` are those with something wrong in how they are written, `inside` those inside an unclosed text, each with the
    one that opened it, `silent` those that declare no element.
    """

    document: Document
    declared: tuple[Declaration, ...]
    odd: tuple[int, ...]
    inside: Mapping[int, int]
    silent: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, declared: Sequence[Declaration], odd: Iterable[int] | None = None) -> "Said":
        """What a file says; which statements are odd is found out where it is not known."""
        odd = tuple(odd_among(declared) if odd is None else odd)
        inside = inside_unclosed(document, declared, odd)
        silent = (index for index in sorted({*odd, *inside}) if not declared[index].kind or index in inside)
        return cls(document, tuple(declared), odd, inside, tuple(silent))

    def speaking(self, index: int) -> int:
        """How many of the statements before one declare an element."""
        return index - bisect_left(self.silent, index)


def odd_among(declared: Iterable[Declaration], first: int = 0) -> Iterator[int]:
    """The statements with something wrong in how they are written, counted from `first` on."""
    for index, each in enumerate(declared, first):
        if not each.kind or each.unread or each.mistakes:
            yield index


def inside_unclosed(
    document: Document, declared: Sequence[Declaration], odd: Iterable[int] | None = None
) -> dict[int, int]:
    """The statements inside an unclosed text, by index, each with the index of the one that opened it."""
    openers = [
        index
        for index in (range(len(declared)) if odd is None else odd)
        if any(line[0] == "unclosed-text" for line in declared[index].unread)
    ]
    return swallowed(document.pieces, openers) if openers else {}
