"""Professions that count as one: any of them is enough, and several of them are one."""

import polars as pl
import pytest

from samsyn.adjudication.conditions.treatment import multiprofessional
from samsyn.guidelines import load_register
from samsyn.guidelines.checks import Multiprofessional, ProfessionNorm

ALIKE = ("psychologist", "psychotherapist")
SEEN = [["psychotherapist"], ["psychologist", "psychotherapist"], ["nurse", "physician"], ["physician", "psychologist"]]


@pytest.mark.parametrize(
    ("at_least", "of", "met"),
    [
        (1, ALIKE, [True, True, False, True]),
        (2, ALIKE, [False, False, False, False]),
        (1, ("psychologist",), [True, True, False, True]),
        (2, ("physician", "psychologist"), [False, False, False, True]),
    ],
)
def test_professions_that_count_as_one(at_least: int, of: tuple[str, ...], met: list[bool]) -> None:
    check = Multiprofessional({"MMR1": ProfessionNorm(at_least, of)}, (ALIKE,))
    facts = pl.DataFrame({"level": "MMR1", "professions": SEEN})
    answer = multiprofessional(check, load_register().guidelines[0])
    assert facts.select(answer.met).to_series().to_list() == met
