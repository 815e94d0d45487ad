"""Everything that needs both the plan and its words."""
