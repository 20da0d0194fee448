"""From a map to the scenes that show it: whole, folded, or what is near one finding."""
