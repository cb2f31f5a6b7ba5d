"""Every page that a link leads to, as each person meets it: accessible, usable by keyboard, narrow, dark, and quiet."""

import pytest

from samsyn.web.people.rights import ACTIONS
from samsyn.web.project.demo_logins import LOGINS
from tests.web.browser.conftest import VisitAs
from tests.web.browser.crawl import pages_from
from tests.web.browser.looking import faults

_EVERYONE = [None, *(login.username for login in LOGINS if login.username != "handlaggare2")]
_looked_at: dict[str, str] = {}  # name of an address -> who came there first
_LEAD_NOWHERE = {
    # Forms on other pages are sent here; the page itself is shown only when something must be mended.
    *("account_logout", "directory:notification-approve", "directory:notification-change"),
    *("directory:notification-refuse", "directory:notification-return", "directory:notification-submit"),
    *("directory:notice-seen", "oversight:access-log-find", "pages:colour-scheme", "pages:personal-data"),
    *("patients:search", "people:assignment", "referrals:accept", "referrals:send", "set_language"),
    # No pages: files, health, and what a script asks for.
    *("directory:public-teams-json", "health", "oversight:extract-csv", "people:rights-file", "mfa_login_webauthn"),
    *("care:export-file", "care:pdf-plan", "care:pdf-summary"),
    # Walked through, with axe, keyboard and 320 px, by the tests of log-in (tests/web/people/test_in_browser.py).
    *("choose_password", "password_link", "people:link", "mfa_authenticate", "mfa_deactivate_totp"),
    *("mfa_edit_webauthn", "mfa_generate_recovery_codes", "mfa_list_webauthn", "mfa_reauthenticate"),
    *("mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_view_recovery_codes", "oidc_callback", "oidc_login"),
    # Met only after something has been done: test_deeds.py, test_story_case.py and test_story_ways.py do it and look.
    *("care:plan-later", "care:resume", "care:send-copy", "referrals:complete", "referrals:open-protected"),
    "referrals:start-clock",
    *("directory:accreditation-withdraw", "directory:confirm-team", "oversight:extract", "oversight:spot-check"),
    *("oversight:spot-check-finish", "oversight:spot-check-item", "patients:link", "patients:notice"),
    *("patients:open-protected", "patients:unlink", "patients:withdraw-number", "people:open"),
    "people:remove-commission",
}


@pytest.mark.parametrize("username", _EVERYONE, ids=str)
def test_pages_hold_what_web_pages_must(visit_as: VisitAs, username: str | None) -> None:
    visit, found = visit_as(username), []
    for name, _path in pages_from(visit, "/" if username else "/om"):
        if name not in _looked_at:
            _looked_at[name] = str(username)
            found += [f"{name}: {fault}" for fault in faults(visit)]
    assert found == []


def test_every_address_was_looked_at() -> None:
    """The last test of the file: what the crawl did not meet is listed here with the reason."""
    opened_by_links = {url for action in ACTIONS.values() for url in action.urls} - _LEAD_NOWHERE
    assert opened_by_links - set(_looked_at) == set()
