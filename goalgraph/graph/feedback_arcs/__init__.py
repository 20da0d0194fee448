"""The least weight of arcs without which a digraph has no circle. Knows of numbers alone, nothing of maps."""
