"""What is wrong with a configuration."""

from collections.abc import Collection
from typing import NamedTuple

from goalgraph.source import Span


class Mistake(NamedTuple):
    """What is wrong with a configuration, and where."""

    place: Span
    message: str

    def __str__(self) -> str:
        return f"{self.place.where}: {self.message}"


class BadConfigError(Exception):
    """A configuration that can't be used; `mistakes` are all that were found in it."""

    def __init__(self, mistakes: Collection[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)
