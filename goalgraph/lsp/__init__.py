"""The face that editors talk to: the Language Server Protocol, one file a feature."""
