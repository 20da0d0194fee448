"""Changing an input as an author, an editor or a bad merge would: whole statements, lines, words, characters.

Each change takes text and a source of chance and gives other text. Bytes that are no UTF-8 stay as they are.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

from goalgraph.syntax.vocabulary import KINDS, LINKS
from tests.fuzz.files import BETWEEN
from tests.fuzz.words import ODD, STRAT_WORDS

Change = Callable[[str, Random], str]

_STATEMENT = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_LINE = re.compile(r"(?<=\n)")
_WORD = re.compile(r"[^\s\",]+")
_NAME = re.compile(rf"^(?:{'|'.join(KINDS)})[ \t]+([^\s\"#]+)", re.MULTILINE)


def _parts(change: Callable[[list[str], Random], None], boundary: re.Pattern[str]) -> Change:
    """A change of the list of parts of a text."""

    def changed(text: str, chance: Random) -> str:
        parts = boundary.split(text)
        change(parts, chance)
        return "".join(parts)

    return changed


def double(parts: list[str], chance: Random) -> None:
    parts.insert(chance.randint(0, len(parts)), chance.choice(parts))


def leave_out(parts: list[str], chance: Random) -> None:
    del parts[chance.randrange(len(parts))]


def swap(parts: list[str], chance: Random) -> None:
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]


def swap_names(text: str, chance: Random) -> str:
    """Two elements change names at one place or at all, so that links turn round and close circles."""
    names = _NAME.findall(text)
    if not names:
        return text
    one, other = chance.choice(names), chance.choice(names)
    if chance.random() < 0.5:
        return replace_one(text, one, other, chance)
    parts = re.split(f"({re.escape(one)}|{re.escape(other)})", text)
    other_way: dict[str, str] = {one: other, other: one}
    return "".join(other_way.get(part, part) for part in parts)


def replace_one(text: str, old: str, new: str, chance: Random) -> str:
    places = [found.start() for found in re.finditer(re.escape(old), text)]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + new + text[at + len(old) :]


def ring(text: str, chance: Random) -> str:
    """Links from one element to the next, round to the first; or to chance elements."""
    names = list(dict.fromkeys(_NAME.findall(text)))
    chance.shuffle(names)
    chosen = names[: chance.randint(1, 6)]
    for name, following in zip(chosen, [*chosen[1:], *chosen[:1]], strict=True):
        keyword = chance.choice(LINKS) if chance.random() < 0.3 else chance.choice(("serves", "needs", "feeds"))
        line = f"\n    {keyword} {following}{chance.choice(('', '', ' weakly', ' strongly'))}"
        head = re.search(rf"^(?:{'|'.join(KINDS)})[ \t]+{re.escape(name)}(?![^\s\"#])[^\n]*", text, re.MULTILINE)
        if head:
            text = text[: head.end()] + line + text[head.end() :]
    return text


def other_word(text: str, chance: Random) -> str:
    """A word becomes one of the language, or one that stands elsewhere."""
    found = list(_WORD.finditer(text))
    if not found:
        return chance.choice(STRAT_WORDS)
    word = chance.choice(found)
    other: str = chance.choice(STRAT_WORDS) if chance.random() < 0.5 else chance.choice(found)[0]
    return text[: word.start()] + other + text[word.end() :]


def odd_character(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODD) + text[at:]


def lose_mark(text: str, chance: Random) -> str:
    """One quote, comma, line end or space goes."""
    return replace_one(text, chance.choice(('"', '"""', ",", "\n", " ", "    ", "#", "\\")), "", chance)


def other_indent(text: str, chance: Random) -> str:
    lines = _LINE.split(text)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("", " ", "\t", "    ", "\u00a0", "\x0c", "# ")) + lines[at].lstrip()
    return "".join(lines)


def other_line_ends(text: str, chance: Random) -> str:
    if chance.random() < 0.3:
        return text.replace("\n", "\r\n") if "\r\n" not in text else text.replace("\r\n", "\n")
    return replace_one(
        text, "\n", chance.choice(("\r\n", "\r", "\n\n", "\n    \n", "\n# c\n", "\n    # c\n", " \n")), chance
    )


def over_lines(text: str, chance: Random) -> str:
    """A string becomes a text in triple quotes, perhaps over several lines."""
    found = list(re.finditer(r'(?<!")"([^"\n]*)"(?!")', text))
    if not found:
        return text
    string = chance.choice(found)
    inside = string[1].replace(" ", chance.choice(("\n        ", "\n\t", "\n\n    ", " ")), 2)
    return f'{text[: string.start()]}"""{inside}"""{text[string.end() :]}'


def cut_off(text: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))]


def other_file(text: str, chance: Random) -> str:
    """A file ends and another begins where there was a statement, or two become one."""
    between = BETWEEN.decode()
    if between in text and chance.random() < 0.5:
        return replace_one(text, between, "", chance)
    parts = _STATEMENT.split(text)
    parts.insert(chance.randint(0, len(parts)), between)
    return "".join(parts)


COMMON: tuple[Change, ...] = (odd_character, lose_mark, cut_off)
STRAT: tuple[Change, ...] = (
    *COMMON,
    *(_parts(change, boundary) for change in (double, leave_out, swap) for boundary in (_STATEMENT, _LINE)),
    *(swap_names, ring, ring, other_word, other_word, other_indent, other_line_ends, over_lines, other_file),
)


def changed(data: bytes, changes: Sequence[Change], others: Sequence[bytes], chance: Random) -> bytes:
    """An input after one to four changes; one of them may be that a stretch of another input comes in."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.randint(1, 4)):
        if others and chance.random() < 0.1:
            text = _with_stretch(text, chance.choice(others).decode("utf-8", "surrogateescape"), chance)
        else:
            text = chance.choice(changes)(text, chance)
    return text.encode("utf-8", "surrogateescape")


def _with_stretch(text: str, other: str, chance: Random) -> str:
    lines = _LINE.split(other)
    start = chance.randrange(len(lines))
    stretch = "".join(lines[start : start + chance.randint(1, 6)])
    places = [0, *(found.end() for found in re.finditer("\n", text))]
    at = chance.choice(places)
    return text[:at] + stretch + text[at:]
