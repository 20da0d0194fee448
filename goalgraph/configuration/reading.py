"""From the text of a configuration file to settings, with every mistake at its place."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from goalgraph.config import Config, Severities, WordChanges
from goalgraph.configuration.mistakes import BadConfigError, Mistake
from goalgraph.configuration.toml_places import Key, Places, places
from goalgraph.finding import Severity
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Source, Span
from goalgraph.syntax.spelling import nearest

_SEVERITIES = {severity.word: severity for severity in Severity}
_LEVELS = {word: severity for word, severity in _SEVERITIES.items() if severity is not Severity.OFF}
_SIZE = re.compile(r"(\d+(?:\.\d+)?) *([kKMG]?)B?")
_UNITS = {"": 1, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9}
_LINE_AND_COLUMN = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
# What an author may add to: the other lists hold grammar, not vocabulary.
WORD_LISTS = ("activities", "done", "things", "results", "states", "use")


class Read(NamedTuple):
    """A configuration as read. `places` tells where each setting stands, by its key from the top of the settings."""

    config: Config
    places: Mapping[Key, Span]


def read_config(source: Source, table: Key = (), defaults: Config | None = None) -> Read:
    """The settings in a TOML text, or below `table` in it.

    Raises:
        BadConfigError: with every mistake there is.
    """
    return _Reader(source, table).read(defaults or Config())


class _Reader:
    def __init__(self, source: Source, table: Key) -> None:
        self.source = source
        self.known = {word for rule in RULES for word in (rule.slug, rule.family)}
        self.table = table
        self.mistakes: list[Mistake] = []
        self.places = Places({}, {})

    def read(self, config: Config) -> Read:
        settings: Any = self.parsed()
        self.places = places(self.source.text)
        for part in self.table:
            settings = settings.get(part, {}) if isinstance(settings, dict) else {}
        for key, value in self.entries(settings, (), _SETTINGS):
            config = _SETTINGS[key](self, config, value)
        if self.mistakes:
            raise BadConfigError(sorted(self.mistakes, key=lambda mistake: mistake.place.order))
        depth = len(self.table)
        stretches = {**self.places.keys, **self.places.values}
        found = {
            key[depth:]: Span(self.source, *stretch)
            for key, stretch in stretches.items()
            if key[:depth] == self.table and key[depth:]
        }
        return Read(config, found)

    def parsed(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.source.text)
        except tomllib.TOMLDecodeError as error:
            message = str(error)
            where = _LINE_AND_COLUMN.search(message)
            offset = len(self.source.text)
            if where and where[1]:
                # Lines as TOML counts them are lines as we do.
                offset = min(self.source.offset(int(where[1]), int(where[2])), offset)
            message = message[: where.start()] if where else message
            message = f"this is no TOML: {message[:1].lower()}{message[1:]}"
        except RecursionError:
            offset, message = 0, "this is no configuration: it is nested too deeply"
        place = Span(self.source, offset, offset)
        raise BadConfigError([Mistake(place, message)]) from None

    def wrong(self, key: Key, message: str, *, at_key: bool = False) -> None:
        whole = (*self.table, *key)
        stretch = self.places.keys.get(whole) if at_key else None
        self.mistakes.append(Mistake(Span(self.source, *(stretch or self.places.of(whole))), message))

    def entries(self, table: object, key: Key, known: Collection[str] | None) -> list[tuple[str, Any]]:
        """What stands in a table, without the keys that there are not."""
        if not isinstance(table, dict):
            self.wrong(key, f"{_called(key)} has to be a table")
            return []
        found = []
        for name, value in table.items():
            if known is None or name in known:
                found.append((name, value))
            elif (*key, name) == ("tool",):
                self.wrong(
                    ("tool",), "settings stand at the top of goalgraph.toml, without `[tool.goalgraph]`", at_key=True
                )
            else:
                self.wrong((*key, name), f"there is no setting `{name}`{_offer(name, known)}", at_key=True)
        return found

    def texts(self, value: object, key: Key) -> list[tuple[Key, str]]:
        """A list of texts, each with its key."""
        if not isinstance(value, list):
            self.wrong(key, f"{_called(key)} has to be a list of texts")
            return []
        for index, each in enumerate(value):
            if not isinstance(each, str):
                self.wrong((*key, index), f"{_called(key)} has to be a list of texts, and this is none")
        return [((*key, index), each) for index, each in enumerate(value) if isinstance(each, str)]

    def phrases(self, value: object, key: Key) -> tuple[str, ...]:
        """A list of entries for a list of words."""
        found = self.texts(value, key)
        for at, each in found:
            if not 1 <= len(each.split()) <= 2:
                self.wrong(at, "an entry has one word or two")
        return tuple(each for _, each in found)

    def patterns(self, value: object, key: Key) -> tuple[str, ...]:
        """A list of patterns as in `.gitignore`."""
        found = self.texts(value, key)
        for at, each in found:
            self.check_pattern(each, at)
        return tuple(each for _, each in found)

    def check_pattern(self, pattern: str, key: Key, *, at_key: bool = False) -> None:
        from pathspec import GitIgnoreSpec

        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError:
            self.wrong(key, f"`{pattern}` is no pattern as in .gitignore", at_key=at_key)

    def severities(self, value: object, key: Key) -> Severities:
        """Severities by slug or family."""
        found = {}
        for name, word in self.entries(value, key, None):
            if name not in self.known:
                message = f"there is no rule or family `{name}`{_offer(name, self.known, list_them=False)}"
                self.wrong((*key, name), message, at_key=True)
            elif (severity := self.one_of(_SEVERITIES, word, (*key, name))) is not None:
                found[name] = severity
        return found

    def one_of(self, choices: Mapping[str, Severity], word: object, key: Key) -> Severity | None:
        if isinstance(word, str) and word in choices:
            return choices[word]
        near = nearest(word, choices) if isinstance(word, str) else None
        said = f"`{word}`" if isinstance(word, str) else "this"
        offer = f", did you mean `{near}`?" if near else f"; it is one of {', '.join(choices)}"
        self.wrong(key, f"{said} is no severity here{offer}")
        return None


def _rules(reader: _Reader, config: Config, value: object) -> Config:
    return config._replace(severities=reader.severities(value, ("rules",)))


def _per_path(reader: _Reader, config: Config, value: object) -> Config:
    found = []
    for pattern, severities in reader.entries(value, ("per-path",), None):
        reader.check_pattern(pattern, ("per-path", pattern), at_key=True)
        found.append((pattern, reader.severities(severities, ("per-path", pattern))))
    return config._replace(per_path=tuple(found))


def _fail_level(reader: _Reader, config: Config, value: object) -> Config:
    level = reader.one_of(_LEVELS, value, ("fail-level",))
    return config if level is None else config._replace(fail_level=level)


def _exclude(reader: _Reader, config: Config, value: object) -> Config:
    return config._replace(exclude=reader.patterns(value, ("exclude",)))


def _words(reader: _Reader, config: Config, value: object) -> Config:
    more, fewer = [], []
    for part, entries in reader.entries(value, ("words",), (*WORD_LISTS, "without")):
        if part == "without":
            for name, removed in reader.entries(entries, ("words", "without"), WORD_LISTS):
                fewer += [(name, entry) for entry in reader.phrases(removed, ("words", "without", name))]
        else:
            more += [(part, entry) for entry in reader.phrases(entries, ("words", part))]
    return config._replace(words=WordChanges(tuple(more), tuple(fewer)))


def _size_limit(reader: _Reader, config: Config, value: object) -> Config:
    match = _SIZE.fullmatch(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    size = int(float(match[1]) * _UNITS[match[2]]) if match else 0
    if size <= 0:
        reader.wrong(("size-limit",), 'a size is a number of bytes above 0, or a text such as "20 MB"')
        return config
    return config._replace(size_limit=size)


def _today(reader: _Reader, config: Config, value: object) -> Config:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    if not isinstance(day, date) or isinstance(day, datetime):
        reader.wrong(("today",), "a day is written 2027-06-30")
        return config
    return config._replace(today=day)


_SETTINGS: dict[str, Callable[[_Reader, Config, Any], Config]] = {
    "fail-level": _fail_level,
    "exclude": _exclude,
    "size-limit": _size_limit,
    "today": _today,
    "rules": _rules,
    "per-path": _per_path,
    "words": _words,
}


def _called(key: Key) -> str:
    return f"`{'.'.join(map(str, key))}`" if key else "this"


def _offer(name: str, known: Collection[str], *, list_them: bool = True) -> str:
    near = nearest(name, known)
    if near:
        return f", did you mean `{near}`?"
    return f"; there are {', '.join(known)}" if list_them else "; `goalgraph rule` lists them"
