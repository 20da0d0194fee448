"""Structure for its own sake."""
