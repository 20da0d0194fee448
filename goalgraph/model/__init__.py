"""Syntax to model: what the statements mean, with names resolved and values read."""
