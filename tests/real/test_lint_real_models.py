"""Models that other people made, linted: a verdict on each, one finding a dead end, the circle that is in the XML."""

import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from goalgraph.analysis import Analysis, analyse
from goalgraph.cli.app import build
from goalgraph.finding import Finding
from goalgraph.graph.dead_ends import dead_ends
from goalgraph.notations.archimate import read_archimate
from goalgraph.output import concise, json_format, text
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MODELS = sorted([*DATA.glob("archimate/*.archimate"), *DATA.glob("archimate-exchange/*.xml")])
WILD_RIVER = DATA / "archimate-exchange" / "4d1d1da3-23ba-4562-a6c8-bca223c644fb.xml"
LADDER = {
    *("deadlock", "closed-loop", "idle-flywheel", "own-purpose", "organisation-as-end", "recipe-as-end"),
    *("kept-without-purpose", "unanchored", "idle-intangible", "means-as-end", "no-why"),
}

pytestmark = pytest.mark.skipif(not MODELS, reason="the real models in ../shared/data are absent")


def _analysis(path: Path) -> Analysis:
    imported = read_archimate(path.read_bytes(), path.name)
    return analyse([Source("model.strat", imported.text)])


def _tells(finding: Finding, name: str) -> bool:
    return name in finding.violation.elements or name in finding.violation.leads_in


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_dead_end_has_one_finding_at_most(path: Path) -> None:
    analysis = _analysis(path)
    ladder = [finding for finding in analysis.findings if finding.rule in LADDER]
    for end in dead_ends(analysis.graph):
        telling = [finding for finding in ladder if set(end.members) & set(finding.violation.elements)]
        assert len(telling) <= 1, end
    told = Counter(name for name in analysis.graph.elements for finding in ladder if _tells(finding, name))
    assert [name for name, count in told.items() if count > 1 and name not in analysis.graph.anchored] == []


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_what_is_imported_is_linted_with_exit_code_0_or_1(path: Path) -> None:
    imported = read_archimate(path.read_bytes(), path.name)
    result = CliRunner().invoke(build("lint"), ["lint", "-", "--format", "json"], imported.text.encode())
    told = json.loads(result.stdout)
    assert result.stderr == ""
    assert "failure" not in told
    assert result.exit_code == (told["summary"]["errors"] > 0)
    assert told["summary"]["elements"] == imported.elements
    assert told["unchecked"] == []


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_every_format_shows_every_model(path: Path) -> None:
    analysis = _analysis(path)
    verdict = Verdict([analysis], analysis.findings)
    assert f"Checked 1 file, {verdict.elements} element" in text.render(verdict)
    assert concise.render(verdict).count("model.strat:") >= len(analysis.findings)
    assert json_format.render(verdict).count('"question":') == len(analysis.findings)


def test_the_models_with_loops_are_these() -> None:
    looping = {
        path.stem: [set(members) for members in _analysis(path).graph.loop_sets]
        for path in MODELS
        if _analysis(path).graph.loop_sets
    }
    assert {stem: [len(members) for members in loops] for stem, loops in looping.items()} == {
        "4d1d1da3-23ba-4562-a6c8-bca223c644fb": [3],
        "CommonSandbox": [2],
    }


def test_wild_river_is_circular_as_its_xml_is() -> None:
    """The XML is read here on its own: its aggregations and compositions, the part serving the whole."""
    space = "{http://www.opengroup.org/xsd/archimate/3.0/}"
    kind = "{http://www.w3.org/2001/XMLSchema-instance}type"
    root = ElementTree.fromstring(WILD_RIVER.read_bytes())
    titles = {
        element.get("identifier", ""): " ".join((element.findtext(f"{space}name") or "").split())
        for element in root.iter(f"{space}element")
    }
    serves = {
        (titles[relation.get("target", "")], titles[relation.get("source", "")])
        for relation in root.iter(f"{space}relationship")
        if relation.get(kind) in ("Aggregation", "Composition") and relation.get("target") in titles
    }
    analysis = _analysis(WILD_RIVER)
    (loop,) = (finding for finding in analysis.findings if finding.violation.loop and finding.family == "circularity")
    members = {analysis.graph.title(name) for name in loop.violation.loop}
    assert {re.sub(r"^<<.*?>> ", "", title) for title in members} == {
        "Introduce Cloud Service",
        "Firewall Reconfiguration",
        "Build Redundancy Infrastructure",
    }
    circle = [(step.title, analysis.graph.title(step.target)) for step in loop.violation.circle]
    assert len(circle) == 2
    assert set(circle) <= serves
    assert circle[0] == circle[1][::-1]
