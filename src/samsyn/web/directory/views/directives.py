"""Directives: the region drafts, issues and revokes them; a provider reads its own."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.kernel import search_key, sort_key
from samsyn.kernel.money import ORE_PER_KRONA
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory.accredited import accredited_on
from samsyn.web.directory.acts import directive as acts
from samsyn.web.directory.directives import directives_at, is_current, offer_of, offers, ruling_of, wrote
from samsyn.web.directory.forms.words import words_field
from samsyn.web.directory.models import Directive, DirectiveState
from samsyn.web.organisations.models import Provider, Region
from samsyn.web.pages.fields import DateField, DecimalField
from samsyn.web.pages.leafing import numbered
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import may


class FilterForm(forms.Form):
    """Which directives are listed."""

    q = forms.CharField(label=_("Vårdgivare"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("Läge"), required=False, choices=[("", _("Alla")), *DirectiveState.choices])

    say_optional = False


@require_safe
def directives(request: HttpRequest) -> HttpResponse:
    """The region's directives, or the provider's own; the newest period first, by provider."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    everything = directives_at(actor)
    form = FilterForm(request.GET)
    rows = sorted(_matching(everything, form), key=_by_name) if form.is_valid() else []
    page = numbered(rows, request.GET)
    context = {
        "form": form if actor.at_region_office else None,
        "page": page,
        "directives": [(each, is_current(each, today())) for each in page.rows],
        "total": len(rows),
        "any": everything.exists(),
        "may_draft": may(actor, "directive.draft"),
        "day": today(),
    }
    return render(request, "directory/directives/list.html", context)


@require_safe
def directive(request: HttpRequest, directive: UUID) -> HttpResponse:
    """What one directive says, on what it rests, and what can be done to it now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(request, "directory/directives/directive.html", _shown(actor, _get(actor, directive)))


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """For which guideline and level a new directive is to be drafted."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    region = get_object_or_404(Region, pk=actor.region_id)
    context = {"offers": list(offers(region.programmes)), "day": today()}
    return render(request, "directory/directives/choose.html", context)


class TermsForm(forms.Form):
    """What a directive says."""

    reference = forms.CharField(
        label=_("Diarienummer"), max_length=60, help_text=_("Anvisningens eget, till exempel HS 2019-00339."),
        error_messages={"required": _("Skriv anvisningens diarienummer.")},
    )  # fmt: skip
    first_day = DateField(label=_("Gäller från och med"))
    last_day = DateField(label=_("Gäller till och med"))
    amount = DecimalField(
        label=_("Belopp i kronor för varje avslutad serie"), required=False, max_digits=9, decimal_places=2, unit="kr",
        help_text=_("Lämna tomt om beloppet inte är beslutat. Utan belopp kan anvisningen inte utfärdas."),
    )  # fmt: skip
    product_code = forms.CharField(
        label=_("Produktkod"), max_length=20, required=False, help_text=_("Lämna tomt om ingen är bestämd.")
    )
    buyer_reference = forms.CharField(label=_("Beställar-id"), max_length=40, required=False)

    def terms(self) -> acts.Terms:
        """What was written, with the amount in whole öre."""
        kept = {name: self.cleaned_data[name] for name in acts._FIELDS if name != "amount_ore"}
        amount = self.cleaned_data["amount"]
        return acts.Terms(**kept, amount_ore=None if amount is None else int(amount * ORE_PER_KRONA))


class EditForm(TermsForm, VersionForm):
    """The same, of a draft that was read at some version."""


