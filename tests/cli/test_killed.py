"""A run that is killed: OUT is absent or whole, what was there is kept, and the next run clears what it left."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calling import PROGRAM, beside, done, files

MOMENTS = random.Random(4)
KILLED_AT = """
import os, signal, sys
wanted, seen, out = sys.argv[1], 0, sys.argv[2]
def hook(event, args):
    global seen
    if event in ("os.mkdir", "os.rename", "shutil.copyfile", "shutil.rmtree", "open") and out in str(args[0]):
        seen += event == wanted.partition(":")[0]
        if f"{event}:{seen}" == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
sys.argv = ["samsyn", *sys.argv[3:]]
from samsyn.cli.start import run
run()
"""


@pytest.fixture(scope="module")
def whole(region: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("whole") / "out"
    done("reconcile", region, "--out", out, "--quiet")
    return files(out)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("moment", [round(MOMENTS.uniform(0.3, 1.7), 2) for _ in range(3)])
def test_a_killed_run_leaves_out_absent_or_whole(
    region: Path, whole: dict[str, bytes], sign: signal.Signals, moment: float, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = subprocess.Popen([PROGRAM, "reconcile", region, "--out", out, "--quiet"], stderr=subprocess.PIPE)
    time.sleep(moment)
    run.send_signal(sign)
    _, told = run.communicate(timeout=30)
    assert b"Traceback" not in told
    assert not out.exists() or files(out) == whole
    done("reconcile", region, "--out", out, "--quiet", "--overwrite")
    assert files(out) == whole
    assert beside(out) == []


@pytest.mark.parametrize("step", ["open:1", "os.rename:1"])
def test_killed_while_writing_or_before_the_result_is_put_in_place(
    extract: Path, out: Path, step: str, tmp_path: Path
) -> None:
    assert killed(step, tmp_path / "out", extract) == -signal.SIGKILL
    assert not (tmp_path / "out").exists()
    assert len(beside(tmp_path / "out")) == 1
    done("reconcile", extract, "--out", tmp_path / "out", "--quiet")
    assert files(tmp_path / "out") == files(out)
    assert beside(tmp_path / "out") == []


STEPS = ["shutil.copyfile:1", "os.rename:1", "os.rename:2", "shutil.rmtree:1"]


@pytest.mark.parametrize("step", STEPS)
def test_killed_while_replacing_keeps_what_is_not_ours(extract: Path, out: Path, step: str, tmp_path: Path) -> None:
    """Before: an own file is copied over, the old is put aside, the new in its place, the old removed."""
    place = tmp_path / "out"
    place.mkdir()
    (place / "mine.txt").write_text("kept")
    (place / "series.csv").write_text("old")
    assert killed(step, place, extract, "--overwrite") == -signal.SIGKILL
    if place.exists():
        old = {"mine.txt": b"kept", "series.csv": b"old"}
        assert files(place) in (old, {**files(out), "mine.txt": b"kept"})
    done("reconcile", extract, "--out", place, "--quiet", "--overwrite")
    assert beside(place) == []
    assert files(place) == {**files(out), "mine.txt": b"kept"}


def killed(step: str, out: Path, extract: Path, *more: str) -> int:
    """The status of a run that kills itself at the step: the n-th call of that kind on OUT or beside it."""
    arguments = ["reconcile", extract, "--out", out, "--quiet", *more]
    command = [sys.executable, "-c", KILLED_AT, step, str(out.parent), *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in ended.stderr
    return ended.returncode
