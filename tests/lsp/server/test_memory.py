"""An editor that is open for weeks: what was followed and told is not kept."""

import asyncio
import gc
import sys
from pathlib import Path
from typing import Any

from goalgraph.lsp.server import build
from goalgraph.lsp.talk import Server

TEXT = 'value trust "Trust"\n\nobjective calm "Clients sleep well"\n    serves trust\n'


class Pipe:
    """Where a server writes to; keeps nothing."""

    def write(self, data: bytes) -> None:
        self.last = len(data)

    def close(self) -> None:
        pass


def tell(server: Server, method: str, params: dict[str, Any], number: int | None = None) -> None:
    message = {"jsonrpc": "2.0", "method": method, "params": params, **({} if number is None else {"id": number})}
    server.protocol.handle_message(server.protocol.structure_message(message))


async def held_after_edits(folder: Path, counts: tuple[int, int]) -> list[int]:
    """How many pieces of memory are in use after so many edits, each with a question after it."""
    uri = (folder / "map.strat").as_uri()
    server = build()
    server.protocol.set_writer(Pipe())
    tell(server, "initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}, number=0)
    tell(server, "initialized", {})
    document = {"uri": uri, "languageId": "strat", "version": 0, "text": TEXT}
    tell(server, "textDocument/didOpen", {"textDocument": document})
    held = []
    place = {"line": 2, "character": 17}
    for number in range(1, max(counts) + 1):
        change = {"range": {"start": place, "end": place}, "text": "x"}
        if number % 2 == 0:
            change = {"range": {"start": place, "end": {"line": 2, "character": 18}}, "text": ""}
        document = {"uri": uri, "version": number}
        tell(server, "textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        if number % 10 == 0:
            # The server tells of edits when no other has come for a moment.
            await asyncio.sleep(0.003)
        tell(server, "textDocument/hover", {"textDocument": {"uri": uri}, "position": place}, number=number)
        if number in counts:
            gc.collect()
            held.append(sys.getallocatedblocks())
    return held


def test_edits_that_were_followed_leave_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "map.strat").write_text(TEXT, encoding="utf-8")
    before, after = asyncio.run(held_after_edits(tmp_path, (200, 2000)))
    # Less than one piece for every fourth edit.
    assert after - before < 450
