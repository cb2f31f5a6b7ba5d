"""The rules as titled tables of examples, worked out by hand, that both judges must answer and the handbook shows."""
