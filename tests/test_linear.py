"""What once cost the square of a text's length costs its length: the texts of ``benchmarks/speed/adversarial.py``.

Processor time is noisy on small texts: only a text that costs something is judged, and a bad ratio is measured again.
"""

from __future__ import annotations

import pytest
from benchmarks.speed.adversarial import MOST, TEXTS, seconds

SIZE = 4000
#: Below this many seconds the fixed costs of a call hide the rest.
ENOUGH = 0.01
TRIES = 3


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    size = SIZE
    while (once := seconds(name, size)) < ENOUGH and size < 16 * SIZE:
        size *= 2
    ratios = []
    for _ in range(TRIES):
        ratios.append(seconds(name, 2 * size) / max(once, ENOUGH))
        if ratios[-1] <= MOST:
            return
        once = seconds(name, size)
    pytest.fail(f"{size} -> {2 * size} characters: {ratios}")
