"""`samsyn serve` and `samsyn manage`."""

from typing import Annotated

import typer

from samsyn.cli import options
from samsyn.cli.failures import told_plainly
from samsyn.cli.web_process import manage as run_command
from samsyn.cli.web_process import manage_or_stop, require_web, serve_pages


def serve(
    host: Annotated[str, typer.Option(help="The address to listen at. Behind a proxy with TLS: 127.0.0.1.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes; about one a core.")] = 2,
    migrate: Annotated[bool, typer.Option("--migrate", help="First bring the database up to this version.")] = False,
    lang: options.Lang = options.SWEDISH,
) -> None:
    """Serve the web application, with its settings from the environment (see docs/reference/settings.md).

    The settings are checked first, and nothing is served on unsafe ones.

    Example: `SAMSYN_SECRET_KEY=… SAMSYN_DATABASE_URL=postgres://… samsyn serve --port 8000`
    """
    with told_plainly(lang.value):
        require_web()
        manage_or_stop("check", "--deploy", "--fail-level", "WARNING")
        if migrate:
            manage_or_stop("migrate", "--no-input", "--verbosity", "0")
        manage_or_stop("migrate", "--check", "--verbosity", "0")
        manage_or_stop("collectstatic", "--no-input", "--verbosity", "0")
        raise typer.Exit(serve_pages(host, port, workers))


def manage(context: typer.Context, lang: options.Lang = options.SWEDISH) -> None:
    """Run a command of the web application: migrate, create_administrator, load_volumes, verify_logs …

    Example: `samsyn manage create_administrator --help`
    """
    with told_plainly(lang.value):
        require_web()
        raise typer.Exit(run_command(*context.args))
