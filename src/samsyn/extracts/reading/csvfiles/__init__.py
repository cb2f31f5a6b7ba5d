"""CSV files: a fast way for regular ones and a careful way for all others, with the same result."""

from samsyn.extracts.reading.csvfiles.opening import open_csv

__all__ = ["open_csv"]
