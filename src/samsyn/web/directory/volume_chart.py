"""The chart of volumes: where each bar, line and word stands. Colours and fonts are the style sheet's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samsyn.web.directory.volumes import TeamVolume

NAMES: Final = 220
"""Width kept for the teams' names, in the drawing's own units."""
WIDTH: Final = 720
ROW: Final = 30
_TOP: Final = 26
_BAR: Final = 14
_END: Final = 48
_LONGEST_NAME: Final = 30


@dataclass(frozen=True)
class Bar:
    """One team's row: its name, the bar of patients so far, the mark of the forecast, and the norm's line."""

    name: str
    below: bool
    patients: int
    forecast: int
    text_y: int
    bar_y: int
    width: int
    forecast_width: int
    norm_x: int | None
    norm_top: int
    norm_bottom: int
    words_x: int


@dataclass(frozen=True)
class Chart:
    """A drawing `width` by `height` with its bars and the ticks of its axis."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, int], ...]  # value, x
    bar_height: int = _BAR
    left: int = NAMES


def chart_of(rows: Sequence[TeamVolume]) -> Chart | None:
    """The chart of those teams that have been counted; None where there is none."""
    counted = [row for row in rows if row.patients is not None]
    if not counted:
        return None
    most = max(max(row.patients or 0, row.forecast or 0, row.norm or 0) for row in counted) or 1
    step = _step(most)
    top = -(-most // step) * step
    bars = tuple(_bar(row, number, top) for number, row in enumerate(counted))
    ticks = tuple((value, _x(value, top)) for value in range(0, top + 1, step))
    return Chart(WIDTH, _TOP + ROW * len(counted) + 6, bars, ticks)


def _bar(row: TeamVolume, number: int, top: int) -> Bar:
    y = _TOP + number * ROW
    patients, expected = row.patients or 0, row.forecast or 0
    return Bar(
        name=_short(f"{row.team.name}, {row.team.level}"),
        below=row.reaches is False,
        patients=patients,
        forecast=expected,
        text_y=y + 19,
        bar_y=y + 8,
        width=_x(patients, top) - NAMES,
        forecast_width=_x(expected, top) - NAMES,
        norm_x=None if row.norm is None else _x(row.norm, top),
        norm_top=y + 3,
        norm_bottom=y + 27,
        words_x=_x(max(patients, expected, row.norm or 0), top) + 6,
    )


def _x(value: int, top: int) -> int:
    return NAMES + value * (WIDTH - NAMES - _END) // top


def _step(most: int) -> int:
    """The distance between ticks, so that there are at most six."""
    return next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10**9) if most <= 6 * step)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
