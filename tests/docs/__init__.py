"""What keeps the documents honest: generated references, commands that run, links that lead somewhere."""
