"""Pictures in the window: read, turned, cropped, drawn upon and made small enough for the plan."""
