"""Words as the page shows them: harmless, short enough, in whole sentences; and addresses within it."""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from markupsafe import Markup, escape

from goalgraph.output.drawing import one_line

# What one_line leaves: marks of direction, and halves of characters that no encoding can write.
_INVISIBLE = re.compile("[\u061c\u200e\u200f\ud800-\udfff]")
# The scripts that are written from right to left, as Unicode has set them apart (UAX 44, Bidi_Class).
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NAME_AFTER_TITLE = re.compile(r"(?<=”) \(`[^`]*`\)")
_QUOTED = re.compile(r'(?<![^\s(])"([^"]+)"(?=[\s,.;:?!)]|$)')
_CODE = re.compile(r"`([^`]+)`")
_SAFE = re.compile(r"[A-Za-z0-9_.+-]{1,80}")
_LONGEST_TITLE = 160
_LONGEST_SENTENCE = 600


def clean(value: Any) -> Any:
    """What every expression of the template passes through: nothing in it turns the text round or ends it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _INVISIBLE.sub("\ufffd", one_line(value))
    return value


def coded(text: str) -> Markup:
    """Text in which names between backticks are marked up as code."""
    parts = _CODE.split(str(clean(text)))
    shown = (Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts))
    return Markup("").join(shown)


def apart(text: str) -> Markup:
    """Text of the map among ours, from which it is kept apart where it may run the other way."""
    shown = str(clean(text))
    return Markup("<bdi>{}</bdi>").format(shown) if _LEFTWARDS.search(shown) else escape(shown)


def short(title: str, longest: int = _LONGEST_TITLE) -> str:
    """A title that is cut where it would flood the page."""
    return title if len(title) <= longest else f"{title[: longest - 1].rstrip()}…"


def sentence(text: str, titles: Iterable[str] = ()) -> str:
    """What a rule says, as a sentence with typographic quotes; the name in brackets after a title is left out.

    `titles` are those that the text may quote: they are found even where they have quotes or backticks in them.
    """
    said = text.strip()
    for title in titles:
        said = said.replace(f'"{title}"', f"“{short(title)}”")
    parts = _CODE.split(said)
    said = "".join(f"`{part}`" if at % 2 else _QUOTED.sub(r"“\1”", part) for at, part in enumerate(parts))
    said = short(_NAME_AFTER_TITLE.sub("", said), _LONGEST_SENTENCE)
    stop = "" if said.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else "."
    return f"{said[:1].upper()}{said[1:]}{stop}"


class Ids:
    """Addresses within the page, each given once and told apart by what they stand for, not by running numbers."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, prefix: str, names: tuple[str, ...], salt: str) -> str:
        """An address made of names; where two things have the same names, of something else they do not share."""
        plain = "+".join(names)
        wanted = f"{prefix}-{plain if _SAFE.fullmatch(plain) else _hashed(plain or salt)}"
        if wanted in self._given:
            wanted = f"{wanted}-{_hashed(salt)}"
        unique, again = wanted, 2
        while unique in self._given:
            unique, again = f"{wanted}-{again}", again + 1
        self._given.add(unique)
        return unique


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
