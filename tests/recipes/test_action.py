"""The GitHub Action: it fits GitHub's schema, and its steps are run as GitHub would run them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recipes.github import Done, Runner
from tests.recipes.places import BIN, CLEAN, FAULTY, GUIDE, ROOT, assert_fits, read_yaml, run, surroundings, team

ACTION = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
BLEAK = CLEAN + '\nconcept e "Enterprise 2.0"\n'  # a warning and nothing else
Act = Callable[..., Done]


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return team(tmp_path / "ours", clean=CLEAN, faulty=FAULTY, bleak=BLEAK)


@pytest.fixture
def act(tmp_path: Path, ours: Path) -> Act:
    """Runs the action with some inputs. It finds goalgraph installed, but for the test that looks at that step."""
    runner = Runner(ours, tmp_path / "temp", surroundings()["PATH"]).given("install", command=str(BIN / "goalgraph"))
    return lambda **inputs: runner.action({name.replace("_", "-"): value for name, value in inputs.items()})


def test_it_fits_the_schema_of_actions() -> None:
    assert_fits("vendor.github-actions", ROOT / "action.yml")


def test_every_input_is_used_and_told_in_the_guide() -> None:
    steps = json.dumps(ACTION["runs"])
    assert {name for name in ACTION["inputs"] if f"inputs.{name} " not in steps} == set()
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (?:`(.*)`|.*) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: default for name, default in rows if name in ACTION["inputs"]}
    assert told == {name: one["default"] for name, one in ACTION["inputs"].items()}


def test_it_installs_the_goalgraph_it_lies_beside(tmp_path: Path, ours: Path, repository: Path) -> None:
    runner = Runner(ours, tmp_path / "temp", surroundings()["PATH"], repository)
    done = runner.action({"paths": "clean"})
    assert not done.failed, done.printed
    command = tmp_path / "temp" / "goalgraph" / "bin" / "goalgraph"
    assert run(command, "--version", folder=ours).code == 0
    assert f'"{command}"' not in "".join(runner.ran)


def test_a_finding_fails_the_job_and_is_uploaded_all_the_same(act: Act) -> None:
    done = act()
    assert (done.failed, done.outputs["exit-code"]) == (True, "1")
    assert re.search(r"^::error .*file=faulty/map\.strat", done.printed, re.MULTILINE)
    ((file, category),) = [(each["sarif_file"], each["category"]) for each in done.uploaded]
    assert (file, category) == (done.outputs["sarif"], "goalgraph")
    (sarif,) = json.loads(Path(file).read_text(encoding="utf-8"))["runs"]
    assert "closed-loop" in {result["ruleId"] for result in sarif["results"]}


def test_a_finding_stands_in_the_summary_of_the_job(act: Act, tmp_path: Path) -> None:
    act()
    assert "A ferry" in (tmp_path / "temp" / "summary.md").read_text(encoding="utf-8")


def test_a_clean_map_passes_and_is_uploaded_too(act: Act) -> None:
    done = act(paths="clean", category="plans")
    assert (done.failed, done.outputs["exit-code"]) == (False, "0")
    assert [each["category"] for each in done.uploaded] == ["plans"]


def test_nothing_is_uploaded_where_nobody_wants_it(act: Act) -> None:
    done = act(upload_sarif=False)
    assert done.failed
    assert done.uploaded == []
    assert Path(done.outputs["sarif"]).is_file()


def test_wrong_use_fails_the_job_and_uploads_nothing(act: Act) -> None:
    assert act(paths="clean").outputs["sarif"]
    done = act(paths="missing")
    assert (done.failed, done.outputs["exit-code"], done.outputs["sarif"]) == (True, "2", "")
    assert len(done.uploaded) == 1
    assert "missing is not there" in done.printed


def test_paths_stand_on_lines_and_may_hold_spaces(act: Act, ours: Path) -> None:
    (ours / "clean").rename(ours / "clean and tidy")
    assert not act(paths="clean and tidy\nbleak\n").failed
    assert act(paths="clean and tidy\nfaulty\n").failed


def test_options_reach_the_command(act: Act) -> None:
    assert not act(paths="bleak").failed
    assert act(paths="bleak", fail_level="warning").failed
    assert not act(paths="faulty", args="--baseline known.json   --write-baseline").failed
    assert not act(paths="faulty", baseline="known.json").failed
    assert act(paths="clean\nfaulty\nbleak", baseline="known.json", fail_level="warning").failed


def test_a_baseline_that_could_shrink_fails_the_job(act: Act, ours: Path) -> None:
    act(paths="faulty", args="--baseline known.json --write-baseline")
    (ours / "faulty" / "map.strat").write_text(CLEAN, encoding="utf-8")
    done = act(paths="faulty", baseline="known.json")
    assert (done.failed, done.outputs["exit-code"]) == (True, "1")


@pytest.mark.parametrize("name", ["paths", "fail-level", "baseline", "args"])
@pytest.mark.parametrize("text", ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "--version"])
def test_no_input_is_run(act: Act, ours: Path, name: str, text: str) -> None:
    before = sorted(path.name for path in ours.iterdir())
    act(**{name: text})
    assert sorted(path.name for path in ours.iterdir()) == before
