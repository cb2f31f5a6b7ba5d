"""The settings that an operator gives, read from the environment once, each with its meaning."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import environ

CHECKOUT = Path(__file__).resolve().parents[4]

read = environ.Env(
    SAMSYN_SECRET_KEY=(str, ""),
    SAMSYN_DATABASE_URL=(str, f"sqlite:///{CHECKOUT / 'samsyn.sqlite3'}"),
    SAMSYN_HOSTS=(list, ["localhost", "127.0.0.1"]),
    SAMSYN_DEMO=(bool, False),
    SAMSYN_TODAY=(str, ""),
    SAMSYN_HTTPS=(bool, True),
    SAMSYN_CONTACT_EMAIL=(str, ""),
    SAMSYN_FRONT=(str, str(CHECKOUT / "build" / "front")),
    SAMSYN_STATIC=(str, str(CHECKOUT / "build" / "static")),
    SAMSYN_GUIDELINES=(str, ""),
    SAMSYN_LOG_LEVEL=(str, "INFO"),
    SAMSYN_PROXIES=(int, 0),
    SAMSYN_LOG_KEY=(str, ""),
    SAMSYN_OIDC_ISSUER=(str, ""),
    SAMSYN_OIDC_CLIENT_ID=(str, ""),
    SAMSYN_OIDC_CLIENT_SECRET=(str, ""),
    SAMSYN_OIDC_NAME=(str, "Regionens inloggning"),
)

MEANING: dict[str, str] = {
    "SAMSYN_SECRET_KEY": "Signs sessions and links. Needed outside the demonstration; at least 50 random characters.",
    "SAMSYN_DATABASE_URL": "Where the database is: sqlite:///path or postgres://user:password@host/name.",
    "SAMSYN_HOSTS": "The host names that the application answers to, with commas between.",
    "SAMSYN_DEMO": "A demonstration: made-up people, log-in by password alone, a banner on every page.",
    "SAMSYN_TODAY": "The day on which a demonstration stands still (2019-10-31); refused outside a demonstration.",
    "SAMSYN_HTTPS": "Whether people reach it by HTTPS: secure cookies, redirect and HSTS.",
    "SAMSYN_CONTACT_EMAIL": "Where questions about accessibility and the service go.",
    "SAMSYN_FRONT": "The folder that `make front` filled: style sheets, script and font.",
    "SAMSYN_STATIC": "The folder in which static files are collected.",
    "SAMSYN_GUIDELINES": "A folder of guideline files beside the packaged ones; empty: the packaged ones only.",
    "SAMSYN_LOG_LEVEL": "How much is logged: DEBUG, INFO, WARNING or ERROR.",
    "SAMSYN_PROXIES": "How many proxies stand in front: whose word on who calls is taken, to slow down guessing.",
    "SAMSYN_LOG_KEY": "Seals the rows of the logs; empty: the secret key. Keep it as long as the logs are kept.",
    "SAMSYN_OIDC_ISSUER": "The address of the identity provider (OpenID Connect); empty: local log-in only.",
    "SAMSYN_OIDC_CLIENT_ID": "This application's name at the identity provider.",
    "SAMSYN_OIDC_CLIENT_SECRET": "Its secret there.",
    "SAMSYN_OIDC_NAME": "What the button for that log-in says.",
}


def database() -> dict[str, Any]:
    """The database by its address; SQLite with one writer at a time and everything on disk when it says so."""
    settings: dict[str, Any] = environ.Env.db_url_config(read("SAMSYN_DATABASE_URL"))
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        }
    else:
        # Connections are kept by each thread; a page that takes five seconds in the database is stopped.
        settings |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "HOST": unquote(settings["HOST"])}
        settings["OPTIONS"] = {"options": "-c statement_timeout=5000 -c timezone=UTC"}
    return settings
