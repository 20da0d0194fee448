"""What can be done about a finding: `textDocument/codeAction`.

An editor that knows only commands, and no code actions with edits of their own, is offered none.
"""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from goalgraph.finding import Edit, Finding
from goalgraph.lsp.actions.fix_all import safe_in, safely_mended
from goalgraph.lsp.actions.offers import Offer
from goalgraph.lsp.actions.quick_fixes import quick_fixes
from goalgraph.lsp.view import View
from goalgraph.source import Span

FIX_ALL = "source.fixAll.goalgraph"

# Where a whole file is selected: nobody reads a longer menu.
_MOST_FINDINGS = 30


def code_actions(
    view: View, start: int, end: int, diagnostics: Sequence[types.Diagnostic], only: Sequence[str] | None
) -> list[types.CodeAction]:
    """What can be done about the findings between two offsets; `diagnostics` are those that the editor means.

    `only` are the kinds of action that are asked for, None for all.
    """
    if not view.client.action_literals:
        return []
    actions: list[types.CodeAction] = []
    found = touched(view, start, end)
    if _asked(types.CodeActionKind.QuickFix, only):
        actions += [_action(view, offer, diagnostics) for offer in quick_fixes(view, found[:_MOST_FINDINGS])]
    # To mend a file is to judge the map again: in menus it is offered only where it has to do with the place.
    if _asked(FIX_ALL, only) and (only or any(safe_in(finding, view.source.path) for finding, _ in found)):
        actions += _fix_all(view)
    return actions


def touched(view: View, start: int, end: int) -> list[tuple[Finding, Span]]:
    """The findings with a place between two offsets, and that place; first those that are told there.

    Where nothing is selected and nothing touches the cursor, those of its line are meant.
    """
    found = _touched(view, start, end)
    if not found and start == end:
        line = view.source.position(start)[0]
        first = view.source.offset(line, 1)
        found = _touched(view, first, first + len(view.source.line(line)))
    return found


def _touched(view: View, start: int, end: int) -> list[tuple[Finding, Span]]:
    source = view.source
    told: list[tuple[Finding, Span]] = []
    mentioned: list[tuple[Finding, Span]] = []
    for finding in view.analysis.findings:
        for place in finding.places():
            if place.source is source and place.start <= end and start <= place.end:
                (told if place == finding.place else mentioned).append((finding, place))
                break
    return told + mentioned


def _asked(kind: str, only: Sequence[str] | None) -> bool:
    """Whether actions of a kind are asked for: a kind stands for all below it, the empty one for all there are."""
    return not only or any(not each or kind == each or kind.startswith(f"{each}.") for each in only)


def _action(view: View, offer: Offer, diagnostics: Sequence[types.Diagnostic]) -> types.CodeAction:
    return types.CodeAction(
        offer.title,
        types.CodeActionKind.QuickFix,
        diagnostics=_meant(view, offer.mends, diagnostics) or None,
        is_preferred=True if offer.preferred else None,
        edit=view.workspace_edit(offer.edits),
    )


def _meant(view: View, findings: Iterable[Finding], diagnostics: Sequence[types.Diagnostic]) -> list[types.Diagnostic]:
    """The diagnostics by which findings in this file are shown."""
    if not diagnostics:
        return []
    shown = {
        (finding.rule, _ends(view.range(finding.place))) for finding in findings if finding.place.source is view.source
    }
    return [each for each in diagnostics if (each.code, _ends(each.range)) in shown]


def _ends(stretch: types.Range) -> tuple[int, int, int, int]:
    return stretch.start.line, stretch.start.character, stretch.end.line, stretch.end.character


def _fix_all(view: View) -> list[types.CodeAction]:
    edits: list[Edit] = safely_mended(view)
    if not edits:
        return []
    title = "Mend all that can safely be mended in this file"
    return [types.CodeAction(title, FIX_ALL, edit=view.workspace_edit(edits))]
