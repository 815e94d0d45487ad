"""A newcomer who follows the README alone."""
