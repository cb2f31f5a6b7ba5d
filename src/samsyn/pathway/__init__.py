"""From referral to completion: the states, the clocks, and a referral held against the guideline."""

from samsyn.kernel import Limit
from samsyn.pathway.case_states import CASE, ENDINGS
from samsyn.pathway.clocks import Proofs, Stop, StopGround, UnprovenWaiting, days_left, due
from samsyn.pathway.opening import Closed, open_for_referrals
from samsyn.pathway.referral_judging import ReferralFacts, ReferralFinding, judge_referral
from samsyn.pathway.referral_states import REFERRAL
from samsyn.pathway.transitions import ImpossibleStep, Machine, Step

__all__ = [
    "CASE",
    "ENDINGS",
    "REFERRAL",
    "Closed",
    "ImpossibleStep",
    "Limit",
    "Machine",
    "Proofs",
    "ReferralFacts",
    "ReferralFinding",
    "Step",
    "Stop",
    "StopGround",
    "UnprovenWaiting",
    "days_left",
    "due",
    "judge_referral",
    "open_for_referrals",
]
