"""Who must be in a team: rules §4 composition, by trying every assignment of persons to places."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import permutations, product

from tests.naive_judge.guidelines import MMS

Person = tuple[str, frozenset[str]]
Kind = tuple[str, bool]
"""A profession, and whether the person has short-psychotherapy."""

SHORT = "short-psychotherapy"
EXTENDED = "extended"
FIFTH = "fifth"
OWN_PLACE = {
    "physician": "physician",
    "physiotherapist": "physiotherapist",
    "occupational_therapist": "occupational_therapist",
    "social_worker": "social_worker",
    "psychologist": FIFTH,
    "psychotherapist": FIFTH,
}
FIFTH_WITH_STEP_1 = frozenset(
    {
        "physician",
        "physiotherapist",
        "occupational_therapist",
        "nurse",
        "psychologist",
        "psychotherapist",
        "social_worker",
    }
)


def complete(level: str, people: list[Person]) -> bool:
    """Tell whether the people present on one day make a team of the level."""
    if level == "MMR2":
        return complete_mmr2(people)
    if level == MMS:
        return complete_mms(people)
    kinds = Counter((profession, SHORT in competences) for profession, competences in people)
    # Two of one kind reach every place that ten of it would: its own and the fifth.
    present = tuple(sorted(kind for kind, count in kinds.items() for _ in range(min(count, 2))))
    return complete_mmr1(present)


def complete_mmr2(people: list[Person]) -> bool:
    """Three professions with extended competence, and psychotherapy by psychologist or psychotherapist."""

    def has(professions: set[str], competence: str) -> bool:
        return any(profession in professions and competence in competences for profession, competences in people)

    return (
        has({"physician"}, EXTENDED)
        and has({"physiotherapist"}, EXTENDED)
        and has({"occupational_therapist"}, EXTENDED)
        and has({"psychologist", "psychotherapist"}, SHORT)
    )


def complete_mms(people: list[Person]) -> bool:
    """Three different people: a physician, someone with CBT step 1, a physiotherapist (rules §6)."""

    def has_cbt(person: Person) -> bool:
        profession, competences = person
        by_training = SHORT in competences and profession in FIFTH_WITH_STEP_1
        return by_training or profession in ("psychologist", "psychotherapist")

    return any(
        one[0] == "physician" and has_cbt(two) and three[0] == "physiotherapist"
        for one, two, three in permutations(people, 3)
    )


def places_open_to(kind: Kind) -> list[str | None]:
    """Return the places a person may fill; None is no place."""
    profession, short = kind
    places: list[str | None] = [None]
    if profession in OWN_PLACE:
        places.append(OWN_PLACE[profession])
    if short and profession in FIFTH_WITH_STEP_1 and FIFTH not in places:
        places.append(FIFTH)
    return places


@cache
def complete_mmr1(people: tuple[Kind, ...]) -> bool:
    """Try every assignment of each person to one place or none."""
    useful = [kind for kind in people if len(places_open_to(kind)) > 1]
    return any(holds(useful, assignment) for assignment in product(*(places_open_to(kind) for kind in useful)))


def holds(people: list[Kind], assignment: tuple[str | None, ...]) -> bool:
    """Tell whether one assignment is a team: a physician, three places, psychotherapy, nobody twice."""
    filled = [place for place in assignment if place is not None]
    therapy = any(short for (_, short), place in zip(people, assignment, strict=True) if place is not None)
    return len(filled) == len(set(filled)) >= 3 and "physician" in filled and therapy
