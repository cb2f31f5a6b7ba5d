"""The demonstration, served by the real application server, for tests in a real browser and for the load run."""

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samsyn.cli.web_process import demonstration, load_demonstration, server_command
from samsyn.extracts.synthetic import RegionPlan, generate_region


def settings_in(folder: Path, database: str | None = None) -> dict[str, str]:
    """The environment of a demonstration whose files lie in the folder."""
    settings = {**os.environ, **demonstration(folder), "SAMSYN_LOG_LEVEL": "INFO"}
    return settings | {"SAMSYN_DATABASE_URL": database} if database else settings


def load(folder: Path, settings: dict[str, str], *arguments: str, contacts: int = 30_000, teams: int = 12) -> None:
    """A small region, generated and loaded."""
    extract = folder / "extract"
    extract.mkdir(parents=True, exist_ok=True)
    generate_region(RegionPlan(seed=3, contacts=contacts, coded_share=0.3, teams=teams), extract, None)
    load_demonstration(extract, *arguments, settings=settings)


@contextmanager
def serving(folder: Path, settings: dict[str, str], workers: int = 1) -> Iterator[str]:
    """The address at which it is served, until the block ends. The server's log is `server.log` in the folder."""
    port = _free_port()
    command = server_command("127.0.0.1", port, workers)
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(command, env=settings, stdout=log, stderr=log) as server,
    ):
        try:
            _wait_for(f"http://127.0.0.1:{port}/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("The server stopped before it answered; see server.log.")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not answer within 30 seconds.")
