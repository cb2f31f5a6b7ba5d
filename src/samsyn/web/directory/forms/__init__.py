"""What people fill in about teams."""
