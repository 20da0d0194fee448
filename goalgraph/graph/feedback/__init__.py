"""Smallest feedback arc sets: the arcs of least weight without which a directed graph has no circle.

It knows nothing of maps. Vertices are whole numbers, arcs have weights.
"""
