"""Writing results: the tables of the contract, the receipt, and a folder that appears whole or not at all."""

from samsyn.extracts.writing.folder import Kind, OutputTaken, new_folder
from samsyn.extracts.writing.layout import csv_of, extract_tables
from samsyn.extracts.writing.receipt import receipt_of
from samsyn.extracts.writing.results import result_tables, write_table

__all__ = [
    "Kind",
    "OutputTaken",
    "csv_of",
    "extract_tables",
    "new_folder",
    "receipt_of",
    "result_tables",
    "write_table",
]
