"""Days, periods and money, identities and Swedish text: what every other room counts and compares with."""

from samsyn.kernel.calendar import add_months, age_on
from samsyn.kernel.identities import (
    HsaId,
    HsaIdRefused,
    IdentifierRefused,
    IdentityKind,
    IdentityRefused,
    OrganisationNumber,
    OrganisationNumberRefused,
    PersonIdentity,
    Refusal,
    Sex,
    read_identity,
    search_forms,
)
from samsyn.kernel.limit import Limit
from samsyn.kernel.money import Money
from samsyn.kernel.period import EmptyPeriod, Period, merged
from samsyn.kernel.swedish import search_key, sort_key

__all__ = [
    "EmptyPeriod",
    "HsaId",
    "HsaIdRefused",
    "IdentifierRefused",
    "IdentityKind",
    "IdentityRefused",
    "Limit",
    "Money",
    "OrganisationNumber",
    "OrganisationNumberRefused",
    "Period",
    "PersonIdentity",
    "Refusal",
    "Sex",
    "add_months",
    "age_on",
    "merged",
    "read_identity",
    "search_forms",
    "search_key",
    "sort_key",
]
