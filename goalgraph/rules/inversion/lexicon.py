"""The word lists by which titles and measures are judged: `words/*.txt`, one file a language."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from goalgraph.config import NO_CHANGES, WordChanges
from goalgraph.graph.titles import ARTICLES, MOST_REMEMBERED, Words, all_words_of, words_of

_FOLDER = Path(__file__).parent / "words"
# Numbering and codes before a title: "(Mid)", "GO02.", "1.3 –".
_LABEL = re.compile(r"^\s*(?:\([^)]*\)|[A-Z]{0,4}[-.]?\d+(?:[.\d]*)[.):]?|[-–•*])\s+")  # dashes are meant
# Where the naming of a thing ends: "Rules name who answers, permit monitoring" names no monitoring.
_BREAK = re.compile(r"[,;]\s")


# So many configurations of one process, as of an editor's server, have their lexicon ready.
_MOST_LEXICONS = 8


class Lexicon:
    """Words and pairs of words, by what they show: see the head of each list for what its parts mean.

    What a text says is kept with the lexicon that found it.
    """

    def __init__(self, lists: dict[str, frozenset[Words]]) -> None:
        self.lists = lists
        self.use_in = lru_cache(MOST_REMEMBERED)(self._use_in)
        self.activity_in = lru_cache(MOST_REMEMBERED)(self._activity_in)

    def _use_in(self, text: str) -> str | None:
        """The word by which a measure counts use, adoption or roll-out."""
        words = words_of(text)
        return next((" ".join(found) for found in _spans(words) if found in self.lists["use"]), None)

    def _activity_in(self, title: str, *, names_value: bool = False) -> str | None:
        """The words by which a title states an activity, or None where it may state a result.

        A value is mostly named by a noun ("Work for all"), so words that may be verb or noun are nouns there.
        """
        while (shorter := _LABEL.sub("", title)) != title:
            title = shorter
        every = all_words_of(title)
        after_break = 0
        if "," in title or ";" in title:
            after_break = len(every) - len(all_words_of(_BREAK.split(title, maxsplit=1)[0]))
        while every and every[:1] in self.lists["fillers"]:
            every = every[1:]
        words = tuple(word for word in every if word not in ARTICLES)
        if not words or self._starts(words, "results"):
            return None
        whole = _length_of_first(title)
        start = self._starts(words, "activities", whole) or self._unsaid(words, "doings", whole)
        if start:
            return start
        done = next((" ".join(words[-n:]) for n in (2, 1) if words[-n:] in self.lists["done"]), None)
        # A noun after an article is a noun.
        doing = None if names_value else self._unsaid(every, "either", whole)
        return done or doing or self._thing(every, len(every) - after_break)

    def _starts(self, words: Words, part: str, at_least: int = 1) -> str | None:
        entries = self.lists[part]
        if at_least <= 2 and words[:2] in entries:
            return " ".join(words[:2])
        return words[0] if at_least == 1 and words[:1] in entries else None

    def _unsaid(self, words: Words, part: str, at_least: int) -> str | None:
        """A first word that may name a thing, where nothing is said of the thing."""
        start = self._starts(words, part, at_least)
        if start is None:
            return None
        plural = any((verb,) in self.lists["plural signs"] and noun.endswith("s") for noun, verb in pairwise(words))
        return None if plural or not self.lists["signs"].isdisjoint(_spans(words[1:])) else start

    def _thing(self, words: Words, until: int) -> str | None:
        """The thing that the first words of a title name and the title says nothing of: "A new platform for data".

        After a plural or a word such as "each", a further article or such a word shows that a clause came before:
        "Engineers lead a project of their own".
        """
        head: list[str] = []
        for word in words[: max(until, 0)]:
            if (word,) in self.lists["joints"]:
                break
            begun = head and (head[0].endswith("s") or (head[0],) in self.lists["determiners"])
            if begun and (word in ARTICLES or (word,) in self.lists["determiners"]):
                return None
            head.append(word)
        if not head or (head[-1],) not in self.lists["things"]:
            return None
        return head[-1] if self.lists["states"].isdisjoint(_spans(words)) else None


def _length_of_first(title: str) -> int:
    """Of how many words the first is made: "Launch-day tickets" says nothing of a launch, "Roll-out" of a roll-out."""
    if "-" not in title:
        return 1
    first = next((token for token in title.split() if all_words_of(token)), "")
    return len(all_words_of(first)) if re.search(r"\w-\w", first) else 1


def _spans(words: Words) -> list[Words]:
    return [words[at : at + n] for at in range(len(words)) for n in (2, 1)]


def _entry(text: str) -> Words:
    words = text.split()
    return tuple(words) if all(map(str.isalpha, words)) else words_of(text)


@lru_cache(_MOST_LEXICONS)
def lexicon(changes: WordChanges = NO_CHANGES) -> Lexicon:
    """All languages together, with what an author has added and taken away."""
    lists = {part: set(entries) for part, entries in _built_in().items()}
    for part, entry in changes.more:
        lists[part].add(_entry(entry))
    for part, entry in changes.fewer:
        lists[part].discard(_entry(entry))
    return Lexicon({part: frozenset(entries) - {()} for part, entries in lists.items()})


@cache
def _built_in() -> dict[str, set[Words]]:
    lists: dict[str, set[Words]] = {}
    for path in sorted(_FOLDER.glob("*.txt")):
        part = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = line.split("#")[0].strip()
            if entry.endswith(":"):
                part = entry[:-1]
                lists.setdefault(part, set())
            elif entry:
                lists[part].update(map(_entry, entry.split(",")))
    return lists
