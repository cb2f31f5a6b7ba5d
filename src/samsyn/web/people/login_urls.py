"""The addresses of log-in. allauth's own list is not used: what is not here does not exist (sign-up, e-mail, reset)."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from samsyn.web.people.login import views
from samsyn.web.people.oidc import views as oidc

urlpatterns = [
    path("login/", views.log_in, name="account_login"),
    path("logga-ut", views.log_out, name="account_logout"),
    path("region", oidc.log_in, name="oidc_login"),
    path("region/svar", oidc.callback, name="oidc_callback"),
    path("losenord", views.change_password, name="account_change_password"),
    path("valj-losenord", views.choose_password, name="choose_password"),
    path("valj-losenord/<uuid:user_id>/<str:token>", views.open_link, name="password_link"),
    path("bekrafta", account.reauthenticate, name="account_reauthenticate"),
    path("bekrafta/kod", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("bekrafta/passnyckel", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("login/kod", views.second_factor, name="mfa_authenticate"),
    path("login/passnyckel", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("inloggning", mfa.index, name="mfa_index"),
    path("inloggning/app", app.activate_totp, name="mfa_activate_totp"),
    path("inloggning/app/ta-bort", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("inloggning/reservkoder", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("inloggning/reservkoder/nya", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("inloggning/passnycklar", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("inloggning/passnycklar/ny", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("inloggning/passnycklar/<int:pk>", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("inloggning/passnycklar/<int:pk>/ta-bort", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]
