r"""Finds lines whose marked letters stand behind them or below: "Có l cô xem t ng" and "ẽ ướ" on the next line.

A PDF file draws the letters that its font lacks in a second font. Extractors then give them after the line, in order,
or each on a line of its own. The line itself holds none of them, and that tells it from a line that ends in "ở".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

#: Letters that a font may lack: those that no font of European scripts has, or ă, ĩ, ũ and ỳ as well.
_LACKED = "ơƠưƯạ-ựẠ-ỰỴ-ỹ", "ăĂĩĨũŨơƠưƯạ-ỹẠ-Ỹ"
#: In every tail there may be đ, and letters drawn together, as "ườ".
TAILS = [late(f"{letters}(?:[ \\t]+{letters})*[ \\t]*") for letters in (f"[{lacked}đĐ]{{1,4}}" for lacked in _LACKED)]
FIRSTS = [late(f"[{lacked}]") for lacked in _LACKED]
LETTER = late(r"[^\W\d_]")
#: Lines over letters that stand below them: some extractors break a line at each of them.
_MOST_ABOVE = 4


class MovedLetters(NamedTuple):
    """Where a line begins, where it ends, where the letters behind it end, and these letters in order."""

    start: int
    stop: int
    end: int
    letters: tuple[str, ...]


def moved_letters(text: str) -> list[MovedLetters]:
    r"""The lines of a text that may have lost letters to their end or to the lines below, in order.

    What its font lacked is told by the text: that of which more letters stand behind lines without any.

    >>> [found.letters for found in moved_letters("Có l cô xem t ng.\nẽ ướ\nthuy t không dám tin.ế\nBà ở nhà.\n")]
    [('ẽ', 'ướ'), ('ế',)]
    >>> moved_letters("Người ta đang ở\n")
    []
    """
    found = (list(_moved(text, first, tail)) for first, tail in zip(FIRSTS, TAILS, strict=True))
    return max(found, key=lambda lines: sum(len(line.letters) for line in lines))


def _moved(text: str, lacked: re.Pattern[str], tail: re.Pattern[str]) -> Iterator[MovedLetters]:
    plain: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        feed = text.find("\n", at)
        stop = len(text) if feed < 0 else feed
        first = lacked.search(text, at, stop)
        if first is None:
            plain = [*plain, (at, stop)][-_MOST_ABOVE:] if LETTER.search(text, at, stop) else []
        elif not tail.fullmatch(text, first.start(), stop):
            plain = []
        elif LETTER.search(text, at, first.start()):
            if _parted(text, first.start(), stop):
                yield MovedLetters(at, first.start(), stop, tuple(text[first.start() : stop].split()))
            plain = []
        elif plain:
            above, stop, letters = plain, *_below(text, at, tail)
            yield MovedLetters(above[0][0], above[-1][1], stop, letters)
            plain = []
        at = stop + 1


def _parted(text: str, first: int, stop: int) -> bool:
    """Whether a line may have lost letters: several stand behind it, or one is glued to the last word or a mark."""
    return len(text[first:stop].split()) > 1 or not text[first - 1].isspace()


def _below(text: str, at: int, tail: re.Pattern[str]) -> tuple[int, tuple[str, ...]]:
    """Where the lines of letters from a place on end, and their letters."""
    letters: list[str] = []
    end = at
    while at < len(text):
        feed = text.find("\n", at)
        stop = len(text) if feed < 0 else feed
        if not tail.fullmatch(text[at:stop].strip()):
            break
        letters += text[at:stop].split()
        end, at = stop, stop + 1
    return end, tuple(letters)
