"""What would follow if an element went: one view of it for all formats."""

from goalgraph.output.impacts.assessed import Assessed, Assessment, assess

__all__ = ["Assessed", "Assessment", "assess"]
