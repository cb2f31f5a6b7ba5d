"""A gallery of every component, for the tests alone: its own addresses, and made-up surroundings without a database."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path
from django.views.i18n import set_language

from samsyn.web.pages.choices import colour_scheme, show_personal
from samsyn.web.pages.fields import DateField, DecimalField
from samsyn.web.pages.urls import urlpatterns as pages
from samsyn.web.pages.widgets import DescribedBoxes, DescribedRadios

LEVELS = {
    "MMR1": "Komplex problematik, primärvårdsnivå, cirka 40 timmar",
    "MMR2": "Mycket komplex problematik, sjukhusets resurser, cirka 75–100 timmar",
}
DIAGNOSES = {"R52.2C": "R52.2C Smärta utan känd orsak", "M79.7": "M79.7 Fibromyalgi"}
ATTESTS = {"utredd": "Patienten är välutredd", "plan": "Rehabiliteringsplan upprättas med patienten"}


class Decision(forms.Form):
    """Each kind of field."""

    level = forms.ChoiceField(
        label="Nivå", choices=[(each, each) for each in LEVELS], widget=DescribedRadios(LEVELS),
        error_messages={"required": "Välj nivå"},
    )  # fmt: skip
    diagnosis = forms.ChoiceField(label="Diagnos", choices=list(DIAGNOSES.items()))
    day = DateField(label="Beslutsdatum")
    hours = DecimalField(label="Timmar per vecka", required=False, min_value=0, unit="timmar")
    reason = forms.CharField(
        label="Motivering", help_text="Hänvisa till fynd i bedömningen.", widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv en motivering till nivåbeslutet"},
    )  # fmt: skip
    attests = forms.MultipleChoiceField(
        label="Teamet intygar", choices=list(ATTESTS.items()), required=False,
        widget=DescribedBoxes({"plan": "Planen skrivs under av båda."}),
    )  # fmt: skip
    informed = forms.BooleanField(label="Patienten är informerad", required=False)
    note = forms.CharField(label="Anteckning", required=False)


class Search(forms.Form):
    """A row of filters."""

    q = forms.CharField(label="Sök personnummer eller namn", required=False)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Alla"), ("new", "Ny remiss")])
    level = forms.ChoiceField(label="Nivå", required=False, choices=[("", "Alla"), ("1", "MMR1")])


@dataclass(frozen=True)
class Referral:
    """A row of the table."""

    number: str
    name: str
    sender: str
    diagnosis: str
    came: date
    days: int
    status: str
    kind: str
    linton: int


REFERRALS = [
    Referral("19121212-1212", "Tolvan Tolvansson", "Vårdcentralen Åby", "M79.7 Fibromyalgi", date(2019, 9, 14), -8,
             "Väntar på svar", "danger", 67),
    Referral("19790312-2396", "Åsa Öberg", "Vårdcentralen Majorna", "R52.2C Smärta utan känd orsak", date(2019, 10, 2),
             1, "Ny remiss", "info", 54),
    Referral("19850623-2384", "Märta Lindqvist", "Närhälsan Mölndal", "M54.5 Lumbago", date(2019, 10, 7), 6,
             "Multimodal bedömning", "info", 48),
    Referral("19680418-2395", "Kent Ärlebrand", "Capio Angered", "M53.1 Cervicobrachiellt syndrom", date(2019, 10, 15),
             14, "Multimodal bedömning", "info", 71),
    Referral("19730530-2392", "Göran Ågren", "Närhälsan Kungälv", "S13.4 Sen-effekter av Whiplash-skada",
             date(2019, 10, 22), 21, "Kompletterad", "neutral", 44),
]  # fmt: skip


def gallery(request: HttpRequest) -> HttpResponse:
    """All components; with `?fel` the form has been sent empty."""
    if request.method == "POST":
        messages.success(request, "Beslutet är sparat.")
        return redirect("gallery")
    form = Decision({}) if "fel" in request.GET else Decision(initial={"day": date(2019, 10, 31)})
    context = {"form": form, "search": Search(request.GET), "referrals": REFERRALS, "days": [
        date(2019, 10, 29), date(2019, 10, 12), date(2019, 10, 2)]}  # fmt: skip
    return render(request, request.GET.get("sida", "gallery") + ".html", context)


def nothing(request: HttpRequest, **_: Any) -> HttpResponse:
    """Stands for the project's own pages."""
    return HttpResponse("")


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """What the project's context processor gives, made up."""
    units = [("koordinator", "MMR-team Sahlgrenska"), ("fysioterapeut", "MMR-team Mölndal")]
    labels = ["Remisser", "Patienter", "Serier", "Fakturering", "Utfall", "Team"]
    return {
        "actor": SimpleNamespace(name="Karin Ek", role_name="koordinator", unit_name="MMR-team Sahlgrenska"),
        "assignments": [
            SimpleNamespace(id=number, role_name=role, unit_name=unit, active=number == 0)
            for number, (role, unit) in enumerate(units)
        ],
        "navigation": [SimpleNamespace(label=label, url="/", active=label == "Remisser") for label in labels],
        "demo_day": date(2019, 10, 31),
        "colour_scheme": colour_scheme(request),
        "show_personal": show_personal(request),
        "act_key": "8a2f0d5e-0000-4000-8000-000000000001",
        "request_id": "0123456789abcdef",
    }


urlpatterns = [
    path("galleri", gallery, name="gallery"),
    path("", include(([path("", nothing, name="start"), *pages], "pages"))),
    path("sprak", set_language, name="set_language"),
    path(
        "personer/",
        include(([path(name, nothing, name=name) for name in ("assignment", "account")], "people")),
    ),
    path("in", nothing, name="account_login"),
    path("ut", nothing, name="account_logout"),
]
