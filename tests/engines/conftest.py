"""The small extract of the command line's tests."""

from tests.cli.conftest import extract

__all__ = ["extract"]
