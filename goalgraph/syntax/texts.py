"""What quoted texts say: escapes, and the common indentation of a text over several lines."""

import re

_ESCAPE = re.compile(r'\\(["\\nt])')
_ESCAPED = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


def unescape(raw: str) -> str:
    """What the inside of a string says."""
    return _ESCAPE.sub(lambda match: _ESCAPED[match[1]], raw) if "\\" in raw else raw


def text_lines(raw: str) -> list[str]:
    """The lines of a text in triple quotes, without the quotes, common indentation, and white space at line ends."""
    import textwrap

    first, *rest = (line.rstrip() for line in raw[3:-3].split("\n"))
    if not rest:
        return [first.lstrip()]
    if not rest[-1]:
        rest.pop()
    dedented = textwrap.dedent("\n".join(rest)).split("\n") if rest else []
    return [first.lstrip(), *dedented] if first else dedented
