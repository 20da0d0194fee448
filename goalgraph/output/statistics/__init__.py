"""How many findings each rule has."""

from goalgraph.output.statistics.counting import Count, counts

__all__ = ["Count", "counts"]
