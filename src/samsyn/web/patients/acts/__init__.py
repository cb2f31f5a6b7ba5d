"""What is done to patient records: each act checks the state, writes, and leaves its event in the trail of changes."""
