"""What may be typed next at a place, by what stands before it there."""
