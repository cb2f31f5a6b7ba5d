"""How far an administrator reaches: the units of their provider; from the region's office, those of the region."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import Assignment, User


def units_within(by: Actor) -> QuerySet[Unit]:
    """The region's office lies outside every other administrator's reach, whoever its provider is."""
    if by.at_region_office:
        return Unit.objects.filter(region_id=by.region_id)
    return Unit.objects.filter(provider_id=by.provider_id, is_region_office=False)


def assignments_within(by: Actor) -> QuerySet[Assignment]:
    """Assignments at those units, ended ones too."""
    return Assignment.objects.filter(unit__in=units_within(by))


def users_within(by: Actor) -> QuerySet[User]:
    """Everyone who has or has had an assignment there."""
    return User.objects.filter(id__in=assignments_within(by).values("user_id"))


def check_whole_account(user: User, by: Actor) -> None:
    """Refuse what touches the whole account, unless all of it is within reach and it is somebody else's.

    Else an administrator of one provider could come by the key to what the person may see at another.
    """
    check_not_oneself(user, by)
    elsewhere = Assignment.objects.not_ended_on(today()).filter(user=user).exclude(unit__in=units_within(by))
    if elsewhere.exists():
        raise Refusal(
            _("Personen har uppdrag även hos någon annan. Avsluta uppdraget hos er, eller be regionens administratör.")
        )


def check_not_oneself(user: User, by: Actor) -> None:
    """Refuse what an administrator would do to themselves."""
    if user.id == by.user_id:
        raise Refusal(_("Du kan inte ändra dina egna uppdrag eller ditt eget konto här. Be en annan administratör."))
