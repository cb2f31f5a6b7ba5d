"""How a written value of each kind is read: pure functions from a text to a `Cell`."""
