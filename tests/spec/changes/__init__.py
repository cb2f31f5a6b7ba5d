"""What may be registered otherwise than in a base case: each change applies itself and says what it does."""
