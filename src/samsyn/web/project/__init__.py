"""What holds the web application together: settings, addresses, the door that every request comes through."""
