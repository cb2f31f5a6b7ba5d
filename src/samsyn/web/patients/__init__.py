"""Patient records, each kept by one unit, and the identities they are found by."""
