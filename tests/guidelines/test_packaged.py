"""The guidelines that come with the program: complete, cited, and covering time without a doubt."""

from datetime import date, timedelta

import pytest

from samsyn.codes import ICD10Code, MalformedCode, ProcedureCode, ProgrammeCode
from samsyn.findings import Citation
from samsyn.guidelines import (
    SPECIALIST,
    ClockStart,
    Ground,
    Guideline,
    GuidelineRegister,
    Role,
    load_register,
    packaged_guidelines,
)
from samsyn.guidelines.checks import Age, FollowUpReport, LintonAbove, ProgrammeLength, Volume
from samsyn.kernel import Limit

REGISTER = load_register()
DIAGNOSES = (
    "F45.4 M53.0 M53.1 M54.2 M54.4 M54.5 M54.6 M54.9 M75.1 M75.9 M77.9 M79.1 M79.7 R52.2A R52.2C R52.9 S13.4 T91.8"
)


def test_every_day_from_2015_to_2019_has_exactly_one_answer() -> None:
    day = date(2015, 1, 1)
    while day <= date(2019, 12, 31):
        for level in ("MMR1", "MMR2"):
            answers = [g.id for g in REGISTER.guidelines if day in g.period and level in g.levels]
            assert len(answers) == 1, (day, level, answers)
            found = REGISTER.in_force(level, day)
            assert found is not None
            assert found.id == answers[0]
        day += timedelta(days=1)


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2020, 1, 1)])
def test_days_outside_have_no_answer(day: date) -> None:
    assert REGISTER.in_force("MMR1", day) is None


@pytest.mark.parametrize(
    ("guideline", "level", "kronor", "ground", "product"),
    [
        ("vgr-mmr-2019", "MMR1", 35_000, Ground.CARRIED_FORWARD, ""),
        ("vgr-mmr-2019", "MMR2", 55_000, Ground.STATED, "90158"),
        ("vgr-mmr-2018", "MMR1", 35_000, Ground.STATED, ""),
        ("vgr-mmr-2018", "MMR2", 55_000, Ground.STATED, ""),
        ("vgr-rehabgaranti-2015", "MMR1", None, Ground.NOT_STATED, ""),
        ("vgr-rehabgaranti-2015", "MMR2", None, Ground.NOT_STATED, ""),
        ("skane-mms", "MMS", None, Ground.NOT_STATED, ""),
    ],
)
def test_amounts(guideline: str, level: str, kronor: int | None, ground: Ground, product: str) -> None:
    amount = REGISTER.get(guideline).amount(level)
    assert (amount.money.whole_kronor() if amount.money else None) == kronor
    assert amount.ground is ground
    assert amount.stated_product_code == product
    assert amount.product_code == (product or level)


@pytest.mark.parametrize("guideline", ["vgr-mmr-2018", "vgr-mmr-2019"])
def test_the_list_of_diagnoses(guideline: str) -> None:
    listed = REGISTER.get(guideline).diagnoses
    assert " ".join(str(diagnosis.code) for diagnosis in listed) == DIAGNOSES
    assert all(diagnosis.label["sv"] and diagnosis.label["en"] for diagnosis in listed)


def test_codes_mean_what_the_guideline_says() -> None:
    assert REGISTER.codes(Role.ASSESSMENT) == ("MMSASSESS", "UV118")
    assert REGISTER.codes(Role.ASSESSMENT, "MMR1") == REGISTER.codes(Role.ASSESSMENT, "MMR2") == ("UV118",)
    assert REGISTER.codes(Role.ASSESSMENT, "MMS") == ("MMSASSESS",)
    assert REGISTER.codes(Role.ONGOING, "MMS") == ("MMSVISIT",)
    assert REGISTER.codes(Role.COMPLETION, "MMS") == ("MMSFINISH",)
    assert REGISTER.codes(Role.COORDINATION, "MMS") == ()
    assert REGISTER.codes(Role.ONGOING, "MMR1") == ("UV110",)
    assert REGISTER.codes(Role.ONGOING, "MMR2") == ("UV115",)
    assert REGISTER.codes(Role.COMPLETION, "MMR1") == ("UV114",)
    assert REGISTER.codes(Role.COMPLETION, "MMR2") == ("UV116",)
    assert REGISTER.codes(Role.COORDINATION) == ("GC001", "ZV502", "ZV506")


def test_invoice_follow_up_and_supplements() -> None:
    newest, oldest = REGISTER.get("vgr-mmr-2019"), REGISTER.get("vgr-rehabgaranti-2015")
    assert newest.invoice is not None
    assert newest.follow_up is not None
    assert (newest.invoice.buyer_reference, newest.invoice.internal_customer_number) == ("6080002", "I71102")
    assert newest.invoice.address == ("FE 982", "405 83 Göteborg")
    assert newest.follow_up.period.first == date(2019, 4, 1)
    assert newest.follow_up.due == date(2020, 1, 15)
    supplements = {s.id: (s.money.whole_kronor(), s.once_per) for s in oldest.supplements}
    assert supplements == {
        "work-contact": (3_000, "patient"),
        "nrs-primary": (10_000, "unit"),
        "nrs-specialist": (20_000, "unit"),
    }


