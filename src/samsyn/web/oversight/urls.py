"""Addresses."""

from django.urls import path

from samsyn.web.oversight.views import access_log, extract, spot_checks, trail

app_name = "oversight"
urlpatterns = [
    path("atkomstlogg", access_log.listing, name="access-log"),
    path("atkomstlogg/sok-patient", access_log.find, name="access-log-find"),
    path("utdrag/<uuid:patient>", extract.page, name="extract"),
    path("utdrag/<uuid:patient>/fil", extract.file, name="extract-csv"),
    path("stickprov", spot_checks.listing, name="spot-checks"),
    path("stickprov/nytt", spot_checks.Make.as_view(), name="spot-check-make"),
    path("stickprov/<uuid:check>", spot_checks.one, name="spot-check"),
    path("stickprov/<uuid:check>/avsluta", spot_checks.Finish.as_view(), name="spot-check-finish"),
    path("stickprov/<uuid:check>/<int:place>", spot_checks.Judge.as_view(), name="spot-check-item"),
    path("andringar", trail.listing, name="trail"),
]
