"""A team's patients and its registry module, by year. Rules §4, the second table."""

from __future__ import annotations

from tests.spec.bases import TEAM1, TEAM2
from tests.spec.changes.contacts import course, judged_on
from tests.spec.changes.teams import (
    accredited,
    care,
    joined,
    no_contacts,
    not_joined,
    treated,
)
from tests.spec.model import ABSENT, Change, Table, TeamRow

Row = TeamRow


def _only(*treatments: Change) -> tuple[Change, ...]:
    """These patients and no others."""
    return (no_contacts(), *treatments)


VOLUME = Table(
    "volume",
    "Minst 20 patienter under kalenderåret",
    "At least 20 patients in the calendar year",
    TEAM1,
    (
        Row("20 patienter", "20 patients", _only(treated(20, "UV110")), "met"),
        Row("19 patienter", "19 patients", _only(treated(19, "UV110")), "not_met"),
        Row(
            "19 patienter med 38 besök", "19 patients with 38 visits", _only(treated(19, "UV110", visits=2)), "not_met"
        ),
        Row(
            "19 patienter, samma igen senare under året",
            "19 patients, the same again later in the year",
            _only(treated(19, "UV110", group="G"), treated(19, "UV110", day="2019-09-02", group="G")),
            "not_met",
        ),
        Row(
            "19 vid enheten och en vid en annan",
            "19 at the unit and one at another",
            _only(treated(19, "UV110"), treated(1, "UV110", unit="B")),
            "not_met",
        ),
        Row(
            "19 under året och en året före",
            "19 in the year and one the year before",
            _only(treated(19, "UV110"), treated(1, "UV110", day="2018-12-31")),
            "not_met",
        ),
        Row(
            "Den tjugonde på nyårsafton",
            "The twentieth on New Year's Eve",
            _only(treated(19, "UV110"), treated(1, "UV110", day="2019-12-31")),
            "met",
        ),
        Row(
            "Den andra nivåns patienter räknas inte",
            "The other level's patients do not count",
            _only(treated(19, "UV110"), treated(5, "UV115")),
            "not_met",
        ),
        Row(
            "Bara avslutskod räknas inte",
            "A completion code alone does not count",
            _only(treated(19, "UV110"), treated(5, "UV114")),
            "not_met",
        ),
        Row(
            "Båda nivåernas koder räknas",
            "Both levels' codes count",
            _only(treated(19, "UV110"), treated(1, "UV110", "UV115")),
            "met",
        ),
        Row(
            "Året då teamet inte längre är godkänt",
            "A year in which the team is no longer accredited",
            (*_only(treated(19, "UV110")), accredited(("2017-01-01", "2018-12-31"))),
            ABSENT,
        ),
        Row(
            "Godkänt en enda dag under året",
            "Accredited on one day of the year",
            (*_only(treated(20, "UV110")), accredited(("2017-01-01", "2019-01-01"))),
            "met",
        ),
        Row(
            "År 2017: villkoret finns inte i riktlinjen",
            "Year 2017: the guideline has no such condition",
            (*_only(treated(19, "UV110", day="2017-05-02")), accredited(("2017-01-01", ""))),
            ABSENT,
            year=2017,
        ),
        Row(
            "År 2020: ingen riktlinje",
            "Year 2020: no guideline",
            (*_only(treated(20, "UV110", day="2020-05-02")), judged_on("2020-12-31")),
            ABSENT,
            year=2020,
        ),
    ),
)

VOLUME_2 = Table(
    "volume",
    "Samma gräns för MMR2",
    "The same bound for MMR2",
    TEAM2,
    (
        Row("20 patienter i MMR2", "20 patients of MMR2", _only(treated(20, "UV115")), "met"),
        Row("19 patienter i MMR2", "19 patients of MMR2", _only(treated(19, "UV115")), "not_met"),
    ),
)

NRS = Table(
    "team-nrs-connected",
    "Ansluten till sin modul på sista dagen som prövas",
    "Joined to its module on the last day judged",
    TEAM1,
    (
        Row("Teamet anslutet sedan länge", "Team joined long since", (), "met"),
        Row("Teamet inte anslutet", "Team not joined", (not_joined(),), "not_met"),
        Row("Anslutet på nyårsafton", "Team joined on New Year's Eve", (joined("primary", "2019-12-31"),), "met"),
        Row(
            "Anslutet på nyårsdagen året efter",
            "Team joined on New Year's Day after",
            (joined("primary", "2020-01-01"),),
            "not_met",
        ),
        Row(
            "Anslutet efter bedömningsdagen",
            "Team joined after the day of judgement",
            (joined("primary", "2019-07-01"), judged_on("2019-06-30")),
            "not_met",
        ),
        Row(
            "Anslutet på bedömningsdagen",
            "Team joined on the day of judgement",
            (joined("primary", "2019-06-30"), judged_on("2019-06-30")),
            "met",
        ),
        Row(
            "Anslutet efter att godkännandet upphört",
            "Team joined after its accreditation ended",
            (accredited(("2018-01-01", "2019-05-31")), joined("primary", "2019-06-01")),
            "not_met",
        ),
        Row("Båda modulerna", "Team in both modules", (joined("both"),), "met"),
        Row("Fel modul", "Team in the wrong module", (joined("specialist"),), "not_met"),
        Row(
            "2019: team på sjukhus behöver specialistmodulen",
            "2019: a hospital team in the specialist module",
            (care("hospital"), joined("specialist")),
            "met",
        ),
        Row(
            "2019: team på sjukhus i primärvårdsmodulen",
            "2019: a hospital team in the primary module",
            (care("hospital"), joined("primary")),
            "not_met",
        ),
        Row(
            "2018: MMR1-team på sjukhus behöver primärvårdsmodulen",
            "2018: an MMR1 hospital team in the primary module",
            (course("2018-02-01", "2018-04-01"), care("hospital"), joined("primary")),
            "met",
            year=2018,
        ),
        Row(
            "2018: MMR1-team på sjukhus i specialistmodulen",
            "2018: an MMR1 hospital team in the specialist module",
            (course("2018-02-01", "2018-04-01"), care("hospital"), joined("specialist")),
            "not_met",
            year=2018,
        ),
    ),
)

TABLES = (VOLUME, VOLUME_2, NRS)
