"""What stands before the words of a line, looked at once for all lines of all pages that begin so."""

from __future__ import annotations

import re
from functools import lru_cache

from vntextclean.named_tuple import NamedTuple

#: Pages begin their lines in few ways; of 560 annotated ones together in some eight hundred.
KEPT = 4096

#: What stands before words that are furniture by it.
_DRESSED = ("--", ">>")
_BULLETS = frozenset("*+•-–o●☆□▪")
_DIGITS = re.compile(r"\d+|(?<![^\W\d_])[^\W\d_](?=[.)])|[IVX]+(?=[.)])")

#: The columns of the marks of a lead.
MARKS = 8
INDENT, HASHES, BOLD, BAR, BULLET, NUMBERED, DRESSED, BLANK = range(MARKS)


class Lead(NamedTuple):
    """A lead with any list number as one, so that entries of one list have one lead; its marks."""

    key: str
    marks: tuple[int, ...]


@lru_cache(KEPT)
def marks_of(lead: str) -> Lead:
    """The key and the marks of a lead: how far in it begins, its hashes, and whether it has marks of each other kind.

    >>> marks_of("  * 12. ").key, marks_of("  * 12. ").marks[INDENT], marks_of("## ").marks[HASHES]
    ('  * 1. ', 2, 2)
    """
    blank = not lead or lead.isspace()
    marks = (
        len(lead) - len(lead.lstrip()),
        lead.count("#"),
        "**" in lead or lead[-1:] == "_",
        "|" in lead,
        not _BULLETS.isdisjoint(lead),
        any(char.isalnum() for char in lead),
        lead.lstrip()[:2] in _DRESSED,
        blank,
    )
    return Lead(lead if blank else _DIGITS.sub("1", lead), tuple(map(int, marks)))
