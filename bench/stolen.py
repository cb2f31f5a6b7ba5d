"""How much of the machine its host gave to others meanwhile: it lengthens every time that is measured."""

from pathlib import Path
from typing import Final

_COUNTERS: Final = Path("/proc/stat")
_STOLEN: Final = 7  # user nice system idle iowait irq softirq steal …


class StolenTime:
    """From now on. Only Linux tells; elsewhere the share is 0."""

    def __init__(self) -> None:
        self._began = _read()

    def share(self) -> float:
        """Of the time that the machine's processors wanted to work, the share that the host kept from them."""
        passed = [now - then for now, then in zip(_read(), self._began, strict=True)]
        wanted = sum(passed[:3]) + sum(passed[5:])
        return passed[_STOLEN] / wanted if wanted else 0.0


def _read() -> list[int]:
    if not _COUNTERS.exists():
        return [0] * (_STOLEN + 1)
    return [int(each) for each in _COUNTERS.read_text(encoding="ascii").split("\n", 1)[0].split()[1 : _STOLEN + 2]]
