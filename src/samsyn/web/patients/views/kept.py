"""Lists that are narrowed by a search. It is sent by POST and kept in the session: no name stands in an address."""

from dataclasses import fields
from typing import Any, ClassVar

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.patients.opening import detour


class KeptSearch(View):
    """A list by the search that is kept. For htmx a search is answered with the rows alone.

    An address may name filters, as the lines of the start page do, but never the text: then they are the search.
    """

    kept_as: ClassVar[str]
    wanted_type: ClassVar[type[Any]]  # a dataclass of what can be asked for, all of it with a default
    template_name: ClassVar[str]
    rows_template: ClassVar[str]

    actor: Actor

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """First say that reading is logged."""
        if turned_to := detour(request):
            return redirect(turned_to)
        self.actor = request.actor  # type: ignore[attr-defined]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """A page of the list."""
        named = self._named()
        if named:
            self._keep(named)
        wanted = named or kept_search(request, self.kept_as, self.wanted_type)
        context = {"search": self.filter(initial=vars(wanted)), **self.results(wanted), **self.above()}
        return render(request, self.template_name, context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the search and show its list."""
        by_htmx = request.htmx  # type: ignore[attr-defined]
        form = self.filter({} if "clear" in request.POST else request.POST)
        if not form.is_valid():
            if by_htmx:
                return render(request, self.rows_template, {"unfinished": True})
            context = {"search": form, "unfinished": True, **self.above()}
            return render(request, self.template_name, context, status=422)
        wanted = self.wanted_type(**form.cleaned_data)
        self._keep(wanted)
        if by_htmx:
            return render(request, self.rows_template, self.results(wanted))
        return redirect(request.path)

    def filter(self, data: Any = None, **rest: Any) -> Form:
        """The search form."""
        raise NotImplementedError

    def results(self, wanted: Any) -> dict[str, Any]:
        """The rows, and what to say where there are none."""
        raise NotImplementedError

    def above(self) -> dict[str, Any]:
        """What stands above the list."""
        return {}

    def _named(self) -> Any:
        """The search that the address names, if it does and makes sense."""
        query = self.request.GET
        names = {each.name for each in fields(self.wanted_type)} - {"text"}
        form = self.filter({name: query[name] for name in names & query.keys()})
        return self.wanted_type(**form.cleaned_data) if names & query.keys() and form.is_valid() else None

    def _keep(self, wanted: Any) -> None:
        self.request.session[self.kept_as] = {"at": str(self.actor.unit_id), **vars(wanted)}


def kept_search(request: HttpRequest, kept_as: str, wanted_type: type[Any]) -> Any:
    """The search that is kept, unless it was made at another unit; a new one where none is."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    kept = request.session.get(kept_as, {})
    if kept.get("at") != str(actor.unit_id):
        return wanted_type()
    return wanted_type(**{each.name: kept[each.name] for each in fields(wanted_type) if each.name in kept})
