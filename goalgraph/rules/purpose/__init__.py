"""Knowing why, and knowing how."""
