"""The judge against the naive judge."""
