"""The one writer of CSV files: opens in a Swedish spreadsheet as it is, and no cell becomes a formula (ASVS 1.2.10)."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BYTE_ORDER_MARK = "\ufeff"  # without it the spreadsheet takes å for two letters


def csv_text(header: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """Semicolons between and every cell in quotes; a cell that would start a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([plain_cell(each) for each in header])
    writer.writerows([plain_cell(each) for each in row] for row in rows)
    return out.getvalue()


def csv_file(name: str, header: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A download. The name is the program's own words, never something typed, and holds no one's number."""
    response = HttpResponse(_BYTE_ORDER_MARK + csv_text(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def plain_cell(value: object) -> str:
    """The value's text, which no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) or text.lstrip().startswith(_STARTS_A_FORMULA) else text
