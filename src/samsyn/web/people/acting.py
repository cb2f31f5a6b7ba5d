"""The page that acts: shows a form, does one act once, and says plainly when it cannot be done."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.once import once
from samsyn.web.audit.refusal import Refusal
from samsyn.web.people.rights import ACTIONS, may


def check_state(action_id: str, state: str, state_name: str | Promise) -> None:
    """Raise a worded refusal unless the table of rights lets the action be done in this state."""
    action = ACTIONS[action_id]
    if action.states and state not in action.states:
        raise Refusal(_("Det går inte längre: läget är nu ”%(state)s”. Ladda om sidan.") % {"state": state_name})


def check_not_same(action_id: str, *, by: Actor, on: Model) -> None:
    """Raise a worded refusal if `by` has done to the object what the table of rights says another must have done."""
    if did_step_before(action_id, by=by, on=on):
        raise Refusal(_("Det måste göras av någon annan än den som gjorde det förra steget."))


def did_step_before(action_id: str, *, by: Actor, on: Model) -> bool:
    """Whether this person, in whatever assignment, did the earlier step that the table of rights names (four eyes).

    It asks the trail, so it sees what this actor's reach lets be read there: of the own provider, or of the region.
    """
    earlier = ACTIONS[action_id].not_by_same
    done = AuditEvent.objects.filter(
        action=earlier, object_kind=on._meta.model_name, object_id=str(on.pk), user_id=by.user_id
    )
    return bool(earlier) and done.exists()


class ActingView(View):
    """Subclasses name the action, the form and the template, fetch the subject, and call a service in `perform`.

    A form that cannot be read is shown again (422) with what to mend; a refusal is shown on the page (409). A form sent
    twice gives the answer of the first time.
    """

    action: ClassVar[str]
    form_class: ClassVar[type[Form]] = Form
    template_name: ClassVar[str]
    done: ClassVar[str | Promise] = ""  # what is said afterwards

    request: HttpRequest
    subject: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Fetch what is acted on before anything else: what one may not see gives 404."""
        super().setup(request, *args, **kwargs)
        self.subject = self.fetch(**kwargs)

    @property
    def actor(self) -> Actor:
        """Who acts; the door has seen to it that there is someone."""
        return self.request.actor  # type: ignore[attr-defined, no-any-return]

    def fetch(self, **kwargs: Any) -> Any:
        """The object acted on, by a query scoped to the actor; none where something new is made."""
        return None

    def form(self, data: Any = None) -> Form:
        """The form, empty or filled."""
        return self.form_class(data)

    def context(self) -> dict[str, Any]:
        """What the template needs beside `form` and `subject`."""
        return {}

    def perform(self, form: Form) -> str:
        """Do it and return the address to go to."""
        raise NotImplementedError

    def allowed_now(self) -> bool:
        """Whether the table of rights lets this actor do it to the subject as it stands: for the template."""
        return may(self.actor, self.action, getattr(self.subject, "state", None))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form."""
        return self.shown(self.form(), 200)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do the act, once."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.shown(form, 422)
        try:
            with transaction.atomic():
                address = once(
                    request.POST.get("act_key", ""), action=self.action, by=self.actor, do=lambda: self.perform(form)
                )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal.words))
            return self.shown(form, 409)
        if self.done:
            messages.success(request, str(self.done))
        return redirect(address)

    def shown(self, form: Form, status: int) -> HttpResponse:
        """The page with its form."""
        context = {"form": form, "subject": self.subject, "allowed_now": self.allowed_now(), **self.context()}
        return render(self.request, self.template_name, context, status=status)
