"""Titles and names of elements, made from whatever text a model gives."""

import re
from unicodedata import category, normalize

_LENGTH = 40
# A name that is cut short does not end with one of these.
_SMALL_WORDS = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"}
# A word begins with a letter or digit, never with a mark that has no letter to sit on.
_WORD = re.compile(r"\w\S*")
_JOINERS = "\u200c\u200d"  # which some scripts write words with


def one_line(text: str) -> str:
    """A text on one line: runs of white space become one space, characters that can't be seen go."""
    visible = text if text.isprintable() else "".join(map(_visible, text))
    return " ".join(visible.split())


def _visible(character: str) -> str:
    kind = category(character)
    if kind == "Cc":
        return " "
    return "" if kind == "Cs" or (kind == "Cf" and character not in _JOINERS) else character


def camel_words(camel_case: str) -> str:
    """`CourseOfAction` as `course of action`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", camel_case).lower()


class Names:
    """Gives out names that are readable, no longer than a line can bear, and unique."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def make(self, title: str, type_words: str) -> str:
        """A name from a title: `Cut costs by 5%` gives `cut-costs-by-5`, then `cut-costs-by-5-2`.

        The type stands in for a missing title, and before one that begins with a digit: `goal-2030-targets`.
        """
        slug = _slug(title)
        if not slug or slug[0].isdecimal():
            slug = _slug(f"{type_words} {slug}")
        name = slug
        while name in self._taken:
            self._last[slug] = self._last.get(slug, 1) + 1
            name = f"{slug}-{self._last[slug]}"
        self._taken.add(name)
        return name


def _slug(title: str) -> str:
    plain = re.sub(r"['\u2019](?=s\b)", "", normalize("NFC", title.lower()))
    spaced = "".join(each if each.isalnum() or _is_mark(each) else " " for each in plain)
    found = _WORD.findall(spaced)
    length = 0
    kept: list[str] = []
    for word in found:
        length += len(word) + 1
        if kept and length > _LENGTH + 1:
            break
        kept.append(word)
    while len(kept) < len(found) and len(kept) > 1 and kept[-1] in _SMALL_WORDS:
        kept.pop()
    return "-".join(kept)[:_LENGTH]


def _is_mark(character: str) -> bool:
    """Whether it is written onto the letter before it; the language takes marks up to U+FFFF into names."""
    return character <= "\uffff" and category(character) in ("Mn", "Mc")
