"""Places in the maps as the page shows them: file and line, which lead to the text where that is on the page."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath

from goalgraph.output.html.sources import SourceLines
from goalgraph.output.wording import short
from goalgraph.source import Span

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Place:
    """A place in words, and the address of its line, which is empty where the text is not on the page."""

    text: str
    href: str


class Places:
    """Knows which lines are on the page. There a file is called by its name alone, if no other has the same."""

    def __init__(self, lines: SourceLines) -> None:
        self._lines = lines
        self._names = Counter(PurePath(path).name for path in lines.bases)

    def of(self, place: Span) -> Place:
        """A place and its address."""
        href = self._lines.address(place.path, place.line)
        name = PurePath(place.path).name
        if href and self._names[name] == 1:
            return Place(short(f"{name}:{place.line}", _LONGEST), href)
        return Place(short(place.where, _LONGEST), href)

    def text(self, place: Span) -> str:
        """A place in words alone."""
        return self.of(place).text
