"""A plugin of pytest: the settings of the web application under test, and which database it runs on.

SQLite in memory, or with SAMSYN_TEST_DATABASE=postgresql a real PostgreSQL started for the run. With several workers
the first process starts the server, and the others find its address in the environment.
"""

import os
import tempfile
from contextlib import ExitStack

import pytest

from tests.web.server import postgresql

_stack = ExitStack()
os.environ |= {
    "SAMSYN_SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
    "SAMSYN_HTTPS": "0",
    "SAMSYN_DEMO": "1",
    "SAMSYN_TODAY": "2019-10-31",
    "SAMSYN_HOSTS": "testserver,localhost,127.0.0.1",
    "SAMSYN_LOG_LEVEL": "CRITICAL",
    "SAMSYN_STATIC": _stack.enter_context(tempfile.TemporaryDirectory(prefix="samsyn-static-")),
}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Start PostgreSQL in the first process, before Django's settings are read."""
    wanted = os.environ.get("SAMSYN_TEST_DATABASE", "sqlite")
    if wanted == "postgresql" and "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ["SAMSYN_DATABASE_URL"] = _stack.enter_context(postgresql())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop it."""
    _stack.close()
