"""Contacts as numbers: each column points into a list of written cells, so that millions cost little."""

from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from samsyn.extracts.synthetic.working_days import Days, Flags, Ints

NO_SERIES = -1


@dataclass(frozen=True)
class ContactColumns:
    """Contacts by column, all of one length; the cells are those of `vocabulary`."""

    patient: Ints  # number in the population
    unit: Ints  # number among the written unit ids
    day: Days
    diagnoses: Ints
    procedures: Ints
    profession: Ints
    minutes: Ints
    contact_type: Ints

    def __len__(self) -> int:
        return len(self.patient)

    def rows(self, chosen: npt.NDArray[np.integer] | Flags) -> Self:
        """These contacts alone, in this order."""
        return replace(self, **{each.name: getattr(self, each.name)[chosen] for each in fields(self)})

    def followed_by(self, other: Self) -> Self:
        """These contacts and then the others."""
        joined = {
            each.name: np.concatenate([getattr(self, each.name), getattr(other, each.name)]) for each in fields(self)
        }
        return replace(self, **joined)


@dataclass(frozen=True)
class CodedContacts:
    """The contacts with a guideline code.

    `series` is the number in the cast, or NO_SERIES for a stray row. `same_id_as` is the number of the contact
    whose id a row repeats, or its own. `bad_date` rows are written with a day that does not exist.
    """

    columns: ContactColumns
    series: Ints
    ongoing: Flags
    same_id_as: Ints
    bad_date: Flags

    def __len__(self) -> int:
        return len(self.columns)
