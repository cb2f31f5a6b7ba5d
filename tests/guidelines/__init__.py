"""Guidelines as data."""
