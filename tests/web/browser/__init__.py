"""Every page in a real browser, served by the real application server on the demonstration's data."""
