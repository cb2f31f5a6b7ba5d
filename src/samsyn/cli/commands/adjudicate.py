"""`samsyn adjudicate` and `samsyn reconcile`."""

from typing import Any

import typer

from samsyn.cli import options
from samsyn.cli.account import account
from samsyn.cli.failures import ROWS_REJECTED, told_plainly
from samsyn.cli.job import Done, Request, as_json, run_and_write
from samsyn.cli.showing import console
from samsyn.cli.summary import summary
from samsyn.cli.texts import number, say


def adjudicate(
    extract: options.ExtractAnywhere,
    out: options.OutAnywhere,
    as_of: options.AsOf = None,
    form: options.Format = options.Form.CSV,
    guidelines: options.Guidelines = None,
    encoding: options.Decoding = options.Encoding.UTF8,
    engine: options.EngineChoice = options.Engine.POLARS,
    master: options.Master = None,
    buckets: options.Buckets = None,
    overwrite: options.Overwrite = False,
    strict: options.Strict = False,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Decide every series: findings with clauses, decisions, payments, team findings.

    Example: `samsyn adjudicate extract --out result`
    """
    request = Request(extract, guidelines, as_of, encoding.value, quiet, False, engine.value, master, buckets)
    _decide(request, out, form, overwrite, strict, lang, json)


def reconcile(
    extract: options.ExtractAnywhere,
    out: options.OutAnywhere,
    as_of: options.AsOf = None,
    form: options.Format = options.Form.CSV,
    guidelines: options.Guidelines = None,
    encoding: options.Decoding = options.Encoding.UTF8,
    engine: options.EngineChoice = options.Engine.POLARS,
    master: options.Master = None,
    buckets: options.Buckets = None,
    overwrite: options.Overwrite = False,
    strict: options.Strict = False,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Decide every series, and compare the invoices with what is approved.

    Example: `samsyn reconcile extract --out result --as-of 2019-12-31`
    """
    request = Request(extract, guidelines, as_of, encoding.value, quiet, True, engine.value, master, buckets)
    _decide(request, out, form, overwrite, strict, lang, json)


def _decide(
    request: Request,
    out: str,
    form: options.Form,
    overwrite: bool,
    strict: bool,
    lang: options.Language,
    json: bool,
) -> None:
    def show(done: Done, receipt: dict[str, Any]) -> None:
        if json:
            typer.echo(as_json(receipt))
        elif not request.quiet:
            show_all(done, receipt, lang)
            console().print(say("written", lang, out=out))

    with told_plainly(lang.value):
        done = run_and_write(request, out, form.value, overwrite=overwrite, then=show)
    if strict and done.reading.rejected.height:
        raise typer.Exit(ROWS_REJECTED)


def show_all(done: Done, receipt: dict[str, Any], lang: options.Language) -> None:
    """The account of the lines, then the summary of the decisions."""
    screen = console()
    for part in account(done.reading, lang):
        screen.print(part)
    sums = {name: number(value) for name, value in receipt["contacts"].items()}
    screen.print(say("sums", lang, **sums) + "\n")
    for part in summary(done, lang):
        screen.print(part)
