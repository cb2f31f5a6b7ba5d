"""The texts of the web application and their English: collect them, and compile what the program reads.

`make messages` rewrites the list of texts (what is translated stays) and compiles it. With `--check` nothing is
written: it fails, and says where, if a text is missing, without English, or not compiled. Swedish is the text in the
code.
"""

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parent.parent / "src" / "samsyn" / "web"
PO = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
_CALLS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
    "_now": None, "_g": None,  # gettext, where a module has the lazy one as _
}  # fmt: skip


def _source(file: Path) -> bytes:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        return text.encode()
    # Within brackets the indentation of what Django makes of a template does not matter.
    return f"({templatize(text, origin=str(file))})".encode()


def _found() -> Iterator[tuple[str, object, str | None]]:
    """Every text: where, what (singular and plural where it has two forms), in which context."""
    for file in sorted([*WEB.rglob("*.py"), *WEB.rglob("*.html"), *WEB.rglob("*.txt")]):
        if "migrations" in file.parts:
            continue
        name = str(file.relative_to(WEB))
        for _line, text, _comments, context in extract("python", io.BytesIO(_source(file)), _CALLS):
            yield name, text, context


def _collected(old: Catalog) -> Catalog:
    """The texts as they are now, with the English that was there."""
    new = Catalog(locale="en", project="Samsyn", fuzzy=False, charset="utf-8")
    for name, text, context in _found():
        if text and text != ("", ""):
            before = old.get(text[0] if isinstance(text, tuple) else text, context)
            kept = before.string if before and isinstance(before.id, str) == isinstance(text, str) else None
            new.add(text, kept, [(name, 0)], context=context)
    return new


def _without_english(catalog: Catalog) -> list[str]:
    return [str(each.id) for each in catalog if each.id and not (each.string and all(_forms(each.string)))]


def _forms(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (str(string),)


def _wrong_places(catalog: Catalog) -> list[str]:
    """English whose placeholders are not the Swedish text's."""
    names = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
    wrong = []
    for each in catalog:
        if each.id and each.string:
            swedish = set(names.findall(_forms(each.id)[-1]))
            if any(set(names.findall(form)) - swedish for form in _forms(each.string)):
                wrong.append(str(each.id))
    return wrong


def _texts(catalog: Catalog) -> dict[tuple[tuple[str, ...], str | None], tuple[str, ...]]:
    return {(_forms(each.id), _context(each.context)): _forms(each.string) for each in catalog if each.id}


def _context(context: str | bytes | None) -> str | None:
    """As text: Babel reads it as bytes from a compiled list."""
    return context.decode() if isinstance(context, bytes) else context


def main() -> None:
    """Collect and compile, or check."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.web.project.settings")
    os.environ.setdefault("SAMSYN_DEMO", "1")
    django.setup()
    old = read_po(PO.open("rb"), locale="en") if PO.exists() else Catalog(locale="en")
    new = _collected(old)
    bad = [f"without English: {text}" for text in _without_english(new)]
    bad += [f"placeholders differ: {text}" for text in _wrong_places(new)]
    if "--check" in sys.argv:
        compiled = read_mo(MO.open("rb")) if MO.exists() else Catalog()
        bad += ["the list of texts is not current" for _ in [0] if _texts(old) != _texts(new)]
        bad += ["not compiled" for _ in [0] if not bad and _texts(compiled) != _texts(new)]
    else:
        with PO.open("wb") as file:
            write_po(file, new, width=120, sort_output=True, no_location=True, omit_header=False)
        with MO.open("wb") as file:
            write_mo(file, new)
    print("\n".join(bad) or f"{len(new)} texts, all with English", file=sys.stderr if bad else sys.stdout)
    sys.exit(1 if bad and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
