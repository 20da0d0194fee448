"""What to cut so that no loop is left: one view of it for all formats."""

from goalgraph.output.cuts.plan import CutPlan, plan

__all__ = ["CutPlan", "plan"]
