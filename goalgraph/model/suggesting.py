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
        self._names: frozenset[str] = frozenset()
        self._speller = Speller()
        self._near: dict[str, list[str]] = {}
        self.learn(names)

    def learn(self, names: Iterable[str]) -> None:
        """Learns which names there are."""
        now = frozenset(names)
        if now != self._names or len(self._near) > _MOST_REMEMBERED:
            for name in self._names - now:
                self._speller.forget(name)
            for name in now - self._names:
                self._speller.learn(name)
            self._names, self._near = now, {}

    def near(self, name: str) -> list[str]:
        """The names that a mistaken one may have meant, best first."""
        if name not in self._near:
            self._near[name] = self._speller.nearest(name, limit=_MOST_NEAR, at_least=_LIKENESS)
        return self._near[name]
