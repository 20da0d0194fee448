"""What commands say that are asked about one element: of which map they speak, and what they call it."""

from collections.abc import Sequence
from typing import Any

from goalgraph.analysis import Analysis
from goalgraph.output.drawing import one_line
from goalgraph.output.fitting import width, wrapped
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.verdict import Verdict
from goalgraph.rules.telling import call

NO_MAP = "There is no map here: nothing to tell."
_WIDEST_TITLE = 72
_WIDEST_ROW = 120
_DRAWN = " │├└─"


def told_by_map(analyses: Sequence[Analysis], told: Sequence[str], paper: Paper = FILE) -> str:
    """What is told of each map, under the map's heading where there are several; then what could not be read."""
    if not analyses:
        return fitted(NO_MAP, paper) + "\n"
    several = len(analyses) > 1
    blocks = [
        f"{fitted(f'{one_line(heading(analysis))}:', paper)}\n\n{block}" if several else block
        for analysis, block in zip(analyses, told, strict=True)
    ]
    unchecked = "\n".join(fitted(each, paper) for each in Verdict(analyses, ()).unchecked)
    return "\n\n".join([*blocks, unchecked] if unchecked else blocks) + "\n"


def heading(analysis: Analysis) -> str:
    """A map by its title and where it is declared; one without a strategy by its first file."""
    strategy = analysis.map.strategy
    if strategy:
        return f"In {call(strategy)}, {strategy.place.where}"
    return f"In the map of {analysis.map.documents[0].source.path}"


def map_as_data(analysis: Analysis) -> dict[str, Any]:
    """Which map it is, for programs."""
    strategy = analysis.map.strategy
    return {
        "name": strategy.name if strategy else None,
        "title": strategy.title if strategy else None,
        "files": [document.source.path for document in analysis.map.documents],
    }


def shortened(text: str, room: int = _WIDEST_TITLE) -> str:
    """A text cut to so many columns, at the end of a word where there is one near."""
    if width(text) <= room:
        return text
    kept, taken = 0, 1
    while taken + width(text[kept]) <= room:
        taken += width(text[kept])
        kept += 1
    cut = text[:kept]
    whole_words = cut.rsplit(" ", 1)[0] if text[kept] != " " else cut
    return (whole_words if len(whole_words) > kept // 2 else cut).rstrip() + "…"


def fitted(text: str, paper: Paper) -> str:
    """A sentence in lines that the paper has room for."""
    return "\n".join(wrapped(text, paper.width, then="  ")) if paper.width else text


def in_columns(rows: Sequence[tuple[str, str]], paper: Paper = FILE) -> list[str]:
    """Rows of two columns; the second starts where the longest row of reasonable length lets it.

    On paper too narrow for that, the second stands on lines of its own.
    """
    if paper.width and any(width(first) + 2 + width(second) > paper.width for first, second in rows):
        return [line for row in rows for line in _stacked(*row, paper.width)]
    widths = [width(first) if second else 0 for first, second in rows]
    room = max((each for each in widths if each <= _WIDEST_ROW), default=0)
    return [
        f"{first}{' ' * (room - taken)}  {second}" if second else first
        for (first, second), taken in zip(rows, widths, strict=True)
    ]


def _stacked(first: str, second: str, columns: int) -> list[str]:
    """A row whose second column stands below the first, as far to the right; what is drawn at the left goes on."""
    drawn = len(first) - len(first.lstrip(_DRAWN))
    margin = first[:drawn].replace("├─", "│ ").replace("└─", "  ") + "  "
    lines = wrapped(first[drawn:], columns, first[:drawn], margin)
    return [*lines, *wrapped(second, columns, margin, margin)] if second else lines
