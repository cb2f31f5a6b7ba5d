"""The blocks of a guideline file on the way to and through a programme."""

from datetime import date

from samsyn.guidelines.block import Block
from samsyn.guidelines.reading import Sources, choice, label
from samsyn.guidelines.way import Clock, ClockStart, LevelCriterion, WindDown
from samsyn.kernel import Limit


def clock(block: Block, sources: Sources) -> Clock:
    """[[clock]]: from which event, and how long."""
    read = Clock(
        block.take("id", str),
        choice(block, "starts", ClockStart),
        _limit(block),
        label(block),
        sources.cited(block),
    )
    block.done()
    return read


def _limit(block: Block) -> Limit:
    if block.has("months") == block.has("days"):
        raise block.wrong("it should have “months” or “days”, one of them", "Write months = 1, or days = 90.")
    months, days = block.take("months", int, 0), block.take("days", int, 0)
    try:
        return Limit(months, days)
    except ValueError as error:
        raise block.wrong("the time must be above 0", "Correct the number.") from error


def criterion(block: Block, sources: Sources) -> LevelCriterion:
    """[[criterion]]: what speaks for a level."""
    read = LevelCriterion(block.take("id", str), block.take("level", str), label(block), sources.cited(block))
    block.done()
    return read


def wind_down(block: Block, sources: Sources) -> WindDown:
    """[wind_down]: the last day for new referrals."""
    read = WindDown(block.take("last_day", date), sources.cited(block))
    block.done()
    return read
