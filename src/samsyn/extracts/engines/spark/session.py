"""Spark started, and everything that it needs looked at first: each lack is one sentence."""

import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from samsyn.extracts.errors import EngineFailed, EngineMissing

_OLDEST_JAVA: Final = 17
_NEEDED: Final = ("samsyn", "polars", "pyarrow")
_SET: Final = {
    "spark.sql.session.timeZone": "UTC",  # moments are moments; the day of one is found by the reader
    "spark.sql.caseSensitive": "true",  # “Unit” and “unit” are two columns, as everywhere else
}
_UNLESS_SET: Final = {"spark.log.level": "FATAL", "spark.ui.showConsoleProgress": "false"}
_CORES: Final = len(os.sched_getaffinity(0))
_ON_THIS_MACHINE: Final = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": str(2 * _CORES),  # two hundred, made for clusters, cost more than the work
}


@contextmanager
def started(master: str | None) -> Iterator[Any]:
    """A session on the master, or on the one of the usual configuration, or else on this machine.

    One that runs already is used and left running. Raises EngineMissing if PySpark, Java, or a package on the
    executors is not there.
    """
    check_pyspark()
    check_java()
    from pyspark.sql import SparkSession

    is_new = SparkSession.getActiveSession() is None
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")  # it is not used
        spark = _session(master)
        try:
            yield checked(spark)
        finally:
            if is_new:
                end(spark)


def end(spark: Any) -> None:
    """Stop the session and its Java, and wait until that has tidied up after itself."""
    from pyspark import SparkContext

    gateway = spark.sparkContext._gateway
    spark.stop()
    process = getattr(gateway, "proc", None)
    if process is not None:
        gateway.shutdown()
        SparkContext._gateway = SparkContext._jvm = None
        process.stdin.close()
        process.wait()


def check_pyspark() -> None:
    """Raise EngineMissing unless PySpark and PyArrow can be imported."""
    for package in ("pyspark", "pyarrow"):
        if find_spec(package) is None:
            raise EngineMissing(
                f"{package} saknas. Installera det med: pip install 'samsyn[spark]'",
                f"{package} is missing. Install it with: pip install 'samsyn[spark]'",
            )


def check_java() -> None:
    """Raise EngineMissing unless there is a Java that Spark runs on."""
    java = find_java()
    if java is None:
        raise EngineMissing(
            f"Java saknas. Installera Java {_OLDEST_JAVA} (Debian: apt-get install default-jre-headless), "
            "eller ange dess mapp i JAVA_HOME.",
            f"Java is missing. Install Java {_OLDEST_JAVA} (Debian: apt-get install default-jre-headless), "
            "or name its folder in JAVA_HOME.",
        )
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(?:1\.)?([0-9]+)', told)
    if found is None or int(found[1]) < _OLDEST_JAVA:
        what = found[1] if found else "?"
        raise EngineMissing(
            f"Java {what} är för gammalt ({java}). Spark behöver Java {_OLDEST_JAVA} eller nyare; se JAVA_HOME.",
            f"Java {what} is too old ({java}). Spark needs Java {_OLDEST_JAVA} or newer; see JAVA_HOME.",
        )


def find_java() -> str | None:
    """The program that Spark will start: that of JAVA_HOME, else the first on the path."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")


def _session(master: str | None) -> Any:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    known = SparkConf()
    master = master or known.get("spark.master", None) or _this_machine()
    settings = dict(_SET)
    settings |= {name: value for name, value in _UNLESS_SET.items() if not known.contains(name)}
    if master.startswith("local"):
        settings |= {name: value for name, value in _ON_THIS_MACHINE.items() if not known.contains(name)}
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    elif not os.environ.get("PYSPARK_PYTHON") and not known.contains("spark.pyspark.python"):
        raise EngineMissing(
            "PYSPARK_PYTHON är inte satt. Ange den Python på klustrets noder där samsyn är installerat.",
            "PYSPARK_PYTHON is not set. Name the Python on the cluster's nodes that samsyn is installed in.",
        )
    builder = SparkSession.builder.appName("samsyn").master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:  # what a master answers is its own affair
        raise EngineFailed(*_failed(error)) from error


def _this_machine() -> str:
    """As many cores as this process may use; a task that fails is tried four times, as on a cluster."""
    return f"local[{_CORES},4]"


def checked(spark: Any) -> Any:
    """The session. Raises EngineMissing if an executor's Python is another, or lacks what the judge needs."""
    wanted = tuple(_version(name) for name in _NEEDED)
    tasks = spark.sparkContext.parallelize(range(spark.sparkContext.defaultParallelism))
    try:
        found = set(tasks.map(_what_is_there).collect())
    except Exception as error:
        python = os.environ.get("PYSPARK_PYTHON", "")
        raise EngineMissing(
            f"Exekverarnas Python svarar inte (PYSPARK_PYTHON={python}). Den ska finnas på varje nod och ha samma "
            f"version som här, {_python()}. {_last(error)}",
            f"The executors' Python does not answer (PYSPARK_PYTHON={python}). It must be there on each node, and of "
            f"the same version as here, {_python()}. {_last(error)}",
        ) from error
    for there in found - {wanted}:
        told = ", ".join(f"{name} {has or '–'}" for name, has in zip(_NEEDED, there, strict=True))
        here = ", ".join(f"{name} {has}" for name, has in zip(_NEEDED, wanted, strict=True))
        raise EngineMissing(
            f"Exekverarna har {told}; här finns {here}. Installera samma versioner på klustrets noder.",
            f"The executors have {told}; here is {here}. Install the same versions on the cluster's nodes.",
        )
    return spark


def _what_is_there(_: int) -> tuple[str, ...]:
    return tuple(_version(name) for name in _NEEDED)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def failed(error: Exception) -> EngineFailed:
    """What a job that Spark gave up on is told as."""
    return EngineFailed(*_failed(error))


def _failed(error: Exception) -> tuple[str, str]:
    return (
        f"Spark kunde inte fullfölja arbetet; inget resultat skrevs. {_last(error)}",
        f"Spark could not finish the work; no result was written. {_last(error)}",
    )


def _last(error: Exception) -> str:
    """The line of a long answer that says what happened."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    named = [line for line in lines if re.match(r"[\w.]*(Error|Exception)\b", line) and "Py4J" not in line]
    return ((named or lines or [type(error).__name__])[0])[:300]
