"""Model to graph: questions about purpose, answered with facts and never with blame."""
