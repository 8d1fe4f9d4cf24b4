"""Addresses and names of functions in a text that is restored: what looks like a bare word in them is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK = 512  # code points of a run without spaces in which addresses are looked for at once: a longer one has the rest
# Every address has one of these. Searching for them first is ten times faster than searching for addresses.
_SIGN = re.compile(r"[@#]|://|\.(?=[A-Za-z])")
_SPACE = re.compile(r"\s")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[#@]\w+|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|vn|edu|gov|info|io|tv)\b\S*"
)
# A function has a name of joined words; "hoc_sinh" by itself is a word of segmented text.
_CALLED = re.compile(r"(?<!\w)[A-Za-z]\w*(?=\()")


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """The spans of addresses, handles, hashtags and names of functions of a text: their words get no marks.

    >>> list(addresses("xem http://a.vn/ha-noi và #hanoi"))
    [(4, 22), (26, 32)]
    >>> list(addresses("goi ham tinh_tong(a) cho hoc_sinh"))
    [(8, 17)]
    """
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        begin = max(text.rfind(space, done, sign.start()) for space in " \n\t") + 1
        space = _SPACE.search(text, sign.start())
        done = space.start() if space else len(text)
        yield from _addresses_of(text, max(begin, 0), done)
    if "_" in text:
        yield from (called.span() for called in _CALLED.finditer(text) if "_" in called[0])


def _addresses_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The addresses of one run of non-space characters; one that reaches the end of a block has the rest of the run."""
    while start < end:
        stop = min(start + BLOCK, end)
        for match in _ADDRESS.finditer(text, start, stop):
            if match.end() == stop < end:
                yield match.start(), end
                return
            yield match.span()
        start = stop
