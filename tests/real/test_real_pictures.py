"""The maps that other people made, drawn: what is promised of every picture holds."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from goalgraph.analysis import Analysis, analyse
from goalgraph.notations.archimate import read_archimate
from goalgraph.output import html
from goalgraph.output.layout import lay_out
from goalgraph.output.layout.rows import in_rows
from goalgraph.output.maps.folding import folded
from goalgraph.output.maps.neighbourhood import neighbourhood
from goalgraph.output.svg import drawn
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.output.layout.geometry import cut, holds, whole

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MODELS = sorted([*DATA.glob("archimate/*.archimate"), *DATA.glob("archimate-exchange/*.xml")])

pytestmark = pytest.mark.skipif(not MODELS, reason="the real models in ../shared/data are absent")


def imported(path: Path) -> Analysis:
    return analyse([Source("model.strat", read_archimate(path.read_bytes(), path.name).text)])


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_real_model_is_folded_and_its_findings_are_drawn_as_promised(path: Path) -> None:
    analysis = imported(path)
    near = (neighbourhood(finding, analysis) for finding in analysis.findings[:50])
    scenes = [scene for scene in (folded(analysis), *near) if scene]
    for picture, scene in zip(lay_out(scenes), scenes, strict=True):
        assert picture.routed or not scene.edges
        holds(picture, scene)


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_the_report_of_a_real_model_is_a_page(path: Path) -> None:
    analysis = imported(path)
    page = html.render(Verdict([analysis], analysis.findings))
    assert page.endswith("</html>\n")
    assert page.count("<article") == min(len(analysis.findings), 200)
    assert len(page.encode()) < 5_000_000


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_real_model_is_drawn_as_promised(path: Path) -> None:
    analysis = imported(path)
    scene = whole(analysis)
    few = scene if len(scene.nodes) <= 120 else cut(scene)
    (picture,) = lay_out([few])
    assert picture.routed or not few.edges
    holds(picture, few)
    holds(in_rows(scene), scene)
    ElementTree.fromstring(drawn([(analysis.map.title, few)]).encode())
