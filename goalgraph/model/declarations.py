"""What one statement declares, wherever it stands: plain data, so that it can be kept and sent between processes.

Places are stretches, `(start, end)`, that count from the start of the statement. Dates are proleptic ordinals.
"""

from typing import Any, NamedTuple

Stretch = tuple[int, int]

# Where the keyword stands, the relation, the names with their places, the strength, the reason.
LinkLine = tuple[Stretch, str, tuple[tuple[str, Stretch], ...], str | None, str | None]
# What is counted and where that stands, of what, from where, to where, by when, the reason.
MeasureLine = tuple[str, Stretch, str | None, str | None, str | None, int | None, str | None]
# Where it stands, what is wrong, what helps, what it contradicts and what is there to be said of that.
Mistake = tuple[Stretch, str, str, Stretch | None, str]
# The fields of `goalgraph.syntax.nodes.Unread`.
UnreadLine = tuple[str, str, str, int, int, int, int, int, str | None]


class Declaration(NamedTuple):
    """What one statement says. `kind` is empty where its first line could not be read; the rest is then of no account.

    `counted` are the names that measures are of, `mistakes` the values that are wrong, `unread` the lines that could
    not be read. Everything in it is built of strings, numbers, None and tuples.
    """

    kind: str = ""
    name: str = ""
    name_place: Stretch = (0, 0)
    title: str = ""
    title_place: Stretch = (0, 0)
    links: tuple[LinkLine, ...] = ()
    counted: tuple[tuple[str, Stretch], ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    sphere: str | None = None
    natures: tuple[str, ...] = ()
    status: str | None = None
    since: int | None = None
    until: int | None = None
    horizon: int | None = None
    measures: tuple[MeasureLine, ...] = ()
    because: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    date_places: tuple[tuple[str, Stretch], ...] = ()

    @classmethod
    def of(cls, plain: tuple[Any, ...]) -> "Declaration":
        """What was a declaration before it was made plain, to be kept or sent; faster than by its fields."""
        return tuple.__new__(cls, plain)
