"""The log-ins of the demonstration, one for each role. They are printed, and known to the load run."""

from dataclasses import dataclass
from typing import Final

from samsyn.web.audit.actor import Role

PASSWORD: Final = "samsyn i demonstration"


@dataclass(frozen=True)
class Login:
    """One person's way in, and what they are there to show."""

    username: str
    name: str
    role: Role
    at: str  # office, unit, health-centre


LOGINS: Final = (
    Login("koordinator", "Karin Ek", Role.COORDINATOR, "unit"),
    Login("behandlare", "Åsa Lindberg", Role.CLINICIAN, "unit"),
    Login("ekonom", "Örjan Falk", Role.ECONOMIST, "unit"),
    Login("loggranskare", "Maj Öberg", Role.AUDITOR, "unit"),
    Login("administrator", "Per Ström", Role.ADMINISTRATOR, "unit"),
    Login("remittent", "Nils Ågren", Role.REFERRER, "health-centre"),
    Login("handlaggare", "Eva Norén", Role.REGION_OFFICER, "office"),
    Login("handlaggare2", "Tomas Wik", Role.REGION_OFFICER, "office"),
    Login("granskare", "Lena Björk", Role.REGION_REVIEWER, "office"),
    Login("regionadmin", "Ali Hassan", Role.ADMINISTRATOR, "office"),
)
