"""What commands say that are asked about one element: of which map they speak, and what they call it."""

from collections.abc import Sequence
from typing import Any

from goalgraph.analysis import Analysis
from goalgraph.output.drawing import one_line
from goalgraph.output.fitting import width
from goalgraph.output.verdict import Verdict
from goalgraph.rules.telling import call

NO_MAP = "There is no map here: nothing to tell."
_WIDEST_TITLE = 72
_WIDEST_ROW = 120


def told_by_map(analyses: Sequence[Analysis], told: Sequence[str]) -> str:
    """What is told of each map, under the map's heading where there are several; then what could not be read."""
    if not analyses:
        return NO_MAP + "\n"
    several = len(analyses) > 1
    blocks = [
        f"{one_line(heading(analysis))}:\n\n{block}" if several else block
        for analysis, block in zip(analyses, told, strict=True)
    ]
    unchecked = "\n".join(Verdict(analyses, ()).unchecked)
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


def in_columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Rows of two columns; the second starts where the longest row of reasonable length lets it."""
    widths = [width(first) if second else 0 for first, second in rows]
    room = max((each for each in widths if each <= _WIDEST_ROW), default=0)
    return [
        f"{first}{' ' * (room - taken)}  {second}" if second else first
        for (first, second), taken in zip(rows, widths, strict=True)
    ]
