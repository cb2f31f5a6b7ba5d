"""Where an extract or a result lies: a path of this machine, or an address on another file system."""

import re
from pathlib import Path
from typing import Final

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:/")  # a single letter would be a drive


def is_address(written: str) -> bool:
    """Whether it names a file system: hdfs://…, s3a://…, file:/…"""
    return bool(_ADDRESS.match(written))


def as_uri(written: str) -> str:
    """The address; of a path of this machine the one that it has there."""
    return written if is_address(written) else Path(written).resolve().as_uri()
