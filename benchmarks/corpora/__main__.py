"""What ``vntextclean batch`` costs, beside the same function in a bare loop of ``multiprocessing``.

``python -m benchmarks.corpora`` prints three tables: processor seconds of both on the same JSON lines (two processes),
what the line of one process foretells for two beside what two need (wall seconds say something on a free machine only),
and processor seconds a megabyte and peak memory of a process for files of growing size. ``--sizes 1 10 100`` are
megabytes, ``--preset`` is a preset, ``--text FILE`` takes text of one's own in place of the made one, as it is. Made
text has some hundred different words: what a process holds of words is seen with real text alone.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed import texts
from vntextclean import Pipeline

DAMAGED = 5  # of five documents, one is damaged


class Cost(NamedTuple):
    """Seconds of a command, and the peak memory (MB, shared pages included) of its largest process.

    ``main`` are the processor seconds of the process that reads and writes, which all workers wait for.
    """

    wall: float
    processor: float
    memory: float
    main: float


def write(path: Path, megabytes: float, text: Path | None = None) -> None:
    """JSON lines of the documents of a text, or of made ones, a fifth of them damaged; repeated with other numbers."""
    if text is None:
        documents = texts.clean(min(megabytes, 10.0))
        documents[::DAMAGED] = texts.damaged(documents[::DAMAGED])
    else:
        documents = texts.own(text)
    size, number = 0, 0
    with path.open("w", encoding="utf-8") as stream:
        while size < megabytes * 1e6:
            for document in documents:
                line = (
                    json.dumps({"id": number, "text": f"{number}. {document}", "url": "x"}, ensure_ascii=False) + "\n"
                )
                stream.write(line)
                size += len(line.encode())
                number += 1
                if size >= megabytes * 1e6:
                    return


def bare(path: Path, out: Path, preset: str, jobs: int) -> None:
    """The loop that a user would write: lines to processes, records cleaned, lines written in order."""
    with path.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as written:
        context = multiprocessing.get_context("fork")
        with context.Pool(jobs, _open, (preset,)) as pool:
            for cleaned in pool.imap(_clean, _chunks(lines)):
                written.writelines(cleaned)


def _chunks(lines: Iterator[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line)
        if size >= 1 << 18:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


_pipeline: Pipeline  # of this worker


def _open(preset: str) -> None:
    global _pipeline  # noqa: PLW0603 - a worker process has one
    _pipeline = Pipeline.from_preset(preset)


def _clean(lines: list[str]) -> list[str]:
    records = [json.loads(line) for line in lines]
    for record, cleaned in zip(records, _pipeline.run_many(record["text"] for record in records), strict=True):
        record["text"] = cleaned.text
    return [json.dumps(record, ensure_ascii=False) + "\n" for record in records]


def cost(*words: str) -> Cost:
    """Run a Python command, and watch the memory of its processes."""
    before, begun = os.times(), time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL)
    peak = main = 0.0
    while process.poll() is None:
        main = max(main, _seconds(process.pid))
        peak = max([peak, *map(_peak, _family(process.pid))])
        time.sleep(0.1)
    wall, after = time.perf_counter() - begun, os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(words)}: ended with {process.returncode}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, spent, peak, main)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *map(int, children)]


def _seconds(pid: int) -> float:
    """Processor seconds of one process so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) / 1024 if found else 0.0


def batch(path: Path, out: Path, preset: str, jobs: int) -> tuple[str, ...]:
    """The words of the command."""
    words = ("-m", "vntextclean", "batch", str(path), "-o", str(out), "--no-config", "--preset", preset)
    return (*words, "-j", str(jobs), "--restart", "--status-every", "0")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--preset", default="web")
    parser.add_argument("--sizes", type=float, nargs="+", default=[1.0, 10.0, 100.0])
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--text", type=Path, help="documents of this file, by lines, in place of made ones")
    parser.add_argument("--only-sizes", action="store_true", help="the last table alone")
    parser.add_argument("--bare", nargs=2, metavar=("IN", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        bare(Path(options.bare[0]), Path(options.bare[1]), options.preset, 2)
        return
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        if not options.only_sizes:
            _beside_a_bare_loop(here, options.preset, options.passes, options.text)
            _two_workers(here, options.preset, options.text)
        _by_size(here, options.preset, options.sizes, options.text)


def _beside_a_bare_loop(here: Path, preset: str, passes: int, text: Path | None) -> None:
    path, out = here / "a.jsonl", here / "out.jsonl"
    write(path, 10, text)
    ours, theirs, one = [], [], []
    for _ in range(passes):
        loop = ("-m", "benchmarks.corpora", "--preset", preset, "--bare", str(path), str(here / "bare.jsonl"))
        theirs.append(cost(*loop))
        ours.append(cost(*batch(path, out, preset, 2)))
        one.append(cost(*batch(path, out, preset, 1)))
    if out.read_bytes() != (here / "bare.jsonl").read_bytes():
        raise SystemExit("batch and the bare loop differ")
    least = [min(each.processor for each in costs) for costs in (theirs, ours, one)]
    walls = [min(each.wall for each in costs) for costs in (theirs, ours, one)]
    print("| 10 MB of JSON lines | processor s | wall s |\n|---|--:|--:|")
    for name, processor, wall in zip(("bare loop, 2 processes", "batch -j 2", "batch -j 1"), least, walls, strict=True):
        print(f"| {name} | {processor:.2f} | {wall:.2f} |")
    print(f"\nbatch does {least[0] / least[1]:.2f} x what the bare loop does in a second of processor time, and two")
    print(f"processes {walls[2] / walls[1]:.2f} x what one does in a second\n")


def _two_workers(here: Path, preset: str, text: Path | None, small: float = 10.0, large: float = 40.0) -> None:
    """Whether two workers do in half the time what one does: the plan for a run on many cores rests on it."""
    costs = {}
    for megabytes in (small, large):
        path = here / f"{megabytes:g}.jsonl"
        write(path, megabytes, text)
        for jobs in (1, 2):
            costs[megabytes, jobs] = cost(*batch(path, here / "out.jsonl", preset, jobs))
    slopes = [(costs[large, jobs].processor - costs[small, jobs].processor) / (large - small) for jobs in (1, 2)]
    start = costs[small, 1].processor - slopes[0] * small
    foretold = start + slopes[0] * large / 2
    print(f"| {large:g} MB, two workers | s |\n|---|--:|")
    print(f"| foretold by the line of one: {start:.2f} s + {slopes[0]:.3f} s a MB, halved | {foretold:.1f} |")
    print(f"| processor s of two workers, halved | {start + slopes[1] * large / 2:.1f} |")
    print(f"| wall | {costs[large, 2].wall:.1f} |")
    print(f"\ntwo workers do {2 * slopes[0] / slopes[1]:.2f} x what one does, in processor time\n")


def _by_size(here: Path, preset: str, sizes: list[float], text: Path | None) -> None:
    print("| MB | processor s | s a MB | of which reads and writes, s | peak MB of a process |\n|--:|--:|--:|--:|--:|")
    for size in sizes:
        path = here / f"{size:g}.jsonl"
        write(path, size, text)
        found = cost(*batch(path, here / "out.jsonl", preset, 2))
        told = f"{found.processor:.1f} | {found.processor / size:.3f} | {found.main:.2f} | {found.memory:.0f}"
        print(f"| {size:g} | {told} |", flush=True)
        path.unlink()


if __name__ == "__main__":
    main()
