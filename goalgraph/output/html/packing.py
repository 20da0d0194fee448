"""Our own style and script with fewer bytes, as each page carries them."""

# Space that means nothing, as our styles are written; inside quotes they have none of these.
_TIGHT = (
    ("; ", ";"), (" {", "{"), ("{ ", "{"), (": ", ":"), (", ", ","), (" }", "}"), (";}", "}"), (" > ", ">"),
)  # fmt: skip


def packed_script(text: str) -> str:
    """A script without indents and without the comments that have lines of their own."""
    return "\n".join(_lines(text, "//"))


def packed_style(text: str) -> str:
    """A style on one line, without its comments."""
    style = "".join(_lines(text, "/*"))
    for spaced, tight in _TIGHT:
        style = style.replace(spaced, tight)
    return style


def _lines(text: str, comment: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith(comment)]
