"""An editor with the files of a map, and somebody who types in them and asks: how long each takes."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.editor import Editor, Message
from bench.typist import EVERYWHERE, Edit, Typist

ROUNDS, QUESTIONS, BURST = 5, 40, 50
ALL, BARE = "all edits", "a bare round trip"
COMPLETION, TYPED, RENAME = "completion of a name", "completion, sent together with a letter", "a new name everywhere"

Seconds = dict[str, list[float]]


class Desk:
    """Opens files as they are typed in. Times are from writing a message until its answer is here."""

    def __init__(self, editor: Editor, paths: Sequence[Path], typist: Typist) -> None:
        self.editor = editor
        self.uris = [path.as_uri() for path in paths]
        self.typist = typist

    def type(self) -> Seconds:
        """From each edit until the server has told of it, by what is edited; each waits for the one before."""
        taken: Seconds = {}
        bare = []
        for _ in range(ROUNDS):
            for edit in self.typist.round():
                start = self._send(edit)
                at, _ = self.editor.told_of(self.uris[edit.file])
                taken.setdefault(edit.what, []).append(at - start)
                bare.append(self.editor.nothing())
        return {**taken, ALL: [each for kind in taken.values() for each in kind], BARE: bare}

    def queue(self) -> tuple[float, int]:
        """From the first of some edits, none of which waits, until the last is told of; and how often it was told."""
        edits = list(self.typist.letters(BURST))
        self._open(edits[0].file)
        start, *_ = [self._send(edit) for edit in edits]
        at, times = self.editor.told_of(self.uris[edits[0].file])
        return at - start, times

    def ask(self) -> Seconds:
        """Questions about the places where elements name others, or their files."""
        taken: Seconds = {}
        for _ in range(QUESTIONS):
            file, line, column = self.typist.target()
            self._open(file)
            place = {"line": line, "character": column}
            at: Message = {"position": place}
            questions: dict[str, tuple[str, Message]] = {
                "hover": ("hover", at),
                COMPLETION: ("completion", at),
                "references": ("references", {**at, "context": {"includeDeclaration": True}}),
                "code actions": (
                    "codeAction",
                    {"range": {"start": place, "end": place}, "context": {"diagnostics": []}},
                ),
                "code lenses of the file": ("codeLens", {}),
                "semantic tokens of the file": ("semanticTokens/full", {}),
            }
            for name, (method, params) in questions.items():
                taken.setdefault(name, []).append(self._ask(file, method, params)[0])
            start = self._send(self.typist.letter(file, line, column))
            self._ask(file, "completion", at)
            taken.setdefault(TYPED, []).append(time.perf_counter() - start)
            self.editor.told_of(self.uris[file])
            taken.setdefault(RENAME, []).append(self._rename())
            taken.setdefault(BARE, []).append(self.editor.nothing())
        return taken

    def _rename(self) -> float:
        file, line, column = self.typist.head(EVERYWHERE)
        self._open(file)
        position = {"line": line, "character": column}
        taken, answer = self._ask(file, "rename", {"position": position, "newName": "called-otherwise"})
        touched = {change["textDocument"]["uri"] for change in answer["documentChanges"]}
        assert touched == set(self.uris), f"only {len(touched)} files are touched"
        return taken

    def _open(self, file: int) -> None:
        """Opens a file that nobody has looked at yet."""
        uri = self.uris[file]
        if uri not in self.editor.versions:
            self.editor.open(uri, self.typist.texts[file])

    def _send(self, edit: Edit) -> float:
        self._open(edit.file)
        return self.editor.edit(self.uris[edit.file], edit.change)

    def _ask(self, file: int, method: str, params: Message) -> tuple[float, Any]:
        return self.editor.ask(f"textDocument/{method}", {"textDocument": {"uri": self.uris[file]}, **params})
