"""Every setting with its value and the place from which it comes."""

from typing import NamedTuple

from goalgraph.config import Config
from goalgraph.configuration.discovery import Settings
from goalgraph.rules.catalogue import RULES
from goalgraph.rules.rule import Rule
from goalgraph.source import Span

Values = tuple[str, ...]


class Setting(NamedTuple):
    """A setting by its key, with its values and where they were given; None stands for the default."""

    key: str
    values: Values
    place: Span | None


class RuleSetting(NamedTuple):
    """How grave a rule is, by which word that was said (its slug or its family), and where."""

    slug: str
    family: str
    severity: str
    said_of: str | None = None
    place: Span | None = None


class PathSetting(NamedTuple):
    """What holds for the files that a pattern matches."""

    pattern: str
    rules: tuple[RuleSetting, ...]


class InForce(NamedTuple):
    """All settings of a folder; `file` is where they come from, as people see it, None where all are defaults."""

    about: str
    file: str | None
    settings: tuple[Setting, ...]
    rules: tuple[RuleSetting, ...]
    paths: tuple[PathSetting, ...]


def in_force(about: str, settings: Settings) -> InForce:
    """What is in force for a folder; `about` is how people call it."""
    config = settings.config
    return InForce(
        about,
        settings.file,
        tuple(Setting(key, values, settings.places.get(tuple(key.split(".")))) for key, values in _values(config)),
        tuple(_rule(rule, settings) for rule in RULES),
        tuple(
            PathSetting(
                pattern,
                tuple(
                    RuleSetting(word, "", severity.word, word, settings.places.get(("per-path", pattern, word)))
                    for word, severity in severities.items()
                ),
            )
            for pattern, severities in config.per_path
        ),
    )


def _values(config: Config) -> list[tuple[str, Values]]:
    words: dict[str, list[str]] = {}
    for prefix, changes in (("words", config.words.more), ("words.without", config.words.fewer)):
        for part, entry in changes:
            words.setdefault(f"{prefix}.{part}", []).append(entry)
    return [
        ("fail-level", (config.fail_level.word,)),
        ("exclude", config.exclude),
        ("size-limit", (f"{config.size_limit / 1e6:g} MB",)),
        # Without one it is the day of the run, which is not put into words here: same input, same bytes.
        ("today", (config.today.isoformat(),) if config.today else ("the day of the run",)),
        *((key, tuple(entries)) for key, entries in words.items()),
    ]


def _rule(rule: Rule, settings: Settings) -> RuleSetting:
    severity = settings.config.severity(rule.slug, rule.family, rule.severity)
    if severity is None:
        return RuleSetting(rule.slug, rule.family, rule.severity.word)
    word = rule.slug if rule.slug in settings.config.severities else rule.family
    return RuleSetting(rule.slug, rule.family, severity.word, word, settings.places.get(("rules", word)))
