"""The addresses. Each has its row in the table of rights, or it does not open."""

from django.urls import include, path
from django.views.i18n import set_language

from samsyn.web.pages.urls import urlpatterns as pages
from samsyn.web.project.health import health
from samsyn.web.project.start import start

urlpatterns = [
    path("", include(([path("", start, name="start"), *pages], "pages"))),
    path("health", health, name="health"),
    path("sprak", set_language, name="set_language"),
    path("personer/", include("samsyn.web.people.urls")),
    path("patienter/", include("samsyn.web.patients.urls")),
    path("remisser/", include("samsyn.web.referrals.urls")),
    path("arenden/", include("samsyn.web.care.urls")),
    path("", include("samsyn.web.directory.urls")),
    path("insyn/", include("samsyn.web.oversight.urls")),
    path("konto/", include("samsyn.web.people.login_urls")),
]

handler400 = "samsyn.web.pages.errors.bad_request"
handler500 = "samsyn.web.pages.errors.server_error"
