"""Why and how, step by step: `textDocument/prepareCallHierarchy` and its calls.

Outgoing calls are what an element serves, incoming calls are what supports it.
"""

from lsprotocol import types

from goalgraph.lsp.view import View


def prepare(view: View, offset: int) -> list[types.CallHierarchyItem]:
    """The element whose name stands at an offset."""
    raise NotImplementedError


def outgoing(view: View, item: types.CallHierarchyItem) -> list[types.CallHierarchyOutgoingCall]:
    """Why: what an element is directly for."""
    raise NotImplementedError


def incoming(view: View, item: types.CallHierarchyItem) -> list[types.CallHierarchyIncomingCall]:
    """How: what is directly for an element."""
    raise NotImplementedError
