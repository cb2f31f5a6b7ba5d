"""What the templates about referrals need."""
