"""People who log in, where and as what they work, and what that lets them do."""
