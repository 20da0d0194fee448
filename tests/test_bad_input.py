"""Bad input: never a traceback, never a silent pass, and a message that says what is wrong and where."""

from pathlib import Path

import pytest

from tests.cli.running import Done, goalgraph

VALUE = 'value v "V"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def lint(folder: Path, content: bytes | str, *, obeying: bool = False) -> Done:
    """Lints one file of this content, and checks what holds whatever it is."""
    (folder / "x.strat").write_bytes(content if isinstance(content, bytes) else content.encode())
    return checked(goalgraph("lint", "x.strat", "--format", "concise", folder=folder, obeying=obeying))


def checked(done: Done) -> Done:
    assert "Traceback" not in done.err + done.out
    assert done.code == ("error[" in done.out), "1 where there is an error, else 0"
    assert done.out.splitlines()[-1].startswith("Checked ")
    return done


def findings(done: Done) -> list[str]:
    return [line for line in done.out.splitlines() if ".strat:" in line]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'value v "caf\xe9"\n', "x.strat:1:13: error[unreadable-file] this file is not UTF-8: the byte 0xE9"),
        ('value v "V"\n'.encode("utf-16"), "x.strat:1:1: error[unreadable-file] this file is UTF-16"),
        (b'value v "V"\nmeans \x00\n', "x.strat:2:7: error[unreadable-file] this file holds a NUL byte"),
        (VALUE + 'means m "M"\n    note """\nnever closed\n', "x.strat:3:10: error[syntax-error] this text is never"),
        (VALUE + "\tmeans m\n", "x.strat:2:2: error[syntax-error] `means` starts a statement"),
        ("\n    serves v\n", "x.strat:2:5: error[syntax-error] an indented line is a property"),
        ("means m\r\n    serves x\r\n", "x.strat:2:12: error[unknown-name] nothing is called `x`"),
        ("\ufeffmeans m\n", "x.strat:1:7: error[no-why]"),
        ("means मुंबई\n", "x.strat:1:7: error[no-why] `मुंबई` has no why"),
        ("objective 客户 \"客户\"\n    serves 没有\n", "x.strat:2:12: error[unknown-name] nothing is called `没有`"),
        ("means m\n" * 1000, "x.strat:2:7: error[declared-twice] `m` is declared 1000 times"),
    ],
)  # fmt: skip
def test_bad_text_is_told_with_its_place(folder: Path, content: bytes | str, told: str) -> None:
    done = lint(folder, content)
    assert done.code == 1
    assert any(line.startswith(told) for line in findings(done)), done.out


def test_an_empty_file_is_checked_and_counted(folder: Path) -> None:
    done = lint(folder, b"")
    assert (done.code, done.out) == (0, "Checked 1 file, 0 elements in 1 map: no findings.\n")


def test_a_folder_a_dangling_link_and_no_permission_are_told(folder: Path) -> None:
    (folder / "folder.strat").mkdir()
    (folder / "link.strat").symlink_to("nowhere")
    (folder / "secret.strat").write_text(VALUE)
    (folder / "secret.strat").chmod(0)
    done = checked(goalgraph("lint", "--format", "concise", folder=folder, obeying=True))
    assert done.code == 1
    assert [line.split("] ")[1] for line in findings(done)] == [
        "this is a folder, not a file",
        "this link points to nothing",
        "this can't be read: permission denied",
    ]


def test_twenty_megabytes_in_one_line_are_read_and_one_more_byte_is_not(folder: Path) -> None:
    limit = 20_000_000
    line = 'means m "' + "x" * (limit - 11) + '"\n'
    assert len(line) == limit
    assert "has no why" in lint(folder, line).out
    assert "no more than 20 MB are read" in lint(folder, line + "\n").out


def test_ten_thousand_errors_are_told_in_order_and_the_rest_is_counted_in_text(folder: Path) -> None:
    done = lint(folder, "".join(f"blah {number}\n" for number in range(10_000)))
    assert [int(line.split(":")[1]) for line in findings(done)] == list(range(1, 10_001))
    text = checked(goalgraph("lint", "x.strat", folder=folder))
    assert text.out.count("error[syntax-error]") == 1000
    assert "and 9000 more findings" in text.out


def test_a_chain_of_a_hundred_thousand_is_walked(folder: Path) -> None:
    links = "".join(f"means m{number}\n    serves m{number - 1}\n" for number in range(1, 100_000))
    done = lint(folder, f'{VALUE}objective o "O"\n    serves v\nmeans m0\n    serves o\n{links}')
    assert (done.code, findings(done)) == (0, [])
    assert "100002 elements" in done.out


def test_everything_serving_everything_is_one_finding(folder: Path) -> None:
    names = [f"o{number}" for number in range(40)]
    done = lint(
        folder, VALUE + "".join(f"objective {a}\n    serves {', '.join(b for b in names if b != a)}\n" for a in names)
    )
    assert len([line for line in findings(done) if "closed-loop" in line]) == 1
    assert len(findings(done)) == 2  # and nothing is done for the value


def test_256_loops_are_256_findings_and_never_exit_code_zero(folder: Path) -> None:
    done = lint(folder, "".join(f"means a{n}\n    serves b{n}\nmeans b{n}\n    serves a{n}\n" for n in range(256)))
    assert done.code == 1
    assert len(findings(done)) == 256


@pytest.mark.parametrize(
    ("arrows", "told"),
    [
        ("a>b b>a b>c c>b", ["closed-loop"]),  # two rings that share an element
        ("a>a b>c c>b", ["closed-loop", "own-purpose"]),  # a link to itself beside a ring
        ("a>b b>c c>a", ["closed-loop"]),  # a ring that nothing leads into
        ("a>b b>a c>a d>c", ["closed-loop"]),  # elements behind a ring that are on none
    ],
)
def test_rings_give_one_finding_each(folder: Path, arrows: str, told: list[str]) -> None:
    pairs = [arrow.split(">") for arrow in arrows.split()]
    names = sorted({name for pair in pairs for name in pair})
    text = "".join(f"means {name}\n" + "".join(f"    serves {b}\n" for a, b in pairs if a == name) for name in names)
    done = lint(folder, text)
    assert sorted(line.split("[")[1].split("]")[0] for line in findings(done)) == told


def test_many_links_that_cannot_be_followed_are_told_in_a_moment(folder: Path) -> None:
    lines = "".join(f"means m{number}\n    serves nowhere{number}\n" for number in range(5_000))
    assert len(findings(lint(folder, lines))) == 5_000
