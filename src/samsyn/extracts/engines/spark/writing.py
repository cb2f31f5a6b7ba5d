"""Results as Parquet parts on a cluster's file system: made beside, then moved in, the receipt last."""

from typing import Any

import polars as pl

from samsyn.extracts.engines.spark.places import ClusterPlace
from samsyn.extracts.engines.spark.wire import as_arrow
from samsyn.extracts.writing.folder import LAST, Kind, OutputTaken, is_of


def check_free(spark: Any, out: str, *, overwrite: bool) -> None:
    """Refuse an output that is taken, before any work is done."""
    place = ClusterPlace.of(spark, out)
    if place.is_file():
        raise OutputTaken(f"{out} är en fil. Ange en mapp.", f"{out} is a file. Give the name of a folder.")
    if place.is_dir() and any(True for _ in place.iterdir()) and not overwrite:
        raise OutputTaken(
            f"Mappen {out} är inte tom. Ange en ny mapp, eller säg --overwrite.",
            f"The folder {out} is not empty. Give a new folder, or say --overwrite.",
        )


def write_parts(spark: Any, tables: dict[str, pl.DataFrame], receipt: str, out: str) -> None:
    """Write each table as a folder NAME.parquet of parts in the order of its rows, and the receipt.

    Files of results that lie in the folder are replaced, others kept. A folder with a receipt is whole.
    """
    place = ClusterPlace.of(spark, out)
    stage = place / ".samsyn-new"
    stage.remove()
    stage.make_folder()
    try:
        for name, table in tables.items():
            rows = spark.createDataFrame(as_arrow(table))
            rows.write.parquet(str(stage / f"{name}.parquet"))
        (stage / "receipt.json").write_text(receipt)
        _put_in_place(stage, place)
    finally:
        stage.remove()


def _put_in_place(stage: ClusterPlace, place: ClusterPlace) -> None:
    """The old receipt goes first, the new one comes last."""
    old = [one for one in place.iterdir() if is_of(Kind.RESULTS, one.name)]
    for one in sorted(old, key=lambda one: one.name not in LAST):
        one.remove()
    for one in sorted(stage.iterdir(), key=lambda one: (one.name in LAST, one.name)):
        one.move(place / one.name)
