"""What is filled in about patients."""
