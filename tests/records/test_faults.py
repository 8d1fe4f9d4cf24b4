"""What an operating system can do to a batch run: kill it, kill its workers, fill its disk. No record is lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.records.conftest import QUICK, Batch, names, record, told

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, /proc and limits of Linux")

LINES = [record(number, f"dòng  {number}, CHẬMRÃI" if number % 30 == 7 else f"dòng  {number}") for number in range(900)]
LINES[100] = "no record\n"
ARGUMENTS = (
    "in",
    "-o",
    "out",
    "--chunk-size",
    "2K",
    "--checkpoint-every",
    "0",
    "--compression",
    "gzip",
    "--status-every",
    "0",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three files, with a record in one of them that is none."""
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.jsonl").write_text("".join(LINES[number * 300 :][:300]), encoding="utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def start(poisoned: dict[str, str], folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "vntextclean", "batch", *arguments, *QUICK]
    return subprocess.Popen(words, cwd=folder, env=poisoned, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def finished(path: Path) -> bool:
    return path.exists() and not list(path.parent.glob(".*partial"))


@pytest.mark.parametrize("layout", [(), ("--shard-size", "3K")])
def test_a_run_that_is_killed_again_and_again_gives_the_same_bytes(
    batch: Batch, poisoned: dict[str, str], corpus: Path, layout: tuple[str, ...]
) -> None:
    assert batch(*ARGUMENTS, *layout).returncode == 1
    undisturbed = contents(corpus / "out")
    assert "_rejects.jsonl" in undisturbed
    (corpus / "out").rename(corpus / "before")
    dice = random.Random(7)
    process = start(poisoned, corpus, *ARGUMENTS, *layout)
    kills = 0
    while True:
        try:
            process.communicate(timeout=0.5 + dice.random() * 0.5)
        except subprocess.TimeoutExpired:
            if kills < 8:
                process.kill()
                process.communicate()
                kills += 1
                seen = (
                    {name for name in contents(corpus / "out") if not name.startswith(".")}
                    if (corpus / "out").exists()
                    else set()
                )
                assert all((corpus / "out" / name).read_bytes() == undisturbed[name] for name in seen)
                process = start(poisoned, corpus, *ARGUMENTS, *layout, "--resume")
            continue
        break
    assert kills > 1
    assert process.returncode == 1
    assert contents(corpus / "out") == undisturbed
    again = batch(*ARGUMENTS, *layout, "--resume")
    assert again.returncode == 1
    assert contents(corpus / "out") == undisturbed


def test_a_run_that_was_stopped_is_not_overwritten(batch: Batch, poisoned: dict[str, str], corpus: Path) -> None:
    process = start(poisoned, corpus, *ARGUMENTS)
    deadline = time.monotonic() + 30
    while not list((corpus / "out").glob("*.gz")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.communicate()
    done = batch(*ARGUMENTS)
    assert done.returncode == 2
    assert b"go on with --resume, or begin anew with --restart" in done.stderr
    done = batch(*ARGUMENTS, "--resume", "--ignore", "spacing")
    assert done.returncode == 2
    assert b"had other settings" in done.stderr
    (corpus / "in" / "2.jsonl").write_text(record(1), encoding="utf-8")
    done = batch(*ARGUMENTS, "--resume")
    assert b"had other inputs" in done.stderr
    assert batch(*ARGUMENTS, "--restart").returncode == 1
    assert names(corpus / "out") == ["0.jsonl.gz", "1.jsonl.gz", "2.jsonl.gz", "_manifest.json", "_rejects.jsonl"]


def test_a_run_that_is_at_work_was_not_stopped(batch: Batch, poisoned: dict[str, str], corpus: Path) -> None:
    """It was said to be stopped, and --resume or --restart was advised."""
    process = start(poisoned, corpus, *ARGUMENTS)
    deadline = time.monotonic() + 60
    while not list((corpus / "out").glob(".*journal")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGSTOP)
    try:
        for more in ((), ("--resume",), ("--restart",)):
            done = batch(*ARGUMENTS, *more)
            assert done.returncode == 2
            assert b"another run is writing here; wait for it, or choose another place" in done.stderr
    finally:
        process.send_signal(signal.SIGCONT)
    process.communicate(timeout=120)
    assert process.returncode == 1


def test_a_worker_that_is_killed_is_started_again(batch: Batch, poisoned: dict[str, str], corpus: Path) -> None:
    batch(*ARGUMENTS)
    undisturbed = contents(corpus / "out")
    process = start(poisoned, corpus, *ARGUMENTS, "--report", "report.json")
    killed = 0
    dice = random.Random(3)
    while process.poll() is None and killed < 6:
        time.sleep(0.1 + 0.2 * dice.random())
        try:
            workers = children(process.pid)
            if workers and (corpus / "out").exists():
                os.kill(dice.choice(workers), signal.SIGKILL)
                killed += 1
        except (FileNotFoundError, ProcessLookupError):
            continue
    process.communicate(timeout=60)
    assert killed > 1
    assert process.returncode == 1
    assert contents(corpus / "out") == undisturbed
    report = json.loads((corpus / "report.json").read_text(encoding="utf-8"))
    assert report["workers_restarted"] > 1


def test_workers_end_with_their_parent(poisoned: dict[str, str], corpus: Path) -> None:
    process = start(poisoned, corpus, *ARGUMENTS)
    deadline = time.monotonic() + 30
    while not (workers := children(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.communicate()
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


def test_records_that_kill_their_worker_are_rejects(batch: Batch, tmp_path: Path) -> None:
    lines = [record(number, "một  hai THUỐCĐỘC" if number in (3, 4, 40) else "một  hai") for number in range(60)]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl")
    assert done.returncode == 1, done.stderr.decode()
    there = (tmp_path / "b.jsonl").read_text(encoding="utf-8")
    assert there == "".join(line if "THUỐC" in line else line.replace("  ", " ") for line in lines)
    rejects = told(tmp_path / "b.jsonl.rejects.jsonl")
    assert [reject["line"] for reject in rejects] == [4, 5, 41]
    assert "stopped 3 times (signal 9)" in rejects[0]["error"]


def test_records_that_take_too_long_are_rejects(batch: Batch, tmp_path: Path) -> None:
    """A filter that sleeps stands in for a text that takes minutes; the records before and behind it are cleaned."""
    lines = [record(number, "một  hai NGỦQUÊN" if number in (0, 4, 59) else "một  hai") for number in range(60)]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--max-time", "1", "--report", "report.json")
    assert done.returncode == 1, done.stderr.decode()
    there = (tmp_path / "b.jsonl").read_text(encoding="utf-8")
    assert there == "".join(line if "NGỦ" in line else line.replace("  ", " ") for line in lines)
    rejects = told(tmp_path / "b.jsonl.rejects.jsonl")
    assert [reject["line"] for reject in rejects] == [1, 5, 60]
    assert {reject["error"] for reject in rejects} == {"it took longer than --max-time 1 allows"}
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["workers_restarted"] == 3


def test_signals_that_stop_a_worker_are_those_of_their_record(batch: Batch, tmp_path: Path) -> None:
    """A record is blamed for what is counted of it, too, and not the last one that was cleaned."""
    lines = [record(number, "một  hai TỰĐẾM" if number == 4 else "một  hai") for number in range(9)]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--signals", "quality")
    assert done.returncode == 1, done.stderr.decode()
    assert [reject["line"] for reject in told(tmp_path / "b.jsonl.rejects.jsonl")] == [5]


def test_a_full_disk_leaves_no_output_and_the_run_goes_on_when_there_is_room(batch: Batch, tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk: write(2) fails half-way in the same manner."""
    lines = [line.replace(", CHẬMRÃI", "") for line in LINES] * 10
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--status-every", "0", shell="trap '' XFSZ; ulimit -f 64;")
    assert done.returncode == 2
    said = [line for line in done.stderr.decode().splitlines() if "no JSON object" not in line]
    assert said == ["vntextclean: b.jsonl: cannot be written: File too large; make room, and go on with --resume"]
    assert not (tmp_path / "b.jsonl").exists()
    assert batch("a.jsonl", "-o", "b.jsonl", "--resume").returncode == 1
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == "".join(lines).replace("  ", " ")


def test_ctrl_c_ends_it_and_it_goes_on(batch: Batch, poisoned: dict[str, str], corpus: Path) -> None:
    batch(*ARGUMENTS)
    undisturbed = contents(corpus / "out")
    (corpus / "out").rename(corpus / "before")
    process = start(poisoned, corpus, *ARGUMENTS)
    deadline = time.monotonic() + 30
    while not list((corpus / "out").glob("*.gz")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert batch(*ARGUMENTS, "--resume").returncode == 1
    assert contents(corpus / "out") == undisturbed
