"""What whole processes cost: the start of the command line, and memory while a large file streams through it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.speed import texts

LINE = "Môt buổi tọa đàm về  dân chủ.\n"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "ftfy": ["-c", "from ftfy.cli import main; main()"],
    "vntextclean clean": ["-m", "vntextclean", "clean"],
    "vntextclean clean --preset lossless": ["-m", "vntextclean", "clean", "--preset", "lossless"],
    "vntextclean --help": ["-m", "vntextclean", "--help"],
}


def start(passes: int) -> None:
    """Print what each command costs on one short line, process start included: the least of several runs.

    Byte code is there, as it is for what pip installed: a run before the first that counts writes it.
    """
    print("| one short line | s | x ftfy | processor s | x ftfy |\n|---|--:|--:|--:|--:|")
    least = {}
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, arguments in COMMANDS.items():
            runs = [_once(arguments, environment) for _ in range(passes + 1)][1:]
            least[name] = tuple(map(min, zip(*runs, strict=True)))
    for name, (wall, processor) in least.items():
        ratios = wall / least["ftfy"][0], processor / least["ftfy"][1]
        print(f"| {name} | {wall:.3f} | {ratios[0]:.2f} | {processor:.3f} | {ratios[1]:.2f} |")


def _once(arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Wall and processor seconds of one run."""
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], input=LINE.encode(), capture_output=True, check=True, env=environment)
    wall, after = time.perf_counter() - began, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent


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
