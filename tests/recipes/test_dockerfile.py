"""The image: its file is linted, and what it says is done step by step, without docker."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.recipes.places import BIN, CLEAN, FAULTY, ROOT, Ran, run, team, tool

DOCKERFILE = ROOT / ".ci" / "Dockerfile"
INSTRUCTIONS = re.findall(
    r"^([A-Z]+) ((?:.*\\\n)*.*)$", re.sub(r"(?m)^#.*\n", "", DOCKERFILE.read_text(encoding="utf-8")), re.MULTILINE
)


def all_of(instruction: str) -> list[str]:
    return [rest for name, rest in INSTRUCTIONS if name == instruction]


def last(instruction: str) -> str:
    return all_of(instruction)[-1]


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The folder in which the file's steps were done as if it were the root of a machine."""
    root = tmp_path_factory.mktemp("image")
    context = sent_to_docker(repository, tmp_path_factory.mktemp("context") / "sent")
    place = root
    for name, rest in INSTRUCTIONS:
        if name == "WORKDIR":
            place = root / rest.lstrip("/")
            place.mkdir()
        elif name == "COPY" and rest.startswith("--from"):
            _, source, target = rest.split()
            assert source == target
            assert (root / source.lstrip("/")).is_dir()
        elif name == "COPY":
            *sources, target = rest.split()
            for source in sources:
                copy(context / source, place / target)
        elif name == "RUN":
            done = run("sh", "-c", rest.replace("/opt/", f"{root}/opt/"), folder=place)
            assert done.code == 0, done
    return root


def sent_to_docker(repository: Path, context: Path) -> Path:
    """What `Dockerfile.dockerignore` lets pass of a checkout."""
    everything, *others = [
        line
        for line in (DOCKERFILE.parent / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert everything == "*"
    context.mkdir()
    for line in others:
        if line.startswith("!"):
            copy(repository / line[1:], context / line[1:])
    return context


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


def container(image: Path, folder: Path, *arguments: str) -> Ran:
    """Runs what a container would, with the environment that the file sets and no other."""
    environment = dict(re.findall(r"(\w+)=(\S+)", last("ENV")))
    path = environment["PATH"].replace("/opt/", f"{image}/opt/").replace("$PATH", os.defpath)
    (entry,) = json.loads(last("ENTRYPOINT"))
    command = shutil.which(entry, path=path)
    assert command == f"{image}/opt/goalgraph/bin/goalgraph"
    return run(
        command, *(arguments or json.loads(last("CMD"))), folder=folder, environment={**environment, "PATH": path}
    )


def test_hadolint_finds_nothing() -> None:
    done = run(tool("hadolint"), "--no-color", "--failure-threshold", "style", DOCKERFILE, folder=ROOT)
    assert (done.code, done) == (0, "")


def test_nobody_runs_it_as_root() -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last("USER"))


def test_it_lints_the_mounted_folder(image: Path, tmp_path: Path) -> None:
    assert last("WORKDIR") == "/maps"
    clean = container(image, team(tmp_path / "clean", plans=CLEAN))
    assert (clean.code, clean) == (0, "Checked 1 file, 3 elements in 1 map: no findings.\n")
    faulty = container(image, team(tmp_path / "faulty", plans=FAULTY), "lint", "--format", "concise", "plans")
    assert faulty.code == 1
    assert faulty.startswith("plans/map.strat:10:5: error[closed-loop]")


def test_it_needs_no_home_and_leaves_nothing_behind(image: Path, tmp_path: Path) -> None:
    folder = team(tmp_path / "clean", plans=CLEAN)
    before = sorted(folder.rglob("*"))
    assert container(image, folder, "render", "-o", "-").code == 0
    assert sorted(folder.rglob("*")) == before


def test_it_holds_goalgraph_and_no_pip(image: Path) -> None:
    scripts = {path.name for path in (image / "opt" / "goalgraph" / "bin").iterdir()}
    assert "goalgraph" in scripts
    assert not {name for name in scripts if name.startswith("pip")}
    assert str(BIN) not in (image / "opt" / "goalgraph" / "bin" / "goalgraph").read_text(encoding="utf-8")
