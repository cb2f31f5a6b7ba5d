"""What was planted is what is found."""
