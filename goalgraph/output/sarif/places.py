"""Places in SARIF: relative addresses of files, and regions whose columns count code points."""

import os
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from goalgraph.output.plain import ends
from goalgraph.source import Span

# All addresses are relative to it; who reads the document says where it is.
ROOT = "SRCROOT"


def place_of(place: Span) -> dict[str, Any]:
    """A `physicalLocation`."""
    return {"artifactLocation": file_of(place.path), "region": region(place)}


def file_of(path: str) -> dict[str, str]:
    """An `artifactLocation`."""
    return {"uri": _address(path), "uriBaseId": ROOT}


def region(place: Span) -> dict[str, int]:
    """A region; its end lies behind its last character."""
    line, column, end_line, end_column = ends(place)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


@lru_cache(maxsize=4096)
def _address(path: str) -> str:
    return quote(os.fsencode(path))
