"""The program's own log: it says what went wrong and where, and nothing of a patient."""

import json
import logging
import logging.config
from typing import Any

from samsyn.web.project.logs import LOGGING


def test_an_error_tells_neither_its_words_nor_what_the_variables_held(capsys: Any) -> None:
    logging.config.dictConfig(LOGGING)
    name = "Åsa Öberg"
    try:
        raise ValueError(f"Key (family_name)=({name}) already exists.")
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error")
    line = capsys.readouterr().err
    assert name not in json.loads(line).__repr__()
    error = json.loads(line)["exception"][0]
    assert error["type"] == "ValueError"
    assert error["frames"][-1]["name"] == "test_an_error_tells_neither_its_words_nor_what_the_variables_held"
