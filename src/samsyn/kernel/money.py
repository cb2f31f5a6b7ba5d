"""Money as whole öre: no amount is ever a float."""

from dataclasses import dataclass
from typing import Self

ORE_PER_KRONA = 100


@dataclass(frozen=True, order=True)
class Money:
    """An amount in Swedish öre."""

    ore: int

    @classmethod
    def kronor(cls, kronor: int) -> Self:
        """The amount of so many whole kronor."""
        return cls(kronor * ORE_PER_KRONA)

    def whole_kronor(self) -> int:
        """The amount in kronor; ValueError where it is not whole."""
        kronor, rest = divmod(self.ore, ORE_PER_KRONA)
        if rest:
            raise ValueError(f"{self.ore} öre is not a whole number of kronor.")
        return kronor

    def __mul__(self, count: int) -> "Money":
        return Money(self.ore * count)
