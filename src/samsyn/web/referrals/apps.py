"""The app."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """See the package's first line."""

    name = "samsyn.web.referrals"
    label = "referrals"
