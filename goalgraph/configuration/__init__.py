"""Settings from files: which file holds for a map, what it says, and what is wrong with it."""