def test_what_a_notification_asks() -> None:
    asked = {g.id: g.notification.asks if g.notification else None for g in REGISTER.guidelines}
    assert asked == {
        "vgr-rehabgaranti-2015": None,
        "vgr-mmr-2018": ("former-name", "was-active", "was-paid"),
        "vgr-mmr-2019": (),
        "skane-mms": (),
    }


def test_every_value_says_where_it_stands() -> None:
    for guideline in packaged_guidelines():
        citations = [*_citations(guideline)]
        assert len(citations) > 10
        for citation in citations:
            assert citation.section.strip()
            assert len(citation.quote.split()) <= 12, citation  # to find the place, not to copy the text
            assert set(citation.reading) in (set(), {"sv", "en"})


def _citations(guideline: Guideline) -> list[Citation]:
    terms = (guideline.nrs, guideline.invoice, guideline.follow_up, guideline.notification, guideline.wind_down)
    blocks = (
        *guideline.codes,
        *guideline.conditions,
        *guideline.team_conditions,
        *guideline.amounts,
        *guideline.supplements,
        *guideline.referral_conditions,
        *guideline.clocks,
        *guideline.criteria,
        *(block for block in terms if block),
    )
    return [block.citation for block in blocks]


def test_2018_says_which_conditions_are_assumed() -> None:
    known = {"in-force", "nrs-connected", "price-basis", "team-nrs-connected"}
    for condition in (*REGISTER.get("vgr-mmr-2018").conditions, *REGISTER.get("vgr-mmr-2018").team_conditions):
        assumed = condition.citation.reading.get("en", "").startswith("Assumed equal to 2019")
        assert assumed == (condition.id not in known), condition.id


def test_the_conditions_stand_in_the_same_order_every_year() -> None:
    orders = [[c.id for c in g.conditions] for g in REGISTER.guidelines if g.programme == "vgr-mmr"]
    assert orders[1] == orders[2]
    assert orders[0] == [name for name in orders[2] if name in orders[0]] == ["in-force", "work-contact"]


def test_only_the_newest_guideline_asks_for_a_report() -> None:
    with_report = [
        g.id for g in REGISTER.guidelines if any(isinstance(c.check, FollowUpReport) for c in g.team_conditions)
    ]
    assert with_report == ["vgr-mmr-2019"]


def test_a_register_is_made_of_the_same_guidelines_once() -> None:
    assert GuidelineRegister.of(packaged_guidelines()) == REGISTER


@pytest.mark.parametrize("guideline", ["vgr-mmr-2018", "vgr-mmr-2019"])
def test_waiting_and_levels_in_vgr(guideline: str) -> None:
    found = REGISTER.get(guideline)
    clocks = {clock.id: (clock.starts, clock.limit) for clock in found.clocks}
    assert clocks == {
        "first-visit": (ClockStart.REFERRAL_RECEIVED, Limit(days=90)),
        "treatment": (ClockStart.LEVEL_DECIDED, Limit(days=90)),
    }
    assert [len(found.criteria_for(level)) for level in found.levels] == [2, 3]
    assert found.wind_down is None


def test_a_referral_condition_shared_with_a_series_has_the_same_values_and_words() -> None:
    for guideline in REGISTER.guidelines:
        of_series = {condition.id: condition for condition in guideline.conditions}
        for condition in guideline.referral_conditions:
            twin = of_series.get(condition.id)
            if twin is not None:
                assert condition.check == twin.check, (guideline.id, condition.id)


def test_skane() -> None:
    found = REGISTER.get("skane-mms")
    assert found.clocks[0].limit == Limit(months=1)
    assert found.wind_down is not None
    assert found.wind_down.last_day == date(2018, 12, 31)
    assert found.condition("age").check == Age(16, 70)
    assert found.condition("programme-length").check == ProgrammeLength(6)
    assert found.condition("volume").check == Volume(20)
    assert len(found.criteria_for(SPECIALIST)) == 3
    linton = next(c.check for c in found.referral_conditions if c.id == "linton-above")
    assert linton == LintonAbove(50, including=False, form="short")


def test_no_code_of_a_programme_can_be_taken_for_one_of_kva_or_a_diagnosis() -> None:
    own = [code.code for code in REGISTER.get("skane-mms").codes]
    assert all(isinstance(code, ProgrammeCode) for code in own)
    for code in own:
        for other in (ProcedureCode, ICD10Code):
            with pytest.raises(MalformedCode):
                other.parse(code.text)
    for written in ("UV110", "M545", "MMS1", "MMSVIS1T", "MMS", "MMSVISITÖ"):
        with pytest.raises(MalformedCode):
            ProgrammeCode.parse(written)
    assert ProgrammeCode.parse("mms-visit") == ProgrammeCode("MMSVISIT")
