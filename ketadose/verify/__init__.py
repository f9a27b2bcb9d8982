"""Somebody else's order, verified by the relations between its own fields."""
