"""Other engines than Polars on one machine: the same bytes."""
