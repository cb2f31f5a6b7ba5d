"""The command line, called as a person or a program calls it."""
