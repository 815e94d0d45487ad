"""Rehearsals at the table."""
