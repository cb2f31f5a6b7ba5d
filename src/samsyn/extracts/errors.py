"""Trouble that is told as a public text, in Swedish and in English: what is wrong, where, why, what to do."""


class Told(Exception):
    """Trouble with a sentence in each language."""

    def __init__(self, swedish: str, english: str) -> None:
        super().__init__(swedish)
        self.swedish, self.english = swedish, english

    def sentence_in(self, language: str) -> str:
        """The sentence in `sv` or `en`."""
        return self.english if language == "en" else self.swedish


class EngineMissing(Told):
    """Something that an engine needs is not there."""


class EngineFailed(Told):
    """An engine gave up; nothing was written."""


class RefusedExtract(Exception):
    """A whole file, or the whole extract, cannot be used. `code` names the kind of trouble.

    `sentence` is Swedish; what the code means is told in either language by `samsyn.extracts.reading.sentence`.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
