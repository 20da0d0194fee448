"""Tests of the scenes that show a map."""
