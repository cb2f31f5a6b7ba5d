"""What the program costs in time and memory, measured beside a bare scan of the same file and a plain pandas script."""
