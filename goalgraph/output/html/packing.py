"""Our own style with fewer bytes, as each page carries it."""

import re

# Space that means nothing, as our styles are written; inside quotes they have none of these.
_TIGHT = (
    ("; ", ";"), (" {", "{"), ("{ ", "{"), (": ", ":"), (", ", ","), (" }", "}"), (";}", "}"), (" > ", ">"),
)  # fmt: skip
_PROPERTY = re.compile(r"--[a-z-]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def packed(style: str) -> str:
    """A style on one line, without its comments, its own properties called by one or two letters."""
    lines = (line.strip() for line in style.splitlines())
    text = "".join(line for line in lines if not line.startswith("/*"))
    for spaced, tight in _TIGHT:
        text = text.replace(spaced, tight)
    short = {name: f"--{_letters(at)}" for at, name in enumerate(dict.fromkeys(_PROPERTY.findall(text)))}
    return _PROPERTY.sub(lambda found: short[found[0]], text)


def _letters(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else _letters(number // len(_LETTERS) - 1) + _letters(number % 26)
