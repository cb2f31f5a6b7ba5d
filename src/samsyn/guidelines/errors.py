"""What can be wrong with a guideline file. Each is a public text: which file, where, what, what to do."""


class BadGuideline(Exception):
    """A guideline file that cannot be used."""

    def __init__(self, file: str, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}, {place}: {problem} {remedy}")
        self.file, self.place, self.problem, self.remedy = file, place, problem, remedy


class UnreadableGuideline(BadGuideline):
    """Not TOML, or not text."""


class UnknownKey(BadGuideline):
    """A key that the loader does not know: a spelling mistake must not pass in silence."""


class MissingKey(BadGuideline):
    """A key that must be there."""


class WrongValue(BadGuideline):
    """A value of the wrong kind, or one that cannot be true."""


class UnknownCheck(BadGuideline):
    """A condition of a kind that the program does not have."""


class Uncited(BadGuideline):
    """A value without its section and quoted words."""


class Incomplete(BadGuideline):
    """Parts that must fit together and do not: a level without amount, a condition without its table."""


class BadSet(Exception):
    """Guidelines that cannot be in force together."""


class Overlap(BadSet):
    """Two guidelines of a programme cover the same day."""


class UndeclaredGap(BadSet):
    """Days between two guidelines of a programme that nobody has said are meant to be without one."""


class ConflictingCodes(BadSet):
    """The same code means different things in two guidelines."""


class ConflictingLevels(BadSet):
    """Two programmes call a level by the same name."""


class DuplicateId(BadSet):
    """Two guidelines with the same id."""


class UnknownGuideline(BadSet):
    """Nobody has loaded a guideline with that id."""
