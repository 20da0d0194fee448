"""Graphs with published minimum feedback arc sets, by Baharev, Schichl, Neumaier and Achterberg.

The nine that are proven within a few seconds are held to be proven; of the three others the weight is held.
"""

from pathlib import Path

import pytest

from goalgraph.graph.feedback.arcs import Arc, is_acyclic
from goalgraph.graph.feedback.solving import smallest_arc_set

FOLDER = Path(__file__).parents[2] / ".." / "shared" / "data" / "arc-sets"
# Not proven in a minute, or not by far, on the machine where this was written.
HARD = ("de_Bruijn_n_110_d_4", "de_Bruijn_n_110_d_6", "de_Bruijn_n_120_d_6")
NAMES = [f"de_Bruijn_n_{size}_d_{degree}" for size in (100, 110, 120) for degree in (3, 4, 5, 6)]


def _optimum(name: str) -> int:
    rows = (line.split("\t") for line in (FOLDER / "OPTIMA.tsv").read_text(encoding="utf-8").splitlines())
    return next(int(row[3]) for row in rows if row[0] == name)


@pytest.mark.parametrize("name", NAMES)
def test_the_published_size_is_found_and_proven(name: str) -> None:
    path = FOLDER / f"{name}.edges"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    lines = path.read_text(encoding="utf-8").split("\n")
    ends = (line.split() for line in lines if line.strip())
    arcs = [Arc(int(source), int(target), 1) for source, target in ends]
    found = smallest_arc_set(arcs, 60.0 if name not in HARD else 20.0)
    assert is_acyclic(arcs, set(found.arcs))
    assert found.bound <= _optimum(name) <= found.weight == len(found.arcs)
    if name in HARD:
        assert found.weight <= _optimum(name) + 1
    else:
        assert found.proven
