"""Addresses of files: URIs as editors write them, paths as everything else here has them."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from zlib import crc32

_DRIVE = re.compile(r"/[A-Za-z]:")


def file_of(uri: str) -> Path | None:
    """The file of an address; nothing where it is none of a file on this machine."""
    try:
        parts = urlsplit(uri)
        # Names of files are bytes, and need be no UTF-8.
        path = os.fsdecode(unquote_to_bytes(parts.path))
    except ValueError:  # half a surrogate pair too
        return None
    if parts.scheme != "file" or not path or "\0" in path:
        return None
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    elif _DRIVE.match(path):
        path = path[1:]
    return Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links


def files_of(uris: Iterable[str]) -> list[Path]:
    """The files and folders of those addresses that are of any on this machine."""
    return [path for uri in uris if (path := file_of(uri))]


def path_of(uri: str) -> Path:
    """The file of an address. A text that is no file yet gets a place of its own, which no folder holds."""
    path = file_of(uri)
    if path is None:
        mark = f"{crc32(uri.encode('utf-8', 'surrogatepass')):08x}"
        return Path(os.path.abspath(os.sep), ".unsaved", mark, "map.strat")  # noqa: PTH100
    return path


def uri_of(path: Path) -> str:
    """The address of a file."""
    return path.as_uri()
