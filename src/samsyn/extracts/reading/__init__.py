"""Reading an extract: every line comes out as used, rejected with a reason, duplicate, or ignored by name."""
