"""The nearest word by spelling, fast enough for thousands of candidates."""

from collections import Counter, defaultdict
from collections.abc import Iterable

# So many candidates are compared letter by letter.
_COMPARED = 24


def _pairs(word: str) -> set[str]:
    framed = f"^{word.casefold()}$"
    return {framed[index : index + 2] for index in range(len(framed) - 1)}


class Speller:
    """Offers the known word that an unknown one most likely meant.

    Candidates are found by the letter pairs they share, and only the best of them are compared letter by letter
    (Ratcliff and Obershelp, by `difflib`).
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._holders: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for word in words:
            self.learn(word)

    def learn(self, word: str) -> None:
        """Knows one more word."""
        for pair in _pairs(word):
            self._holders[pair][word] = None

    def forget(self, word: str) -> None:
        """Knows a word no more."""
        for pair in _pairs(word):
            self._holders[pair].pop(word, None)

    def nearest(self, word: str, limit: int = 1, at_least: float = 0.6) -> list[str]:
        """Up to `limit` known words, best first; none where nothing is near. Likeness runs from 0 to 1.

        In which order words were learnt is of no account.
        """
        shared: Counter[str] = Counter()
        for pair in _pairs(word):
            shared.update(self._holders.get(pair, {}).keys())
        if not shared:
            return []
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(b=word.casefold())
        scored = []
        for candidate in _most_common(shared):
            matcher.set_seq1(candidate.casefold())
            score = matcher.ratio()
            if score >= at_least:
                scored.append((-score, candidate))
        return [candidate for _, candidate in sorted(scored)[:limit]]


def _most_common(shared: Counter[str]) -> list[str]:
    """The words that share most pairs, of those with as many the first by the alphabet."""
    least = sorted(shared.values(), reverse=True)[:_COMPARED][-1]
    found = sorted((-count, word) for word, count in shared.items() if count >= least)
    return [word for _, word in found[:_COMPARED]]


def nearest(word: str, words: Iterable[str], at_least: float = 0.6) -> str | None:
    """The nearest of a few words, or None."""
    found = Speller(words).nearest(word, at_least=at_least)
    return found[0] if found else None
