"""The download: who may have it, what is in it, and that every patient in it is logged."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from samsyn.extracts.reading import read_extract
from samsyn.extracts.writing import csv_of, extract_tables
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.care.acts.registering import register
from samsyn.web.care.extract import extract_of
from samsyn.web.care.models import RegistryEntry
from samsyn.web.care.records import records_of
from samsyn.web.directory.rules import register as guidelines
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from tests.web.care.treating import KENT, MAN, case_in, visit_on
from tests.web.conftest import SignIn, see_everything

pytestmark = pytest.mark.django_db
Away = Callable[[Role, Unit], Actor]


@pytest.fixture
def by(actor_of: Away, unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


def fetched(client: Any) -> dict[str, str]:
    response = client.get(reverse("care:export-file"))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["Content-Disposition"] == 'attachment; filename="registreringar-2019-10-31.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_answer_for_what_is_sent_may_fetch_it(
    role: Role, unit: Unit, office: Unit, sign_in: SignIn
) -> None:
    at_office = role in (Role.REGION_OFFICER, Role.REGION_REVIEWER)
    client = sign_in(role, office if at_office else unit)
    expected = 200 if role in (Role.COORDINATOR, Role.ECONOMIST) else 403
    assert [client.get(reverse(f"care:{name}")).status_code for name in ("export", "export-file")] == [expected] * 2


def test_it_holds_the_units_own_registrations_and_no_name_or_number(
    by: Actor, actor_of: Away, other_unit: Unit, unit: Unit, sign_in: SignIn
) -> None:
    own, foreign = case_in(by), case_in(actor_of(Role.CLINICIAN, other_unit), number=MAN)
    files = fetched(sign_in(Role.ECONOMIST, unit))
    assert set(files) == {f"{name}.csv" for name in ("contacts", "patients", "teams", "nrs", "evidence", "roster")}
    everything = "".join(files.values())
    assert str(own.patient_id) in everything
    for secret in (str(foreign.patient_id), "Öberg", "Åsa", "198001022386", "19800102-2386"):
        assert secret not in everything


def test_each_patient_in_it_is_logged_once_as_administration_and_the_page_logs_nobody(
    by: Actor, unit: Unit, sign_in: SignIn
) -> None:
    patients = {case_in(by).patient_id, case_in(by, number=KENT).patient_id}
    client = sign_in(Role.COORDINATOR, unit)
    assert client.get(reverse("care:export")).status_code == 200
    assert not AccessEntry.objects.filter(patient_id__in=patients).exists()
    fetched(client)
    rows = AccessEntry.objects.filter(patient_id__in=patients).values_list("patient_id", "action", "purpose")
    assert sorted(rows) == sorted((patient, "registrations.export", "administration") for patient in patients)


def test_test_persons_are_left_out_but_for_a_demonstration(by: Actor, settings: Any) -> None:
    real, made_up = case_in(by), case_in(by, number=KENT)
    Patient.across_units.filter(pk=made_up.patient_id).update(is_test=True)
    assert set(extract_of(by=by).patients["patient_id"]) == {str(real.patient_id), str(made_up.patient_id)}
    settings.DEMO = False
    assert set(extract_of(by=by).contacts["patient_id"]) == {str(real.patient_id)}


def test_no_cell_is_a_formula_and_the_files_read_back_as_the_same_records(by: Actor, tmp_path: Any) -> None:
    case = case_in(by)
    visit_on(by, case, date(2019, 4, 1), diagnoses=["M545", "R529"], professions=["physician", "other"])
    day = date(2019, 3, 1)
    register(RegistryEntry, by=by, case=case, informed_on=day, registered_on=day, module="primary")
    records = records_of(by=by)
    for name, table in extract_tables(records).items():
        (tmp_path / f"{name}.csv").write_bytes(csv_of(table))
    reading = read_extract(tmp_path, guideline_codes=guidelines().all_codes)
    assert reading.rejected.is_empty()
    for name in ("contacts", "patients", "teams", "nrs", "evidence"):
        there, back = getattr(records, name), getattr(reading.records, name)
        order = ["contact_id"] if name == "contacts" else []
        assert (
            back.select(there.columns).sort(*order or there.columns[:1]).equals(there.sort(*order or there.columns[:1]))
        )
    odd = records.patients.with_columns(patient_id=pl.lit("=1+1"))
    assert extract_tables(replace(records, patients=odd))["patients"]["patient_id"].to_list() == ["'=1+1"]


def test_the_operator_writes_all_units_or_one_and_leaves_an_event_for_each(
    by: Actor, actor_of: Away, unit: Unit, other_unit: Unit, tmp_path: Any
) -> None:
    case_in(by)
    case_in(actor_of(Role.CLINICIAN, other_unit), number=MAN)
    call_command("export_registrations", tmp_path / "all")
    see_everything()
    call_command("export_registrations", tmp_path / "one", unit=unit.hsa_id.lower())
    see_everything()
    units = lambda folder: set(pl.read_csv(tmp_path / folder / "contacts.csv")["unit"])  # noqa: E731
    assert units("all") == {unit.hsa_id.upper(), other_unit.hsa_id.upper()}
    assert units("one") == {unit.hsa_id.upper()}
    assert AuditEvent.objects.filter(action="registrations.export").count() == 3
    with pytest.raises(CommandError, match="not empty"):
        call_command("export_registrations", tmp_path / "all")
    with pytest.raises(CommandError, match="no unit"):
        call_command("export_registrations", tmp_path / "none", unit="SE0")
