"""The way from referral to completion: clocks, states, referrals held against the guideline."""
