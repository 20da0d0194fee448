"""The map alone as an SVG file."""
