"""Pages about teams."""
