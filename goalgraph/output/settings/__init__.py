"""What is in force and where that was said: one view of it for all formats."""

from goalgraph.output.settings.view import InForce, in_force

__all__ = ["InForce", "in_force"]
