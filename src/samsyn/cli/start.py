"""Where the program starts: nothing heavy is imported before an interruption can be met politely."""

import sys

_INTERRUPTED = 130


def run() -> None:
    """Start the program; Ctrl-C ends it quietly, also while it is starting."""
    try:
        from samsyn.cli.main import start

        start()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
