"""The unit's registrations as an extract of the contract's layout: the command line judges what the pages show."""

import io
import zipfile
from typing import Final

from django.conf import settings

from samsyn.extracts.writing import csv_of, extract_tables
from samsyn.records import Records
from samsyn.web.audit.actor import Actor
from samsyn.web.care.models import Case
from samsyn.web.care.records import records_of
from samsyn.web.patients.models import Patient

_NO_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""Files in the archive carry no time, so that the same registrations give the same bytes."""


def extract_of(*, by: Actor) -> Records:
    """What the unit has registered. Test persons are left out (P15), but for a demonstration, where everyone is one."""
    return records_of(by=by, patients=None if settings.DEMO else _real_people(by))


def extract_as_zip(records: Records) -> bytes:
    """The tables as CSV files in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in extract_tables(records).items():
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", _NO_MOMENT), csv_of(table), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _real_people(by: Actor) -> list[object]:
    treated = Case.at(by).filter(patient__is_test=False).values("patient_id")
    return list(Patient.at(by).filter(pk__in=treated).values_list("pk", flat=True))
