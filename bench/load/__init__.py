"""Two hundred people browse the web application at once, on PostgreSQL: `make load`."""
