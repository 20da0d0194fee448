"""Odd input by the million: laws that hold of any bytes, what to begin from, how to change it. See docs/fuzzing.md."""
