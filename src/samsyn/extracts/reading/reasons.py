"""Every reason code of the reader with its sentence, in Swedish and in English."""

from typing import Final

from samsyn.extracts.reading.wording import files, rows

REASONS: Final[dict[str, tuple[str, str]]] = {**files.SENTENCES, **rows.SENTENCES}
"""Code -> (Swedish, English). What was written, and where, is in the `detail` of the row or note."""


def sentence(code: str, language: str = "sv") -> str:
    """What the code means, in `sv` or `en`. Raises KeyError for a code that the reader does not have."""
    return REASONS[code][1 if language == "en" else 0]
