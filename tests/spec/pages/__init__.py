"""The parts of the rule handbook, each a function from guidelines and tables to Markdown in one language."""
