"""Small words and numbers for the templates."""
