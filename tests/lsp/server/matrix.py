"""The list in docs/editors.md of what the language server can do, made of its own answer to `initialize`.

`make matrix` writes it; a test tells when it is to be written again.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pygls.protocol import default_converter

from tests.lsp.server.editors import capabilities
from tests.lsp.server.raw import serving

PAGE = Path(__file__).resolve().parents[3] / "docs" / "editors.md"
_MARKED = re.compile(r"(<!-- matrix -->\n\n).*?(<!-- /matrix -->\n)", re.DOTALL)
_HEAD = """\
<!-- Made by tests/lsp/server/matrix.py of what the server says of itself: `make matrix` -->

| method | what it does for a map |
|---|---|
"""


class _Row(NamedTuple):
    methods: tuple[str, ...]
    words: str


def _text(*names: str) -> tuple[str, ...]:
    return tuple(f"textDocument/{name}" for name in names)


# By where it stands in the answer, in the order in which it is told; of these words nothing is shown that the server
# does not say of itself.
_WORDS = {
    "textDocumentSync": _Row(
        _text("didOpen", "didChange", "didClose", "didSave", "publishDiagnostics"),
        "findings while you type: one for a loop, with every link of it as a related place",
    ),
    "diagnosticProvider": _Row(
        (*_text("diagnostic"), "workspace/diagnostic"),
        "the same, for editors that ask for findings; to those none are told unasked",
    ),
    "codeActionProvider": _Row(
        _text("codeAction"),
        "cut a link, say `feeds`, turn it round; the nearest name, the missing element; ignore with a reason; mend all",
    ),
    "hoverProvider": _Row(
        _text("hover"), "title, kind, owner, and the whys of an element: up to a value, back to itself, or to nothing"
    ),
    "completionProvider": _Row(
        _text("completion"),
        "properties of the kind, names that the link admits, dates; names that would close a loop come last, marked",
    ),
    "definitionProvider": _Row(_text("definition"), "from a name to where the element is declared"),
    "referencesProvider": _Row(_text("references"), "every place that names an element, in all files of the map"),
    "documentHighlightProvider": _Row(_text("documentHighlight"), "the same in this file"),
    "renameProvider": _Row(_text("rename"), "another name for an element, in all files of the map"),
    "renameProvider.prepareProvider": _Row(_text("prepareRename"), "whether there is a name to change, and which"),
    "callHierarchyProvider": _Row(
        (*_text("prepareCallHierarchy"), "callHierarchy/outgoingCalls", "callHierarchy/incomingCalls"),
        "outgoing is why, what it serves; incoming is how, what supports it; where a loop closes it ends, and says so",
    ),
    "documentSymbolProvider": _Row(_text("documentSymbol"), "the elements of a file"),
    "workspaceSymbolProvider": _Row(("workspace/symbol",), "elements of all maps by name or title"),
    "codeLensProvider": _Row(
        _text("codeLens"),
        "above an element: by how many it is supported, which value it reaches, whether it is on a loop",
    ),
    "inlayHintProvider": _Row(_text("inlayHint"), "↻ on each link of a loop"),
    "semanticTokensProvider.full": _Row(
        _text("semanticTokens/full"),
        "values, objectives and means in colours of their own, also where they are only named",
    ),
    "semanticTokensProvider.full.delta": _Row(
        _text("semanticTokens/full/delta"), "the same, and only what has changed"
    ),
    "semanticTokensProvider.range": _Row(_text("semanticTokens/range"), "the same of what is on the screen"),
    "documentFormattingProvider": _Row(_text("formatting"), "the layout of `goalgraph fmt`"),
    "documentRangeFormattingProvider": _Row(_text("rangeFormatting"), "the same of the statements that are selected"),
    "documentOnTypeFormattingProvider": _Row(_text("onTypeFormatting"), "the same of the line that is just finished"),
    "foldingRangeProvider": _Row(_text("foldingRange"), "statements and comments that fold"),
    "selectionRangeProvider": _Row(_text("selectionRange"), "from a name to its line, its statement, and the file"),
    "documentLinkProvider": _Row(_text("documentLink"), "addresses that are given as a link or a source"),
    "workspace.workspaceFolders": _Row(
        ("workspace/didChangeWorkspaceFolders",), "maps in several folders, which may come and go"
    ),
    "workspace.fileOperations.willRename": _Row(
        ("workspace/willRenameFiles",), "nothing has to be changed: no map names a file"
    ),
    "workspace.fileOperations.didRename": _Row(("workspace/didRenameFiles",), "the map follows"),
    "workspace.fileOperations.didCreate": _Row(("workspace/didCreateFiles",), "the map follows"),
    "workspace.fileOperations.didDelete": _Row(("workspace/didDeleteFiles",), "the map follows"),
    "workspace/didChangeWatchedFiles": _Row(
        ("workspace/didChangeWatchedFiles",), "maps, configuration and `.gitignore` that other programs change"
    ),
}
# These say how something is done and not that it is; of commands the server has none.
_NO_ABILITIES = {"positionEncoding", "executeCommandProvider"}


def answered() -> tuple[Mapping[str, Any], list[str]]:
    """What the server says to an editor that can do everything, and for what it registers itself."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        able = default_converter().unstructure(capabilities("vscode"))  # type: ignore[no-untyped-call]
        answer = server.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        server.tell("initialized")
        server.log()
        asked = [each["params"] for each in server.told if each.get("method") == "client/registerCapability"]
        return answer["result"]["capabilities"], [each["method"] for told in asked for each in told["registrations"]]


def render(said: Mapping[str, Any], registered: list[str]) -> str:
    """The list in Markdown.

    Raises:
        ValueError: the server can do what there are no words for.
    """
    places = {*_places(said), *registered}
    wordless = {place.partition(".")[0] for place in places} - {key.partition(".")[0] for key in _WORDS} - _NO_ABILITIES
    if wordless:
        raise ValueError(f"there are no words for {', '.join(sorted(wordless))}")
    rows = [row for place, row in _WORDS.items() if place in places]
    return _HEAD + "".join(f"| {', '.join(f'`{name}`' for name in row.methods)} | {row.words} |\n" for row in rows)


def _places(said: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Where something stands in the answer that is not denied."""
    for key, value in said.items():
        if value not in (None, False):
            yield f"{above}{key}"
            if isinstance(value, dict):
                yield from _places(value, f"{above}{key}.")


def page(text: str) -> str:
    """A page with the list as it is now."""
    return _MARKED.sub(lambda match: match[1] + render(*answered()) + "\n" + match[2], text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
