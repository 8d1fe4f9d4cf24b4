"""Lines in an old encoding that were written as UTF-8 and read as Windows-1252: ``mÃ©t`` for ``mét``, TCVN3 for *một*.

Such a line must be read through both at once. By the first step alone half of its words look like Vietnamese (*mét*,
*còng*), the other half like letters that lost a byte (``thÃ“``).
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import NamedTuple

from vntextclean.misreadings.before_decoding.signature import FOLLOWING, SCAN
from vntextclean.misreadings.tables.code_pages import views
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of

#: A character of Latin-1 as the two bytes of it are seen.
_PAIR = late(f"[ÂÃ][{FOLLOWING}]")
#: A line longer than this is no line of a page.
_LONGEST = 1 << 14


class Hidden(NamedTuple):
    """A line of a text, and what it was before it was read wrongly: an old encoding, as Windows-1252 shows it."""

    start: int
    end: int
    seen: str

    def spans(self) -> list[int]:
        """Where each character of ``seen`` begins in the text, and the end of the line."""
        return [*accumulate((len(char.encode()) for char in self.seen), initial=self.start)]


def hidden_lines(text: str) -> list[Hidden]:
    """The lines that were one byte a character before, if one of them is surely in an old encoding.

    >>> [line.seen for line in hidden_lines("dÃ©jÃ  vu, crÃ¨me brÃ»lÃ©e")]
    []
    >>> [line.seen for line in hidden_lines("CÃ©ng hÃŸa xÂ· hÃ©i chÃ± nghÃœa ViÃ–t Nam")]
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam']
    """
    if "Ã" not in text and "Â" not in text:
        return []
    found: list[Hidden] = []
    done = 0
    for hit in _PAIR.finditer(text):
        if hit.start() >= done:
            start, done = line_of(text, *hit.span())
            if done - start <= _LONGEST and (seen := _before(text[start:done])):
                found.append(Hidden(start, done, seen))
    if not found:
        return []
    from vntextclean.charsets.recognition import recognise

    return found if any(recognise(line.seen) for line in found) else []


def _before(line: str) -> str:
    """What a line was before it was read by Windows-1252; "" if that was not one byte a character throughout."""
    codes = _codes()
    try:
        seen = bytes(map(codes.__getitem__, line)).decode()
    except (KeyError, UnicodeDecodeError):
        return ""
    return seen if all(map(codes.__contains__, seen)) and not SCAN.search(seen) else ""


@cache
def _codes() -> dict[str, int]:
    """The byte of each character of Windows-1252, and of the control characters of Latin-1."""
    return {char: byte for byte in range(256) for char in {chr(byte), views("cp1252")[byte]}}
