"""Addresses."""

from django.urls import path

from samsyn.web.people.views import account, assignment, assignments, commissions, rights, users

app_name = "people"
urlpatterns = [
    path("uppdrag", assignment.change, name="assignment"),
    path("mitt-konto", account.show, name="account"),
    path("anvandare", users.show_all, name="users"),
    path("anvandare/ny", users.Add.as_view(), name="new-user"),
    path("anvandare/<uuid:user_id>", users.show, name="user"),
    path("anvandare/<uuid:user_id>/lank", users.show_link, name="link"),
    path("anvandare/<uuid:user_id>/ny-lank", users.GiveLink.as_view(), name="give-link"),
    path("anvandare/<uuid:user_id>/nollstall", users.ResetSecondFactor.as_view(), name="reset-second-factor"),
    path("anvandare/<uuid:user_id>/stang", users.Close.as_view(), name="close"),
    path("anvandare/<uuid:user_id>/oppna", users.Open.as_view(), name="open"),
    path("anvandare/<uuid:user_id>/uppdrag", assignments.Give.as_view(), name="give-assignment"),
    path("uppdrag/<uuid:assignment_id>/avsluta", assignments.End.as_view(), name="end-assignment"),
    path("medarbetaruppdrag", commissions.show_all, name="commissions"),
    path("medarbetaruppdrag/ny", commissions.Add.as_view(), name="new-commission"),
    path("medarbetaruppdrag/<uuid:line_id>/ta-bort", commissions.Remove.as_view(), name="remove-commission"),
    path("rattigheter", rights.show, name="rights"),
    path("rattigheter.csv", rights.show_file, name="rights-file"),
]
