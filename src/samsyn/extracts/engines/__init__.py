"""What carries the rules over more rows than one machine holds. Polars, on one machine, is the reader and the judge."""
