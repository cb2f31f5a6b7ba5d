"""The command line: works on files alone, no database, no server."""
