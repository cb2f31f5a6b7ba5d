"""Starting the web application from the command line: as processes of its own, so that no web code is loaded here."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from samsyn.cli.failures import WrongCall

MANAGE = "samsyn.web.project.manage"
_APPLICATION = "samsyn.web.project.wsgi:application"
_CHECKOUT = Path(__file__).resolve().parents[3]
DEMO_DATABASE = "demo.sqlite3"
_STANDS_STILL_ON = "2019-10-31"  # a day in the made-up region's year on which there is work left to do


def require_web() -> None:
    """Refuse in words where the web application, or what its pages look like, is not installed."""
    if importlib.util.find_spec("django") is None:
        raise WrongCall(
            "Webbapplikationen är inte installerad. Installera den med: pip install 'samsyn[web]'",
            "The web application is not installed. Install it with: pip install 'samsyn[web]'",
        )
    front = Path(os.environ.get("SAMSYN_FRONT") or _CHECKOUT / "build" / "front")
    if not (front / ".ready").exists():
        raise WrongCall(
            f"Sidornas utseende saknas i {front}. Kör make front i projektets mapp, eller ange SAMSYN_FRONT.",
            f"What the pages look like is not in {front}. Run make front in the project's folder, or set SAMSYN_FRONT.",
        )


def manage(*arguments: str, settings: Mapping[str, str] | None = None) -> int:
    """Run one of the web application's own commands and give its exit status."""
    command = [sys.executable, "-m", MANAGE, *arguments]
    return subprocess.run(command, env={**os.environ, **(settings or {})}, check=False).returncode


def manage_or_stop(*arguments: str, settings: Mapping[str, str] | None = None) -> None:
    """The same, where nothing can go on unless it succeeds."""
    if manage(*arguments, settings=settings) != 0:
        raise WrongCall(
            f"Webbapplikationen kunde inte förberedas ({arguments[0]}). Orsaken står ovanför.",
            f"The web application could not be made ready ({arguments[0]}). The reason stands above.",
        )


def serve_pages(host: str, port: int, workers: int, settings: Mapping[str, str] | None = None) -> int:
    """Serve until stopped (Ctrl-C or SIGTERM); running requests are let to finish. Gives the exit status."""
    with subprocess.Popen(server_command(host, port, workers), env={**os.environ, **(settings or {})}) as server:
        try:
            return server.wait()
        except KeyboardInterrupt:
            server.terminate()
            return server.wait() and 0


def server_command(host: str, port: int, workers: int) -> list[str]:
    """How the application server is started: the same for real use, the demonstration and the tests."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", "4", "--backpressure", "64",
        "--respawn-failed-workers", "--workers-kill-timeout", "30", "--no-ws", "--log-level", "warning",
        _APPLICATION,
    ]  # fmt: skip


def demonstration(folder: Path, *, host: str = "127.0.0.1") -> dict[str, str]:
    """The settings of a demonstration whose database and static files lie in the folder."""
    folder = folder.resolve()
    return {
        "SAMSYN_DEMO": "1",
        "SAMSYN_TODAY": _STANDS_STILL_ON,
        "SAMSYN_HTTPS": "0",
        "SAMSYN_HOSTS": f"{host},localhost,127.0.0.1",
        "SAMSYN_DATABASE_URL": f"sqlite:///{folder / DEMO_DATABASE}",
        "SAMSYN_STATIC": str(folder / "static"),
        "SAMSYN_LOG_LEVEL": "WARNING",
    }


def load_demonstration(extract: Path, *more: str, settings: Mapping[str, str]) -> None:
    """A new database with the extract's region in it, and people who can log in."""
    manage_or_stop("migrate", "--no-input", "--verbosity", "0", settings=settings)
    manage_or_stop("collectstatic", "--no-input", "--verbosity", "0", settings=settings)
    manage_or_stop("load_demo", str(extract), *more, settings=settings)
