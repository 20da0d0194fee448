"""What is measured, as it is printed and as it stands in docs/performance.md."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"


class Target(NamedTuple):
    """What a measured number is to be at most; `measured` is None where it could not be had."""

    what: str
    measured: float | None
    most: float
    unit: str

    @property
    def row(self) -> tuple[str, str, str, str]:
        limit = f"{self.most:g}{self.unit}"
        if self.measured is None:
            return self.what, "not measured", limit, ""
        holds = "holds" if self.measured <= self.most else "does not hold"
        number = f"{self.measured:.0f}" if self.measured >= 100 else f"{self.measured:.2f}"
        return self.what, number + self.unit, limit, holds


class Section(NamedTuple):
    """One measurement: its heading, its text as Markdown, and the targets it answers."""

    title: str
    text: str
    targets: tuple[Target, ...] = ()

    def __str__(self) -> str:
        return f"### {self.title}\n\n{self.text.strip()}\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown that can be read as it is; all columns but the first are flush right."""
    cells = [head, *rows]
    widths = [max(3, *(len(row[column]) for row in cells)) for column in range(len(head))]
    lines = [
        " | ".join(cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in cells)
    ]
    rule = " | ".join("-" * (width - 1) + ":" if column else "-" * width for column, width in enumerate(widths))
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:])) + "\n"


def targets(sections: Iterable[Section]) -> list[Section]:
    """All targets in one section, each with the word whether it holds; no section where there are none."""
    rows = [target.row for section in sections for target in section.targets]
    return [Section("Targets", table(("", "measured", "at most", ""), rows))] if rows else []


def seconds(number: float) -> str:
    return f"{number:.3f} s" if number < 1 else f"{number:.2f} s"


def megabytes(number: float) -> str:
    return f"{number / 1e6:.0f} MB"


def write(part: str, text: str) -> None:
    """Puts a text between the two markers of a part of the page."""
    begin, end = f"<!-- {part}:begin -->", f"<!-- {part}:end -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{PAGE} has no {begin} with an {end} below it")
    PAGE.write_text(f"{before}{begin}\n{text.strip()}\n{end}{after}", encoding="utf-8")
