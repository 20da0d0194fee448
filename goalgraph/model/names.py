"""When two names are the same."""


def canonical(name: str) -> str:
    """A name as it is compared: composed and decomposed letters are the same (Unicode NFC)."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)
