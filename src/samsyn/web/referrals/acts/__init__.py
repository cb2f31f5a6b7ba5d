"""What is done to referrals: each act checks the state, writes, and leaves its events."""
