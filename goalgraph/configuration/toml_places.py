"""Where the keys and values of a TOML text stand, which the standard library does not tell.

The text has to be valid TOML (`tomllib` says whether it is); then the places are exact.
"""

import re
from typing import NamedTuple

# A key, from the top: names, and numbers for what stands in an array.
Key = tuple[str | int, ...]
Stretch = tuple[int, int]

_TOKEN = re.compile(
    r'''
      (?P<space> [ \t\r\n]+ | \#[^\n]* )
    | (?P<text> """ (?: [^\\] | \\[\s\S] )*? """{1,3} | \'\'\'[\s\S]*?\'\'\'{1,3} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<sign> [\[\]{}=,] )
    | (?P<bare> [^\s\#"'\[\]{}=,]+ )
    ''',
    re.VERBOSE,
)


class Places(NamedTuple):
    """Stretches of the text by key."""

    keys: dict[Key, Stretch]
    values: dict[Key, Stretch]

    def of(self, key: Key) -> Stretch:
        """Where a value stands, else its key, else the nearest table above."""
        for length in range(len(key), 0, -1):
            found = self.values.get(key[:length]) or self.keys.get(key[:length])
            if found:
                return found
        return 0, 0


class _Token(NamedTuple):
    text: str
    is_text: bool
    start: int
    end: int


def places(text: str) -> Places:
    """Every key and value of a valid TOML text, with its place. Reads as deep as `tomllib` does."""
    reader = _Reader(text)
    reader.document()
    return reader.found


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            _Token(match.group(), match.lastgroup == "text", match.start(), match.end())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "space"
        ]
        self.at = 0
        self.found = Places({}, {})
        self.counts: dict[Key, int] = {}

    def next_is(self, sign: str) -> bool:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token is not None and token.text == sign and not token.is_text

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def document(self) -> None:
        table: Key = ()
        while self.at < len(self.tokens):
            if self.next_is("["):
                table = self.header()
            else:
                self.entry(table)

    def header(self) -> Key:
        self.take()
        is_array = self.next_is("[")
        if is_array:
            self.take()
        key = self.key(())
        while self.next_is("]"):
            self.take()
        if is_array:
            count = self.counts[key] = self.counts.get(key, -1) + 1
            key = (*key, count)
        return key

    def key(self, above: Key) -> Key:
        """A key with dots; a bare token may hold several parts, with a dot before or behind."""
        key = above
        while self.at < len(self.tokens) and not any(map(self.next_is, "]=")):
            token = self.take()
            start = token.start
            for part in [token.text] if token.is_text else token.text.split("."):
                if part:
                    key = self.last_of(key)
                    key = (*key, _unquoted(part) if token.is_text else part)
                    self.found.keys.setdefault(key, (start, start + len(part)))
                start += len(part) + 1
        return key

    def last_of(self, key: Key) -> Key:
        """Below an array of tables, its last table is meant."""
        return (*key, self.counts[key]) if key in self.counts else key

    def entry(self, table: Key) -> None:
        key = self.key(table)
        self.take()
        self.value(key)

    def value(self, key: Key) -> None:
        first = self.take()
        last = first
        if first.text == "[" and not first.is_text:
            index = 0
            while not self.next_is("]"):
                self.value((*key, index))
                index += 1
                if self.next_is(","):
                    self.take()
            last = self.take()
        elif first.text == "{" and not first.is_text:
            while not self.next_is("}"):
                self.entry(key)
                if self.next_is(","):
                    self.take()
            last = self.take()
        elif not first.is_text:
            # A date and a time may have a space between.
            while self.at < len(self.tokens) and "\n" not in self.text[last.end : self.tokens[self.at].start]:
                if any(map(self.next_is, ",]}")):
                    break
                last = self.take()
        self.found.values[key] = first.start, last.end


def _unquoted(part: str) -> str:
    import tomllib

    return next(iter(tomllib.loads(f"{part} = 0")))
