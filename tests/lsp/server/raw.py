"""A server spoken to byte by byte, for what no client library would ever send."""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.lsp.server.editors import SERVER

# So long is waited for what must come, in seconds.
_PATIENCE = 60


class Server:
    """A server in a process of its own, and what was read of its answers."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._asked = 0
        self._read = b""
        # What came that was no answer to a question.
        self.told: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def body(self, body: bytes) -> None:
        """Sends what is perhaps no message, in the frame of one."""
        self.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def send(self, **message: object) -> None:
        self.body(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def tell(self, method: str, **params: object) -> None:
        self.send(method=method, params=params)

    def ask(self, method: str, params: object = None) -> dict[str, Any]:
        """The whole answer to a request, an error too."""
        self._asked += 1
        self.send(id=self._asked, method=method, params=params)
        return self.answer(self._asked)

    def answer(self, number: int | None) -> dict[str, Any]:
        """The answer to a request by its number."""
        while True:
            message = self.next()
            if "method" not in message and message.get("id") == number:
                return message
            self.told.append(message)

    def next(self) -> dict[str, Any]:
        while b"\r\n\r\n" not in self._read:
            self._more()
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length:")[1].split(b"\r\n")[0])
        while len(self._read) < length:
            self._more()
        body, self._read = self._read[:length], self._read[length:]
        message: dict[str, Any] = json.loads(body)
        return message

    def _more(self) -> None:
        assert self.process.stdout
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            assert selector.select(_PATIENCE), "the server does not answer"
        data = os.read(self.process.stdout.fileno(), 65536)
        assert data, "the server has ended"
        self._read += data

    def begin(self, folder: Path | None = None, **capabilities: object) -> None:
        """Begins as an editor does."""
        root = folder.as_uri() if folder else None
        self.ask("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities})
        self.tell("initialized")

    def open(self, uri: str, text: str, version: int = 1) -> None:
        document = {"uri": uri, "languageId": "strat", "version": version, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        self.tell("textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=changes)

    def symbols(self, uri: str) -> Any:
        """What the server finds in a text: it has to answer."""
        return self.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})["result"]

    def names(self, uri: str) -> list[str]:
        """The names of the elements that the server finds in a text; a title stands before the name."""
        return [each["name"].rpartition("(")[2].rstrip(")") for each in self.symbols(uri) or ()]

    def log(self) -> list[str]:
        """What the server has told in the log; all of what it was told before is done."""
        self.symbols("untitled:nothing")
        return [each["params"]["message"] for each in self.told if each.get("method") == "window/logMessage"]

    def end(self, *, announced: bool = True) -> tuple[int, bytes]:
        """Ends the server; its exit code, and what it wrote to standard error."""
        if announced:
            self.ask("shutdown")
        self.send(method="exit")
        return self.ended()

    def ended(self) -> tuple[int, bytes]:
        code = self.process.wait(_PATIENCE)
        assert self.process.stderr
        return code, self.process.stderr.read()


@contextmanager
def serving(folder: Path, *program: str | Path, arguments: Sequence[str] = SERVER) -> Generator[Server]:
    """A server in a folder, or another program of Python that serves."""
    command = [sys.executable, *map(str, program or arguments)]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            yield Server(process)
        finally:
            process.kill()
