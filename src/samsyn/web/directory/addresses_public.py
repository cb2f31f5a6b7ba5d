"""Addresses of what is published, of the directives, the yearly confirmation and the volumes."""

from django.urls import path

from samsyn.web.directory.views import confirmation, directives, public, volume

urlpatterns = [
    path("team/", public.teams, name="public-teams"),
    path("team.json", public.as_json, name="public-teams-json"),
    path("team/<uuid:team>", public.team, name="public-team"),
    path("bekraftelser/", confirmation.waiting, name="unconfirmed-teams"),
    path("bekraftelser/<uuid:team>", confirmation.Confirm.as_view(), name="confirm-team"),
    path("anvisningar/", directives.directives, name="directives"),
    path("anvisningar/ny", directives.choose, name="directive-choose"),
    path("anvisningar/ny/<slug:guideline>/<str:level>", directives.New.as_view(), name="directive-new"),
    path("anvisningar/<uuid:directive>", directives.directive, name="directive"),
    path("anvisningar/<uuid:directive>/andra", directives.Edit.as_view(), name="directive-edit"),
    path("anvisningar/<uuid:directive>/utfarda", directives.Issue.as_view(), name="directive-issue"),
    path("anvisningar/<uuid:directive>/aterkalla", directives.Revoke.as_view(), name="directive-revoke"),
    path("volym/", volume.volumes, name="volumes"),
]
