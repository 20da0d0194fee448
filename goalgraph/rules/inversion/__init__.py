"""Means promoted to goals."""
