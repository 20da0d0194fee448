"""`lint --fix`: files are mended whole or not at all, and nothing but what is meant changes in them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Done
from tests.cli.running import goalgraph as command

HEAD = 'strategy s\nvalue v "V"\nobjective o "Better outcomes"\n    serves v\nmeans m "Mm"\n    serves o\n'
TWICE = 'means a "Aa"\n    serves o, o # twice\n    feeds v\n'
TANGLE = "means b\n    serves c, o\nmeans c\n    serves b # back\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(folder: Path, text: str, name: str = "map.strat") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def lint(folder: Path, *arguments: str, obeying: bool = False) -> Done:
    return command("lint", "--format", "concise", *arguments, folder=folder, obeying=obeying)


def test_what_is_safe_is_mended_and_told(folder: Path) -> None:
    path = write(folder, HEAD + TWICE + TANGLE)
    done = lint(folder, "--fix", "--show-fixes")
    assert path.read_text(encoding="utf-8") == HEAD + 'means a "Aa"\n    serves o # twice\n    feeds v\n' + TANGLE
    assert done.err.splitlines() == [
        "map.strat:8:15: repeated-link: remove the second",
        "Mended 1 finding in 1 file.",
    ]
    assert done.code == 1
    assert [line.split("[")[1].split("]")[0] for line in done.out.splitlines()[:-1]] == ["loose-feeds", "tangled-loop"]
    again = lint(folder, "--fix")
    assert (again.out, again.err) == (done.out, "")


def test_what_is_unsafe_is_mended_where_it_is_asked_for(folder: Path) -> None:
    path = write(folder, HEAD + TANGLE)
    assert lint(folder, "--fix").code == 1
    assert path.read_text(encoding="utf-8") == HEAD + TANGLE
    done = lint(folder, "--fix", "--unsafe-fixes")
    assert (done.code, done.err) == (0, "Mended 1 finding in 1 file.\n")
    assert path.read_text(encoding="utf-8") == HEAD + TANGLE.replace("c, o", "o")


def test_the_difference_is_shown_and_nothing_written(folder: Path) -> None:
    path = write(folder, HEAD + TWICE)
    done = lint(folder, "--diff")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "--- map.strat\n+++ map.strat\n@@ -5,5 +5,5 @@\n"
        ' means m "Mm"\n     serves o\n means a "Aa"\n-    serves o, o # twice\n+    serves o # twice\n     feeds v\n'
    )
    assert path.read_text(encoding="utf-8") == HEAD + TWICE
    write(folder, HEAD)
    done = lint(folder, "--diff")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_last_line_without_line_end_is_shown_as_such(folder: Path) -> None:
    write(folder, HEAD + "means a\n    serves o, o")
    assert lint(folder, "--diff").out.endswith(
        "-    serves o, o\n\\ No newline at end of file\n+    serves o\n\\ No newline at end of file\n"
    )


def test_byte_order_mark_line_ends_mode_and_comments_stay(folder: Path) -> None:
    path = write(folder, "\ufeff" + (HEAD + TWICE).replace("\n", "\r\n"))
    path.chmod(0o640)
    lint(folder, "--fix")
    assert path.read_bytes().decode() == ("\ufeff" + (HEAD + TWICE).replace("o, o", "o").replace("\n", "\r\n"))
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in folder.iterdir()) == [".git", "map.strat"]


def test_files_of_a_map_are_mended_together(folder: Path) -> None:
    one = write(folder, HEAD + 'objective p "Calls are answered"\n    serves k, v\n', "one.strat")
    two = write(folder, "means k\n    serves o\n", "two.strat")
    done = lint(folder, "--fix", "--unsafe-fixes")
    assert (done.code, done.err) == (0, "Mended 1 finding in 2 files.\n")
    assert one.read_text(encoding="utf-8").endswith("    serves v\n")
    assert two.read_text(encoding="utf-8") == "means k\n    serves p\n    serves o\n"


def test_a_link_to_a_file_stays_a_link(folder: Path) -> None:
    real = write(folder, HEAD + TWICE, "real.txt")
    (folder / "map.strat").symlink_to("real.txt")
    lint(folder, "--fix")
    assert (folder / "map.strat").is_symlink()
    assert "o, o" not in real.read_text(encoding="utf-8")


def test_what_is_ignored_or_known_is_left_alone(folder: Path) -> None:
    ignored = HEAD + 'means a\n    # goalgraph: ignore repeated-link because "r"\n    serves o, o\n'
    path = write(folder, ignored)
    assert lint(folder, "--fix").err == ""
    write(folder, HEAD + TWICE)
    assert lint(folder, "--baseline", "known.json", "--write-baseline").code == 0
    done = lint(folder, "--baseline", "known.json", "--fix")
    assert (done.code, done.err) == (0, "")
    assert path.read_text(encoding="utf-8") == HEAD + TWICE


def test_only_what_touches_the_files_asked_for_is_mended(folder: Path) -> None:
    one = write(folder, HEAD + TWICE, "one.strat")
    two = write(folder, "means k\n    serves o, o\n", "two.strat")
    lint(folder, "two.strat", "--fix")
    assert "o, o" in one.read_text(encoding="utf-8")
    assert "o, o" not in two.read_text(encoding="utf-8")


def test_a_file_that_may_not_be_written_is_wrong_use_and_no_file_is_mended(folder: Path) -> None:
    one = write(folder, HEAD + TWICE, "one.strat")
    two = write(folder, "means k\n    serves o, o\n", "two.strat")
    two.chmod(0o444)
    done = lint(folder, "--fix", obeying=True)
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: two.strat may not be written; nothing was mended\n"
    assert "o, o" in one.read_text(encoding="utf-8")
    assert "o, o" in two.read_text(encoding="utf-8")


CHANGED = """
import pathlib, sys
from goalgraph import fixing
from goalgraph.cli import mending
inner = mending.mend
def changed(check, *, unsafe):
    found = inner(check, unsafe=unsafe)
    path = pathlib.Path("map.strat")
    path.write_text(path.read_text() + "# meanwhile\\n")
    return found
