"""The language model side by side with the installed peers: accuracy, perplexity, size, open time, memory, speed.

    python -m benchmarks.lm FILE... [--lines N]

FILE is clean Vietnamese text, a sentence or paragraph a line. Marks are taken off and put back, in documents of 20
lines; the share of syllables that come back right is printed for this package and for pyvi and underthesea where they
are installed (`pip install pyvi underthesea`) and can do it. Each runs in a process of its own. Times are processor
time on one core.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import math
import os
import re
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
TOGETHER = 20  # lines of a document
SENTENCE = "hom nay troi mua"
Restore = Callable[[str], str]


def bare(text: str) -> str:
    """Text without marks."""
    split = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in split if not unicodedata.combining(c))


def same(word: str) -> str:
    """A key under which hoà is hòa."""
    from vntextclean.lm.text.scan import code_points, folded

    return "".join(map(chr, folded(code_points(word)).tolist()))


def ours() -> Restore:
    """This package."""
    from vntextclean.restoration.restore import restore

    return restore


def pyvi() -> Restore:
    """Pyvi's ViUtils.add_accents, line by line; a line it fails on (KeyError: 'vwr') comes back as it was."""
    from pyvi import ViUtils

    def add_accents(line: str) -> str:
        try:
            added: str = ViUtils.add_accents(line)
        except KeyError:
            return line
        return added

    return lambda text: "\n".join(map(add_accents, text.split("\n")))


def underthesea() -> Restore:
    """Underthesea's restorer, where the installed version has one: the releases up to 9.5.0 have none."""
    from underthesea import restore_diacritics

    return lambda text: "\n".join(restore_diacritics(line) for line in text.split("\n"))


TOOLS: dict[str, Callable[[], Restore]] = {"vntextclean": ours, "pyvi": pyvi, "underthesea": underthesea}


def lines_of(path: Path, most: int | None) -> list[str]:
    """The lines of a file that are text in composed letters."""
    lines = (unicodedata.normalize("NFC", line.strip()) for line in path.read_text("utf-8").split("\n"))
    return [line for line in lines if line and not any(map(unicodedata.combining, line))][:most]


def answers(restore: Restore, lines: list[str]) -> tuple[list[str], float]:
    """The lines as restored, and the processor time it took."""
    out: list[str] = []
    spent = 0.0
    for start in range(0, len(lines), TOGETHER):
        text = "\n".join(map(bare, lines[start : start + TOGETHER]))
        began = time.process_time()
        restored = restore(text)
        spent += time.process_time() - began
        out += restored.split("\n")
    return out, spent


def megabytes() -> float:
    """The resident memory of this process now."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def run_one(name: str, files: list[Path], most: int | None) -> dict[str, Any]:
    """What one tool makes of the files; in a process of its own, because its memory is measured."""
    import numpy  # noqa: F401, ICN001  # all of them use it: what it costs is no one's

    before, began = megabytes(), time.process_time()
    try:
        restore = TOOLS[name]()
    except ImportError:
        return {"missing": "installed, but restores no marks"}
    restore(SENTENCE)
    first = time.process_time() - began
    made = [answers(restore, lines_of(path, most)) for path in files]
    return {
        "first": first,
        "memory": megabytes() - before,
        "texts": [out for out, _ in made],
        "seconds": [spent for _, spent in made],
    }


def measured(name: str, files: list[Path], most: int | None) -> dict[str, Any] | str:
    """The same from a fresh process, or why there is nothing."""
    if importlib.util.find_spec(name) is None:
        return "not installed"
    command = [sys.executable, __file__, *map(str, files), "--one", name]
    command += ["--lines", str(most)] if most else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return done.stderr.strip().split("\n")[-1]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    missing: str | None = found.get("missing")
    return missing or found


def right(lines: list[str], restored: list[str]) -> tuple[int, int]:
    """How many syllables came back right, and of how many."""
    good = total = 0
    for line, answer in zip(lines, restored, strict=True):
        want, got = WORD.findall(line), WORD.findall(unicodedata.normalize("NFC", answer))
        total += len(want)
        if len(want) == len(got):
            good += sum(same(a) == same(b) for a, b in zip(want, got, strict=True))
    return good, total


def size_of(name: str) -> float:
    """The megabytes of a package as it is installed."""
    found = importlib.util.find_spec(name)
    assert found is not None and found.origin is not None
    files = Path(found.origin).parent.rglob("*")
    return sum(path.stat().st_size for path in files if path.is_file() and path.suffix != ".pyc") / 1e6


def version(name: str) -> str:
    """The version of a package, if it is installed as one."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "source tree"


def opening() -> tuple[float, float, float]:
    """Milliseconds to open the model and to import what opens it, the best of five fresh processes; its megabytes."""
    code = (
        "import time, numpy; t = time.process_time(); from vntextclean.lm.model import Model; u = time.process_time();"
        "m = Model.open(); v = time.process_time();"
        "print((v - u) * 1e3, (u - t) * 1e3, m.file.path.stat().st_size / 1e6)"
    )
    runs = [
        [float(n) for n in subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.split()]
        for _ in range(5)
    ]
    return min(run[0] for run in runs), min(run[1] for run in runs), runs[0][2]


def perplexities(files: list[Path], most: int | None) -> list[str]:
    """A row for each file: perplexity with unknown words as classes and by their letters, and how many they are."""
    from vntextclean.lm.model import Model
    from vntextclean.lm.perplexity import NOTHING, score_lines

    rows = []
    for path in files:
        total = NOTHING
        for line in score_lines("\n".join(lines_of(path, most)), Model.open()):
            total = total.with_line(line)
        rows.append(
            f"| {path.name} | {total.words:,} | {total.class_perplexity or math.nan:.1f} "
            f"| {total.perplexity or math.nan:.1f} | {100 * total.unknown / max(1, total.words):.2f} % |"
        )
    return rows


def report(files: list[Path], most: int | None) -> None:
    """Print the tables."""
    found = {name: measured(name, files, most) for name in TOOLS}
    there: dict[str, dict[str, Any]] = {name: made for name, made in found.items() if not isinstance(made, str)}
    open_ms, import_ms, model_mb = opening()
    print("| | installed | first word | memory |\n|---|--:|--:|--:|")
    for name, made in found.items():
        if isinstance(made, str):
            print(f"| {name} {version(name)} | {made} | | |")
        else:
            print(
                f"| {name} {version(name)} | {size_of(name):.1f} MB | {made['first'] * 1e3:.0f} ms "
                f"| {made['memory']:.0f} MB |"
            )
    print(
        f"\nThe model file has {model_mb:.1f} MB and opens in {open_ms:.1f} ms (its modules load in {import_ms:.0f}).\n"
    )
    print("| syllables right, and a second | " + " | ".join(f"{name} | |" for name in there))
    print("|---|" + "--:|--:|" * len(there))
    for number, path in enumerate(files):
        lines, cells = lines_of(path, most), ""
        for made in there.values():
            good, total = right(lines, made["texts"][number])
            cells += f" {100 * good / total:.2f} % | {total / max(made['seconds'][number], 1e-9):,.0f} |"
        print(f"| {path.name} |{cells}")
    print("\n| perplexity | words | unknown words as classes | by their letters | unknown |\n|---|--:|--:|--:|--:|")
    print("\n".join(perplexities(files, most)))


def main() -> None:
    """Print the tables, or measure one tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--lines", type=int, help="no more than this many lines of each file")
    parser.add_argument("--one", choices=list(TOOLS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(run_one(given.one, given.files, given.lines)))
    else:
        report(given.files, given.lines)


if __name__ == "__main__":
    main()
