"""The quality signals of files, by documents of ten lines: the figures that the thresholds of `signals.py` rest on.

``python -m benchmarks.signals FILE...`` prints, for each file, how fast signals are (MB of UTF-8 a second of processor
time, one core), the least and the median share of syllables and of marked words, the median perplexity, and how many
documents count as Vietnamese.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from vntextclean.signals import signals

#: Documents with fewer words say little.
LEAST_WORDS = 20
LINES, MOST = 10, 2000


def measure(path: Path) -> str:
    """One row of the table."""
    lines = path.read_text(encoding="utf-8").splitlines()[:MOST]
    documents = ["\n".join(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]
    begun = time.process_time()
    found = [signals(document) for document in documents]
    took = time.process_time() - begun
    size = sum(len(document.encode()) for document in documents) / 1e6
    found = [each for each in found if each.words >= LEAST_WORDS]
    if not found:
        return f"{path.name}: no document has {LEAST_WORDS} words"
    valid, marked = [each.valid for each in found], [each.marked for each in found]
    strange = median(each.perplexity or 0 for each in found)
    return (
        f"{path.name:30} {size / took:6.1f} MB/s  valid {min(valid):.2f} {median(valid):.2f}  marked {min(marked):.2f} "
        f"{median(marked):.2f}  perplexity {strange:6.0f}  Vietnamese {sum(s.vietnamese for s in found)}/{len(found)}"
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(measure(Path(name)))
