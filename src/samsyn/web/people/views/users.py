"""Users at one's provider, or in one's region."""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.kernel.swedish import search_key
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.pages.leafing import leaf
from samsyn.web.people.acting import ActingView
from samsyn.web.people.acts.assignments import give_assignment
from samsyn.web.people.acts.users import add_user, close_user, give_link, open_user, reset_second_factor
from samsyn.web.people.forms import SearchForm, UserForm
from samsyn.web.people.login.first import has_second_factor
from samsyn.web.people.models import User
from samsyn.web.people.session_keys import LINK
from samsyn.web.people.within import assignments_within, users_within


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """The list, by name, a page at a time from where the last one ended."""
    form = SearchForm(request.GET)
    form.is_valid()
    found = _matching(users_within(_by(request)), form.cleaned_data)
    current = assignments_within(_by(request)).not_ended_on(today()).select_related("unit")  # type: ignore[attr-defined]
    context = {
        "form": form,
        "page": leaf(found.prefetch_related(Prefetch("assignments", current, to_attr="current")), request.GET),
        "filtered": any(form.cleaned_data.values()),
        "at_office": _by(request).at_region_office,
    }
    return render(request, "people/users.html", context)


def _by(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined, no-any-return]


def _matching(users: QuerySet[User], asked: dict[str, Any]) -> QuerySet[User]:
    for word in search_key(asked.get("q", "")).split():
        users = users.filter(search_key__contains=word)
    if asked.get("state"):
        users = users.filter(is_active=asked["state"] == "open")
    return users


@require_safe
def show(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One person: the account, and the assignments within the administrator's reach."""
    user = get_object_or_404(users_within(_by(request)), id=user_id)
    assignments = assignments_within(_by(request)).filter(user=user).select_related("unit")
    context = {
        "subject": user,
        "assignments": assignments.order_by("-first_day", "unit__sort_key"),
        "oneself": user.id == _by(request).user_id,
        "second_factor": has_second_factor(user),
    }
    return render(request, "people/user.html", context)


@require_safe
def show_link(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """The link, this once."""
    user = get_object_or_404(users_within(_by(request)), id=user_id)
    kept = request.session.get(LINK) or {}
    link = ""
    if kept.get("user") == str(user.id):
        link = request.build_absolute_uri(kept["address"])
        del request.session[LINK]
    return render(request, "people/link.html", {"subject": user, "link": link})


class _OnUser(ActingView):
    """An act on a person within reach; the form has no fields, the page asks whether one is sure."""

    template_name = "people/sure.html"
    heading: Any = ""
    words: Any = ""
    button: Any = ""
    kind = ""

    def fetch(self, **kwargs: Any) -> User:
        """The person, if within reach."""
        return get_object_or_404(users_within(self.actor), id=kwargs["user_id"])

    def context(self) -> dict[str, Any]:
        """What is asked."""
        return {"heading": self.heading, "words": self.words, "button": self.button, "kind": self.kind}

    def page(self) -> str:
        """The person's page."""
        return reverse("people:user", args=[self.subject.id])

    def keep_link(self, user: User, address: str) -> str:
        """Keep the link for the next page, which shows it and forgets it."""
        self.request.session[LINK] = {"user": str(user.id), "address": address}
        return reverse("people:link", args=[user.id])


class Add(_OnUser):
    """A new account, its first assignment, and the link by which its owner chooses a password."""

    action = "user.add"
    form_class = UserForm
    template_name = "people/new_user.html"
    done = _("Kontot är skapat.")

    def fetch(self, **kwargs: Any) -> Any:
        """Nothing yet."""
        return None

    def form(self, data: Any = None) -> UserForm:
        """With the units within reach."""
        return UserForm(data, by=self.actor)

    def perform(self, form: Any) -> str:
        """Make all three."""
        asked = form.cleaned_data
        person = {key: asked.pop(key) for key in ("name", "username", "hsa_id")}
        user = add_user(by=self.actor, **person)
        give_assignment(by=self.actor, user=user, **asked)
        return self.keep_link(user, give_link(by=self.actor, user=user))


class GiveLink(_OnUser):
    """A new link to choose a password."""

    action = "user.give-link"
    heading = _("Ge en länk för att välja lösenord")
    words = _("Länken visas en gång och gäller i 24 timmar. Lämna den själv till personen. Äldre länkar slutar gälla "
              "och personen loggas ut.")  # fmt: skip
    button = _("Skapa länken")

    def perform(self, form: Any) -> str:
        """Make it, and show it on the next page."""
        return self.keep_link(self.subject, give_link(by=self.actor, user=self.subject))


class ResetSecondFactor(_OnUser):
    """For who has lost the telephone."""

    action = "user.reset-second-factor"
    heading = _("Nollställ inloggningen i två steg")
    words = _("App, passnycklar och reservkoder tas bort och personen loggas ut. Vid nästa inloggning lägger personen "
              "till nya. Förvissa dig om att det är rätt person som ber om det.")  # fmt: skip
    button = _("Nollställ")
    kind = "danger"
    done = _("Inloggningen i två steg är nollställd.")

    def perform(self, form: Any) -> str:
        """Do it."""
        reset_second_factor(by=self.actor, user=self.subject)
        return self.page()


class Close(_OnUser):
    """Close the account."""

    action = "user.close"
    heading = _("Stäng kontot")
    words = _("Personen loggas ut genast och kan inte logga in igen. Det personen har gjort står kvar.")
    button = _("Stäng kontot")
    kind = "danger"
    done = _("Kontot är stängt.")

    def perform(self, form: Any) -> str:
        """Do it."""
        close_user(by=self.actor, user=self.subject)
        return self.page()


class Open(_OnUser):
    """Open it again."""

    action = "user.open"
    heading = _("Öppna kontot")
    words = _("Personen kan logga in igen, med de uppdrag som inte är avslutade.")
    button = _("Öppna kontot")
    done = _("Kontot är öppet.")

    def perform(self, form: Any) -> str:
        """Do it."""
        open_user(by=self.actor, user=self.subject)
        return self.page()