mending.mend = changed
sys.argv = ["goalgraph", "lint", "--fix"]
from goalgraph.cli.app import main
main()
"""


def test_a_file_that_changes_meanwhile_is_not_written_over(folder: Path) -> None:
    path = write(folder, HEAD + TWICE)
    done = subprocess.run([sys.executable, "-c", CHANGED], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "goalgraph: map.strat was changed while it was being mended; nothing was written\n"
    assert path.read_text(encoding="utf-8") == HEAD + TWICE + "# meanwhile\n"


def test_a_full_disk_leaves_the_file_as_it_was(folder: Path) -> None:
    path = write(folder, HEAD + TWICE)
    line = f"ulimit -f 0; exec {sys.executable} -m goalgraph lint --fix --no-cache"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    done = subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("goalgraph: map.strat can't be written: ")
    assert path.read_text(encoding="utf-8") == HEAD + TWICE
    assert sorted(each.name for each in folder.iterdir()) == [".git", "map.strat"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--fix", "--diff"], "`--fix` changes files and `--diff` shows"),
        (["--unsafe-fixes"], "`--unsafe-fixes` says which fixes are made: it needs `--fix` or `--diff`"),
        (["--show-fixes"], "`--show-fixes` lists the fixes that are made: it needs `--fix`"),
        (["--diff", "--show-fixes"], "`--show-fixes` lists the fixes that are made: it needs `--fix`"),
        (["--fix", "-"], "standard input can't be mended; give a file"),
    ],
)
def test_what_can_not_be_meant_is_wrong_use(folder: Path, arguments: list[str], told: str) -> None:
    write(folder, HEAD + TWICE)
    done = command("lint", *arguments, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"goalgraph: {told}")


def test_a_map_of_loops_is_mended_in_rounds(folder: Path) -> None:
    text = HEAD + "".join(f"means x{n}\n    serves x{(n + 1) % 9}, x{(n + 4) % 9}, o\n" for n in range(9))
    write(folder, text)
    assert lint(folder, "--fix", "--unsafe-fixes").code == 0
    assert lint(folder).out.endswith("no findings.\n")
