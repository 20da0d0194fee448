"""Menus as they open at the marks in a text, and what the files say after an action."""

from lsprotocol import types

from goalgraph.analysis import analyse
from goalgraph.lsp.code_actions import code_actions
from goalgraph.source import Source
from tests.lsp.views import Marked, changed_files

RING = """\
value trust "Trust"

objective calm "Calls are answered"
    serves trust

means desk "Desk"
    serves calm

means portal "Portal"
    serves training|

means training "Training"
    serves portal
"""
TANGLE = """\
value trust "Trust"

objective a "Amber"
    serves trust
    serves b

objective b "Birch"
    serves c|

objective c "Cedar"
    serves a, b

means m "Dune"
    serves a
"""
REPEATED = """\
value v "V"

objective o "O"
    serves v, v # of old
    serves v|

means m "M"
    serves o
    feeds o
"""


def at_marks(
    seen: Marked, only: list[str] | None = None, said: list[types.Diagnostic] | None = None
) -> list[types.CodeAction]:
    return code_actions(seen.view, seen.marks[0], seen.marks[-1], said or [], only)


def titles(seen: Marked, only: list[str] | None = None) -> list[str]:
    return [action.title for action in at_marks(seen, only)]


def made(seen: Marked, title: str, others: dict[str, str] | None = None) -> dict[str, str]:
    """The files after the action with a title."""
    (action,) = [each for each in at_marks(seen) if each.title == title]
    assert action.edit
    return changed_files(action.edit, {"map.strat": seen.view.source.text, **(others or {})})


def rules(text: str) -> list[str]:
    return [finding.rule for finding in analyse([Source("map.strat", text)]).findings]


def shown(seen: Marked) -> list[types.Diagnostic]:
    """The findings of a file as an editor shows them."""
    return [
        types.Diagnostic(seen.view.range(finding.place), finding.message, code=finding.rule, source="goalgraph")
        for finding in seen.view.analysis.findings
        if finding.place.source is seen.view.source
    ]
