"""The nearest word by spelling, fast enough for thousands of candidates."""

from collections import Counter, defaultdict
from collections.abc import Iterable


def _pairs(word: str) -> set[str]:
    framed = f"^{word.casefold()}$"
    return {framed[index : index + 2] for index in range(len(framed) - 1)}


class Speller:
    """Offers the known word that an unknown one most likely meant.

    Candidates are found by the letter pairs they share, and only the best of them are compared letter by letter
    (Ratcliff and Obershelp, by `difflib`).
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._holders: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for pair in _pairs(word):
                self._holders[pair].append(word)

    def nearest(self, word: str, limit: int = 1, at_least: float = 0.6) -> list[str]:
        """Up to `limit` known words, best first; none where nothing is near. Likeness runs from 0 to 1."""
        shared: Counter[str] = Counter()
        for pair in sorted(_pairs(word)):
            shared.update(self._holders.get(pair, ()))
        if not shared:
            return []
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(b=word.casefold())
        scored = []
        for candidate, _ in shared.most_common(24):
            matcher.set_seq1(candidate.casefold())
            score = matcher.ratio()
            if score >= at_least:
                scored.append((-score, candidate))
        return [candidate for _, candidate in sorted(scored)[:limit]]


def nearest(word: str, words: Iterable[str], at_least: float = 0.6) -> str | None:
    """The nearest of a few words, or None."""
    found = Speller(words).nearest(word, at_least=at_least)
    return found[0] if found else None
