"""Builders of printed blocks, one small function for each kind a layout may name."""
