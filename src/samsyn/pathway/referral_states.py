"""The states of a referral, from the letter's draft to the first visit.

The names of the steps are those of the table of rights. A letter that is forwarded on the patient's new choice ends; a
new letter to the other team begins where the receiver reads it.
"""

from typing import Final

from samsyn.pathway.transitions import Machine, Step

DRAFT: Final = "draft"
SENT: Final = "sent"
ASKED: Final = "asked"
ACCEPTED: Final = "accepted"
BOOKED: Final = "booked"
VISITED: Final = "visited"
FORWARDED: Final = "forwarded"
REJECTED: Final = "rejected"
WITHDRAWN: Final = "withdrawn"

_WAITING = (SENT, ASKED)
_BEFORE_THE_VISIT = (SENT, ASKED, ACCEPTED, BOOKED)

REFERRAL: Final = Machine(
    "referral",
    (DRAFT, SENT, ASKED, ACCEPTED, BOOKED, VISITED, FORWARDED, REJECTED, WITHDRAWN),
    (
        Step("referral.change", (DRAFT,)),
        Step("referral.send", (DRAFT,), SENT),
        Step("referral.ask", (SENT,), ASKED, "KOM"),
        Step("referral.complete", (ASKED,), SENT),
        Step("referral.accept", _WAITING, ACCEPTED, "BEK"),
        Step("referral.book", (ACCEPTED, BOOKED), BOOKED),
        Step("referral.reject", _BEFORE_THE_VISIT, REJECTED, "AVV"),
        Step("referral.forward", _BEFORE_THE_VISIT, FORWARDED, "VID"),
        Step("referral.tell-delay", _BEFORE_THE_VISIT),
        Step("referral.stop-clock", _BEFORE_THE_VISIT),
        Step("referral.start-clock", _BEFORE_THE_VISIT),
        Step("referral.withdraw", (DRAFT, *_BEFORE_THE_VISIT), WITHDRAWN, "AVB"),
        Step("referral.open-case", (ACCEPTED, BOOKED), VISITED),
    ),
)
