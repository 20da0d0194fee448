"""Analysis to text: every format is a function from a verdict to a string."""
