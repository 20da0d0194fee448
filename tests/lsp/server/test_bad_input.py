"""What no editor should send, and what editors send all the same: the server answers, or passes it over, and lives."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.lsp.server.editors import LOOP, SOUND
from tests.lsp.server.raw import Server, serving

DIAGNOSTICS = "textDocument/publishDiagnostics"
HOVER = "textDocument/hover"


def whole(text: str) -> dict[str, Any]:
    return {"text": text}


def part(start: tuple[int, int], end: tuple[int, int], text: str) -> dict[str, Any]:
    places = [{"line": line, "character": character} for line, character in (start, end)]
    return {"range": {"start": places[0], "end": places[1]}, "text": text}


def hover(uri: str) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 7}}


def until_told(server: Server, uri: str, version: int | None = None) -> list[str]:
    """The rules that are told of a text next, or of one of its versions."""
    while True:
        for each in server.told:
            params = each.get("params", {})
            if each.get("method") == DIAGNOSTICS and params["uri"] == uri and version in (None, params.get("version")):
                server.told.remove(each)
                return [str(told.get("code")) for told in params["diagnostics"]]
        server.told.append(server.next())


def test_a_request_before_initialize_is_refused_and_a_notification_passed_over(folder: Path) -> None:
    with serving(folder) as server:
        server.open("untitled:a", SOUND)
        assert server.ask(HOVER, hover("untitled:a"))["error"]["code"] == -32002
        assert server.ask("shutdown")["error"]["code"] == -32002
        server.begin(folder)
        assert server.symbols("untitled:a") is None
        assert server.end() == (0, b"")


def test_it_is_begun_once_and_after_the_end_is_announced_all_is_refused(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        assert (
            server.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})["error"]["code"]
            == -32600
        )
        assert server.ask("shutdown")["result"] is None
        assert server.ask(HOVER, hover("untitled:a"))["error"]["code"] == -32600
        assert server.end(announced=False) == (0, b"")


def test_an_exit_that_was_not_announced_is_told_by_the_exit_code(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        assert server.end(announced=False) == (1, b"")


@pytest.mark.parametrize("begun", [False, True])
def test_an_editor_that_goes_away_takes_the_server_with_it(folder: Path, begun: bool) -> None:
    with serving(folder) as server:
        if begun:
            server.begin(folder)
        assert server.process.stdin
        server.process.stdin.close()
        assert server.ended() == (1, b"")


def test_an_editor_that_does_not_listen_any_more_is_no_reason_to_complain(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        assert server.process.stdout
        assert server.process.stdin
        server.process.stdout.close()
        server.open("untitled:a", LOOP)
        server.send(id=1, method=HOVER, params=hover("untitled:a"))
        server.process.stdin.close()
        assert server.ended() == (1, b"")


def test_what_is_no_message_is_passed_over(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        for body in (b"{nonsense", b"\xff\xfe", b"", b"null", b"[1, 2]", b'"text"', b"7", b'{"a": 1}'):
            server.body(body)
            server.open("untitled:a", SOUND)
            assert server.names("untitled:a") == ["calm", "quiet", "audit"]
        assert server.end() == (0, b"")


def test_a_request_that_can_not_be_understood_is_answered_with_an_error(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        assert server.ask(HOVER, {"position": "here"})["error"]["code"] == -32602
        assert server.ask(HOVER, None)["error"]["code"] == -32602
        assert server.ask("no/such/method")["error"]["code"] == -32601
        server.send(id=99, method="no/such/method")
        assert server.answer(99)["error"]["code"] == -32601
        server.send(method="no/such/notification")
        server.send(method="$/also/unknown", params={"a": 1})
        assert server.log() == []
        server.tell("textDocument/didOpen", nonsense=1)
        assert [line.startswith("A message of the editor can't be read") for line in server.log()] == [True]
        assert server.end() == (0, b"")


def test_a_request_that_is_cancelled_is_answered_once_and_one_that_never_was_is_none(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        server.open("untitled:a", SOUND)
        server.send(id=50, method=HOVER, params=hover("untitled:a"))
        server.tell("$/cancelRequest", id=50)
        server.tell("$/cancelRequest", id=4711)
        assert server.answer(50)["id"] == 50
        assert server.log() == []
        assert [each for each in server.told if each.get("id") == 50] == []
        assert server.end() == (0, b"")


def test_of_a_text_that_was_never_opened_nothing_is_known(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        uri = (folder / "never.strat").as_uri()
        server.change(uri, 2, whole(SOUND))
        assert server.symbols(uri) is None
        server.tell("textDocument/didClose", textDocument={"uri": uri})
        # A file is read from disk, opened or not.
        (folder / "there.strat").write_text(SOUND, encoding="utf-8")
        assert server.names((folder / "there.strat").as_uri()) == ["calm", "quiet", "audit"]
        assert server.log() == []
        assert server.end() == (0, b"")


def test_a_text_that_is_opened_again_counts_as_it_was_opened_last(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        uri = (folder / "map.strat").as_uri()
        server.open(uri, LOOP)
        server.open(uri, SOUND, version=9)
        assert server.names(uri) == ["calm", "quiet", "audit"]
        assert until_told(server, uri, 9) == []
        # The order of versions is the editor's affair: edits count as they come.
        server.change(uri, 3, whole(LOOP))
        assert until_told(server, uri, 3) == ["closed-loop"]
        assert server.log() == []


def test_a_range_that_is_not_in_the_text_is_moved_into_it(folder: Path) -> None:
    far = (2**31 - 1, 2**31 - 1)
    changes = [
        (part((99, 0), (120, 7), "means last\n"), ["first", "second", "last"]),
        (part((0, 99), (0, 200), " # end"), ["first", "second"]),
        (part((1, 6), (0, 6), "x"), ["first", "xsecond"]),
        (part((0, 0), (99, 99), ""), []),
        (part(far, far, ""), ["first", "second"]),
    ]
    with serving(folder) as server:
        server.begin(folder)
        for change, names in changes:
            server.open("untitled:a", "means first\nmeans second\n")
            server.change("untitled:a", 2, change)
            assert server.names("untitled:a") == names
            position = {"line": 4711, "character": 4711}
            assert "error" not in server.ask(HOVER, {"textDocument": {"uri": "untitled:a"}, "position": position})
        assert server.log() == []


def test_half_typed_statements_are_told_of_and_forgotten_again(folder: Path) -> None:
    uri = (folder / "map.strat").as_uri()
    with serving(folder) as server:
        server.begin(folder)
        server.open(uri, SOUND)
        typed = "\nmeans desk\n    serves quiet\n"
        line = SOUND.count("\n")
        for version, character in enumerate(typed, start=2):
            done = typed[: version - 2]
            at = (line + done.count("\n"), len(done.rpartition("\n")[2]))
            server.change(uri, version, part(at, at, character))
            assert "error" not in server.ask(HOVER, hover(uri))
        assert until_told(server, uri, len(typed) + 1) == []
        server.change(uri, 100, whole(""))
        assert until_told(server, uri, 100) == []
        assert server.names(uri) == []
        server.change(uri, 101, part((0, 0), (0, 0), SOUND))
        assert server.names(uri) == ["calm", "quiet", "audit"]
        assert server.log() == []


def test_a_paste_of_ten_thousand_lines_and_its_undoing(folder: Path) -> None:
    uri = (folder / "map.strat").as_uri()
    pasted = "".join(f'means m{number} "Means {number}"\n    serves quiet\n' for number in range(5000))
    end = SOUND.count("\n")
    with serving(folder) as server:
        server.begin(folder)
        server.open(uri, SOUND)
        server.change(uri, 2, part((end, 0), (end, 0), pasted))
        assert until_told(server, uri, 2) == []
        assert len(server.names(uri)) == 5003
        server.change(uri, 3, part((end, 0), (end + 10_000, 0), ""))
        assert len(server.names(uri)) == 3
        assert server.log() == []


def test_line_ends_of_windows_stay_what_they_are(folder: Path) -> None:
    uri = (folder / "map.strat").as_uri()
    with serving(folder) as server:
        server.begin(folder)
        server.open(uri, LOOP.replace("\n", "\r\n"))
        assert until_told(server, uri, 1) == ["closed-loop"]
        server.change(uri, 2, part((3, 11), (3, 16), "nobody"))
        assert until_told(server, uri, 2) == ["unknown-name"]
        edits = server.ask(
            "textDocument/formatting", {"textDocument": {"uri": uri}, "options": {"tabSize": 4, "insertSpaces": True}}
        )
        assert not edits["result"]


def test_a_text_that_has_no_file_yet_is_a_map_of_its_own(folder: Path) -> None:
    (folder / "map.strat").write_text('strategy ours "Ours"\n', encoding="utf-8")
    with serving(folder) as server:
        server.begin(folder)
        for uri in ("untitled:Untitled-1", "untitled:Untitled-2", "vscode-vfs://github/a/b.strat", "no uri at all", ""):
            server.open(uri, LOOP)
            assert until_told(server, uri) == ["closed-loop"]
            assert server.names(uri) == ["audit", "badge"]
            server.tell("textDocument/didClose", textDocument={"uri": uri})
            assert until_told(server, uri) == []
        assert server.log() == []
        assert server.end() == (0, b"")


# NUL, no host, too long, half a character, no path, the root.
NO_FILES = (
    "file:///a%00b.strat",
    "file://[",
    f"file:///{'x' * 5000}.strat",
    "file:///\ud800.strat",
    "file:",
    "file:///",
)


def test_an_address_that_can_be_none_of_a_file_does_no_harm(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        for uri in NO_FILES:
            server.symbols(uri)
            server.open(uri, SOUND)
            # What is no `.strat` holds no map; what is no file at all is a text that is to become one.
            assert server.names(uri) == ([] if uri == "file:///" else ["calm", "quiet", "audit"])
            server.tell("workspace/didChangeWatchedFiles", changes=[{"uri": uri, "type": 1}])
            server.tell("textDocument/didClose", textDocument={"uri": uri})
        server.open("untitled:a", LOOP)
        assert until_told(server, "untitled:a") == ["closed-loop"]
        assert server.log() == []
        assert server.end() == (0, b"")


@pytest.mark.parametrize(
    "name", ["our plan.strat", "größe-😀.strat", "a;b.strat", "a#b?c=d.strat", "100%.strat", "a\nb.strat"]
)
def test_an_address_may_be_written_as_editors_write_it(folder: Path, name: str) -> None:
    (folder / name).write_text(LOOP, encoding="utf-8")
    uri = f"file://{quote(str(folder))}/{quote(name)}"
    with serving(folder) as server:
        server.begin(folder)
        assert until_told(server, uri) == ["closed-loop"]
        # Some editors escape more than they must, some less; findings are told as the editor writes it.
        written = uri.replace("-", "%2D").replace("%3B", ";")
        server.open(written, LOOP.replace("badge", "sign"))
        assert until_told(server, written, 1) == ["closed-loop"]
        assert server.log() == []


def test_a_name_of_a_file_need_not_be_utf_8(folder: Path) -> None:
    path = os.path.join(os.fsencode(folder), b"caf\xe9.strat")  # noqa: PTH118  # Path takes no bytes
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(LOOP.encode())
    uri = f"{folder.as_uri()}/caf%E9.strat"
    with serving(folder) as server:
        server.begin(folder)
        assert until_told(server, uri) == ["closed-loop"]
        assert server.names(uri) == ["audit", "badge"]
        assert server.log() == []


def test_a_file_outside_every_folder_is_judged_by_itself(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "map.strat"
    other.parent.mkdir()
    other.write_text(LOOP, encoding="utf-8")
    with serving(folder) as server:
        server.begin(folder)
        server.open(other.as_uri(), LOOP)
        assert until_told(server, other.as_uri()) == ["closed-loop"]
        server.tell("textDocument/didClose", textDocument={"uri": other.as_uri()})
        assert until_told(server, other.as_uri()) == []


def test_a_file_under_another_of_its_names_is_the_same_file(folder: Path) -> None:
    (folder / "a.strat").write_text(SOUND, encoding="utf-8")
    (folder / "b.strat").symlink_to("a.strat")
    uri = (folder / "b.strat").as_uri()
    with serving(folder) as server:
        server.begin(folder)
        assert server.names(uri) == ["calm", "quiet", "audit"]
        server.open(uri, LOOP)
        assert until_told(server, uri, 1) == ["closed-loop"]
        assert server.names(uri) == ["audit", "badge"]
        server.change(uri, 2, whole(SOUND))
        assert until_told(server, uri, 2) == []
        assert server.log() == []


@pytest.mark.parametrize(
    "data", [b'means caf\xe9 "x"\n', b"means a\x00b\n", b"\xff\xfem\x00"], ids=["Latin-1", "NUL", "UTF-16"]
)
def test_a_file_that_is_no_text_is_told_of(folder: Path, data: bytes) -> None:
    (folder / "bad.strat").write_bytes(data)
    (folder / "good.strat").write_text(LOOP, encoding="utf-8")
    uri = (folder / "bad.strat").as_uri()
    with serving(folder) as server:
        server.begin(folder)
        assert until_told(server, uri) == ["unreadable-file"]
        server.symbols(uri)
        assert "error" not in server.ask(HOVER, hover(uri))
        assert server.names((folder / "good.strat").as_uri()) == ["audit", "badge"]
        assert server.log() == []
        assert server.end() == (0, b"")


def test_a_message_of_many_megabytes_is_read_like_any_other(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        server.open("untitled:a", SOUND + "# a remark that says nothing at all, and says it at length\n" * 100_000)
        assert server.names("untitled:a") == ["calm", "quiet", "audit"]
        assert server.log() == []


def test_half_a_surrogate_pair_in_a_text_is_replaced(folder: Path) -> None:
    with serving(folder) as server:
        server.begin(folder)
        server.open("untitled:a", 'means a "\ud83d"\n')
        server.change("untitled:a", 2, part((0, 9), (0, 9), "\ude00"))
        assert [each["name"] for each in server.symbols("untitled:a")] == ["\ufffd\ufffd (a)"]
        assert server.log() == []


def test_a_workspace_of_no_map_and_one_that_is_not_there(folder: Path, tmp_path: Path) -> None:
    for each in (folder, tmp_path / "nowhere", None):
        with serving(folder) as server:
            server.begin(each)
            assert server.ask("workspace/symbol", {"query": ""})["result"] == []
            assert server.log() == []
            assert server.end() == (0, b"")


CRASHING = """
from goalgraph.lsp import folding, hover, publishing
from goalgraph.lsp.server import serve

