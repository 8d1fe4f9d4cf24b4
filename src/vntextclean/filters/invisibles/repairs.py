"""What becomes of a run of invisible characters: what a script, an emoji or a hidden letter needs stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from vntextclean.filters.invisibles.beside import FAR, is_half_of_a_letter, letters_beside, line_around
from vntextclean.filters.invisibles.needed import is_needed
from vntextclean.patterns import late
from vntextclean.scanning.unusual import USUAL
from vntextclean.vietnamese.syllables import is_syllable

_RIGHT_TO_LEFT = "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
#: What Windows-1252 has where Latin-1 has control characters.
_WINDOWS = {chr(byte): sign for byte in range(0x80, 0xA0) if (sign := bytes((byte,)).decode("cp1252", "ignore"))}
_WINDOWS_SIGN = late("[\x80-\x84\x86-\x9f]")
#: Signs that Vietnamese prose holds; the multiplication sign is also the first byte of Hebrew letters.
_USUAL = frozenset(USUAL) - {"×"}
#: Invisible characters that no table has for a byte.
_NO_BYTE = frozenset("\u200b\u2028\u2029\ufeff")
_BLANK = late("[ \t\n\r]")
#: How much of what stands around a control character without blanks is looked at.
_TOKEN = 60


def _escape(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if not is_half_of_a_letter(text, start):
        yield start, end, ""


def _control(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Deleted, or what Windows-1252 has at its place; half of a letter that was read wrongly stays."""
    begin = start
    for at in range(start, end):
        sign = _WINDOWS.get(text[at], "")
        keeps = is_half_of_a_letter(text, at) or _may_be_half(text, at, sign)
        if keeps or sign:
            if at > begin:
                yield begin, at, ""
            if not keeps:
                yield at, at + 1, sign
            begin = at + 1
    if end > begin:
        yield begin, end, ""


def _may_be_half(text: str, at: int, sign: str) -> bool:
    """Whether a control character stands behind what may be another byte of its letter, of whatever language.

    A sign of Windows-1252 stands behind letters too; only an unusual character before it makes it doubtful.
    """
    before = text[at - 1] if at else " "
    if text[at] < "\x80" or before < "\xa1" or before in _NO_BYTE:
        return False
    if before not in _USUAL or (not sign and before <= "\xf4"):
        return True
    return not sign and any(char > "\x9f" and char not in _USUAL for char in _token(text, at))


def _token(text: str, at: int) -> str:
    """What stands around a character between blanks, as far as a few words are long."""
    head = _BLANK.split(text[max(0, at - _TOKEN) : at])[-1]
    return head + _BLANK.split(text[at + 1 : at + 1 + _TOKEN], maxsplit=1)[0]


class LineEnds:
    """What becomes of the runs of line ends of one text; made for one call.

    The text is looked through once for a sign of Windows-1252, and not for each U+0085: 64 KB of them took 4.5 s.

    >>> [*LineEnds("một \x85 hai \x93ba\x94").repairs(4, 5)], [*LineEnds("một\x85hai").repairs(3, 4)]
    ([(4, 5, '…')], [(3, 4, '\\n')])
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _has_windows_signs(self) -> bool:
        return _WINDOWS_SIGN.search(self._text) is not None

    def repairs(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The run goes if a line ends beside it anyway, so that a page break makes no empty line."""
        text = self._text
        low, high = start + (text[start] == "\n"), end - (text[end - 1] == "\n")
        if text[low:high] == "\x85" and self._is_ellipsis(low):
            if not is_half_of_a_letter(text, low):
                yield low, high, "…"
            return
        if _is_within_word(text, low, high):
            yield low, high, ""
            return
        ends_anyway = low > start or high < end or low == 0 or high == len(text) or text[low - 1] == "\n"
        yield low, high, "" if ends_anyway else "\n"

    def _is_ellipsis(self, at: int) -> bool:
        """Whether U+0085 is the ellipsis of Windows-1252, or half of a letter, and no line end.

        It is behind a word and before a space, and in a text that has other signs of that table.
        """
        text = self._text
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        if is_half_of_a_letter(text, at):
            return True
        return (before.isalnum() and behind in (" ", ",", ")", "\x94", "”", '"')) or self._has_windows_signs


def _is_within_word(text: str, low: int, high: int) -> bool:
    """Whether a line separator, which browsers do not show, stands inside one syllable (``Ha|y``)."""
    if text[low:high] != "\N{LINE SEPARATOR}":
        return False
    left, right = letters_beside(text, low, high)
    return bool(left) and right.islower() and is_syllable(left + right)


def right_to_left(text: str, rare: str) -> list[int]:
    """Where letters written from right to left stand; ``rare`` are the unusual characters of the text."""
    letters = re.compile(_RIGHT_TO_LEFT)
    return [found.start() for found in letters.finditer(text)] if letters.search(rare) else []


def needs_no_direction(letters: list[int], start: int, end: int) -> bool:
    """Whether no such letter is as near as a line is searched for one: told without a look at the line.

    >>> needs_no_direction([], 5, 6), needs_no_direction([9], 5, 6), needs_no_direction([9], 5000, 5001)
    (True, False, True)
    """
    at = bisect_left(letters, start - FAR)
    return at == len(letters) or letters[at] >= end + FAR


def _direction(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if not re.compile(_RIGHT_TO_LEFT).search(text, *line_around(text, start, end)):
        yield start, end, ""


def _zero_width(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What the characters around do not need; one that stays splits the run."""
    before = text[start - 1] if start else ""
    behind = text[end] if end < len(text) else ""
    at = start
    for here in range(start, end):
        if is_needed(text[here], before, text[here + 1] if here + 1 < end else behind, behind):
            if here > at:
                yield at, here, ""
            at, before = here + 1, text[here]
    if end > at:
        yield at, end, " " if _parts_words(text, at, end) else ""


def _parts_words(text: str, start: int, end: int) -> bool:
    """Whether a zero-width space stands where a space was: between two words that are none together (``Hà|Nội``)."""
    if text[start:end].strip("\u200b\u200c"):
        return False
    left, right = letters_beside(text, start, end)
    if not left or not right or (left.isascii() and right.isascii()):
        return False
    return is_syllable(left) and is_syllable(right) and not is_syllable(left + right)


REPAIRS = {
    "escape": _escape,
    "control": _control,
    "direction": _direction,
    "zero": _zero_width,
}
