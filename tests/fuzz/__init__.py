"""Endless random input, run by hand: how to is said in each module."""
