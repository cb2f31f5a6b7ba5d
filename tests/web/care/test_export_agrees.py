"""What the pages said of payment is what `samsyn adjudicate` says of the exported registrations: for every case."""

import csv
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.management import call_command

from samsyn.extracts.synthetic import RegionPlan, generate_region
from samsyn.series import build_series
from samsyn.web.care.acts.registering import correct, withdraw
from samsyn.web.care.asking import Judged, Moment
from samsyn.web.care.judging import checks_of
from samsyn.web.care.models import Assessment, Case, Completion, RegistryEntry, Visit
from samsyn.web.care.operating import operator_at
from samsyn.web.care.records import records_of
from samsyn.web.directory.rules import register
from tests.cli.calling import done
from tests.web.care.treating import CLOSING, TODAY
from tests.web.conftest import see_everything

pytestmark = pytest.mark.django_db
Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    generate_region(RegionPlan(seed=3, contacts=10_000, coded_share=0.4, teams=12), folder)
    return folder


@pytest.fixture
def demonstration(extract: Path, db: None) -> None:
    call_command("load_demo", extract, patients=40, units=4)
    see_everything()


def read(file: Path) -> Rows:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def add(file: Path, rows: Rows) -> None:
    columns = read(file)[0].keys()
    with file.open("a", encoding="utf-8", newline="") as lines:
        csv.DictWriter(lines, columns, lineterminator="\n").writerows(rows)


def shown(judged: Judged) -> Any:
    """Decision, amount and every finding, as the checks have them."""
    assert judged.series is not None
    amount = "" if judged.amount_ore is None else str(judged.amount_ore // 100)
    keys = ("condition", "force", "outcome", "observed", "required", "clause")
    return judged.decision, amount, [tuple(each[key] for key in keys) for each in judged.findings]


def adjudicated(extract: Path, out: Path) -> dict[str, Any]:
    """The same of each series, as the command line says it."""
    done("adjudicate", extract, "--out", out, "--as-of", TODAY.isoformat(), "--quiet")
    assert read(out / "rejected.csv") == []
    findings = defaultdict(list)
    for row in read(out / "findings.csv"):
        findings[row.pop("series_id")].append(tuple(row.values()))
    return {
        row["series_id"]: (row["decision"], row["amount"], findings[row["series_id"]])
        for row in read(out / "series.csv")
    }


def completing(case: Case, judged: Judged) -> dict[str, str]:
    """The contact that would complete the case today, as a line of the export."""
    said = [*Visit.current(case.visits.all()), *Assessment.current(case.assessments.all())]
    diagnosed = sorted((each for each in said if each.diagnoses), key=lambda each: each.day)
    return {
        "contact_id": f"as-if-{case.pk}", "patient_id": str(case.patient_id), "unit": case.unit.hsa_id.upper(),
        "date": TODAY.isoformat(), "diagnoses": ",".join(diagnosed[-1].diagnoses) if diagnosed else "",
        "procedures": CLOSING[case.level], "profession": "", "minutes": "",
    }  # fmt: skip


def compare(folder: Path, name: str) -> dict[str, int]:
    """Export, adjudicate, and hold every case against it; how many of each kind there were."""
    out = folder / name
    call_command("export_registrations", out, stdout=StringIO())
    see_everything()
    cases = list(Case.across_units.select_related("team", "unit", "patient").order_by("pk"))
    judged = {case: checks_of(case, by=operator_at(case.unit)).judged for case in cases}
    told, counts = adjudicated(out, folder / f"{name}-out"), defaultdict(int)
    as_completed: Rows = []
    for case, own in judged.items():
        counts[own.moment.value] += 1
        if own.moment is Moment.COMPLETED:
            assert told[own.series["series_id"]] == shown(own)
            counts[own.decision] += 1
        elif own.moment is Moment.RUNNING:
            assert told[own.series["series_id"]] == ("open", "", [])
            as_completed.append(completing(case, own))
        for other in own.others:
            assert told[other.series["series_id"]] == shown(other)
    everything = [one for own in judged.values() for one in (own, *own.others)]
    assert set(told) <= {one.series["series_id"] for one in everything if one.series} | ended(judged)
    add(out / "contacts.csv", as_completed)
    told = adjudicated(out, folder / f"{name}-as-if-out")
    for own in judged.values():
        if own.moment is Moment.RUNNING:
            assert told[own.series["series_id"]] == shown(own)
    return counts


def ended(judged: dict[Case, Judged]) -> set[str]:
    """The open series of cases that ended without completion: nothing is said of them, and nobody is paid."""
    records = [
        records_of(by=operator_at(case.unit), patients=[case.patient_id]) for case in judged if case.state == "ended"
    ]
    built = [build_series(each.contacts, register(), TODAY).series for each in records]
    return {row["series_id"] for table in built for row in table.iter_rows(named=True) if row["end"] is None}


def change_at_random(random: Random) -> int:
    """Corrections and withdrawals at every unit; how many."""
    changed = 0
    for case in Case.across_units.select_related("team", "unit").order_by("pk"):
        by = replace(operator_at(case.unit), user_id=None)
        for model in (Visit, Assessment, Completion, RegistryEntry):
            for row in list(model.current(getattr(case, f"{model.__name__.lower()}s").order_by("pk"))):
                draw = random.random()
                if draw < 0.05 and model is not Completion:
                    withdraw(row, by=by, case=case, why="Fel patient.")
                elif draw < 0.15 and hasattr(row, "day"):
                    new = {
                        "day": row.day - timedelta(days=random.randrange(1, 9)),
                        "diagnoses": random.choice([[], ["M545"]]),
                    }
                    correct(row, by=by, case=case, why="Fel dag.", **new)
                else:
                    continue
                changed += 1
    return changed


def test_every_case_is_judged_alike_by_pages_and_command_line_also_after_corrections(
    demonstration: None, tmp_path: Path
) -> None:
    counts = compare(tmp_path, "first")
    assert counts["completed"] >= 10
    assert counts["running"] >= 5
    assert counts["approved"] >= 3
    assert counts["denied"] >= 3
    assert counts["planned"] >= 3
    assert change_at_random(Random(11)) > 40
    again = compare(tmp_path, "second")
    assert again["denied"] > counts["denied"]
