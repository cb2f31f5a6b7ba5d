"""`samsyn guidelines list|show|diff`."""

from dataclasses import asdict
from typing import Annotated

import typer

from samsyn.cli import options
from samsyn.cli.failures import told_plainly
from samsyn.cli.guideline_pages import difference_page, list_page, show_pages
from samsyn.cli.guideline_values import differences, values
from samsyn.cli.job import as_json, open_register
from samsyn.cli.showing import console

app = typer.Typer(help="The rules as data: list them, show one with its clauses, or show what differs between two.")
Name = Annotated[str, typer.Argument(help="The id of a guideline, as in “guidelines list”.", show_default=False)]


@app.callback(invoke_without_command=True)
def _list_where_nothing_else_is_asked(context: typer.Context) -> None:
    """The rules as data: list them, show one with its clauses, or show what differs between two."""
    if context.invoked_subcommand is None:
        list_all()


@app.command("list")
def list_all(
    guidelines: options.Guidelines = None, lang: options.Lang = options.SWEDISH, json: options.Json = False
) -> None:
    """List the guidelines, when they are in force, and what they pay.

    Example: `samsyn guidelines list --lang en`
    """
    with told_plainly(lang.value):
        register = open_register(guidelines)
        if json:
            typer.echo(as_json([values(g)["decision"] for g in register.guidelines]))
        else:
            console().print(list_page(register, lang))


@app.command("show")
def show(
    guideline_id: Name,
    guidelines: options.Guidelines = None,
    toml: Annotated[bool, typer.Option("--toml", help="The file itself, to copy and change for a draft.")] = False,
    lang: options.Lang = options.SWEDISH,
    json: options.Json = False,
) -> None:
    """Show one guideline: every condition with its values, clause, quoted words and our reading.

    Example: `samsyn guidelines show vgr-mmr-2019 --toml > draft.toml`
    """
    with told_plainly(lang.value):
        guideline = open_register(guidelines).get(guideline_id)
        if toml:
            typer.echo(guideline.toml, nl=False)
            return
        if json:
            typer.echo(as_json(values(guideline)))
            return
        screen = console()
        for part in show_pages(guideline, lang):
            screen.print(part)


@app.command("diff")
def diff(
    first: Name,
    second: Name,
    citations: Annotated[
        bool, typer.Option("--citations", help="Also where only the citation or our reading differs.")
    ] = False,
    guidelines: options.Guidelines = None,
    lang: options.Lang = options.SWEDISH,
    json: options.Json = False,
) -> None:
    """Show what differs between two guidelines, with clauses.

    Example: `samsyn guidelines diff vgr-mmr-2018 vgr-mmr-2019`
    """
    with told_plainly(lang.value):
        register = open_register(guidelines)
        one, other = register.get(first), register.get(second)
        found = differences(one, other, citations=citations)
        if json:
            typer.echo(as_json([asdict(difference) for difference in found]))
        else:
            console().print(difference_page(found, one, other, lang))
