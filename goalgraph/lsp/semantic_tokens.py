"""Names coloured by what they name: `textDocument/semanticTokens` (full, range, delta).

So a means that stands in a goal's place is seen where it is used. Keywords, texts and comments are left to the grammar.
"""

from bisect import bisect_right

from lsprotocol import types
from lsprotocol.types import SemanticTokenModifiers, SemanticTokenTypes

from goalgraph.lsp.pointing import names_of
from goalgraph.lsp.view import View
from goalgraph.model.said import inside_unclosed
from goalgraph.syntax.comparing import same_ends

# Types of our own would have no colour but where somebody gives them one, so each kind borrows one that themes colour.
# Ends and means get three that VS Code's own themes tell apart (constants, types, functions), and so do Neovim
# (@constant, @type, @function) and lsp-mode in Emacs: a value does not change, an objective is what others are
# instances of, a means is what is done. A bridge is done, too; assets, concepts and units share the colour of
# variables in VS Code. Each kind has a type to itself, so that people may colour it as they like.
_TYPES = {
    "value": SemanticTokenTypes.EnumMember,
    "objective": SemanticTokenTypes.Class,
    "means": SemanticTokenTypes.Function,
    "asset": SemanticTokenTypes.Property,
    "bridge": SemanticTokenTypes.Macro,
    "concept": SemanticTokenTypes.Parameter,
    "unit": SemanticTokenTypes.Variable,
    "strategy": SemanticTokenTypes.Namespace,
}
_MODIFIERS = (SemanticTokenModifiers.Declaration, SemanticTokenModifiers.Deprecated)

LEGEND = types.SemanticTokensLegend(
    token_types=[str(each.value) for each in _TYPES.values()],
    token_modifiers=[str(each.value) for each in _MODIFIERS],
)

_NUMBERS = {kind: number for number, kind in enumerate(_TYPES)}
_DECLARATION, _DEPRECATED = 1, 2


def semantic_tokens(view: View, start: int = 0, end: int | None = None) -> list[int]:
    """The tokens between two offsets, five numbers each, as the protocol has them.

    A name that nothing declares has none, nor has what stands in a text that is not closed. What is stopped is
    deprecated.
    """
    source, elements, units = view.source, view.analysis.map.elements, view.client.units
    text, line_starts, starts = source.text, source.line_starts, view.document.starts
    end = len(text) if end is None else end
    swallowed = inside_unclosed(view.document, view.declared)
    first = max(bisect_right(starts, start) - 1, 0)
    line = bisect_right(line_starts, starts[first]) - 1 if starts else 0
    last_line, last_column = 0, 0
    column, counted = 0, 0
    found: list[int] = []
    for index, (declared, at) in enumerate(zip(view.declared[first:], starts[first:], strict=True), first):
        if at >= end:
            break
        if index in swallowed:
            continue
        names = sorted(names_of(declared, source, at), key=lambda each: each.place.start)
        for name, (_, name_start, name_end), keyword, _ in names:
            element = elements.get(name)
            if element is None or name_end <= start or name_start >= end:
                continue
            while line + 1 < len(line_starts) and line_starts[line + 1] <= name_start:
                line += 1
            if line != last_line or not found:
                column, counted = units.before(source, line), line_starts[line]
            # Counted on from the name before, for a line may be long.
            column += units.count(text[counted:name_start])
            counted = name_start
            found += (
                line - last_line,
                column - last_column if line == last_line else column,
                units.count(text[name_start:name_end]),
                _NUMBERS[element.kind],
                (0 if keyword else _DECLARATION) | (_DEPRECATED if element.stopped else 0),
            )
            last_line, last_column = line, column
    return found


def token_edits(before: list[int], after: list[int]) -> list[types.SemanticTokensEdit]:
    """What makes one list of numbers of another: one edit of what lies between that which both begin and end with."""
    same, alike = same_ends(before, after)
    if same == len(before) == len(after):
        return []
    inserted = after[same : len(after) - alike]
    return [types.SemanticTokensEdit(same, len(before) - alike - same, inserted or None)]
