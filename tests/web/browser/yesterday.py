"""`python -m tests.web.browser.yesterday`: readings of the day before in the log of a served demonstration.

A spot check covers days that have ended, and the log follows the real clock: what the tests read is of today.
"""

import os
import uuid
from datetime import timedelta

import django


def write_readings() -> None:
    """Two people of the demonstration have read some records in the forenoon, and one of them one at night."""
    from samsyn.web.audit.chain import add
    from samsyn.web.audit.clock import now
    from samsyn.web.audit.models import AccessEntry
    from samsyn.web.patients.models import Patient
    from samsyn.web.people.models import Assignment

    morning = (now() - timedelta(days=1)).replace(hour=8, minute=12, second=5)
    people = Assignment.objects.select_related("unit", "user").filter(first_day__year=2018)
    readers = [people.get(user__username=name).actor for name in ("koordinator", "behandlare")]
    patients = Patient.across_units.filter(unit_id=readers[0].unit_id).order_by("sort_key", "id")[:8]
    for number, patient in enumerate(patients):
        by, minutes = readers[number % 2], timedelta(minutes=7 * number)
        at = morning - timedelta(hours=7) if number == 7 else morning + minutes
        row = AccessEntry(
            at=at, user_id=by.user_id, user_name=by.name, role=by.role, assignment_id=by.assignment_id,
            unit_id=by.unit_id, unit_name=by.unit_name, provider_id=by.provider_id, patient_id=patient.pk,
            action="patient.see", purpose="care", result="allowed", request_id=uuid.uuid4().hex,
        )  # fmt: skip
        add([row])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.web.project.settings")
    django.setup()
    from django.db import transaction

    from samsyn.web.audit.reach import system_reach

    with system_reach(), transaction.atomic():
        write_readings()
