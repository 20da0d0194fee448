"""The maps as one SVG file that stands on its own: it holds no script and no style, and asks for nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from goalgraph.output.layout import lay_out
from goalgraph.output.layout.measuring import fitted, long
from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.scene import Scene
from goalgraph.output.maps.folding import overview
from goalgraph.output.templating import environment
from goalgraph.output.verdict import Verdict
from goalgraph.output.wording import clean, short

_NARROWEST = 480
_HEAD, _FOOT = 64, 44
# What XML can't hold beside what `clean` takes out (Extensible Markup Language 1.0, section 2.2).
_NO_XML = re.compile("[\ufffe\uffff]")
_KINDS = ("value", "objective", "means", "asset", "bridge")


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a sign of the legend is called, and where it stands."""

    x: int
    word: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A map with its title and legend, at its height on the page."""

    y: int
    title: str
    picture: Picture
    legend: tuple[_Sign, ...]

    @property
    def height(self) -> int:
        return _HEAD + self.picture.height + _FOOT


def render(verdict: Verdict) -> str:
    """Each map, one below the other, folded where it is large."""
    return drawn([(analysis.map.title, overview(analysis)) for analysis in verdict.analyses])


def drawn(scenes: Sequence[tuple[str, Scene]]) -> str:
    """Scenes with their titles as one file; nothing in it is a link, as it stands alone."""
    pictures = lay_out([_unlinked(scene) for _, scene in scenes])
    width = max([picture.width for picture in pictures], default=0)
    width = max(width, _NARROWEST)
    sheets: list[_Sheet] = []
    for (title, _), picture in zip(scenes, pictures, strict=True):
        shown = fitted(str(clean(title)) or "Strategy map", width - 32, 18)
        y = sheets[-1].y + sheets[-1].height if sheets else 0
        sheets.append(_Sheet(y, shown, picture, _legend(picture)))
    height = max(sheets[-1].y + sheets[-1].height if sheets else 0, 1)
    name = short(str(clean(scenes[0][0]))) if len(scenes) == 1 else ""
    svg = (
        environment(Path(__file__).parent)
        .get_template("maps.svg.j2")
        .render(width=width, height=height, sheets=sheets, name=name or "Strategy maps")
    )
    return _NO_XML.sub("\ufffd", f"{svg.rstrip()}\n")


def _unlinked(scene: Scene) -> Scene:
    return replace(scene, nodes=tuple(replace(node, href="") for node in scene.nodes))


def _legend(picture: Picture) -> tuple[_Sign, ...]:
    """The signs that a picture uses, beside one another."""
    kinds = {box.node.kind for box in picture.boxes}
    words = [kind for kind in _KINDS if kind in kinds]
    if any(box.node.informal for box in picture.boxes) or any(route.edge.informal for route in picture.routes):
        words.append("informal")
    if any(box.node.circular for box in picture.boxes):
        words.append("circular")
    if picture.routes:
        words.append("is for the sake of")
    signs, x = [], 16
    for word in words:
        signs.append(_Sign(x, word))
        x += 28 + round(long(word, 11)) + 14
    return tuple(signs)
