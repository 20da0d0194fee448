"""Sorting what is on offer."""
