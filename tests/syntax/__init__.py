"""Reading text and writing it."""
