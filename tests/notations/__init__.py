"""Other notations, read into Strat."""
