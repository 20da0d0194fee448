"""The sign of an influence, which modellers write in many ways: `--`, `-2`, `protects (--)`, `negative`."""

import re

# A sign begins the text or a part of it, so that the hyphen of `long-term` is none.
_MINUS = re.compile(r"(?<![^\s(/,:])[-\u2212\u2013]|\bn[e\u00e9]gati[vf]|\bhinder|\bhurt|\bbreak", re.IGNORECASE)
_PLUS = re.compile(r"\+|\bpositi[vf]|\bhelp|\bmake", re.IGNORECASE)


def is_negative(modifier: str) -> bool:
    """Whether it works against what it influences, and not for it too."""
    return bool(_MINUS.search(modifier)) and not _PLUS.search(modifier)


def is_mixed(modifier: str) -> bool:
    """Whether it is said to work for and against: `++/--`."""
    return bool(_MINUS.search(modifier) and _PLUS.search(modifier))


def is_strong(modifier: str) -> bool:
    """Whether it is said with two pluses."""
    return "++" in modifier


def together(first: str, second: str) -> str:
    """What two influences in a row say, in no more words than the signs."""
    both = f"{first} {second}"
    signs = {"-": _MINUS.search(both), "++": is_strong(both), "+": _PLUS.search(both)}
    return " ".join(sign for sign, said in signs.items() if said)
