"""What can be known of the Spark engine without a JVM: what is missing is told, and a bucket is read as a file."""

import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings

from samsyn.extracts.engines.spark import buckets, session
from samsyn.extracts.engines.spark.accounts import absorb
from samsyn.extracts.engines.spark.wire import as_lines, unpacked
from samsyn.extracts.errors import EngineMissing
from samsyn.extracts.places import as_uri, is_address
from samsyn.extracts.reading import RefusedExtract
from samsyn.extracts.reading.folder import look_into
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.opening import open_table
from tests.cli.calling import call, refused
from tests.reading.making import CODES, LEVELS, read, write
from tests.reading.test_ways import calm, files

SPARK = ("--engine", "spark", "--quiet", "--lang", "en")


@settings(calm, max_examples=40)
@given(files())
def test_a_bucket_is_read_as_the_file_it_is_of(contacts: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), contacts)
        try:
            whole = read(folder)
        except RefusedExtract:
            return
        table = open_table("contacts", look_into(folder).tables["contacts"], COLUMNS["contacts"], "utf-8")
        lines = as_lines("contacts", table.texts(0))
    units = frozenset(whole.records.teams["unit"])
    read_again = buckets.read_contacts(buckets.ToRead(CODES, LEVELS, units, None), lines)
    used = read_again.filter(pl.col("what").is_null()).select(whole.records.contacts.columns)
    assert used.sort("contact_id").equals(whole.records.contacts)
    frames: dict[str, list[pl.DataFrame]] = {}
    for what, frame in read_again.filter(pl.col("what").is_not_null()).select("what", "frame").iter_rows():
        frames.setdefault(what, []).append(unpacked(frame))
    assert table.account.counts(absorb(table.account, frames, "uncoded")) == whole.counts["contacts"]
    assert table.account.rejected().equals(whole.rejected)
    assert [note for note in whole.notes if note.table == "contacts"] == table.account.notes()


def test_the_core_and_the_start_do_not_import_pyspark() -> None:
    code = "import sys, samsyn.cli.main, samsyn.adjudication; sys.exit('pyspark' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_addresses_and_paths() -> None:
    assert is_address("hdfs://name/x")
    assert is_address("s3a://bucket/x")
    assert is_address("file:/x")
    assert not is_address("extract")
    assert not is_address("C:/extract")
    assert as_uri("s3a://bucket/x") == "s3a://bucket/x"
    assert as_uri("a b") == (Path.cwd() / "a b").as_uri()


def test_pyspark_that_is_missing_is_told(extract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "find_spec", lambda _: None)
    refused(call("adjudicate", extract, "--out", tmp_path / "out", *SPARK), 2, "pyspark is missing", "samsyn[spark]")


def test_java_that_is_missing_is_told(extract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    refused(call("adjudicate", extract, "--out", tmp_path / "out", *SPARK), 2, "Java is missing", "JAVA_HOME")


@pytest.mark.parametrize(
    ("told", "what"), [('openjdk version "11.0.2"', "11"), ('java version "1.8.0"', "8"), ("", "?")]
)
def test_a_java_too_old_is_told(told: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\necho '{told}' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineMissing) as missing:
        session.check_java()
    assert f"Java {what} is too old" in missing.value.english
    assert f"Java {what} är för gammalt" in missing.value.swedish


def test_a_cluster_without_a_python_is_told(extract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYSPARK_PYTHON", raising=False)
    monkeypatch.setattr(session, "check_java", lambda: None)
    asked = ("adjudicate", extract, "--out", tmp_path / "out", *SPARK, "--master", "spark://nowhere:7077")
    refused(call(*asked), 2, "PYSPARK_PYTHON is not set")


def test_calls_that_make_no_sense_are_refused(extract: Path, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "out")
    refused(call("adjudicate", extract, *out, "--master", "local"), 2, "--engine spark")
    refused(call("reconcile", extract, *out, "--buckets", "2"), 2, "--engine spark")
    refused(call("reconcile", "hdfs://nowhere/x", *out), 2, "hdfs://nowhere/x", "--engine spark")
    refused(call("reconcile", extract, "--out", "s3a://bucket/x"), 2, "--engine spark")
    refused(call("simulate", extract, "--with", "x.toml", "--engine", "spark"), 2, "--engine polars")
    assert list(tmp_path.iterdir()) == []
