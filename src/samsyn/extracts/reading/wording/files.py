"""What the codes of a whole file mean: refusals, and notes on a file, a header or a column."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "FOLDER_MISSING": ("Mappen finns inte.", "The folder does not exist."),
    "FOLDER_EMPTY": ("Mappen är tom.", "The folder is empty."),
    "TABLE_MISSING": ("En obligatorisk tabell saknas.", "A required table is missing."),
    "TABLE_TWICE": ("Samma tabell finns i flera former.", "The same table is there in several forms."),
    "UNREADABLE": ("Filen kan inte öppnas.", "The file cannot be opened."),
    "CONVERTED_CHANGED": (
        "Det konverterade utdraget är inte som det skrevs.",
        "The converted extract is not as it was written.",
    ),
    "ENGINE_CSV": (
        "Spark läser Parquet; konvertera utdraget först.",
        "Spark reads Parquet; convert the extract first.",
    ),
    "EXTRA_FILE": ("Filen hör inte till utdraget och lästes inte.", "The file is no table and was not read."),
    "FILE_DUP": ("Två filer har exakt samma innehåll.", "Two files have exactly the same bytes."),
    "ROW_LIMIT": (
        "Antalet rader är ett kalkylarks gräns: filen ser avklippt ut.",
        "The number of rows is a spreadsheet's limit: the file looks cut.",
    ),
    "EMPTY": ("Filen har inga rader.", "The file has no rows."),
    "TYPE": ("Filen är av en annan sort än namnet säger.", "The file is of another kind than its name says."),
    "TRUNCATED": ("Filen är avbruten mitt i en rad.", "The file is cut in the middle of a line."),
    "BOM": ("Filen börjar med ett byteordningsmärke.", "The file begins with a byte order mark."),
    "NUL": ("Filen har nollbyte.", "The file holds NUL bytes."),
    "ENC_CP1252": ("Filen är inte UTF-8 utan troligen cp1252.", "The file is not UTF-8 but probably cp1252."),
    "ENC_UNKNOWN": ("Filens teckenkodning är okänd.", "The file's encoding is not known."),
    "ENC_UTF8": ("Filen är UTF-8, inte cp1252.", "The file is UTF-8, not cp1252."),
    "ENC_MIXED": ("Rader i olika teckenkodning i samma fil.", "Lines of different encodings in one file."),
    "ENC_MOJIBAKE": ("Filen är dubbelkodad.", "The file is double-encoded."),
    "ENC_UTF16": ("Filen är UTF-16.", "The file is UTF-16."),
    "DELIM": ("Raderna går inte att dela i kolumner.", "The lines do not split into the columns."),
    "HEADER": ("En obligatorisk kolumn saknas.", "A required column is missing."),
    "HEADER_DUP": ("Samma kolumn finns två gånger.", "The same column is there twice."),
    "QUOTE": ("Ett citattecken är inte stängt.", "A quotation mark is not closed."),
    "TOO_LONG": ("En rad eller ett fält är för långt.", "A line or a field is too long."),
    "ALIAS": ("Kolumnen är känd under ett annat namn.", "The column is known by another name."),
    "EXTRA_COL": ("Okänd kolumn, inte läst.", "Unknown column, not read."),
    "EOL": (
        "Radslut som inte är LF, tomma rader eller avslutande skiljetecken.",
        "Line ends other than LF, blank lines or trailing separators.",
    ),
    "HEADER_MID": ("Rubrikraden upprepas och hoppades över.", "The header is repeated and was passed over."),
    "TOTAL_ROW": ("Summarad eller kommentar, överhoppad.", "A total or a comment, passed over."),
}