class NewForm(TermsForm):
    """The same, and to whom."""

    provider = forms.ChoiceField(label=_("Vårdgivare"), error_messages={"required": _("Välj en vårdgivare.")})

    field_order = ("provider",)

    def __init__(self, data: Any, actor: Actor, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["provider"].choices = [("", _("Välj vårdgivare")), *_providers(actor)]


class New(ActingView):
    """A draft for a guideline and level, filled in with what the guideline says."""

    action = "directive.draft"
    template_name = "directory/directives/draft.html"
    done = _("Utkastet är sparat. En annan handläggare utfärdar det.")

    def fetch(self, *, guideline: str, level: str) -> Any:
        """What the guideline offers, if it is one of the region's own."""
        offer = offer_of(guideline, level)
        region = Region.objects.filter(pk=self.actor.region_id).first() if self.actor.at_region_office else None
        if offer is None or region is None or offer.guideline.programme not in region.programmes:
            raise Http404
        return offer

    def form(self, data: Any = None) -> NewForm:
        """The form with the guideline's own amount, codes and days."""
        offer = self.subject
        initial = {
            "first_day": offer.guideline.period.first,
            "last_day": offer.guideline.period.last,
            "amount": offer.amount.money and _kronor(offer.ore),
            "product_code": offer.amount.stated_product_code,
            "buyer_reference": offer.buyer_reference,
        }
        return NewForm(data, self.actor, initial)

    def context(self) -> dict[str, Any]:
        """The offer, to be read beside the form."""
        return {"offer": self.subject, "cancel": reverse("directory:directive-choose")}

    def perform(self, form: Any) -> str:
        """Save the draft."""
        made = acts.draft(
            by=self.actor,
            provider_id=form.cleaned_data["provider"],
            guideline_id=self.subject.guideline.id,
            level=self.subject.level,
            terms=form.terms(),
        )
        return _address(made)


class OfDirective(ActingView):
    """An act on a directive that is there."""

    def fetch(self, *, directive: UUID) -> Directive:
        """The directive, if the officer may see it."""
        if not self.actor.at_region_office:
            raise Http404
        return _get(self.actor, directive)

    def form(self, data: Any = None) -> Any:
        """The form, with the version that was shown."""
        return self.form_class(data, initial={"version": self.subject.version})

    def context(self) -> dict[str, Any]:
        """The directive as its page shows it."""
        return {**_shown(self.actor, self.subject), "cancel": _address(self.subject)}


class Edit(OfDirective):
    """Changing a draft."""

    action = "directive.draft"
    form_class = EditForm
    template_name = "directory/directives/draft.html"
    done = _("Utkastet är ändrat.")

    def form(self, data: Any = None) -> EditForm:
        """What the draft says now."""
        one = self.subject
        initial = {name: getattr(one, name) for name in (*acts._FIELDS, "version")}
        return EditForm(data, initial=initial | {"amount": _kronor(one.amount_ore)})

    def context(self) -> dict[str, Any]:
        """What the guideline says, beside the form."""
        return super().context() | {"offer": offer_of(self.subject.guideline_id, self.subject.level)}

    def perform(self, form: Any) -> str:
        """Save it."""
        version = form.cleaned_data["version"]
        return _address(acts.edit(by=self.actor, directive_id=self.subject.pk, version=version, terms=form.terms()))


class ReasonForm(VersionForm):
    """Why."""

    reason = words_field(
        _("Varför återkallas anvisningen?"),
        missing=_("Skriv varför anvisningen återkallas."),
        help_text=_("Vårdgivaren läser det du skriver."),
    )


class Issue(OfDirective):
    """Issuing: the act that opens the money."""

    action = "directive.issue"
    form_class = VersionForm
    template_name = "directory/directives/issue.html"
    done = _("Anvisningen är utfärdad.")

    def perform(self, form: Any) -> str:
        """Issue it."""
        version = form.cleaned_data["version"]
        return _address(acts.issue(by=self.actor, directive_id=self.subject.pk, version=version))


class Revoke(OfDirective):
    """Revoking."""

    action = "directive.revoke"
    form_class = ReasonForm
    template_name = "directory/directives/revoke.html"
    done = _("Anvisningen är återkallad.")

    def perform(self, form: Any) -> str:
        """Revoke it."""
        said = form.cleaned_data
        return _address(
            acts.revoke(by=self.actor, directive_id=self.subject.pk, version=said["version"], reason=said["reason"])
        )


def _get(actor: Actor, directive_id: UUID) -> Directive:
    return get_object_or_404(directives_at(actor), pk=directive_id)


def _address(directive: Directive) -> str:
    return reverse("directory:directive", args=[directive.pk])


def _kronor(ore: int | None) -> Any:
    """Whole kronor without decimals; else with two, exactly."""
    if ore is None:
        return None
    kronor, rest = divmod(ore, ORE_PER_KRONA)
    return f"{kronor},{rest:02d}" if rest else kronor


def _providers(actor: Actor) -> list[tuple[str, str]]:
    found = Provider.objects.filter(region_id=actor.region_id, unit__is_region_office=False).distinct()
    return [(str(each.pk), each.name) for each in sorted(found, key=lambda one: sort_key(one.name))]


def _matching(rows: Any, form: FilterForm) -> Any:
    state, words = form.cleaned_data["state"], form.cleaned_data["q"]
    if state:
        rows = rows.filter(state=state)
    return rows.filter(provider__in=_named(words)) if words else rows


def _by_name(directive: Directive) -> tuple[int, str, str]:
    return -directive.first_day.toordinal(), sort_key(directive.provider.name), directive.level


def _named(words: str) -> list[Any]:
    """Providers whose name holds the words: few enough to fold here."""
    wanted = search_key(words)
    return [each.pk for each in Provider.objects.only("id", "name") if wanted in search_key(each.name)]


def _shown(actor: Actor, directive: Directive) -> dict[str, Any]:
    """All that the page of a directive tells, and what the actor can do to it."""
    ruling = ruling_of(directive)
    teams = accredited_on(today()).filter(unit__provider_id=directive.provider_id, level=directive.level)
    own = actor.at_region_office
    return {
        "directive": directive,
        "ruling": ruling,
        "current": is_current(directive, today()),
        "teams": teams.select_related("unit").order_by("sort_key", "id"),
        "may_edit": own and may(actor, "directive.draft", directive.state),
        "may_issue": own and may(actor, "directive.issue", directive.state),
        "may_revoke": own and may(actor, "directive.revoke", directive.state),
        "own_writing": own and directive.state == DirectiveState.DRAFT and wrote(actor, directive),
        "day": today(),
    }
