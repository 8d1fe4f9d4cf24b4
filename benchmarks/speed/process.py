"""What whole processes cost: the start of the command line, and memory while a large file streams through it."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.speed import texts

#: Nothing in it is to be repaired; in the other line a word and a space are.
CLEAN = "Hôm nay trời đẹp, chúng tôi đi chơi công viên.\n"
DAMAGED = "Môt buổi tọa đàm về  dân chủ.\n"
#: What is run, by Python and its arguments, and on which line. The first two imports are the floor of all below them.
COMMANDS = {
    "python -c pass": (["-c", "pass"], CLEAN),
    "import click, numpy": (["-c", "import click, numpy"], CLEAN),
    "ftfy": (["-c", "from ftfy.cli import main; main()"], CLEAN),
    "vntextclean clean": (["-m", "vntextclean", "clean"], CLEAN),
    "vntextclean clean, damaged": (["-m", "vntextclean", "clean"], DAMAGED),
    "vntextclean clean --preset lossless": (["-m", "vntextclean", "clean", "--preset", "lossless"], CLEAN),
    "vntextclean check": (["-m", "vntextclean", "check"], CLEAN),
    "vntextclean diff": (["-m", "vntextclean", "diff"], CLEAN),
    "vntextclean --help": (["-m", "vntextclean", "--help"], CLEAN),
    "vntextclean --version": (["-m", "vntextclean", "--version"], CLEAN),
}


def start(passes: int) -> None:
    """Print what each command costs on one short line, process start included: the median of several runs in turn.

    Byte code is there, as it is for what pip installed: a run before the first that counts writes it. The commands
    alternate, so that what else the machine does meets them all.
    """
    print("| one short line | s | x ftfy | processor s | x ftfy |\n|---|--:|--:|--:|--:|")
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        places = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
        environment["PYTHONPATH"] = os.pathsep.join(str(Path(place).resolve()) for place in places)
        for _ in range(passes + 1):
            for name, (arguments, line) in COMMANDS.items():
                runs[name].append(_once(arguments, line, environment, folder))
    usual = {name: [median(column) for column in zip(*found[1:], strict=True)] for name, found in runs.items()}
    for name, (wall, processor) in usual.items():
        ratios = wall / usual["ftfy"][0], processor / usual["ftfy"][1]
        print(f"| {name} | {wall:.3f} | {ratios[0]:.2f} | {processor:.3f} | {ratios[1]:.2f} |")


def _once(arguments: list[str], line: str, environment: dict[str, str], folder: str) -> tuple[float, float]:
    """Wall and processor seconds of one run, in a directory that has no configuration file."""
    before, began = _spent(), time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], input=line.encode(), capture_output=True, check=True, env=environment, cwd=folder
    )
    return time.perf_counter() - began, _spent() - before


def _spent() -> float:
    """Processor seconds of all processes that were run and have ended; os.times() knows hundredths only."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def stream(megabytes: int) -> None:
    """Print the peak memory of cleaning JSON lines of many documents: a tenth of the size, and all of it.

    The model is shared memory that every process maps, so `web` is measured on less: what grows is what is asked.
    """
    print("| `clean --documents jsonl:text` | preset | peak MB | s |\n|---|---|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "documents.jsonl")
        for preset, sizes in (("lossless", (megabytes / 10, megabytes)), ("web", (megabytes / 100, megabytes / 10))):
            for size in sizes:
                _write(path, size)
                arguments = ["clean", "--preset", preset, "--documents", "jsonl:text", str(path)]
                peak, took = peak_of(["-m", "vntextclean", *arguments])
                print(f"| {size:.0f} MB | `{preset}` | {peak:.0f} | {took:.0f} |", flush=True)


def _write(path: Path, megabytes: float) -> None:
    documents = texts.clean(min(megabytes, 4))
    records = [json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n" for n, text in enumerate(documents)]
    size = 0
    with path.open("w", encoding="utf-8") as out:
        while size < megabytes * 1e6:
            for record in records:
                out.write(record)
                size += len(record.encode())


def peak_of(arguments: list[str]) -> tuple[float, float]:
    """The largest resident set of a process in MB, and its seconds."""
    began = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        child = subprocess.Popen([sys.executable, *arguments], stdout=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{arguments[0]} ended with {child.returncode}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return usage.ru_maxrss / unit, time.perf_counter() - began
