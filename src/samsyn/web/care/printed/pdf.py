"""The paper as PDF/UA, which a screen reader can read: made by Typst from the document as data."""

import json
from dataclasses import asdict
from importlib import resources

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.web.care.printed.document import Document


def pdf_of(document: Document) -> bytes:
    """The file. Nothing of it is kept: neither the data nor the file touches the disk."""
    paper = json.dumps(asdict(document) | {"lang": get_language() or "sv", "page": _("Sida")})
    try:
        return _compiled(paper, ["ua-1"])
    except typst.TypstError:  # a character that the font lacks: a paper with a box in it is better than none
        return _compiled(paper, [])


def _compiled(paper: str, standards: list[str]) -> bytes:
    template = resources.files(__package__).joinpath("document.typ").read_bytes()
    inputs = {"paper": paper}
    made: bytes = typst.compile(
        template, sys_inputs=inputs, format="pdf", pdf_standards=standards, ignore_system_fonts=True
    )
    return made
