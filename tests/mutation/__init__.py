"""Faults planted in the program on purpose, to see that the tests notice."""
