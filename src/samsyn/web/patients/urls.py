"""Addresses. No number and no name stands in any of them."""

from django.urls import path

from samsyn.web.patients.views import linking, listing, marks, numbers, opening, patient, writing

app_name = "patients"
urlpatterns = [
    path("", listing.patients, name="list"),
    path("sok", listing.search, name="search"),
    path("logg", opening.notice, name="notice"),
    path("ny", writing.Register.as_view(), name="register"),
    path("<uuid:patient_id>", patient.PatientPage.as_view(), name="patient"),
    path("<uuid:patient_id>/oppna", opening.OpenProtected.as_view(), name="open-protected"),
    path("<uuid:patient_id>/ratta", writing.Correct.as_view(), name="correct"),
    path("<uuid:patient_id>/nummer", numbers.GiveNumber.as_view(), name="give-number"),
    path(
        "<uuid:patient_id>/nummer/<uuid:identity_id>/ta-bort", numbers.WithdrawNumber.as_view(), name="withdraw-number"
    ),
    path("<uuid:patient_id>/skydd", marks.Protect.as_view(), name="protect"),
    path("<uuid:patient_id>/avliden", marks.Deceased.as_view(), name="mark-deceased"),
    path("<uuid:patient_id>/testperson", marks.Test.as_view(), name="mark-test"),
    path("<uuid:patient_id>/samma-person", linking.FindOther.as_view(), name="find-other"),
    path("<uuid:patient_id>/samma-person/<uuid:other_id>", linking.Link.as_view(), name="link"),
    path("<uuid:patient_id>/hav-koppling", linking.Unlink.as_view(), name="unlink"),
]
