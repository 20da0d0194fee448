"""What holds of every map, tried on maps nobody thought of."""
