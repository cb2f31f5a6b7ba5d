"""Apache Spark on a local master: the same bytes as Polars, whatever the buckets, the order and the accidents."""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from samsyn.extracts.engines.spark import buckets, session
from tests.cli.calling import call, done, files, refused
from tests.engines import extracts

pytestmark = [pytest.mark.enable_socket, pytest.mark.filterwarnings("ignore")]
LOCAL = {
    "spark.ui.enabled": "false",
    "spark.log.level": "FATAL",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """One JVM for all tests here."""
    session.check_java()
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patched, warnings.catch_warnings():
        patched.setenv("PYSPARK_PYTHON", sys.executable)
        patched.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        builder = SparkSession.builder.master("local[2,4]")
        for name, value in LOCAL.items():
            builder = builder.config(name, value)
        running = builder.getOrCreate()
        yield running
        session.end(running)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extracts.region(tmp_path_factory.mktemp("spark") / "region")


@pytest.fixture(scope="module")
def converted(region: Path) -> Path:
    return extracts.converted(region, region.parent / "converted")


@pytest.fixture(scope="module")
def plain(converted: Path) -> dict[str, bytes]:
    """What Polars makes of the converted region."""
    out = converted.parent / "plain"
    done("reconcile", converted, "--out", out, "--quiet")
    return files(out)


def on_spark(command: str, extract: Path, out: Path, *more: object) -> dict[str, bytes]:
    done(command, extract, "--out", out, "--engine", "spark", "--quiet", *more)
    return files(out)


@pytest.mark.parametrize("count", [1, 3, 8])
def test_any_number_of_buckets_gives_the_same_bytes(
    spark: Any, converted: Path, plain: dict[str, bytes], count: int, tmp_path: Path
) -> None:
    assert on_spark("reconcile", converted, tmp_path / "out", "--buckets", count) == plain


def test_shuffled_and_skewed_files_of_several_types_give_the_same_bytes(
    spark: Any, region: Path, tmp_path: Path
) -> None:
    extract = extracts.shuffled(region, tmp_path / "shuffled")
    asked = ("--as-of", "2019-10-31", "--strict")
    assert call("adjudicate", extract, "--out", tmp_path / "plain", "--quiet", *asked).status == 4
    named = [tmp_path / "out", "--engine", "spark", "--buckets", 3, "--quiet", *asked]
    assert call("adjudicate", extract, "--out", *named).status == 4
    assert files(tmp_path / "out") == files(tmp_path / "plain")


def test_ids_and_days_of_odd_types_give_the_same_bytes(spark: Any, tmp_path: Path) -> None:
    extract = extracts.numbered(tmp_path / "numbered")
    done("adjudicate", extract, "--out", tmp_path / "plain", "--quiet")
    assert on_spark("adjudicate", extract, tmp_path / "out") == files(tmp_path / "plain")


def test_an_extract_without_a_coded_contact_gives_the_same_bytes(spark: Any, tmp_path: Path) -> None:
    extract = extracts.numbered(tmp_path / "numbered")
    contacts = pl.read_parquet(extract / "contacts.parquet").with_columns(procedures=pl.lit("AA1"))
    contacts.write_parquet(extract / "contacts.parquet")
    done("adjudicate", extract, "--out", tmp_path / "plain", "--quiet")
    assert on_spark("adjudicate", extract, tmp_path / "out") == files(tmp_path / "plain")


def killed_once(marker: Path, real: Callable[..., Any], given: int) -> Callable[..., Any]:
    """The function on the executors, but the first worker that comes to it is killed in the middle."""
    place = str(marker)

    def prepared(asked: object) -> Callable[..., Any]:
        work = real(asked)

        def run(*rows: object) -> Any:
            result = work(*rows)
            if not os.path.exists(place):  # noqa: PTH110 - this runs in a worker
                with open(place, "w"):  # noqa: PTH123
                    os.kill(os.getpid(), signal.SIGKILL)
            return result

        def one(lines: object) -> Any:
            return run(lines)

        def two(contacts: object, lines: object) -> Any:
            return run(contacts, lines)

        return one if given == 1 else two

    return prepared


def test_killed_workers_change_nothing(
    spark: Any, converted: Path, plain: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: dict[str, tuple[Callable[..., Any], int]] = {"reading": (buckets.reading, 1), "judging": (buckets.judging, 2)}
    for name, (function, given) in real.items():
        monkeypatch.setattr(buckets, name, killed_once(tmp_path / name, function, given))
    out = on_spark("reconcile", converted, tmp_path / "out", "--buckets", 3)
    assert (tmp_path / "reading").exists()
    assert (tmp_path / "judging").exists()
    assert out == plain


def test_results_on_another_file_system_are_parts_of_the_same_tables(
    spark: Any, converted: Path, plain: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    address = out.as_uri()
    asked = ("reconcile", converted.as_uri(), "--out", address, "--engine", "spark", "--quiet")
    refused(call(*asked), 2, "--format parquet")
    out.mkdir()
    (out / "mine.txt").write_text("kept")
    refused(call(*asked, "--format", "parquet"), 2, "--overwrite")
    done(*asked, "--format", "parquet", "--overwrite")
    done("reconcile", converted, "--out", tmp_path / "plain", "--format", "parquet", "--quiet")
    tables = {file.stem for file in (tmp_path / "plain").glob("*.parquet")}
    assert {one.name for one in out.iterdir() if not one.name.startswith(".")} == {
        "mine.txt", "receipt.json", *(f"{table}.parquet" for table in tables)
    }  # fmt: skip
    assert (out / "receipt.json").read_bytes() == plain["receipt.json"]
    for table in tables:
        parts = pl.read_parquet(out / f"{table}.parquet" / "part-*.parquet")
        assert parts.equals(pl.read_parquet(tmp_path / "plain" / f"{table}.parquet")), table


def test_what_polars_refuses_spark_refuses_in_the_same_words(spark: Any, converted: Path, tmp_path: Path) -> None:
    extract = tmp_path / "extract"
    extract.mkdir()
    for name in ("teams", "patients", "contacts"):
        parts = pl.read_parquet(converted / f"{name}.parquet").drop("#line")
        parts.write_parquet(extract / f"{name}.parquet")
    whole = (extract / "contacts.parquet").read_bytes()
    bad = {
        "cut": whole[:-9],
        "empty": b"",
        "text": b"contact_id;patient_id\n",
    }
    for name, content in bad.items():
        (extract / "contacts.parquet").write_bytes(content)
        same_refusal(extract, tmp_path / name)
    pl.read_parquet(whole).drop("unit").write_parquet(extract / "contacts.parquet")
    same_refusal(extract, tmp_path / "column")


def same_refusal(extract: Path, out: Path) -> None:
    told = [call("adjudicate", extract, "--out", out, "--quiet", "--engine", name) for name in ("polars", "spark")]
    assert told[0].status == 3
    assert told[0] == told[1]


def test_csv_is_refused_with_the_way_out(spark: Any, region: Path, tmp_path: Path) -> None:
    called = call("adjudicate", region, "--out", tmp_path / "out", "--engine", "spark", "--quiet")
    refused(called, 3, "samsyn convert", "ENGINE_CSV")


def test_a_lost_and_a_changed_part_are_refused(spark: Any, converted: Path, tmp_path: Path) -> None:
    extract = tmp_path / "extract"
    for file in converted.rglob("*"):
        if file.is_file():
            (extract / file.relative_to(converted)).parent.mkdir(parents=True, exist_ok=True)
            (extract / file.relative_to(converted)).write_bytes(file.read_bytes())
    part = extract / "contacts.parquet" / "00000-00000.parquet"
    pl.read_parquet(part).with_columns(patient_id=pl.lit("P9")).write_parquet(part)
    same_refusal(extract, tmp_path / "out")
    part.unlink()
    same_refusal(extract, tmp_path / "out")


def test_executors_with_other_packages_are_told(
    spark: Any, converted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_version", lambda _: "0.0.1")
    asked = ("adjudicate", converted, "--out", tmp_path / "out", "--engine", "spark", "--lang", "en")
    refused(call(*asked), 2, "the executors have samsyn", "here is samsyn 0.0.1", "same versions")


def test_a_job_that_spark_gives_up_on_is_told(
    spark: Any, converted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(asked: object) -> Callable[[object], object]:
        def run(lines: object) -> object:
            raise ValueError("no such luck")

        return run

    monkeypatch.setattr(buckets, "reading", broken)
    asked = ("adjudicate", converted, "--out", tmp_path / "out", "--engine", "spark", "--lang", "en")
    refused(call(*asked), 1, "Spark could not finish", "ValueError: no such luck")
    assert not (tmp_path / "out").exists()
