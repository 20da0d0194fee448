"""goalgraph: a small language for strategy maps, and checks that tell why a goal is circular."""

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
