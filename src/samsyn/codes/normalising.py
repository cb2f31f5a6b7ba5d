"""The one way in which a written code becomes the code that is compared."""

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u2212]+")


def normalise_code(written: str) -> str:
    """The code without spaces, dots, dashes or case: "UV 115" and "m54.5" are UV115 and M545.

    Full-width letters and digits count as the ordinary ones.
    """
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", written)).upper()
