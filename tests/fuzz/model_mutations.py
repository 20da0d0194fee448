"""Changing an ArchiMate model, zipped or not: tags, ids, types and texts change places."""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from random import Random

from tests.fuzz.mutations import COMMON, Change, changed, double, leave_out, swap
from tests.fuzz.seeds import zipped
from tests.fuzz.words import ODD, TYPES, XML_WORDS

_TAG = re.compile(r"(?<=>)|(?=<)")
_VALUE = re.compile(r'"([^"]*)"')


def _tags(text: str, chance: Random) -> str:
    parts = [part for part in _TAG.split(text) if part]
    if parts:
        chance.choice((double, leave_out, swap))(parts, chance)
    return "".join(parts)


def _other_value(text: str, chance: Random) -> str:
    """What stands in quotes becomes what stands in other quotes, so that relations lead elsewhere; or a type."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    place = chance.choice(found)
    value = chance.choice((chance.choice(found)[1], chance.choice(TYPES), chance.choice(ODD), f"{place[1]}:", ""))
    return f"{text[: place.start(1)]}{value}{text[place.end(1) :]}"


def _other_word(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(XML_WORDS) + text[at:]


def _long_text(text: str, chance: Random) -> str:
    """A text grows, past the length of a name or a note."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    place = chance.choice(found)
    grown = (place[1] or chance.choice(ODD)) * chance.choice((2, 30, 300))
    return f"{text[: place.start(1)]}{grown[:700]}{text[place.end(1) :]}"


MODEL: tuple[Change, ...] = (*COMMON, _tags, _tags, _other_value, _other_value, _other_word, _long_text)


def changed_model(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """A model after some changes; one in a ZIP is taken out and put back, or the ZIP itself is left to be damaged."""
    if not data.startswith(b"PK"):
        made = changed(data, MODEL, others, chance)
        return zipped(made) if chance.random() < 0.05 else made
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            inside = archive.read("model.xml")
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return changed(data, COMMON, (), chance)
    return zipped(changed(inside, MODEL, (), chance))
