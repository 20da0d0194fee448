"""Elements by parts of their names and titles, as people type them into an editor."""

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple

from goalgraph.lsp.view import View
from goalgraph.model.declarations import Declaration
from goalgraph.model.names import canonical


class Found(NamedTuple):
    """An element that matches a query, the worse the higher; in order of map, file and statement."""

    worse: int
    map: int
    file: int
    statement: int


def best(maps: Iterable[View], query: str, most: int) -> list[Found]:
    """The elements of maps that match a query, the best first.

    Every word of the query must be in the title or the name, or be short for the name.
    """
    return nsmallest(most, _matches(maps, canonical(query).casefold().split()))


def _matches(maps: Iterable[View], words: list[str]) -> Iterator[Found]:
    for at, view in enumerate(maps):
        for file, statements in enumerate(view.analysis.map.declared):
            for index, declared in enumerate(statements):
                worse = _match(declared, words) if declared.kind else None
                if worse is not None:
                    yield Found(worse, at, file, index)


def _match(declared: Declaration, words: list[str]) -> int | None:
    """How far an element is from what is sought; None where it does not match."""
    worst = 0
    name, title = declared.name.casefold(), canonical(declared.title).casefold()
    for word in words:
        if word in (name, title):
            worse = 0
        elif name.startswith(word) or title.startswith(word):
            worse = 1
        elif f" {word}" in title or f"-{word}" in name or f".{word}" in name or f"_{word}" in name:
            worse = 2
        elif word in name or word in title:
            worse = 3
        elif _is_short_for(word, name):
            worse = 4
        else:
            return None
        worst = max(worst, worse)
    return worst


def _is_short_for(word: str, name: str) -> bool:
    """Whether the letters of a word are in a name in this order."""
    at = 0
    for letter in word:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
