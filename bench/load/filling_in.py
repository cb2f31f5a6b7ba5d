"""Forms as a browser reads them from a page, filled in by what made-up people know. No Django: locust runs it."""

import re
from html import unescape
from typing import Final

KNOWN: Final = {
    "accept": ["on"], "chosen_by_patient": ["on"], "consent": ["1"], "diagnosis": ["M54.5"], "diagnoses": ["M54.5"],
    "due_on": ["2019-12-20"], "grounds": ["Behöver flera professioner samtidigt."], "investigated": ["yes", "True"],
    "kind": ["individual"], "linton_form": ["short"], "linton_on": ["2019-10-01"], "linton_sum": ["67"],
    "measure": ["Minuter till fots"], "minutes": ["60"], "pain_onset": ["2018-01-01"], "problem": ["Vill kunna bära."],
    "professions": ["physician", "psychologist"], "question": ["Är patienten lämplig?"], "screening": ["nothing"],
    "suitability": ["suitable"], "text": ["Gå till affären"], "tried": ["Sjukgymnastik"], "visit_on": ["2019-11-11"],
    "words": ["Skrivet under en mätning."],
}  # fmt: skip
"""What is written in a field of that name; of choices those that the field offers."""

_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_INPUT = re.compile(r"<input\b[^>]*>")
_SELECT = re.compile(r"<select\b([^>]*)>(.*?)</select>", re.DOTALL)
_OPTION = re.compile(r"<option\b([^>]*)>")
_AREA = re.compile(r"<textarea\b([^>]*)>(.*?)</textarea>", re.DOTALL)


def filled(page: str, path: str) -> dict[str, list[str]] | None:
    """What is sent of the form that acts at that path, the page's own where it names none; None: there is none."""
    acting = [form for form in _FORM.findall(page) if 'name="act_key"' in form]
    there = [form for form in acting if f'action="{path}"' in _opening(form)]
    own = [form for form in acting if " action=" not in _opening(form)]
    return _values([*there, *own][0]) if there or own else None


def _opening(form: str) -> str:
    return form[: form.index(">")]


def _values(form: str) -> dict[str, list[str]]:
    sent: dict[str, list[str]] = {}
    offered: dict[str, list[str]] = {}
    for tag in _INPUT.findall(form):
        told = _attributes(tag)
        name, value = told.get("name", ""), told.get("value", "")
        if told.get("type") in ("checkbox", "radio"):
            offered.setdefault(name, []).append(value or "on")
            first = told["type"] == "radio" and name not in {*KNOWN, *sent}
            if first or re.search(r"\bchecked\b", tag):
                sent[name] = [*([] if told["type"] == "radio" else sent.get(name, [])), value or "on"]
        elif name:
            sent[name] = [value]
    for attributes, options in _SELECT.findall(form):
        name = _attributes(attributes)["name"]
        offered[name] = [_attributes(each).get("value", "") for each in _OPTION.findall(options)]
        chosen = [_attributes(each).get("value", "") for each in _OPTION.findall(options) if "selected" in each]
        sent[name] = chosen if any(chosen) else [each for each in offered[name] if each][:1]
    for attributes, text in _AREA.findall(form):
        sent[_attributes(attributes)["name"]] = [unescape(text).strip()]
    known = {name: [each for each in values if each in offered.get(name, [each])] for name, values in KNOWN.items()}
    new = {name: values for name, values in known.items() if values and name in {*sent, *offered}}
    return {**sent, **{name: values for name, values in new.items() if not any(sent.get(name, [])) or name in offered}}


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