def fail(*_):
    raise ZeroDivisionError("made to fail")

hover.hover = fail
judge = publishing.Publisher.of_edited

def of_edited(self, uris):
    if any("crash" in uri for uri in uris):
        fail()
    return judge(self, uris)

publishing.Publisher.of_edited = of_edited
raise SystemExit(serve())
"""


def test_a_crash_in_one_feature_is_logged_and_the_server_lives_on(folder: Path) -> None:
    program = folder / "crashing.py"
    program.write_text(CRASHING, encoding="utf-8")
    with serving(folder, program) as server:
        server.begin(folder)
        server.open("untitled:a", SOUND)
        answer = server.ask(HOVER, hover("untitled:a"))
        assert (answer["error"]["code"], answer["error"]["message"]) == (-32603, "ZeroDivisionError: made to fail")
        (logged,) = server.log()
        assert logged.startswith("goalgraph itself failed: ZeroDivisionError: made to fail\n")
        assert "crashing.py" in logged
        assert server.names("untitled:a") == ["calm", "quiet", "audit"]
        assert server.end() == (0, b"")


def test_a_crash_while_an_edit_is_looked_at_is_logged_and_the_next_edit_may_go_well(folder: Path) -> None:
    program = folder / "crashing.py"
    program.write_text(CRASHING, encoding="utf-8")
    with serving(folder, program) as server:
        server.begin(folder)
        server.open("untitled:crash", SOUND)
        while not any(each.get("method") == "window/logMessage" for each in server.told):
            server.told.append(server.next())
        assert server.log()[0].startswith("goalgraph itself failed: ZeroDivisionError: made to fail\n")
        server.open("untitled:a", LOOP)
        assert until_told(server, "untitled:a", 1) == ["closed-loop"]
        assert server.end() == (0, b"")
