"""The reader: dirty files in, clean records and an account of every line out."""
