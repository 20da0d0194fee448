"""The order of files and statements changes no finding."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from goalgraph.analysis import Analysis, analyse
from goalgraph.finding import Identity
from goalgraph.model.elements import Kind
from goalgraph.model.links import Relation
from goalgraph.source import Source
from goalgraph.workspace import Workspace
from tests.laws.maps import Declared, Map, maps, text_of


def _identities(analysis: Analysis) -> list[Identity]:
    """What is found, without the inverted links on loops: which of them the cut holds is decided by place."""
    loops = analysis.graph.loop_of
    return sorted(
        finding.identity
        for finding in analysis.findings
        if finding.rule != "end-serves-means"
        or finding.violation.elements[1] not in loops.get(finding.violation.elements[0], ())
    )


def _kept_once(elements: Map) -> Map:
    """The map with every part kept by one concept only: of several the first is told."""
    kept: set[str] = set()
    changed = []
    for element in elements:
        links = tuple(link for link in element.links if link.relation is not Relation.KEEP or link.target not in kept)
        kept |= {link.target for link in links if link.relation is Relation.KEEP}
        changed.append(element._replace(links=links))
    return tuple(changed)


@given(maps(least=2, least_links=4).map(_kept_once), st.randoms(use_true_random=False), st.integers(1, 4))
def test_statements_in_any_order_in_any_files_give_the_same_findings(
    elements: Map, chance: random.Random, files: int
) -> None:
    expected = _identities(analyse([Source("map.strat", text_of(elements))]))
    shuffled: list[Declared] = list(elements)
    chance.shuffle(shuffled)
    parts: list[list[Declared]] = [[] for _ in range(files)]
    for element in shuffled:
        links = list(element.links)
        chance.shuffle(links)
        chance.choice(parts).append(element._replace(links=tuple(links)))
    sources = [Source(f"{number}.strat", text_of(part)) for number, part in enumerate(parts)]
    assert _identities(analyse(sources)) == expected


@given(maps(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_files_given_in_any_order_give_the_same_bytes(elements: Map, chance: random.Random, files: int) -> None:
    sources = [Source(f"{number}.strat", text_of(elements[number::files])) for number in range(files)]
    expected = analyse(sources).findings
    chance.shuffle(sources)
    assert analyse(sources).findings == expected


@settings(max_examples=50)
@given(maps(kinds=(Kind.VALUE, Kind.OBJECTIVE, Kind.MEANS)), st.randoms(use_true_random=False), st.booleans())
def test_paths_given_in_any_order_and_twice_give_the_same_findings(
    elements: Map, chance: random.Random, with_folder: bool
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "below").mkdir()
        paths = [Path(each) for each in ("plan.strat", "one.strat", "below/two.strat", "below/three.strat")]
        (folder / paths[0]).write_text(f"strategy plan\n{text_of(elements[::3])}", encoding="utf-8")
        (folder / paths[1]).write_text(text_of(elements[1::3]), encoding="utf-8")
        (folder / paths[2]).write_text(text_of(elements[2::3]), encoding="utf-8")
        (folder / paths[3]).write_text("", encoding="utf-8")
        expected = _told(folder, [Path()])
        given_paths = [*paths, *chance.choices(paths, k=3), *([Path("below"), Path()] if with_folder else [])]
        chance.shuffle(given_paths)
        assert _told(folder, given_paths) == expected


def _told(folder: Path, paths: list[Path]) -> list[list[tuple[Identity, str, str]]]:
    return [
        [(finding.identity, finding.place.where, finding.message) for finding in checked.findings]
        for checked in Workspace(base=folder).check(paths)
    ]
