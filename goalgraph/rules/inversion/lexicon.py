"""The word lists by which titles and measures are judged: `words/*.txt`, one file a language."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from goalgraph.graph.titles import Words, words_of

_FOLDER = Path(__file__).parent / "words"
# Numbering and codes before a title: "(Mid)", "GO02.", "1.3 –".
_LABEL = re.compile(r"^\s*(?:\([^)]*\)|[A-Z]{0,4}[-.]?\d+(?:[.\d]*)[.):]?|[-–•*])\s+")  # dashes are meant


class Lexicon(NamedTuple):
    """Words and pairs of words, by what they show: see the head of each list for what its parts mean."""

    lists: dict[str, frozenset[Words]]

    def use_in(self, text: str) -> str | None:
        """The word by which a measure counts use, adoption or roll-out."""
        words = words_of(text)
        return next((" ".join(found) for found in _spans(words) if found in self.lists["use"]), None)

    def activity_in(self, title: str) -> str | None:
        """The words by which a title states an activity, or None where it may state a result."""
        while (shorter := _LABEL.sub("", title)) != title:
            title = shorter
        words = words_of(title)
        while words and words[:1] in self.lists["fillers"]:
            words = words[1:]
        if not words or self._starts(words, "results"):
            return None
        start = self._starts(words, "activities")
        if start:
            return start
        end = next((" ".join(words[-n:]) for n in (2, 1) if words[-n:] in self.lists["done"]), None)
        return end or self._thing(title)

    def _starts(self, words: Words, part: str) -> str | None:
        return next((" ".join(words[:n]) for n in (2, 1) if words[:n] in self.lists[part]), None)

    def _thing(self, title: str) -> str | None:
        """The thing that a title names and says nothing of: "A new platform for data"."""
        head: list[str] = []
        for word in words_of(title):
            if (word,) in self.lists["joints"]:
                break
            head.append(word)
        return head[-1] if head and (head[-1],) in self.lists["things"] else None


def _spans(words: Words) -> list[Words]:
    return [words[at : at + n] for at in range(len(words)) for n in (2, 1)]


@cache
def lexicon() -> Lexicon:
    """All languages together."""
    lists: dict[str, set[Words]] = {}
    for path in sorted(_FOLDER.glob("*.txt")):
        part = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = line.split("#")[0].strip()
            if entry.endswith(":"):
                part = entry[:-1]
                lists.setdefault(part, set())
            elif entry:
                lists[part].update(words_of(word) for word in entry.split(","))
    return Lexicon({part: frozenset(entries) - {()} for part, entries in lists.items()})
