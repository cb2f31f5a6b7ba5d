"""What people's pages keep in the session."""

from typing import Final

CHOSEN: Final = "assignment"
SINCE: Final = "logged_in_at"
COMMISSION: Final = "commission"
"""The assignment that the identity provider has vouched for; while it is here the person is that and nothing else."""
LINK: Final = "password_link"
"""A link shown once to the administrator who made it: the address, and whose it is."""
CHOOSING: Final = "choosing_password"
"""What an opened link said: whose password is to be chosen, and the link's secret."""
