"""The lines of a page that hold anything, each cut into what stands before its words and the words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.boilerplate.text.residue import LEADS, TAIL, lead_of, words_of
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Classes of characters and columns of what the kernel finds: ``native/page_lines.c``.
_LEAD, _BLANK, _DIGIT, _LETTER, _ROMAN, _CLOSES, _BOLD, _TAIL = (1 << bit for bit in range(8))
_COLUMNS, _LINKED, _STRIPPED, _UNSURE = 8, 1, 2, 4


class PageLines(NamedTuple):
    """The lines of a text that hold anything: their rows, and where they start and end.

    ``flat_starts`` and ``flat_ends`` say the same of the text without residue; ``linked`` are the lines with a Markdown
    link, ``stripped`` those out of which residue was taken.
    """

    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    flat_starts: NDArray[np.int64]
    flat_ends: NDArray[np.int64]
    leads: list[str]
    texts: list[str]
    linked: NDArray[np.bool_]
    stripped: NDArray[np.bool_]


@cache
def _classes() -> bytes:
    """The classes of each of the first 65 536 characters, as the kernel reads leads; digits are those of ASCII."""
    table = bytearray(0x10000)
    blanks = "".join(filter(str.isspace, map(chr, range(0x3001))))
    for chars, bit in (
        (LEADS + blanks, _LEAD), (blanks, _BLANK), ("0123456789", _DIGIT), ("abcdefghijklmnopqrstuvwxyzđ", _LETTER),
        ("IVX", _ROMAN), (".)", _CLOSES), ("*_", _BOLD), (TAIL, _TAIL),
    ):  # fmt: skip
        for char in chars:
            table[ord(char)] |= bit
    return bytes(table)


def page_lines(text: str, flat: str) -> PageLines:
    """Cut a text and the same text without residue, which has as many lines.

    >>> found = page_lines("Chợ nổi\\n\\n  1. Ghe lớn |", "Chợ nổi\\n\\n  1. Ghe lớn |")
    >>> found.rows.tolist(), found.leads, found.texts
    ([0, 2], ['', '  1. '], ['Chợ nổi', 'Ghe lớn'])
    """
    if kernel.native is None:
        return _by_python(text, flat)
    found = np.frombuffer(kernel.native.page_lines(text, flat, _classes()), np.int64).reshape(-1, _COLUMNS)
    rows, starts, ends, flat_starts, flat_ends, words_starts, words_ends, marks = np.ascontiguousarray(found.T)
    at, begins = flat_starts.tolist(), words_starts.tolist()
    leads = [""] * len(at)
    for index in (words_starts > flat_starts).nonzero()[0].tolist():
        leads[index] = flat[at[index] : begins[index]]
    texts = [flat[start:end] for start, end in zip(begins, words_ends.tolist(), strict=True)]
    for index in (marks & _UNSURE > 0).nonzero()[0].tolist():
        line = flat[at[index] : int(flat_ends[index])]
        leads[index] = lead_of(line)
        texts[index] = words_of(line, leads[index])
    linked, stripped = marks & _LINKED > 0, marks & _STRIPPED > 0
    return PageLines(rows, starts, ends, flat_starts, flat_ends, leads, texts, linked, stripped)


def _by_python(text: str, flat: str) -> PageLines:
    """The reference implementation."""
    raw = text.split("\n")
    smooth = raw if flat is text else flat.split("\n")
    full = [row for row, line in enumerate(raw) if line and not line.isspace()]
    rows = np.array(full, np.int64)
    leads = [lead_of(smooth[row]) for row in full]
    texts = [words_of(smooth[row], lead) for row, lead in zip(full, leads, strict=True)]
    starts, ends, flat_starts, flat_ends = (each[rows] for lines in (raw, smooth) for each in _edges(lines))
    linked, stripped = np.zeros((2, len(full)), bool)
    if flat is not text:
        linked[:] = ["](" in raw[row] for row in full]
        stripped[:] = [raw[row] != smooth[row] for row in full]
    return PageLines(rows, starts, ends, flat_starts, flat_ends, leads, texts, linked, stripped)


def _edges(lines: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each line starts and ends."""
    lengths = np.fromiter(map(len, lines), np.int64, len(lines))
    ends = np.cumsum(lengths + 1) - 1
    return ends - lengths, ends
