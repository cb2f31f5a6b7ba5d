"""Reading an extract: every line comes out as used, rejected with a reason, duplicate, or ignored by name."""

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.extract import read_extract
from samsyn.extracts.reading.reasons import REASONS, sentence
from samsyn.extracts.reading.result import REJECTED_SCHEMA, InputFile, LineCounts, Note, Reading

__all__ = [
    "REASONS",
    "REJECTED_SCHEMA",
    "InputFile",
    "LineCounts",
    "Note",
    "Reading",
    "RefusedExtract",
    "read_extract",
    "sentence",
]
