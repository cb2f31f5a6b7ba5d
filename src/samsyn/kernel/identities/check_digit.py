"""The check digit that all Swedish identity numbers share."""

from collections.abc import Iterable


def check_holds(values: Iterable[int]) -> bool:
    """Whether the last of the values checks the others (Luhn, modulus ten).

    Counted from the last, every second value is doubled; the digits of all must add up to whole tens. For the ten
    digits of a personnummer this is the tax agency's rule of the weights 2, 1, 2, 1 … from the first.
    """
    total = 0
    for place, value in enumerate(reversed(list(values))):
        total += sum(divmod(value * 2, 10)) if place % 2 else value
    return total % 10 == 0
