"""What must hold whatever the input."""
