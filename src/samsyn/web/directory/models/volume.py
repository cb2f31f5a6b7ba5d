"""How many patients a unit has treated so far in a year: counts alone, from the care-contact database."""

from django.db import models

from samsyn.web.organisations.owned import UnitOwned


class Volume(UnitOwned):
    """Distinct patients with an ongoing contact of the level at the unit, from 1 January to `counted_on`."""

    level = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    counted_on = models.DateField()
    patients = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "level", "counted_on"], name="one_count_a_unit_level_day")
        ]
