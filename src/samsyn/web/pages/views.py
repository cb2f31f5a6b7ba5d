"""The pages that belong to no one: choices about the looks, the accessibility statement, about the program."""

from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from samsyn.web.pages.choices import SCHEMES, remember_colours, remember_personal

SCRIPT = "fetch"
"""What our own script says in `X-Requested-With`: it has changed the page itself and needs no new one."""


@require_POST
def colour_scheme(request: HttpRequest) -> HttpResponse:
    """Remember light, dark or as the computer has it, and go back."""
    scheme = request.POST.get("scheme", "")
    if scheme not in SCHEMES:
        return HttpResponseBadRequest()
    response = _back(request)
    remember_colours(request, response, scheme)
    return response


@require_POST
def personal_data(request: HttpRequest) -> HttpResponse:
    """Remember whether names and numbers are shown, and go back."""
    wanted = request.POST.get("show", "")
    if wanted not in {"0", "1"}:
        return HttpResponseBadRequest()
    response = _back(request)
    remember_personal(request, response, shown=wanted == "1")
    return response


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement that the law (2018:1937) asks for."""
    contact = getattr(settings, "CONTACT_EMAIL", "")
    return render(request, "pages/accessibility.html", {"contact": contact})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show what the program is, what it is not, and its version."""
    return render(request, "pages/about.html", {"version": version("samsyn")})


def _back(request: HttpRequest) -> HttpResponse:
    """Answer the script with nothing; lead anyone else back to the page they came from, never to another site."""
    if request.headers.get("X-Requested-With") == SCRIPT:
        return HttpResponse(status=204)
    address = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        address = resolve_url("pages:start")
    return HttpResponseRedirect(address)
