"""Where reading stopped, and what a mistake is: a name, what to say of it, snippets that show it."""

import re
from collections.abc import Callable
from typing import NamedTuple

WORD = re.compile(r"[^\s\"#,:=;{}()]+")
NAME = re.compile(r"[^\W\d][\w.\-]*")
TEXT = re.compile(r'"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+"""')
STRING = re.compile(TEXT.pattern + r'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"')


def first_word(line: str) -> str:
    """The first word of a line, or an empty string."""
    match = WORD.search(line)
    return match[0] if match else ""


class Stuck(NamedTuple):
    """Where reading stopped: the offset `at` in the line from `start` to `stop`, and what was expected there."""

    text: str
    start: int
    stop: int
    at: int
    expected: frozenset[str]
    is_head: bool

    @property
    def rest(self) -> str:
        """The line from where reading stopped, without its end."""
        return self.text[self.at : self.stop].rstrip()

    @property
    def before(self) -> str:
        """The line up to where reading stopped, without the white space around it."""
        return self.text[self.start : self.at].strip()

    @property
    def found(self) -> str:
        """The word at which reading stopped, or the one character that is no word."""
        match = WORD.match(self.rest)
        return match[0] if match else self.rest[:1]

    @property
    def keyword(self) -> str:
        """The first word of the line."""
        return first_word(self.text[self.start : self.stop])

    @property
    def at_end(self) -> bool:
        return not self.rest or self.rest.startswith("#")


class Diagnosis(NamedTuple):
    """What is said of a place: the words, a hint, and how much of the line is wrong.

    That is `length` characters, the word there where it is 0, or with `whole_rest` all that follows. `at` is where it
    starts if that is not where reading stopped; `rest_of_statement` says that no further line can be read either.
    `instead` is what its author most likely meant to write there; None where that is anybody's guess.
    """

    message: str
    hint: str
    length: int = 0
    whole_rest: bool = False
    at: int | None = None
    rest_of_statement: bool = False
    instead: str | None = None


Diagnose = Callable[[Stuck], Diagnosis | None]


class Mistake(NamedTuple):
    """A named mistake. Each of its `snippets` is a statement whose first mistake it is."""

    slug: str
    snippets: tuple[str, ...]
    diagnose: Diagnose


def mistake(*snippets: str) -> Callable[[Diagnose], Mistake]:
    """Makes a mistake of the function that recognises it; its slug is the function's name."""

    def make(diagnose: Diagnose) -> Mistake:
        return Mistake(diagnose.__name__.replace("_", "-"), snippets, diagnose)

    return make
