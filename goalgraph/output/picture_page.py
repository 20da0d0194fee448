"""The map on a page of its own, as large as it is, for a browser to take a picture of."""

import math
import re
from typing import NamedTuple

_ROOT = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\sviewBox="\S+ \S+ ([\d.]+) ([\d.]+)"')
_OWN_SIZE = re.compile(r'\s(?:width|height)="[^"]*"')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


class PicturePage(NamedTuple):
    """A page of HTML and its size in CSS pixels."""

    html: str
    width: int
    height: int


def picture_page(svg: str, longest: float, largest: float = math.inf) -> PicturePage:
    """The page around an SVG document. It is made smaller where a side or the area would be above what is given."""
    root = _ROOT.search(svg)
    size = _SIZE.search(root[0]) if root else None
    if root is None or size is None:
        raise ValueError("this SVG does not say its size")
    wide, high = max(float(size[1]), 1), max(float(size[2]), 1)
    scale = min(1.0, longest / max(wide, high), math.sqrt(largest / (wide * high)))
    width, height = max(round(wide * scale), 1), max(round(high * scale), 1)
    drawing = f'{_OWN_SIZE.sub("", root[0])[:-1]} width="{width}" height="{height}">{svg[root.end() :]}'
    title = _TITLE.search(svg)
    # A page of a PDF has whole points, rounded down: a pixel more, or the map would need a second one.
    html = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
{title[0] if title else "<title>Strategy map</title>"}
<style>
@page {{ size: {width + 2}px {height + 2}px; margin: 0 }}
html, body {{ margin: 0; background: #fff; overflow: hidden }}
body > svg {{ display: block }}
</style>
</head>
<body>{drawing}</body>
</html>
"""
    return PicturePage(html, width, height)
