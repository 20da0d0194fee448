"""Text to syntax: what the author wrote, with nothing resolved."""
