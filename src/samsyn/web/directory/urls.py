"""Addresses."""

from django.urls import path

from samsyn.web.directory.addresses_public import urlpatterns as public
from samsyn.web.directory.views import accreditation, notices, notification, review, roster, team_acts, teams

app_name = "directory"
urlpatterns = [
    *public,
    path("teamregister/", teams.own_teams, name="teams"),
    path("teamregister/regionen", teams.region_teams, name="region-teams"),
    path("teamregister/nytt", team_acts.RegisterTeam.as_view(), name="team-new"),
    path("teamregister/<uuid:team>", teams.team, name="team"),
    path("teamregister/<uuid:team>/uppgifter", team_acts.ChangeTeam.as_view(), name="team-change"),
    path("teamregister/<uuid:team>/bemanning/ny", roster.AddMember.as_view(), name="member-new"),
    path("teamregister/<uuid:team>/bemanning/<uuid:member>", roster.ChangeMember.as_view(), name="member-change"),
    path("teamregister/<uuid:team>/bemanning/<uuid:member>/sista-dag", roster.EndMember.as_view(), name="member-end"),
    path("teamregister/<uuid:team>/register", roster.JoinRegistry.as_view(), name="team-registry"),
    path("teamregister/<uuid:team>/anmal", notification.DraftNotification.as_view(), name="notification-new"),
    path("teamregister/<uuid:team>/meddelande", notices.SendNotice.as_view(), name="notice-new"),
    path("anmalan/<uuid:notification>", notification.notification, name="notification"),
    path("anmalan/<uuid:notification>/spara", notification.ChangeDraft.as_view(), name="notification-change"),
    path("anmalan/<uuid:notification>/skicka", notification.SubmitNotification.as_view(), name="notification-submit"),
    path(
        "anmalan/<uuid:notification>/aterta", notification.WithdrawNotification.as_view(), name="notification-withdraw"
    ),
    path("anmalningar/", review.notifications, name="notifications"),
    path("anmalningar/<uuid:notification>", review.notification, name="notification-review"),
    path("anmalningar/<uuid:notification>/godkann", review.Approve.as_view(), name="notification-approve"),
    path("anmalningar/<uuid:notification>/aterremittera", review.Return.as_view(), name="notification-return"),
    path("anmalningar/<uuid:notification>/avsla", review.Refuse.as_view(), name="notification-refuse"),
    path(
        "godkannanden/<uuid:accreditation>/aterkalla",
        accreditation.WithdrawAccreditation.as_view(),
        name="accreditation-withdraw",
    ),
    path(
        "godkannanden/<uuid:accreditation>/avsluta", accreditation.EndAccreditation.as_view(), name="accreditation-end"
    ),
    path("bemanningsmeddelanden/", notices.notices, name="notices"),
    path("bemanningsmeddelanden/<uuid:notice>/sett", notices.SeeNotice.as_view(), name="notice-seen"),
]
