"""The maps that other people made, drawn: what is promised of every picture holds."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from goalgraph.analysis import analyse
from goalgraph.notations.archimate import read_archimate
from goalgraph.output.layout import lay_out
from goalgraph.output.layout.rows import in_rows
from goalgraph.output.svg import drawn
from goalgraph.source import Source
from tests.output.layout.geometry import cut, holds, whole

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MODELS = sorted([*DATA.glob("archimate/*.archimate"), *DATA.glob("archimate-exchange/*.xml")])

pytestmark = pytest.mark.skipif(not MODELS, reason="the real models in ../shared/data are absent")


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_real_model_is_drawn_as_promised(path: Path) -> None:
    analysis = analyse([Source("model.strat", read_archimate(path.read_bytes(), path.name).text)])
    scene = whole(analysis)
    few = scene if len(scene.nodes) <= 120 else cut(scene)
    (picture,) = lay_out([few])
    assert picture.routed or not few.edges
    holds(picture, few)
    holds(in_rows(scene), scene)
    ElementTree.fromstring(drawn([(analysis.map.title, few)]).encode())
