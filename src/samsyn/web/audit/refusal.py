"""What the program says when it will not do what was asked: public text."""

from django.utils.functional import Promise


class Refusal(Exception):
    """An act that cannot be done as things stand. The text says what stops it and what to do instead."""

    def __init__(self, words: str | Promise, *, field: str | None = None) -> None:
        super().__init__(str(words))
        self.words = words
        self.field = field  # the form field it concerns, if it is one
