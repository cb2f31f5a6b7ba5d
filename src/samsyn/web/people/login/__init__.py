"""How people log in with a name and a password, and with a second factor."""
