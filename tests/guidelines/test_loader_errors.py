"""Each kind of mistake in a guideline file, and the sentence it must give."""

import re
from datetime import date
from pathlib import Path

import pytest

from samsyn.guidelines import SPECIALIST, BadGuideline, parse_guideline
from samsyn.guidelines.errors import (
    Incomplete,
    MissingKey,
    Uncited,
    UnknownCheck,
    UnknownKey,
    UnreadableGuideline,
    WrongValue,
)
from samsyn.kernel import Limit

SOUND = (Path(__file__).parent / "sound.toml").read_text(encoding="utf-8")

MISTAKES = [
    ("a spelling mistake in a key", 'programme = "test"', 'program = "test"', MissingKey, "“programme” is missing"),
    ("a key too many", 'force = "must"\n', 'force = "must"\nforse = "must"\n', UnknownKey, "Did you mean “force”?"),
    ("a table too many", "[decision]", "[deciding]\n[decision]", UnknownKey, "“deciding” is unknown"),
    ("an unknown check", 'check = "age"', 'check = "agge"', UnknownCheck, "Did you mean “age”?"),
    ("a check of another kind", 'check = "age"', 'check = "volume"', UnknownCheck, "no check “volume”"),
    ("no section", 'section = "Syfte och mål"\n', "", Uncited, "does not say where it is stated"),
    ("no quote", 'quote = "mellan 16 och 67 år"\n', "", Uncited, "quoted words"),
    ("an empty quote", '"mellan 16 och 67 år"', '" "', Uncited, "quoted words"),
    ("a reading in one language", 'reading_en = "Whole years."\n', "", MissingKey, "“reading_en” is missing"),
    ("a text for a number", "youngest = 16", 'youngest = "16"', WrongValue, "should be a whole number"),
    ("true for a number", "youngest = 16", "youngest = true", WrongValue, "should be a whole number"),
    ("a text for a day", "first_day = 2021-01-01", 'first_day = "2021-01-01"', WrongValue, "a date such as"),
    ("an instant for a day", "first_day = 2021-01-01", "first_day = 2021-01-01T00:00:00", WrongValue, "a date such as"),
    (
        "a parameter missing",
        "params = { youngest = 16, oldest = 67 }",
        "params = { youngest = 16 }",
        MissingKey,
        "oldest",
    ),
    ("a parameter too many", "oldest = 67 }", "oldest = 67, middle = 40 }", UnknownKey, "“middle” is unknown"),
    ("ages the wrong way", "youngest = 16, oldest = 67", "youngest = 67, oldest = 16", WrongValue, "must not be above"),
    ("an unknown force", 'force = "must"', 'force = "shall"', WrongValue, "must, should, info"),
    ("an unknown role", 'role = "completion"', 'role = "closing"', WrongValue, "assessment, ongoing, completion"),
    ("an unknown ground", 'ground = "stated"', 'ground = "guessed"', WrongValue, "stated, carried-forward, not-stated"),
    ("no code at all", 'code = "UV114"', 'code = "UV11"', WrongValue, "is no KVÅ code"),
    ("an unlisted source", 'source = "guideline"', 'source = "newspaper"', WrongValue, "“newspaper” is not listed"),
    ("days the wrong way", "last_day = 2021-12-31", "last_day = 2020-12-31", WrongValue, "before its first day"),
    ("a level without amount", 'level = "MMR1"\nkronor', 'level = "MMR9"\nkronor', Incomplete, "no [[amount]]"),
    (
        "a level without completion",
        'role = "completion"',
        'role = "ongoing"',
        Incomplete,
        "no code with role “completion”",
    ),
    ("the same condition twice", 'id = "hours"', 'id = "age"', Incomplete, "stands 2 times"),
    ("a level without norm", "MMR1 = [32, 48]", "MMR2 = [32, 48]", Incomplete, "say nothing of MMR1"),
    ("three bounds", "[32, 48]", "[32, 40, 48]", WrongValue, "It should have 2"),
    ("a question unknown", 'asks = ["former-name"]', 'asks = ["fromer-name"]', WrongValue, "former-name, was-active"),
    ("a number for a question", 'asks = ["former-name"]', "asks = [1]", WrongValue, "former-name, was-active"),
    ("no questions at all", 'asks = ["former-name"]\n', "", MissingKey, "“asks” is missing"),
    ("a notification uncited", 'quote = "anmäla sitt team"\n', "", Uncited, "quoted words"),
    (
        "a code of another system",
        'code = "UV110"',
        'code = "UV110"\nsystem = "programme"',
        WrongValue,
        "no code of a programme's own",
    ),
    ("an unknown code system", 'code = "UV110"', 'code = "UV110"\nsystem = "icd"', WrongValue, "kva, programme"),
    ("a check that no referral has", 'check = "linton_above"', 'check = "volume"', UnknownCheck, "no check “volume”"),
    ("a referral's check on a series", 'check = "age"', 'check = "linton_given"', UnknownCheck, "“linton_given”"),
    ("an unknown form", 'form = "short"', 'form = "shot"', WrongValue, "Choose one of: , short, full"),
    ("points below nought", "points = 50", "points = -1", WrongValue, "must not be below 0"),
    (
        "what no referral can hold",
        'params = { column = "investigated" }',
        'params = { column = "plan" }',
        Incomplete,
        "a referral does not hold “plan”",
    ),
    ("the same referral condition twice", 'id = "linton-above"', 'id = "investigated"', Incomplete, "stands 2 times"),
    ("a referral condition uncited", 'quote = "över 50p"\n', "", Uncited, "quoted words"),
    ("a clock that never starts", 'starts = "referral-received"\n', "", MissingKey, "“starts” is missing"),
    (
        "a clock that starts with nothing known",
        'starts = "referral-received"',
        'starts = "first-visit"',
        WrongValue,
        "referral-received, level-decided",
    ),
    ("a clock without time", "days = 90\n", "", WrongValue, "“months” or “days”, one of them"),
    ("a clock with two times", "days = 90", "days = 90\nmonths = 3", WrongValue, "“months” or “days”, one of them"),
    ("a clock of no days", "days = 90", "days = 0", WrongValue, "must be above 0"),
    ("a clock in one language", 'en = "First visit"\n', "", MissingKey, "“en” is missing"),
    ("a clock uncited", 'quote = "inom 90 dagar"\n', "", Uncited, "quoted words"),
    (
        "a criterion of no level",
        'level = "MMR1"\nsv = "Komplex',
        'level = "MMR9"\nsv = "Komplex',
        Incomplete,
        "MMR1, specialist",
    ),
    ("a criterion uncited", 'quote = "bedöms som komplex"\n', "", Uncited, "quoted words"),
    (
        "a last day outside",
        "last_day = 2021-11-30",
        "last_day = 2022-11-30",
        Incomplete,
        "not one of the guideline's days",
    ),
    ("a wind-down uncited", 'quote = "sista dagen"\n', "", Uncited, "quoted words"),
    ("not TOML", "[decision]", "[decision", UnreadableGuideline, "not readable TOML"),
]


