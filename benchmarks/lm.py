"""The language model side by side with the installed peers: accuracy, perplexity, size, open time, memory, speed.

    python benchmarks/lm.py FILE... [--lines N]

FILE is clean Vietnamese text, a sentence or paragraph a line. Marks are taken off and put back, in documents of 20
lines; the share of syllables that come back right is printed for this package and for pyvi and underthesea where they
can be imported.
"""

from __future__ import annotations

import argparse
import math
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+")
Restore = Callable[[str], str]


def bare(text: str) -> str:
    """Text without marks."""
    split = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in split if not unicodedata.combining(c))


def same(word: str) -> str:
    """A key under which hoà is hòa."""
    from vntextclean.lm.scan import code_points, folded

    return "".join(map(chr, folded(code_points(word)).tolist()))


def ours() -> Restore:
    """This package."""
    from vntextclean.lm.restore import restore

    return restore


def pyvi() -> Restore:
    """Pyvi's ViUtils.add_accents, line by line."""
    from pyvi import ViUtils  # type: ignore[import-not-found]

    return lambda text: "\n".join(ViUtils.add_accents(line) for line in text.split("\n"))


def underthesea() -> Restore:
    """Underthesea's restorer, where the installed version has one."""
    from underthesea import restore_diacritics  # type: ignore[import-not-found]

    return lambda text: "\n".join(restore_diacritics(line) for line in text.split("\n"))


def accuracy(restore: Restore, lines: list[str]) -> tuple[float, float]:
    """The share of syllables restored, and syllables per second."""
    right = total = 0
    restore("xin chao")
    spent = 0.0
    for start in range(0, len(lines), 20):
        part = lines[start : start + 20]
        text = "\n".join(map(bare, part))
        began = time.perf_counter()
        out = restore(text).split("\n")
        spent += time.perf_counter() - began
        for line, answer in zip(part, out, strict=True):
            want, got = WORD.findall(line), WORD.findall(unicodedata.normalize("NFC", answer))
            total += len(want)
            if len(want) == len(got):
                right += sum(same(a) == same(b) for a, b in zip(want, got, strict=True))
    return right / total, total / spent


def opening() -> tuple[float, float]:
    """Milliseconds to open the model in a fresh process, and the memory it adds, in MB."""
    code = (
        "import resource, time, numpy; from vntextclean.lm import model; a = resource.getrusage(0).ru_maxrss; "
        "t = time.perf_counter(); m = model.Model.open(); t = time.perf_counter() - t; "
        "m.token_scores('Hôm nay trời mưa.'); "
        "print(t * 1e3, (resource.getrusage(0).ru_maxrss - a) / 1024)"
    )
    first, second = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    return float(first), float(second)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--lines", type=int)
    given = parser.parse_args()
    from vntextclean.lm.model import Model

    model = Model.open()
    milliseconds, megabytes = opening()
    print(
        f"model      {model.file.path.stat().st_size / 1e6:.1f} MB, opens in {milliseconds:.0f} ms, "
        f"adds {megabytes:.0f} MB of resident memory; n-grams {model.file.about['counts']}"
    )
    peers: dict[str, Restore] = {"vntextclean": ours()}
    for peer in (pyvi, underthesea):
        try:
            peers[peer.__name__] = peer()
        except ImportError:
            print(f"{peer.__name__:10} not installed")
    print(f"\n{'text':28} {'syllables':>10} {'perplexity':>10}" + "".join(f"  {name:>22}" for name in peers))
    for path in given.files:
        lines = [
            unicodedata.normalize("NFC", line.strip()) for line in path.read_text("utf-8").split("\n") if line.strip()
        ]
        lines = [line for line in lines[: given.lines] if not any(unicodedata.combining(c) for c in line)]
        scores = model.token_scores("\n".join(lines))
        cells = ""
        for restore in peers.values():
            share, speed = accuracy(restore, lines)
            cells += f"  {100 * share:8.2f} % {speed:9,.0f}/s"
        count = sum(len(WORD.findall(line)) for line in lines)
        print(f"{path.name:28} {count:10,} {math.exp(-float(scores.mean())):10.1f}{cells}", flush=True)
    print(f"\npeak memory of this run {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
