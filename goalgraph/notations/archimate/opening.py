"""From a file's bytes to the XML in it. Archi saves a ZIP, with the model in `model.xml`, where a model has images."""

import zipfile
import zlib
from io import BytesIO

SIZE_LIMIT = 200_000_000
_MEMBER = "model.xml"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
# XML shrinks ten- to thirtyfold; a bomb shrinks a thousandfold. Small models may be as repetitive as they like.
_RATIO_LIMIT = 200
_ALWAYS_READ = 1_000_000
_CHUNK = 1 << 16
_CORRUPT = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class NotReadable(Exception):  # noqa: N818  # it says what is so, as the message does
    """Why an input can't be read, and where, as far as that is known (line and column from 1)."""

    def __init__(self, cause: str, line: int | None = None, column: int | None = None) -> None:
        self.cause = cause
        self.line = line
        self.column = column
        super().__init__(cause if line is None else f"{cause} (line {line}, column {column})")


def open_model(data: bytes) -> bytes:
    """The XML of a model file, taken out of its ZIP where it has one.

    Raises:
        NotReadable: the file is empty, too large, or a ZIP that gives no `model.xml`.
    """
    if not data:
        raise NotReadable("the file is empty")
    xml = _unzip(data) if data.startswith(_ZIP_STARTS) else data
    if len(xml) > SIZE_LIMIT:
        raise NotReadable(_too_large())
    if not xml.strip():
        raise NotReadable("the model is empty")
    return xml


def _unzip(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _member(archive, len(data))
    except _CORRUPT as error:
        raise NotReadable(f"this ZIP is damaged: {str(error) or 'it breaks off'}") from error


def _member(archive: zipfile.ZipFile, packed: int) -> bytes:
    if _MEMBER not in archive.namelist():
        raise NotReadable(f"this ZIP holds no {_MEMBER}, so it is not a model that Archi saved")
    entry = archive.getinfo(_MEMBER)
    if entry.flag_bits & 1:
        raise NotReadable(f"{_MEMBER} is encrypted in this ZIP; save the model without a password")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotReadable(f"{_MEMBER} is compressed by method {entry.compress_type} in this ZIP; only deflate is read")
    # The sizes in the header may lie, so what really comes out is measured.
    unpacked = bytearray()
    with archive.open(entry) as member:
        while chunk := member.read(_CHUNK):
            unpacked += chunk
            if len(unpacked) > SIZE_LIMIT:
                raise NotReadable(_too_large())
            if len(unpacked) > max(_ALWAYS_READ, _RATIO_LIMIT * packed):
                raise NotReadable(
                    f"{_MEMBER} unpacks to more than {_RATIO_LIMIT} times the size of this ZIP, as a ZIP bomb does"
                )
    return bytes(unpacked)


def _too_large() -> str:
    return f"the model is larger than {SIZE_LIMIT // 1_000_000} MB"
