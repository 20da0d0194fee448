"""Other people's formats, read into Strat."""