def test_the_sound_file_is_sound() -> None:
    guideline = parse_guideline(SOUND.encode(), "sound.toml")
    assert [condition.id for condition in guideline.conditions] == ["age", "hours"]
    assert [condition.id for condition in guideline.referral_conditions] == ["investigated", "linton-above"]
    clock = guideline.clock("first-visit")
    assert clock is not None
    assert (clock.starts, clock.limit, guideline.clock("treatment")) == ("referral-received", Limit(days=90), None)
    assert [criterion.id for criterion in guideline.criteria_for("MMR1")] == ["complex"]
    assert guideline.criteria_for(SPECIALIST) == ()
    assert guideline.wind_down is not None
    assert guideline.wind_down.last_day == date(2021, 11, 30)


@pytest.mark.parametrize(("title", "sound", "faulty", "kind", "sentence"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_mistake(title: str, sound: str, faulty: str, kind: type[BadGuideline], sentence: str) -> None:
    assert sound in SOUND
    with pytest.raises(BadGuideline, match=re.escape(sentence)) as caught:
        parse_guideline(SOUND.replace(sound, faulty, 1).encode(), "fault.toml")
    assert type(caught.value) is kind
    assert str(caught.value).startswith("fault.toml, ")
    assert str(caught.value).endswith((".", "?"))


def test_not_even_text() -> None:
    with pytest.raises(UnreadableGuideline, match="not readable TOML"):
        parse_guideline(b"\xff\xfe", "fault.toml")
