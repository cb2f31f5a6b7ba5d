"""Referrals: a letter between two units, its clocks, and the inbox of the team it is sent to."""
