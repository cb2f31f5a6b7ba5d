"""Addresses."""

from django.urls import path

from samsyn.web.people.views import assignment

app_name = "people"
urlpatterns = [path("uppdrag", assignment.change, name="assignment")]
