"""`samsyn explain`."""

import json as jsonlib
from typing import Annotated

import typer

from samsyn.adjudication import judge
from samsyn.cli import options
from samsyn.cli.explained_text import page
from samsyn.cli.explanation import explanation, only_patient, patient_of
from samsyn.cli.failures import told_plainly
from samsyn.cli.job import Request, day_of, open_register, read
from samsyn.cli.showing import console


def explain(
    extract: options.Extract,
    series_id: Annotated[
        str, typer.Argument(help="As in the file “series”: patient:level:start:n.", show_default=False)
    ],
    as_of: options.AsOf = None,
    guidelines: options.Guidelines = None,
    encoding: options.Decoding = options.Encoding.UTF8,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Explain one series: its contacts, every condition with its clause, the decision, and what would change it.

    An open series is explained as if it were completed on the day of judgement.

    Example: `samsyn explain extract P000123:MMR1:20190115:1 --lang en`
    """
    with told_plainly(lang.value):
        patient = patient_of(series_id)
        register = open_register(guidelines)
        request = Request(extract, guidelines, as_of, encoding.value, quiet)
        reading = read(request, register)
        day = day_of(request, reading)
        judgement = judge(only_patient(reading.records, patient), register, day, open_too=True)
        told = explanation(judgement, register, series_id, day)
        if json:
            typer.echo(jsonlib.dumps(told.data(lang.value), ensure_ascii=False, indent=2, default=str))
            return
        screen = console()
        for part in page(told, lang):
            screen.print(part)
