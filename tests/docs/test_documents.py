"""Links lead somewhere, commands exist, generated pages have not drifted, every module says what it is."""

import ast
import re
from pathlib import Path

import pytest

from samsyn.pathway import CASE, REFERRAL, Machine
from tests.docs import choices_reference, cli_reference, example_draft, reasons_reference, states_reference
from tests.docs.pages import DOCS, ROOT, documents, has_drifted, named
from tests.docs.shown_commands import commands, refusal

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*src=\"([^\"]+)\"")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)


@pytest.mark.parametrize("page", documents(), ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [one or two for one, two in _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))]
    lost = [target for target in targets if not target.startswith(("http:", "https:")) and not _leads(page, target)]
    assert not lost, f"{named(page)} links to what is not there: {', '.join(lost)}"


def _leads(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if not file.exists() or ROOT not in (file, *file.parents):
        return False
    return not anchor or anchor in _anchors(file.read_text(encoding="utf-8"))


def _anchors(text: str) -> set[str]:
    headings = _HEADING.findall(re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", documents(), ids=named)
def test_commands_exist(page: Path) -> None:
    refused = {" ".join(words): why for words in commands(page.read_text(encoding="utf-8")) if (why := refusal(words))}
    assert not refused


def test_a_wrong_command_would_be_found() -> None:
    assert refusal(["samsyn", "recncile", "extract"])
    assert refusal(["samsyn", "reconcile", "extract", "--oot", "result"])
    assert refusal(["samsyn", "guidelines", "shew", "vgr-mmr-2019"])
    assert not refusal(["samsyn", "reconcile", "extract", "--out", "result"])


@pytest.mark.parametrize("generated", [cli_reference, reasons_reference, choices_reference, states_reference])
def test_generated_pages_have_not_drifted(generated: object) -> None:
    page, text = generated.PAGE, generated.page()  # type: ignore[attr-defined]
    assert not has_drifted(page, text), f"{named(page)} has drifted: run “make docs” and look at what changed."


@pytest.mark.parametrize("machine", [REFERRAL, CASE], ids=lambda machine: machine.name)
def test_the_diagram_draws_every_move_and_no_other(machine: Machine) -> None:
    drawn = re.findall(r"^    (\w+) --> (\w+): (.+)$", states_reference.diagram(machine), re.MULTILINE)
    moves = {(f"{machine.name}.{action}", one, to) for one, to, actions in drawn for action in actions.split(", ")}
    assert moves == {move for move in machine.moves() if move[1] != move[2]}


def test_the_example_is_the_guideline_of_2019_with_four_values_changed() -> None:
    assert not has_drifted(example_draft.PAGE, example_draft.draft()), "The example has drifted: run “make docs”."
    before, after = example_draft.original().splitlines(), example_draft.draft().splitlines()
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert changed == list(example_draft.CHANGED.items())


@pytest.mark.parametrize("picture", sorted((DOCS / "images").glob("*.svg")), ids=named)
def test_pictures_fetch_nothing(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|@import|@font-face|url\((?!#)|<script|<image", text)


def test_every_module_says_what_it_is() -> None:
    written = (ROOT / "src" / "samsyn").rglob("*.py")
    modules = sorted(file for file in written if file.parent.name != "migrations")  # those Django writes
    silent = [named(file) for file in modules if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))]
    assert modules
    assert not silent


def test_documents_name_no_machine() -> None:
    told = re.compile(r"/(?:home|root|tmp|work|Users)/")
    found = {named(page): told.findall(page.read_text(encoding="utf-8")) for page in documents()}
    assert not {page for page, paths in found.items() if paths}
