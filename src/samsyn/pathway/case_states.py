"""The states of a case, from assessment to completion.

Nothing closes by side effect: only the act of completion, or an ending with its reason, leads out. What is registered
can be corrected in every state, also afterwards. The names of the steps are those of the table of rights.
"""

from typing import Final

from samsyn.pathway.transitions import Machine, Step

ASSESSMENT: Final = "assessment"
ASSESSED: Final = "assessed"
DECIDED: Final = "decided"
PLANNED: Final = "planned"
TREATMENT: Final = "treatment"
PAUSED: Final = "paused"
COMPLETED: Final = "completed"
ENDED: Final = "ended"

_BEFORE_TREATMENT = (ASSESSMENT, ASSESSED, DECIDED, PLANNED)
_OPEN = (*_BEFORE_TREATMENT, TREATMENT, PAUSED)
_ANY = (*_OPEN, COMPLETED, ENDED)

CASE: Final = Machine(
    "case",
    (*_OPEN, COMPLETED, ENDED),
    (
        Step("case.assess", (ASSESSMENT, ASSESSED), ASSESSED),  # again, when more has been investigated
        Step("case.decide-level", (ASSESSED, DECIDED), DECIDED),
        Step("case.plan", (DECIDED,), PLANNED),
        Step("case.plan-later", (TREATMENT, PAUSED)),  # the treatment had begun without a plan
        Step("case.add-goal", (PLANNED, TREATMENT, PAUSED)),
        Step("case.follow-up-goal", (PLANNED, TREATMENT, PAUSED)),
        Step("case.contact-work", (ASSESSED, DECIDED, PLANNED, TREATMENT, PAUSED)),
        Step("case.register-nrs", _OPEN),
        Step("case.visit", (DECIDED, PLANNED, TREATMENT), TREATMENT),
        Step("case.confer", (ASSESSED, DECIDED, PLANNED, TREATMENT, PAUSED)),
        Step("case.note-hours", (TREATMENT, PAUSED)),
        Step("case.pause", (TREATMENT,), PAUSED),
        Step("case.resume", (PAUSED,), TREATMENT),
        Step("case.complete", (TREATMENT,), COMPLETED),
        Step("case.end", _OPEN, ENDED),
        Step("case.send-copy", (COMPLETED, ENDED)),
        Step("case.correct", _ANY),
        Step("case.take", _OPEN),
    ),
)
ENDINGS: Final = ("back-to-health-centre", "to-specialist", "patient-declined", "given-up", "deceased")
"""Why a case may end without completion."""
