"""An editor, as far as `goalgraph lsp` can tell: messages are written to the server and waited for, one at a time."""

import json
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench.linting import COMMAND

Message = dict[str, Any]

# What Visual Studio Code can do, as far as it changes what it is told; findings come unasked.
CAPABILITIES: Message = {
    "window": {"workDoneProgress": True},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "codeDescriptionSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}
PROGRESS, PUBLISHED = "$/progress", "textDocument/publishDiagnostics"


class Editor:
    """A server of its own, and what was told by it: each wait tells when its message was here, in seconds."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.versions: dict[str, int] = {}
        self.started = time.perf_counter()
        self.server = subprocess.Popen(
            [COMMAND, "lsp"],
            env=environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0
        # Of which texts it was told while something else was waited for: when, and of which version.
        self._told: dict[str, list[tuple[float, int | None]]] = {}

    def __enter__(self) -> "Editor":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, EOFError):
            self.ask("shutdown", None)
            self.tell("exit", None)
        self.server.communicate()

    def tell(self, method: str, params: object) -> float:
        """Writes a notification; tells when."""
        return self._write({"method": method, "params": params})

    def ask(self, method: str, params: object) -> tuple[float, Any]:
        """The seconds that a question takes, and the answer.

        Raises:
            RuntimeError: the server refused, so its time means nothing.
        """
        self._number += 1
        start = self._write({"id": self._number, "method": method, "params": params})
        at, answer = self.wait(lambda message: message.get("id") == self._number and "method" not in message)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return at - start, answer["result"]

    def begin(self) -> None:
        """Says what this editor can do and which folder it shows."""
        uri = self.folder.as_uri()
        params = {
            "processId": None,
            "rootUri": uri,
            "workspaceFolders": [{"uri": uri, "name": self.folder.name}],
            "capabilities": CAPABILITIES,
        }
        self.ask("initialize", params)
        self.tell("initialized", {})

    def wait(self, wanted: Callable[[Message], bool]) -> tuple[float, Message]:
        """Waits for a message; what is asked in between is granted."""
        while True:
            at, message = self._read()
            if "method" in message and "id" in message:
                self._write({"id": message["id"], "result": None})
            if message.get("method") == PUBLISHED:
                said = message["params"]
                self._told.setdefault(said["uri"], []).append((at, said.get("version")))
            if wanted(message):
                return at, message

    def looked_around(self) -> float:
        """Waits until the server has told of its whole folder; tells when it did last."""
        last = self.started
        while True:
            at, message = self.wait(lambda message: message.get("method") in (PROGRESS, PUBLISHED))
            if message["method"] == PUBLISHED:
                last = at
            elif message["params"]["value"]["kind"] == "end":
                return last

    def open(self, uri: str, text: str) -> float:
        """The seconds until a text that is opened is told of."""
        self.versions[uri] = 1
        document = {"uri": uri, "languageId": "strat", "version": 1, "text": text}
        return -self.tell("textDocument/didOpen", {"textDocument": document}) + self.told_of(uri)[0]

    def edit(self, uri: str, change: Message) -> float:
        """Writes an edit; tells when."""
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        return self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def told_of(self, uri: str) -> tuple[float, int]:
        """Waits until the server has told of a text as it is now: when, and how often it told of it until then."""
        told = self._told.setdefault(uri, [])
        while not told or told[-1][1] != self.versions[uri]:
            self.wait(lambda message: _is_of(message, uri))
        at, times = told[-1][0], len(told)
        told.clear()
        return at, times

    def nothing(self) -> float:
        """The seconds of a bare round trip: about a file that is not there nothing is known."""
        document = {"uri": (self.folder / "not-there.strat").as_uri()}
        return self.ask("textDocument/hover", {"textDocument": document, "position": {"line": 0, "character": 0}})[0]

    def _write(self, message: Message) -> float:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        start = time.perf_counter()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()
        return start

    def _read(self) -> tuple[float, Message]:
        assert self.server.stdout
        length = 0
        while (line := self.server.stdout.readline()) != b"\r\n":
            if not line:
                raise EOFError("the server has ended")
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = self.server.stdout.read(length)
        return time.perf_counter(), json.loads(body)


def _is_of(message: Message, uri: str) -> bool:
    return message.get("method") == PUBLISHED and message["params"]["uri"] == uri


def change(start: tuple[int, int], end: tuple[int, int], text: str) -> Message:
    """A change of what stands from one line and column to another."""
    ends = [dict(zip(("line", "character"), place, strict=True)) for place in (start, end)]
    return {"range": {"start": ends[0], "end": ends[1]}, "text": text}
