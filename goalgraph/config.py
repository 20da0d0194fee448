"""What can be set, each with its default. How it is read from a file is told in `configuration`."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from goalgraph.finding import Severity

# By slug or by family.
Severities = Mapping[str, Severity]

NONE: Severities = MappingProxyType({})


class WordChanges(NamedTuple):
    """What is added to the word lists by which titles are judged, and what is taken away: pairs of list and entry."""

    more: tuple[tuple[str, str], ...] = ()
    fewer: tuple[tuple[str, str], ...] = ()


NO_CHANGES = WordChanges()


class Config(NamedTuple):
    """Settings.

    `severities` override the rules' defaults, those of `per_path` in the files that a pattern matches; patterns are
    as in `.gitignore`, and so are those of `exclude`. `per_file` is what `per_path` comes to, by the path of a source.
    `size_limit` is in bytes, `time_limit` in seconds: how long is searched for the smallest cuts of a map's loops.
    `today` is the day on which ignores run out; without it none does.
    """

    severities: Severities = NONE
    fail_level: Severity = Severity.ERROR
    size_limit: int = 20_000_000
    time_limit: float = 10.0
    exclude: tuple[str, ...] = ()
    per_path: tuple[tuple[str, Severities], ...] = ()
    per_file: Mapping[str, tuple[Severities, ...]] = MappingProxyType({})
    words: WordChanges = NO_CHANGES
    today: date | None = None

    def severity(self, slug: str, family: str, default: Severity, path: str = "") -> Severity | None:
        """How grave a rule is in a file; None where nothing is set, and the rule's own is taken.

        What is said of some paths beats what is said of all, of these the last; a slug beats its family. A family
        does not switch on a rule that is off by default.
        """
        for severities in (*reversed(self.per_file.get(path, ())), self.severities):
            if slug in severities:
                return severities[slug]
            if family in severities and default is not Severity.OFF:
                return severities[family]
        return None

    def may_speak(self, slug: str, family: str, default: Severity) -> bool:
        """Whether a rule is switched on in any file."""
        chosen = (self.severity(slug, family, default, path) for path in ("", *self.per_file))
        return any((default if each is None else each) is not Severity.OFF for each in chosen)
