"""Reading the map: what could not be read, or not be resolved."""
