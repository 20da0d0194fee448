"""Every recipe of docs/ci.md does what it says: with a clean map it passes, with a faulty one it fails and tells."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.helpers import blocks
from tests.recipes.github import Runner
from tests.recipes.places import (
    ADDRESS,
    CLEAN,
    FAULTY,
    GUIDE,
    ROOT,
    Ran,
    assert_fits,
    found_at_its_address,
    read_yaml,
    recipes,
    run,
    stand_ins,
    surroundings,
    team,
)

INSTALL = f'pip install "goalgraph @ git+{ADDRESS}"'
HERE = [".github/workflows/strategy.yml", ".github/workflows/strategy-by-hand.yml", ".gitlab-ci.yml", "Jenkinsfile"]
HERE += [".github/workflows/review.yml", ".github/workflows/report.yml"]
ELSEWHERE = [".pre-commit-config.yaml", "Makefile"]  # in test_pre_commit.py; by a command that docs/ci.md shows
WORKFLOWS = sorted(file for file in HERE if file.startswith(".github/"))
MAPS = pytest.mark.parametrize(("text", "faulty"), [(CLEAN, False), (FAULTY, True)], ids=["clean", "faulty"])


def test_every_recipe_is_one_that_is_tried() -> None:
    assert sorted(recipes()) == sorted(HERE + ELSEWHERE)
    infos = [info for info, _, _ in blocks(GUIDE.read_text(encoding="utf-8"))]
    assert [info for info in infos if info not in ("console", "sh") and " write=" not in info] == []
    assert infos.count("sh") == 1


@pytest.mark.parametrize("file", WORKFLOWS)
def test_workflows_fit_the_schema_of_github(file: str, tmp_path: Path) -> None:
    (tmp_path / "workflow.yml").write_text(recipes()[file], encoding="utf-8")
    assert_fits("vendor.github-workflows", tmp_path / "workflow.yml")


@MAPS
@pytest.mark.parametrize("file", [file for file in WORKFLOWS if "strategy" in file])
def test_a_workflow_fails_where_lint_does_and_uploads(file: str, text: str, tmp_path: Path, faulty: bool) -> None:
    folder = team(tmp_path / "ours", plans=text)
    runner = Runner(folder, tmp_path / "temp", stand_ins(tmp_path, "pip")).given("install", command="goalgraph")
    done = runner.workflow(recipes()[file])
    assert done.failed == faulty, done.printed
    assert ("::error " in done.printed) == faulty
    (upload,) = done.uploaded
    (sarif,) = json.loads((folder / upload["sarif_file"]).read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in sarif["results"]] == ["closed-loop"] * faulty


@MAPS
def test_the_report_is_kept_whatever_is_found(text: str, tmp_path: Path, faulty: bool) -> None:
    folder = team(tmp_path / "ours", plans=text)
    runner = Runner(folder, tmp_path / "temp", stand_ins(tmp_path, "pip"))
    done = runner.workflow(recipes()[".github/workflows/report.yml"])
    assert not done.failed, done.printed
    (kept,) = runner.kept
    assert sorted(path.name for path in folder.glob(kept["path"])) == ["strategy-map.svg", "strategy-report.html"]
    assert ("Circular goal" in (folder / "strategy-report.html").read_text(encoding="utf-8")) == faulty


@MAPS
def test_reviewdog_gets_the_findings(text: str, tmp_path: Path, faulty: bool) -> None:
    folder = team(tmp_path / "ours", plans=text)
    runner = Runner(folder, tmp_path / "temp", stand_ins(tmp_path, "pip", "reviewdog"))
    done = runner.workflow(recipes()[".github/workflows/review.yml"])
    assert not done.failed, done.printed
    read = json.loads((tmp_path / "reviewdog.read").read_text(encoding="utf-8"))
    assert [each["code"]["value"] for each in read["diagnostics"]] == ["closed-loop"] * faulty
    assert "-f=rdjson" in (tmp_path / "reviewdog.asked").read_text(encoding="utf-8")


def test_reviewdog_is_not_asked_where_nothing_could_be_checked(tmp_path: Path) -> None:
    runner = Runner(team(tmp_path / "empty"), tmp_path / "temp", stand_ins(tmp_path, "pip", "reviewdog"))
    assert runner.workflow(recipes()[".github/workflows/review.yml"]).failed
    assert not (tmp_path / "reviewdog.asked").exists()


def test_the_line_for_gitlab_fits_the_schema_of_gitlab(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text(recipes()[".gitlab-ci.yml"], encoding="utf-8")
    assert_fits("vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml")


@MAPS
def test_gitlab_gets_a_report_of_code_quality(text: str, tmp_path: Path, faulty: bool) -> None:
    folder = team(tmp_path / "ours", plans=text)
    (job,) = read_yaml(recipes()[".gitlab-ci.yml"]).values()
    script = "\n".join([*job["before_script"], *job["script"]])
    done = shell(script, folder, stand_ins(tmp_path, "pip", "apt-get"))
    assert done.code == int(faulty), done
    report = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [each["check_name"] for each in report] == ["closed-loop"] * faulty
    assert job["artifacts"]["when"] == "always"
    assert all((folder / path).stat().st_size > 1000 for path in job["artifacts"]["paths"])


def test_jenkins_installs_from_the_repository_and_gets_a_report_of_tests(tmp_path: Path, repository: Path) -> None:
    folder = team(tmp_path / "ours", plans=FAULTY)
    said = recipes()["Jenkinsfile"]
    assert said.count("{") == said.count("}")
    *before, lint = re.findall(r"^ +sh '([^'\n]+)'$", said, re.MULTILINE)
    path = surroundings()["PATH"]
    for line in before:
        done = shell(line, folder, path, **found_at_its_address(repository))
        assert done.code == 0, done
    assert shell(lint, folder, path).code == 1
    (report,) = re.findall(r"junit testResults: '([^']+)'", said)
    cases = [case for case in ElementTree.parse(folder / report).iter("testcase") if case.find("failure") is not None]
    assert ["closed-loop" in "".join(case.attrib.values()) for case in cases] == [True]
    (folder / "plans" / "map.strat").write_text(CLEAN, encoding="utf-8")
    assert shell(lint, folder, path).code == 0


def test_all_recipes_install_by_the_same_line() -> None:
    lines = re.findall(r"\bpip install.*", "\n".join(recipes().values()))
    assert {line.replace(" --quiet", "").replace("[report]", "").rstrip("'") for line in lines} == {INSTALL}
    assert len(lines) == 5


def test_docker_is_asked_for_an_image_that_is_there_and_for_commands_that_work(tmp_path: Path) -> None:
    folder = team(tmp_path / "ours", plans=CLEAN)
    (lines,) = [text for info, text, _ in blocks(GUIDE.read_text(encoding="utf-8")) if info == "sh"]
    path = stand_ins(tmp_path, "docker")
    assert shell(lines, folder, path).code == 0
    build, *runs = (tmp_path / "docker.asked").read_text(encoding="utf-8").splitlines()
    (image, file) = re.fullmatch(rf"build --tag (\S+) --file (\S+) {re.escape(ADDRESS)}", build).groups()  # type: ignore[union-attr]
    assert (ROOT / file).is_file()
    for line in runs:
        options, arguments = re.fullmatch(rf"run --rm (.*) {image}(.*)", line).groups()  # type: ignore[union-attr]
        assert f"--volume {folder}:/maps" in options
        assert shell(f"goalgraph {arguments or 'lint'}", folder, path).code == 0


def shell(script: str, folder: Path, path: str, **changes: str) -> Ran:
    return run("sh", "-e", "-c", script, folder=folder, environment=surroundings(PATH=path, **changes))
