"""Who is meant: persons, units and organisations, by the numbers that registers give them."""

from samsyn.kernel.identities.hsa import HsaId
from samsyn.kernel.identities.organisation import OrganisationNumber
from samsyn.kernel.identities.person import IdentityKind, PersonIdentity, Sex
from samsyn.kernel.identities.reading import read_identity, search_forms
from samsyn.kernel.identities.refusal import (
    HsaIdRefused,
    IdentifierRefused,
    IdentityRefused,
    OrganisationNumberRefused,
    Refusal,
)

__all__ = [
    "HsaId",
    "HsaIdRefused",
    "IdentifierRefused",
    "IdentityKind",
    "IdentityRefused",
    "OrganisationNumber",
    "OrganisationNumberRefused",
    "PersonIdentity",
    "Refusal",
    "Sex",
    "read_identity",
    "search_forms",
]
