"""Addresses of the looks; `pages:start` stands in the project's own list."""

from django.urls import path

from samsyn.web.pages import views

app_name = "pages"
urlpatterns = [
    path("utseende", views.colour_scheme, name="colour-scheme"),
    path("personuppgifter", views.personal_data, name="personal-data"),
    path("tillganglighet", views.accessibility, name="accessibility"),
    path("om", views.about, name="about"),
]
