"""What text is written on: a file, which is the same everywhere, or a terminal and what it is able to show."""

from typing import NamedTuple

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "drawing": "36"}
_DRAWN = "┌└├┘─│▶↓↑…"
_IN_ASCII = str.maketrans(_DRAWN, "++++-|>v^~")


class Paper(NamedTuple):
    """A terminal; what is said of none is a file.

    `width` is in columns, None where lines may be as long as they like. `folder` is the working folder, where places
    are to lead to their files, and `host` the name of this machine, which such links bear.
    """

    width: int | None = None
    colour: bool = False
    boxes: bool = True
    folder: str | None = None
    host: str = ""

    def styled(self, text: str, style: str) -> str:
        """Text in the colour of an "error", a "warning", an "info" or a "drawing"."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def linked(self, text: str, path: str) -> str:
        """Text that leads to a file, by its path as people see it; what stands in no file leads nowhere."""
        if self.folder is None or path.startswith("<"):
            return text
        import os
        from urllib.parse import quote

        whole = os.path.normpath(os.path.join(self.folder, path))  # noqa: PTH118  # the file itself is not looked at
        target = quote(whole.replace(os.sep, "/").encode(errors="surrogateescape"))
        return f"\x1b]8;;file://{quote(self.host)}/{target.lstrip('/')}\x1b\\{text}\x1b]8;;\x1b\\"

    def drawn(self, text: str) -> str:
        """Text with the characters of drawings that the terminal is able to show."""
        return text if self.boxes else text.translate(_IN_ASCII)


FILE = Paper()


def can_draw(encoding: str) -> bool:
    """Whether drawings can be shown in an encoding."""
    try:
        _DRAWN.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
