"""What is done to cases: each act checks the state, writes, and leaves its event in the trail of changes."""
