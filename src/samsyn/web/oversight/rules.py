"""The rules that point out readings, as data: `rules.toml` beside this file, which says them in words too."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from django.utils.translation import get_language


@dataclass(frozen=True)
class Rule:
    """One rule, with its words and the limits that it needs."""

    id: str
    sv: str
    en: str
    from_hour: int = 0
    to_hour: int = 0
    more_than: int = 0

    @property
    def words(self) -> str:
        """What it points out, in the reader's language."""
        return self.en if get_language() == "en" else self.sv


_READ = tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))
OPENED_AT_MOST: int = _READ["opened_at_most"]
RULES: dict[str, Rule] = {row["id"]: Rule(**row) for row in _READ["rule"]}
