"""Dates, quantities and the closed sets of words, read from how they are written."""

import re
from datetime import date, timedelta
from functools import cache

_DATE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")
SPHERES = ("formal", "informal", "both")
STATUSES = ("idea", "planned", "active", "done", "stopped")
ASSET_NATURES = ("tangible", "intangible")
BRIDGE_NATURES = ("organizational", "technical")


def read_date(text: str, *, as_end: bool) -> date | None:
    """The first day, or with `as_end` the last, of `YYYY-MM-DD`, `YYYY-MM`, `YYYY-Qn` or `YYYY`; None if it is none."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, quarter, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if quarter:
        first, last = 3 * quarter - 2, 3 * quarter
    else:
        first, last = (month, month) if month is not None else (1, 12)
    if not 1 <= year <= 9999 or not 1 <= first <= 12:
        return None
    if day is not None:
        return date(year, first, day) if 1 <= day <= _days_in(year, first) else None
    return date(year, last, _days_in(year, last)) if as_end else date(year, first, 1)


def _days_in(year: int, month: int) -> int:
    # The last December of all has no month after it.
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def is_quantity(text: str) -> bool:
    """Whether a text is a number with an optional sign, decimals and unit: `95%`, `1.2M`, `€40k`, `-3 days`."""
    return _quantity().fullmatch(text.strip()) is not None


@cache
def _quantity() -> re.Pattern[str]:
    # A sign, a currency, a number, a unit: all but the number may be missing.
    return re.compile(
        r"""
        (?: [-+−±~<>≤≥] \s? )? (?: [^\W\d_.,]{0,4} [^\w\s.,'"+−±~<>≤≥-]? \s? | [^\w\s.,'"+−±~<>≤≥-] [-+−] )
        \d+ (?: [.,'’_\u00a0\u202f\s] \d+ )*
        (?: \s? [^\d\s] .* )?
        """,  # typographic minus signs and separators are meant
        re.VERBOSE,
    )
