"""The sentences of the reason codes."""
