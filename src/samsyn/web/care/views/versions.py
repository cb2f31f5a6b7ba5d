"""Putting right what is registered, taking it away, and reading every version of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms import Form, HiddenInput, IntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.acts.correcting import correct_registration, withdraw_registration
from samsyn.web.care.acts.registering import said_fields
from samsyn.web.care.contents import contents_of
from samsyn.web.care.forms.about import WhyForm
from samsyn.web.care.heading import heading_of
from samsyn.web.care.kinds import KINDS, Kind
from samsyn.web.care.models import Case, Registered
from samsyn.web.care.reading import said_in_words
from samsyn.web.care.views.acting import CarefulCase, CaseActing, own_case
from samsyn.web.patients.forms.fields import reason_field
from samsyn.web.people.rights import may


def versions_of(case: Case, slug: str, thing: UUID) -> tuple[Kind, list[Registered]]:
    """The kind and all versions, the newest first; 404 where the case has no such registration."""
    kind = KINDS.get(slug)
    rows = list(_rows(case, kind).filter(thing=thing).order_by("-place")) if kind else []
    if kind is None or not rows:
        raise Http404
    return kind, rows


def _rows(case: Case, kind: Kind) -> Any:
    return getattr(case, f"{kind.model._meta.model_name}s")


class _OfOne(CaseActing):
    """About one registration on the case."""

    action = "case.correct"

    def fetch(self, case_id: UUID, **kwargs: Any) -> Case:
        """The case, and the registration's newest version."""
        case = super().fetch(case_id)
        self.of_kind, rows = versions_of(case, kwargs["kind"], kwargs["thing"])
        self.row = rows[0]
        self.anchor = self.of_kind.anchor
        return case

    def allowed_now(self) -> bool:
        """What has been taken away is neither corrected nor taken away again."""
        return super().allowed_now() and not self.row.withdrawn

    def context(self) -> dict[str, Any]:
        """Also the registration as it stands."""
        said = said_in_words(self.row)
        return {**super().context(), "row": self.row, "of_kind": self.of_kind, "said": said}


class Correct(_OfOne):
    """Its own form, filled in as it stands, and why it is corrected."""

    submit = _("Spara rättelsen")
    template_name = "care/correct.html"
    done = _("Rättelsen är sparad. Det som stod förut går att läsa under Versioner.")
    lead = _("Skriv hur det skulle ha stått. Det som står nu finns kvar och går att läsa.")

    @property
    def heading(self) -> str:  # type: ignore[override]
        """Named after what is corrected."""
        return str(_("Rätta: %(what)s") % {"what": str(self.of_kind.words).lower()})

    def form(self, data: Any = None) -> Form:
        """As it stands."""
        known = {name: getattr(self.row, name) for name in said_fields(self.of_kind.model)}
        day = known.get("day") or today()
        form = self.of_kind.form(
            data, initial={**known, "version": self.row.place}, **self.of_kind.needs(self.subject, day)
        )
        form.fields["version"] = IntegerField(widget=HiddenInput)
        form.fields["why"] = reason_field(_("Varför rättas det?"), _("Skälet sparas med ditt namn."))
        for name in form.fields.keys() - {*known, "version", "why"}:
            del form.fields[name]  # what was asked only when it was new
        return form

    def act(self, version: int, why: str, **said: Any) -> None:
        """Add the version."""
        correct_registration(
            by=self.actor, case_id=self.subject.pk, kind=self.of_kind, thing=self.row.thing, version=version, why=why,
            said=said,
        )  # fmt: skip


class Withdraw(_OfOne):
    """It never should have been there."""

    template_name = "care/withdraw.html"
    form_class = WhyForm
    submit = _("Ta bort")
    kind = "danger"
    done = _("Registreringen är borttagen. Den går att läsa under Händelser.")
    lead = _("Registreringen räknas inte längre. Vad som stod, vem som tog bort det och varför går att läsa.")

    @property
    def heading(self) -> str:  # type: ignore[override]
        """Named after what is taken away."""
        return str(_("Ta bort: %(what)s") % {"what": str(self.of_kind.words).lower()})

    def form(self, data: Any = None) -> Form:
        """Only the reason."""
        return WhyForm(data, initial={"version": self.row.place})

    def act(self, **told: Any) -> None:
        """Add the version that says so."""
        withdraw_registration(by=self.actor, case_id=self.subject.pk, kind=self.of_kind, thing=self.row.thing, **told)


@dataclass(frozen=True)
class Version:
    """One version as the page shows it: each field in words, and whether it differs from the version before."""

    row: Registered
    said: list[tuple[str | Promise, Any, bool]]


class Versions(CarefulCase, View):
    """Everything that has stood: who wrote it, when and why."""

    def get(self, request: HttpRequest, case_id: UUID, kind: str, thing: UUID) -> HttpResponse:
        """Show them."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        case = own_case(actor, case_id)
        of_kind, rows = versions_of(case, kind, thing)
        context = {
            **heading_of(case, contents_of(case)),
            "of_kind": of_kind,
            "versions": list(_told(rows)),
            "newest": rows[0],
            "may_correct": may(actor, "case.correct", case.state) and not rows[0].withdrawn,
            "anchor": of_kind.anchor,
            "heading": capfirst(of_kind.words),
        }
        return render(request, "care/versions.html", context)


def _told(rows: list[Registered]) -> Iterator[Version]:
    """Each version beside the one before it, the newest first."""
    for row, before in zip(rows, [*rows[1:], None], strict=True):
        was = dict(said_in_words(before)) if before else None
        said = [(name, value, was is not None and was.get(name) != value) for name, value in said_in_words(row)]
        yield Version(row, said)
