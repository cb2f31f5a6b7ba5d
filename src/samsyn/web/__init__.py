"""The web application: the same view for the team and the region. It decides nothing; it asks the core."""
