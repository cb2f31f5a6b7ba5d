"""The demonstration's region: all that it must hold, from an extract, in seconds."""

import re
import time
from datetime import date
from pathlib import Path

import pytest

from samsyn.extracts.synthetic import RegionPlan, generate_region
from samsyn.kernel import HsaId, OrganisationNumber
from samsyn.web.directory.accredited import accredited_on, public_on
from samsyn.web.directory.counting import read_contacts
from samsyn.web.directory.loading import NotEmpty, region_in
from samsyn.web.directory.models import (
    Accreditation,
    ContactConfirmation,
    Directive,
    Notification,
    StaffingNotice,
    Team,
    TeamMember,
    Volume,
)
from samsyn.web.organisations.models import Provider, Region, Unit
from tests.web.published.conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    generate_region(RegionPlan(seed=3, contacts=10_000, coded_share=0.3, teams=12), folder)
    return folder


@pytest.fixture
def loaded(extract: Path, region: Region, office: Unit) -> Region:
    region_in(region, extract, DAY, seed=1)
    return region


def test_the_teams_of_the_extract_are_accredited_as_it_says(loaded: Region, extract: Path) -> None:
    teams = read_contacts(extract, as_of=DAY).records.teams
    for day in (date(2018, 7, 1), date(2019, 3, 31), date(2019, 4, 1), DAY):
        expected = sorted(
            (row["unit"], row["level"])
            for row in teams.iter_rows(named=True)
            if row["accredited_from"] <= day and (row["accredited_to"] is None or day <= row["accredited_to"])
        )
        found = accredited_on(day).values_list("unit__hsa_id", "level")
        assert sorted(found) == expected


def test_everything_a_stranger_should_see_is_there(loaded: Region) -> None:
    states = set(Notification.across_units.values_list("state", flat=True))
    assert {"approved", "submitted", "returned", "draft"} <= states
    assert StaffingNotice.across_units.filter(state="sent").count() == 1
    assert {"draft", "issued", "revoked"} <= set(Directive.across_units.values_list("state", flat=True))
    assert Directive.across_units.filter(state="issued").count() >= Directive.across_units.count() / 2
    assert Team.across_units.filter(published=False).exists()
    assert 0 < ContactConfirmation.across_units.count() < Team.across_units.count()
    assert Volume.across_units.filter(counted_on__lte=DAY, patients__gt=0).exists()
    assert (
        Accreditation.across_units.filter(notification__isnull=False).count()
        == Notification.across_units.filter(state="approved").count()
    )
    returned = Notification.across_units.get(state="returned")
    assert returned.grounds
    assert any(finding["gaps"] for moment in returned.judged for finding in moment["findings"])


def test_the_first_unit_by_name_has_most_to_show(loaded: Region) -> None:
    first = Team.across_units.filter(published=True).order_by("sort_key").first()
    assert first is not None
    at_unit = Notification.across_units.filter(unit_id=first.unit_id)
    assert {"approved", "draft", "returned"} <= set(at_unit.values_list("state", flat=True))
    assert StaffingNotice.across_units.filter(unit_id=first.unit_id).exists()


def test_every_code_is_valid_and_no_address_or_number_is_anyones(
    loaded: Region,
) -> None:
    for unit in Unit.objects.all():
        assert HsaId(unit.hsa_id)
    numbers = list(Provider.objects.values_list("organisation_number", flat=True))
    assert all(OrganisationNumber(number) for number in numbers)
    phones = set(Team.across_units.values_list("phone", flat=True))
    assert all(re.fullmatch(r"031-390 06 \d\d", phone) for phone in phones)
    emails = Team.across_units.exclude(email="").values_list("email", flat=True)
    assert all(email.endswith(".example") and email.isascii() for email in emails)


def test_only_once(loaded: Region, extract: Path) -> None:
    teams = Team.across_units.count()
    with pytest.raises(NotEmpty):
        region_in(loaded, extract, DAY, seed=1)
    assert Team.across_units.count() == teams


def test_the_same_seed_gives_the_same_names(extract: Path, region: Region, office: Unit) -> None:
    from django.db import transaction

    def names(seed: int) -> tuple[list[str], list[str]]:
        with transaction.atomic():
            region_in(region, extract, DAY, seed=seed)
            found = (
                sorted(Team.across_units.values_list("name", flat=True)),
                sorted(TeamMember.across_units.values_list("name", flat=True)),
            )
            transaction.set_rollback(True)
        return found

    assert names(1) == names(1)
    assert names(1) != names(2)


def test_five_hundred_teams_in_seconds(tmp_path: Path, region: Region, office: Unit) -> None:
    generate_region(RegionPlan(seed=5, contacts=30_000, coded_share=0.4, teams=500), tmp_path)
    began = time.monotonic()
    region_in(region, tmp_path, DAY, seed=1)
    assert time.monotonic() - began < 30
    assert Team.across_units.count() > 500
    assert public_on(DAY).count() > 450
    assert len(set(Unit.objects.values_list("name", flat=True))) == Unit.objects.count()
