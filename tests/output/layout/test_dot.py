import os
import subprocess
import sys
from pathlib import Path

import pytest

from goalgraph.output.layout import dot, lay_out
from goalgraph.output.layout.dot import by_dot, is_available
from tests.output.layout.geometry import EXAMPLES, example, holds, ring, whole


def program(folder: Path, text: str) -> Path:
    path = folder / "child.py"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_child_that_dies_leaves_what_it_has_answered(tmp_path: Path) -> None:
    dying = program(
        tmp_path,
        f"import sys\nsys.path.insert(0, {str(dot.PROGRAM.parent)!r})\nimport json, os, graphviz_child\n"
        "first = json.load(sys.stdin)[0]\nprint(json.dumps(graphviz_child.best(first)), flush=True)\n"
        "print('{\"nod', flush=True)\nos.abort()\n",
    )
    first, second = by_dot([ring("om"), ring("mm")], dying)
    assert first is not None
    holds(first, ring("om"))
    assert second is None


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    slow = program(tmp_path, "import time\ntime.sleep(600)\n")
    assert by_dot([ring("om")], slow, seconds=0.3) == [None]


def test_a_child_that_complains_is_not_heard(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    loud = program(tmp_path, "raise SystemExit('No!')\n")
    assert by_dot([ring("om"), ring("mm")], loud) == [None, None]
    assert capfd.readouterr() == ("", "")


def test_without_graphviz_pictures_are_laid_out_in_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert not is_available()
    (picture,) = lay_out([ring("vomm")])
    assert not picture.routed
    holds(picture, ring("vomm"))


def test_where_no_process_can_be_started_pictures_are_laid_out_in_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    (picture,) = lay_out([ring("vomm")])
    assert not picture.routed


def test_a_scene_that_dot_cannot_draw_is_answered_with_nothing() -> None:
    said = subprocess.run(
        [sys.executable, "-P", str(dot.PROGRAM)], input=b'[[{"rows": 1}]]', capture_output=True, check=True
    )
    assert (said.stdout.strip(), said.stderr) == (b"null", b"")


def test_more_than_120_boxes_are_not_given_to_dot() -> None:
    assert by_dot([ring("m" * 121)]) == [None]
    (picture,) = by_dot([ring("m" * 120)])
    assert picture is not None


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "from tests.output.layout.geometry import EXAMPLES, example, whole\n"
        "from goalgraph.output.svg import drawn\n"
        "print(drawn([('A map', whole(example(folder))) for folder in EXAMPLES]))\n"
    )
    root = Path(__file__).parents[3]
    told = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1


def test_scenes_keep_their_order() -> None:
    several = [whole(example(folder)) for folder in EXAMPLES]
    together = lay_out(several)
    assert together == tuple(picture for scene in several for picture in lay_out([scene]))
