"""The lines of a text that say the same as another line of it."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import cache

from vntextclean.lm import kernel


@cache
def _blanks() -> bytes:
    """Which of the first 65 536 characters are white space, as :meth:`str.split` has it, as the kernel reads them."""
    return bytes(map(str.isspace, map(chr, range(0x10000))))


def same_lines(text: str, least: int) -> list[int]:
    r"""The rows of the lines that have the words of another line, in order.

    White space around a line and its width do not count. Lines of fewer than ``least`` characters, with one space
    between their words, are left out. The kernel compares hashes, so who deletes a line compares the texts.

    >>> same_lines("Chợ nổi họp sớm.\nMưa to.\n Chợ  nổi họp sớm.\nMưa to.", 10)
    [0, 2]
    """
    if kernel.native is None:
        return _by_python(text, least)
    return array("q", kernel.native.same_lines(text, _blanks(), least)).tolist()


def _by_python(text: str, least: int) -> list[int]:
    """The reference implementation."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    times = Counter(line for line in lines if line and len(line) >= least)
    return [row for row, line in enumerate(lines) if times[line] > 1]
