"""Feedback arc sets, without maps."""
