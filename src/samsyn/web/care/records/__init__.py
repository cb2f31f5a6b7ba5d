"""What a unit has registered, as the core's `Records`: the one place from which checks and extracts are made.

An extract of the care-contact database holds one contact for each professional. So does this: a visit gives a row for
each profession that took part, the minutes on the first of them only. A completion code stands on the first row alone,
because it is registered once. Where a record is linked to another (`same_as`), both are one patient.
"""

from samsyn.web.care.records.gathering import Gathered, gather, records_of

__all__ = ["Gathered", "gather", "records_of"]
