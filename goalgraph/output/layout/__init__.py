"""Pictures of a purpose graph: what is to be drawn goes in, where everything stands comes out. A template draws it."""
