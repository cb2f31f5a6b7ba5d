"""What the pages of log-in need and templates cannot say."""
