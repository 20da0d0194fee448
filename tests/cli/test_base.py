"""`lint --base REV`: a map beside how it was at another revision."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Done
from tests.cli.running import goalgraph as command

BEFORE = (
    'strategy s\nvalue v "V"\nobjective o "Families wait less"\n    serves v\n'
    'means register "The register"\n    serves o\nmeans wiki "The green corner"\n    serves o\n'
)
AFTER = (
    'strategy s\nvalue v "V"\nobjective register "The register is complete"\n    serves v\n'
    'means desk "The desk"\n    serves register\n'
)


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


def commit(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.strat"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def lint(folder: Path, *arguments: str) -> Done:
    return command("lint", "--format", "concise", *arguments, folder=folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, plans__map=BEFORE)
    git(tmp_path, "tag", "last-year")
    return tmp_path


def test_a_means_that_is_an_end_now_is_told(folder: Path) -> None:
    commit(folder, plans__map=AFTER)
    assert lint(folder).out == "Checked 1 file, 3 elements in 1 map: no findings.\n"
    for revision in ("last-year", "HEAD~1", "main^"):
        done = lint(folder, "--base", revision)
        assert (done.code, done.err) == (0, "")
        assert done.out.splitlines()[0] == (
            'plans/map.strat:3:11: warning[promoted-over-time] "The register is complete" (`register`) is an objective '
            "now, and was a means"
        )
    assert lint(folder, "--base", "main").out == lint(folder).out
    told = command("lint", "--base", "last-year", folder=folder).out
    assert "note: it was a means at last-year:plans/map.strat:5:7" in told


def test_a_new_end_with_the_title_of_an_old_means_is_told(folder: Path) -> None:
    text = AFTER.replace("register", "full").replace("The full is complete", "Green corner")
    commit(folder, plans__map=text)
    done = lint(folder, "--base", "last-year")
    assert done.out.splitlines()[0] == (
        'plans/map.strat:3:16: warning[promoted-over-time] "Green corner" (`full`) is an objective now, '
        "and was a means (`wiki`)"
    )


def test_where_both_bear_one_title_still_it_is_told_once(folder: Path) -> None:
    commit(folder, plans__map=BEFORE + 'objective full "Register"\n    serves v\nmeans x\n    serves full\n')
    done = lint(folder, "--base", "last-year")
    assert [line.split("[")[1].split("]")[0] for line in done.out.splitlines()[:-1]] == ["two-faced"]


def test_work_in_progress_is_compared_and_so_is_a_file_that_moved(folder: Path) -> None:
    (folder / "plans" / "map.strat").rename(folder / "plans" / "other.strat")
    (folder / "plans" / "other.strat").write_text(AFTER, encoding="utf-8")
    assert "promoted-over-time" in lint(folder / "plans", "--base", "HEAD").out


def test_only_what_was_of_the_map_is_compared(folder: Path) -> None:
    commit(
        folder,
        plans__map=BEFORE.replace("register", "wiki2"),
        plans__inner__map=BEFORE,
        plans__inner__deep__x="means q\n",
    )
    git(folder, "tag", "two-maps")
    (folder / "plans" / "inner" / "map.strat").unlink()
    (folder / "plans" / "inner" / "deep" / "x.strat").unlink()
    commit(folder, plans__map=AFTER)
    assert "promoted-over-time" not in lint(folder, "--base", "two-maps").out
    assert "promoted-over-time" in lint(folder, "--base", "last-year").out


def test_of_what_was_not_read_nothing_is_new(folder: Path) -> None:
    commit(folder, plans__map=BEFORE + "meens\n")
    git(folder, "tag", "broken")
    commit(folder, plans__map=BEFORE.replace("means wiki", "objective wikis").replace("serves o\n", "serves v\n", 1)
           .replace('"The green corner"\n    serves o', '"The green corner"\n    serves v'))  # fmt: skip
    assert "promoted-over-time" not in lint(folder, "--base", "broken").out
    assert "promoted-over-time" in lint(folder, "--base", "last-year").out


def test_an_ignore_of_it_is_not_idle_where_nothing_is_compared(folder: Path) -> None:
    ignored = AFTER.replace('complete"', 'complete"  # goalgraph: ignore promoted-over-time because "r"')
    commit(folder, plans__map=ignored)
    assert lint(folder).out == "Checked 1 file, 3 elements in 1 map: no findings.\n"
    assert lint(folder, "--base", "last-year").out.endswith("no findings (1 ignored).\n")
    assert "unused-ignore" in lint(folder, "--base", "main").out


def test_hostile_files_of_another_revision_do_no_harm(folder: Path) -> None:
    (folder / "plans" / "a.strat").write_bytes(b"\xff\x00")
    (folder / "plans" / "link.strat").symlink_to("/etc/passwd")
    (folder / "plans" / "new\nline.strat").write_text("means n\n", encoding="utf-8")
    (folder / "plans" / "empty.strat").write_bytes(b"")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")
    for name in ("a", "link", "new\nline", "empty"):
        (folder / "plans" / f"{name}.strat").unlink()
    commit(folder, plans__map=AFTER)
    assert "promoted-over-time" in lint(folder, "--base", "HEAD~1").out


@pytest.mark.parametrize("revision", ["nowhere", "", "--all", "HEAD:plans", "a b"])
def test_a_revision_that_does_not_exist_is_wrong_use(folder: Path, revision: str) -> None:
    done = lint(folder, f"--base={revision}")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"goalgraph: there is no revision `{revision}`\n"


def test_where_there_is_no_repository_it_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "map.strat").write_text(AFTER, encoding="utf-8")
    done = lint(tmp_path, "--base", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("goalgraph: git says: not a git repository")


def test_where_there_is_no_git_it_is_wrong_use(folder: Path) -> None:
    done = command("lint", "--base", "HEAD", folder=folder, environment={"PATH": "/nowhere"})
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: git is not to be had here, and other revisions are read by it\n"
