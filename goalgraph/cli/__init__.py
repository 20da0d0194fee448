"""The command line: a thin face over the rest, one file a command."""
