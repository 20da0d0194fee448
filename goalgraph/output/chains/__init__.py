"""The chains of purpose from an element, upward or downward: one view of them for all formats."""

from goalgraph.output.chains.answer import Answer, Answers, answer

__all__ = ["Answer", "Answers", "answer"]
