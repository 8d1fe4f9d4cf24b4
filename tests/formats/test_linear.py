"""Signs that open something and never close it cost a reader no more than their number."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from vntextclean.formats.catalogue import view

OPENINGS = [
    ("csv", 'a,b\n"x'), ("csv", '""'), ("tsv", 'a\t"'), ("json", None),
    ("html", "<a "), ("html", "<a x='"), ("html", "<!--"), ("html", "<code>"), ("html", "&"),
    ("srt", "1\n00:00:01,000 --> 00:00:02,000\n<a {\\\n\n"),
    ("markdown", "{{a "), ("markdown", "{%a "), ("markdown", "$a "), ("markdown", "*a "),
    ("markdown", "một  hai `a\n\n"),
]  # fmt: skip
SIZE = 40_000
#: Twice the text may take so many times as long; and times below the least are noise. The shortest of some tries
#: counts: what else the machine does makes a time longer, never shorter.
MOST, LEAST, TRIES = 3.0, 0.02, 6


def seconds(form: str, unit: str | None, size: int) -> float:
    text = "[" + '"a\\u0300", ' * (size // 11) + "1]" if unit is None else unit * (size // len(unit))
    gc.disable()  # as timeit does: a search for garbage costs what all tests before have left in memory
    try:
        start = process_time()
        view(text, form)
        return process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize(("form", "unit"), OPENINGS)
def test_twice_the_signs_take_twice_the_time(form: str, unit: str | None) -> None:
    once = twice = float("inf")
    for _ in range(TRIES):
        once = min(once, max(seconds(form, unit, SIZE), LEAST))
        twice = min(twice, seconds(form, unit, 2 * SIZE))
        if twice <= MOST * once:
            return
    pytest.fail(f"{SIZE} -> {2 * SIZE} characters: {twice / once:.1f} times the time")
