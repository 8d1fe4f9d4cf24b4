"""Fail if a text costs more than its length: ``python -m benchmarks.speed.adversarial``.

Each text is a piece repeated to n and 4n characters, and cleaned by each preset, restored, or read. A filter that reads
a line, a run or a document anew for each place in it takes 16 times as long for four times the text, a linear one four
times. :data:`MOST` is asked of twice the text, in processor time, the best of some tries: a busy machine makes a
figure too high, never too low. ``tests/test_linear.py`` asks the same of small texts.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.speed.adversarial_pieces import PIECES, SOUND

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # one core, before numpy is loaded

#: Twice the text may take this much longer.
MOST = 2.3
#: Below this many seconds the fixed costs of a call hide the rest.
ENOUGH = 0.03
TRIES = 4
#: A text that costs too much is measured again at so many times the size. What grows does so at each of them, and the
#: more the longer the text is. A short text may cost too much by chance: where a block ends in doubt, or where a busy
#: machine took the caches during all tries of a length (once in 600 measurements, 2.6 for a text whose doubling costs
#: 2.1 on a quiet machine).
AGAIN = (1.5, 2.5, 4)

#: What is done with a text, by name; made once.
Run = Callable[[str], object]


def _pipeline(preset: str, form: str = "text") -> Run:
    from vntextclean import Pipeline

    return partial(Pipeline.from_preset(preset).run, form=form)


def _restorer() -> Run:
    from vntextclean.restoration.restorer import Restorer
    from vntextclean.settings import Settings

    return Restorer(Settings(), True, 0.0).run


def _reader(documents: str) -> Run:
    from vntextclean.cli.inputs.reading import Reading, read

    return lambda text: [*read(io.BytesIO(text.encode("utf-8", "surrogatepass")), "-", Reading(documents))]


RUNS: dict[str, Callable[[], Run]] = {
    "lossless": lambda: _pipeline("lossless"),
    "markdown": lambda: _pipeline("lossless", "markdown"),
    "web": lambda: _pipeline("web"),
    "forum": lambda: _pipeline("forum"),
    "ocr": lambda: _pipeline("ocr"),
    "restore": _restorer,
    "read file": lambda: _reader("file"),
    "read line": lambda: _reader("line"),
    "read separator": lambda: _reader("separator:^a"),
}


def seconds(run: Run, text: str) -> float:
    """Processor time of one call."""
    began = time.process_time()
    run(text)
    return time.process_time() - began


def growth(run: Run, piece: str, size: int) -> tuple[float, float]:
    """What twice the text costs, and thousands of characters a second, for four times ``size`` characters.

    The cost is that of the last doubling, or the mean of two where that is less: a step at one size (a cache that a
    short text fits, an array that the allocator maps anew) is no growth.
    """
    texts = [(piece * (factor * size // len(piece) + 1))[: factor * size] for factor in (1, 2, 4)]
    best = [float("inf")] * 3
    ratio = float("inf")
    for _ in range(TRIES):
        for at, text in enumerate(texts):
            best[at] = min(best[at], seconds(run, text))
        ratio = min((best[2] / max(best[0], ENOUGH / 4)) ** 0.5, best[2] / max(best[1], ENOUGH / 2))
        if ratio <= MOST:
            break
    return ratio, 4 * size / 1000 / max(best[2], 1e-9)


def measured(runs: list[str], pieces: list[str], size: int) -> Iterator[tuple[str, str, float, float]]:
    """For each run and each piece: what twice the text costs, and the speed."""
    for name in runs:
        run = RUNS[name]()
        run(SOUND + "Các cô thựchiện dân vn.")
        for piece in pieces:
            for times in (1, *AGAIN):
                found = growth(run, PIECES[piece], int(size * times))
                if found[0] <= MOST:
                    break
            yield (name, piece, *found)


def main() -> int:
    """Print what is slowest, and fail where twice the text costs too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=8_000, help="characters of the shortest text")
    parser.add_argument("--run", action="append", choices=RUNS, help="repeatable (default: all)")
    parser.add_argument("--piece", action="append", choices=PIECES, help="repeatable (default: all)")
    parser.add_argument("--show", type=int, default=20, help="so many of the slowest are printed")
    given = parser.parse_args()
    found = [*measured(given.run or [*RUNS], given.piece or [*PIECES], given.size)]
    print("| text | run | KB/s | twice the text costs |\n|---|---|--:|--:|")
    for name, piece, ratio, speed in sorted(found, key=lambda one: one[3])[: given.show]:
        print(f"| {piece} | {name} | {speed:.0f} | {ratio:.2f} |")
    wrong = [one for one in found if one[2] > MOST]
    for name, piece, ratio, _ in wrong:
        print(f"{name}: {piece}: twice the text costs {ratio:.2f} times as much", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
