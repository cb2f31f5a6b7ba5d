"""Addresses. No number and no name stands in any of them."""

from django.urls import path

from samsyn.web.referrals.views import answering, letter, lists, sending, stopping, writing

app_name = "referrals"
urlpatterns = [
    path("", lists.start, name="start"),
    path("inkorg", lists.Inbox.as_view(), name="inbox"),
    path("skrivna", lists.Written.as_view(), name="written"),
    path("ny/<uuid:patient_id>", writing.ChooseTeam.as_view(), name="choose"),
    path("ny/<uuid:patient_id>/<uuid:team_id>", writing.Write.as_view(), name="write"),
    path("<uuid:referral_id>", letter.LetterPage.as_view(), name="referral"),
    path("<uuid:referral_id>/utskrift", letter.PrintPage.as_view(), name="print"),
    path("<uuid:referral_id>/oppna", letter.OpenProtected.as_view(), name="open-protected"),
    path("<uuid:referral_id>/andra", writing.Change.as_view(), name="change"),
    path("<uuid:referral_id>/skicka", sending.Send.as_view(), name="send"),
    path("<uuid:referral_id>/komplettera", sending.Complete.as_view(), name="complete"),
    path("<uuid:referral_id>/ta-tillbaka", sending.Withdraw.as_view(), name="withdraw"),
    path("<uuid:referral_id>/bekrafta", answering.Accept.as_view(), name="accept"),
    path("<uuid:referral_id>/boka", answering.Book.as_view(), name="book"),
    path("<uuid:referral_id>/begar-komplettering", answering.Ask.as_view(), name="ask"),
    path("<uuid:referral_id>/atersand", answering.Reject.as_view(), name="reject"),
    path("<uuid:referral_id>/skicka-vidare", answering.Forward.as_view(), name="forward"),
    path("<uuid:referral_id>/meddela", answering.TellDelay.as_view(), name="tell-delay"),
    path("<uuid:referral_id>/stoppa-klockan", stopping.StopClock.as_view(), name="stop-clock"),
    path("<uuid:referral_id>/starta-klockan", stopping.StartClock.as_view(), name="start-clock"),
]
