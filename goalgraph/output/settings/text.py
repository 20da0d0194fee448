"""What is in force, as people read it."""

from collections.abc import Iterable

from goalgraph.output.drawing import one_line
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.settings.view import InForce, RuleSetting
from goalgraph.source import Span


def render(found: InForce, _: Paper = FILE) -> str:
    """Every setting with its value and whence it comes, in columns."""
    rows = [(setting.key, ", ".join(setting.values) or "nothing", _whence(setting.place)) for setting in found.settings]
    lines = [f"Settings for {found.about}, from {found.file or 'no file: all are defaults'}", "", *_columns(rows)]
    lines += ["", "rules", *_columns(map(_row, found.rules), indent="  ")]
    for path in found.paths:
        lines += ["", f"in {path.pattern}", *_columns(map(_row, path.rules), indent="  ")]
    return "".join(f"{one_line(line)}\n" for line in lines)


def _row(rule: RuleSetting) -> tuple[str, str, str]:
    family = f" (of all {rule.said_of})" if rule.said_of and rule.said_of == rule.family else ""
    return rule.slug, rule.severity, _whence(rule.place) + family


def _whence(place: Span | None) -> str:
    return place.where if place else "default"


def _columns(rows: Iterable[tuple[str, ...]], indent: str = "") -> list[str]:
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        (indent + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))).rstrip()
        for row in table
    ]
