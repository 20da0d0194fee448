"""goalgraph: a small language for strategy maps, and checks that tell why a goal is circular."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goalgraph.analysis import Analysis, analyse
    from goalgraph.config import Config
    from goalgraph.finding import Finding, Severity
    from goalgraph.graph.purpose_graph import PurposeGraph
    from goalgraph.model.strategy_map import StrategyMap
    from goalgraph.source import Source, Span
    from goalgraph.syntax.parser import parse
    from goalgraph.workspace import Workspace

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Config",
    "Finding",
    "PurposeGraph",
    "Severity",
    "Source",
    "Span",
    "StrategyMap",
    "Workspace",
    "analyse",
    "parse",
]

# Where each public name lives. It is loaded when it is first asked for, so that the command line starts fast.
_HOMES = {
    "Analysis": "analysis",
    "Config": "config",
    "Finding": "finding",
    "PurposeGraph": "graph.purpose_graph",
    "Severity": "finding",
    "Source": "source",
    "Span": "source",
    "StrategyMap": "model.strategy_map",
    "Workspace": "workspace",
    "analyse": "analysis",
    "parse": "syntax.parser",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
