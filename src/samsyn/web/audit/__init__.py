"""Who read what, who changed what, and that no act is done twice."""
