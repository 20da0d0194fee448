"""Circular goals: loops and flywheels."""
