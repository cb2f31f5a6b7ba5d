"""Why an extract is refused as a whole. Each is a public text: what is wrong, where, why, what to do."""


class RefusedExtract(Exception):
    """A whole file, or the whole extract, cannot be used. `code` names the kind of trouble."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
