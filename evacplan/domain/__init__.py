"""Meaning: the plan, its values and what they imply. pydantic and the standard library only."""
