"""Which names a mistaken one may have meant."""

from collections.abc import Iterable

from goalgraph.syntax.spelling import Speller

# Names are short and much alike; below this, what is near is seldom what was meant.
_LIKENESS = 0.7
_MOST_NEAR = 8
# After so many mistaken names all are thought about anew.
_MOST_REMEMBERED = 200


class Suggestions:
    """Names that are near to others, thought about once for as long as the names that are known stay the same."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = list(names)
        self._speller: Speller | None = None
        self._near: dict[str, list[str]] = {}

    def learn(self, names: Iterable[str]) -> None:
        """Learns which names there are."""
        now = list(names)
        if now != self._names or len(self._near) > _MOST_REMEMBERED:
            self._names, self._speller, self._near = now, None, {}

    def near(self, name: str) -> list[str]:
        """The names that a mistaken one may have meant, best first."""
        if name not in self._near:
            self._speller = self._speller or Speller(self._names)
            self._near[name] = self._speller.nearest(name, limit=_MOST_NEAR, at_least=_LIKENESS)
        return self._near[name]
