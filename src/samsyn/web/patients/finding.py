"""Finding patients: by name, by a number in any form, by marks. Whom a search may show, and in which order."""

from dataclasses import dataclass
from functools import reduce
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from samsyn.kernel import search_forms
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.patients.models import NameWord, Patient, PatientIdentity, Protection
from samsyn.web.patients.models.name_word import words_of

_PROTECTED = [kind.value for kind in Protection if kind is not Protection.NONE]
_DIGITS_OF_A_NUMBER = 4
_SHORT_WORD = 4  # digits: two letters
_MOST_LINKED = 200


@dataclass(frozen=True)
class Wanted:
    """What is searched for."""

    text: str = ""
    show: str = ""  # deceased, test, real, protected; empty: all
    this_year: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is asked for, so that an empty list means an empty unit."""
        return self == Wanted()

    @property
    def number(self) -> bool:
        """Whether the text is meant as a number."""
        return looks_like_number(self.text)


def looks_like_number(text: str) -> bool:
    """Whether a search text is meant as a number: no name has four digits."""
    return sum(character.isnumeric() for character in text) >= _DIGITS_OF_A_NUMBER


def named_patients(actor: Actor, wanted: Wanted) -> "QuerySet[Patient]":
    """Whose names may stand in the list, those without protected identity, in the order of their names."""
    found = _narrowed(_found(actor, wanted), wanted).filter(protection=Protection.NONE)
    return found.none() if wanted.show == "protected" else found


def with_main_numbers(actor: Actor, ids: list[UUID]) -> "QuerySet[Patient]":
    """The patients as a list shows them. The search is over: asked for again here, it would take as long again."""
    main = Prefetch("identities", queryset=PatientIdentity.at(actor).filter(is_main=True))
    return Patient.at(actor).filter(pk__in=ids).prefetch_related(main)


def protected_patients(actor: Actor, wanted: Wanted) -> "QuerySet[Patient]":
    """Protected persons that the search may point out: by their whole number, or all of them without any order.

    By name none: a hit would tell the name, and a place among sorted names nearly so (reliability P10).
    """
    if wanted.text and not wanted.number:
        return Patient.at(actor).none()
    if not wanted.text and wanted.show != "protected":
        return Patient.at(actor).none()
    return _narrowed(_found(actor, wanted), wanted).filter(protection__in=_PROTECTED)


def any_protected(actor: Actor) -> bool:
    """Whether the unit has protected persons, whom a list of names leaves out."""
    return Patient.at(actor).filter(protection__in=_PROTECTED).exists()


def _found(actor: Actor, wanted: Wanted) -> "QuerySet[Patient]":
    """Records in use; a hit on a linked one leads to the one that is kept.

    The few linked hits are asked for first: joined in the same query, they made PostgreSQL read the whole table.
    """
    own = Patient.at(actor)
    if not wanted.text:
        return own.filter(same_as=None)
    hits = _with_number(actor, wanted.text) if wanted.number else _with_name(actor, wanted.text)
    kept = list(hits.exclude(same_as=None).values_list("same_as_id", flat=True)[:_MOST_LINKED])
    direct = hits.filter(same_as=None)
    return own.filter(Q(pk__in=direct.values("pk")) | Q(pk__in=kept)) if kept else direct


def _with_number(actor: Actor, text: str) -> "QuerySet[Patient]":
    """Records that have or have had the number."""
    numbers = PatientIdentity.at(actor).filter(value__in=search_forms(text, today()))
    return Patient.at(actor).filter(pk__in=numbers.values("patient_id"))


def _with_name(actor: Actor, text: str) -> "QuerySet[Patient]":
    """Records whose name has every word of the text, or begins of them; a word of two letters must be the whole."""
    own = Patient.at(actor)
    words = list(words_of(text))
    return reduce(lambda rows, word: rows.filter(pk__in=_with_word(actor, word)), words, own) if words else own.none()


def _with_word(actor: Actor, word: str) -> "QuerySet[NameWord, dict[str, object]]":
    rows = NameWord.at(actor)
    if len(word) <= _SHORT_WORD:
        rows = rows.filter(word=word)
    else:
        after = f"{int(word) + 1:0{len(word)}d}"  # the first digits that no longer begin with the word's
        rows = rows.filter(word__gte=word, word__lt=after)
    return rows.values("patient_id")


def _narrowed(rows: "QuerySet[Patient]", wanted: Wanted) -> "QuerySet[Patient]":
    if wanted.this_year:
        rows = rows.filter(registered_year=today().year)
    if wanted.show == "deceased":
        rows = rows.filter(deceased_on__isnull=False)
    if wanted.show in ("test", "real"):
        rows = rows.filter(is_test=wanted.show == "test")
    return rows
