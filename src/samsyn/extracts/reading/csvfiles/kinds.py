"""What a file is by its first bytes, whatever it is called."""

from typing import Final

from samsyn.extracts.errors import RefusedExtract

UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_KINDS: Final = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Excel (xlsx) eller zip"),
    (b"\xd0\xcf\x11\xe0", "Excel (xls)"),
    (b"PAR1", "Parquet"),
    (b"PARE", "Parquet"),
    (b"\x1f\x8b", "gzip"),
)
_MARKUP: Final = (b"<html", b"<!doctype", b"<?xml")


def check_kind(head: bytes, name: str) -> None:
    """Raise RefusedExtract for an empty file, UTF-16, or a file that is no text with separators."""
    if not head.removeprefix(UTF8_MARK).strip():
        raise RefusedExtract("EMPTY", f"{name}: filen är tom. En tabell utan rader har ändå sin rubrikrad.")
    if head.startswith(_UTF16_MARKS):
        raise RefusedExtract("ENC_UTF16", f"{name}: filen är UTF-16. Spara den som CSV UTF-8.")
    for mark, kind in _KINDS:
        if head.startswith(mark):
            _refuse(name, kind)
    if head.removeprefix(UTF8_MARK).lstrip().lower().startswith(_MARKUP):
        _refuse(name, "en webbsida (HTML)")


def _refuse(name: str, kind: str) -> None:
    raise RefusedExtract("TYPE", f"{name}: filen är {kind}, inte CSV. Spara den som CSV UTF-8.")
