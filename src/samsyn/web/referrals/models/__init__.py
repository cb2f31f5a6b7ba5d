"""A letter between two units, its story, and the days on which its clock stands still."""

from samsyn.web.referrals.models.between import BetweenUnits
from samsyn.web.referrals.models.event import ReferralEvent
from samsyn.web.referrals.models.referral import LintonForm, Referral, SickLeave
from samsyn.web.referrals.models.stop import ClockStop

__all__ = ["BetweenUnits", "ClockStop", "LintonForm", "Referral", "ReferralEvent", "SickLeave"]
