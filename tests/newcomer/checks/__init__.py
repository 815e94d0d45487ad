"""What is true in a copy of the house after an example of the README was followed there; not true in here."""
