"""Teams, who works in them, what the region has approved, and the public page where they are found."""
