"""Models that other people made: every one is imported, read without a mistake, and stays as it is under `fmt`."""

from pathlib import Path

import networkx as nx
import pytest

from goalgraph.notations.archimate import Imported, read_archimate
from goalgraph.source import Source
from goalgraph.syntax.nodes import Document, Link
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MODELS = sorted([*DATA.glob("archimate/*.archimate"), *DATA.glob("archimate-exchange/*.xml")])
WILD_RIVER = DATA / "archimate-exchange" / "4d1d1da3-23ba-4562-a6c8-bca223c644fb.xml"

pytestmark = pytest.mark.skipif(not MODELS, reason="the real models in ../shared/data are absent")


def _read(path: Path, *, everything: bool = False) -> tuple[Imported, Document]:
    imported = read_archimate(path.read_bytes(), path.name, everything=everything)
    return imported, parse(Source("x.strat", imported.text))


def _names(document: Document) -> list[str]:
    return [statement.head.name.text for statement in document.statements if statement.head]


def _links(document: Document) -> list[tuple[str, str, str]]:
    return [
        (name, item.keyword.text, target.text)
        for name, statement in zip(_names(document), document.statements, strict=True)
        for item in statement.properties
        if isinstance(item, Link)
        for target in item.targets
    ]


def _serves(document: Document) -> "nx.DiGraph[str]":
    return nx.DiGraph([(name, target) for name, word, target in _links(document) if word == "serves"])


@pytest.mark.parametrize("layers", ["plan", "all"])
@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_every_model_gives_a_clean_map(path: Path, layers: str) -> None:
    imported, document = _read(path, everything=layers == "all")
    assert not document.unread
    assert not any(statement.unread for statement in document.statements)
    assert print_document(document) == imported.text
    names, links = _names(document), _links(document)
    assert len(set(names)) == len(names) == imported.elements + 1
    assert len(set(links)) == len(links) == imported.links
    assert {target for _, _, target in links} <= set(names)


def test_all_models_are_there() -> None:
    assert len(MODELS) == 60


def test_the_circle_of_wild_river_control() -> None:
    _, document = _read(WILD_RIVER)
    assert [sorted(found) for found in nx.strongly_connected_components(_serves(document)) if len(found) > 1] == [
        [
            "control-measure-build-redundancy",
            "control-measure-firewall-reconfiguration",
            "control-measure-introduce-cloud-service",
        ]
    ]


def test_circles_are_rare_in_plans() -> None:
    circular = {path.stem for path in MODELS if not nx.is_directed_acyclic_graph(_serves(_read(path)[1]))}
    # The last holds one element that is composed of itself.
    assert circular == {WILD_RIVER.stem, "CommonSandbox", "id-d33b0dca-0dff-4e51-a077-109a4cc204dd"}
