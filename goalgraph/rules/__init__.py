"""Graph to findings: every check is a file with a page beside it."""
