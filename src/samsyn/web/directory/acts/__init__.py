"""What is done to teams, and by whom: every write of this app."""
