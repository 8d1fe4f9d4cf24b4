"""Where a space was plainly lost beside a punctuation mark: "thấm.Rãnh", "chuối,xoài", "đất(gọi tắt".

The same characters stand in numbers, addresses, abbreviations, formulas and names of files; a lost space is only seen
where both sides are words.
"""

from __future__ import annotations

from vntextclean.filters.spacing.words_at_marks import DECIDE, Gap, after_comma, is_marked
from vntextclean.patterns import late
from vntextclean.vietnamese.lines import is_vietnamese_or_damaged, line_around
from vntextclean.vietnamese.syllables import is_syllable

_LETTERS = late(r"[^\W\d_]+")
#: The number that chemists set behind a metal without a space: "sắt(III) clorua".
_OXIDATION = late(r"\([IVX]{1,4}\)")
_LETTERS_BEFORE = late(r"[^\W\d_]+\Z")
_CHUNK_END = late(r"\s|\Z")
#: A run of non-space characters with one of these is an address, a formula, code or a file name.
_TECHNICAL = late(r"[@\\_=<>{}\[\]#&|$^~]|//|\w/\w*\.|www\.")
_CLOSING = '”»")’….,!?'

#: Marks stuck to the word behind them, but for those behind a space and between digits. The class comes first, so that
#: the scan runs at 300 MB/s (with the letter before the mark in the pattern: 30).
_TO_WORD = r"(?=[^\W_])(?:(?<![ \n\t(/–-].)|(?<= \)))(?:(?!\d)|(?<!\d.))"
GLUED = late(f'[,;:!?.…)”»(“«"]{_TO_WORD}')
#: So many characters on each side of a mark are read.
REACH = 60


def stands_on_wrong_side(text: str, start: int, at: int) -> bool:
    """Whether the comma or semicolon at a position has its spaces, [start, at), before it and none behind.

    >>> stands_on_wrong_side("xã Tân Phú ,huyện Mỏ Cày", 10, 11), stands_on_wrong_side("giá 5 ,7 triệu", 5, 6)
    (True, False)
    """
    if text[at] not in ",;" or not text[start - 1 : start].isalpha():
        return False
    gap = _read(text, start, at + 1)
    return gap is not None and gap.right != "" and after_comma(gap)


def space_is_lost(text: str, at: int, known: dict[int, bool] | None = None, floor: int = 0) -> bool:
    """Whether a space is missing at a position: behind the mark that ends there, or before the bracket that begins.

    ``known`` is what was said of other places of the text. Nothing before ``floor`` is read: each mark of a solid run
    asks for the one before.

    >>> space_is_lost("thấm.Rãnh thoát nước", 5), space_is_lost("TP.Hồ Chí Minh", 3), space_is_lost("giá 1.500", 6)
    (True, False, False)
    """
    known = {} if known is None else known
    if at not in known:
        mark = "…" if text.startswith("..", at - 2) else text[at - 1]
        gap = None if mark == "”" and not _closes(text, at - 1) else _read(text, at - 1, at, known, floor)
        known[at] = gap is not None and DECIDE[mark](gap)
    return known[at]


def _closes(text: str, at: int) -> bool:
    """Whether a closing quotation mark closes what its line opened; some type it for the opening one too."""
    low = line_around(text, at)[0]
    return text.count("“", low, at) > text.count("”", low, at)


def opens_glued(text: str, at: int) -> bool:
    """Whether an opening bracket or quotation mark at a position is stuck to the word before it.

    >>> opens_glued("Hội(gọi tắt là Hội)", 3), opens_glued("hàm f(x)", 5), opens_glued("sắt(III) clorua", 3)
    (True, False, False)
    """
    gap = _read(text, at, at + 1)
    if gap is None or len(gap.left) < 2 or not gap.right:
        return False
    if text[at] == "(" and (gap.left.isupper() or len(gap.right) < 2 or _OXIDATION.match(text, at)):
        return False
    if text[at] == "(" and not is_syllable(gap.right) and not gap.right.isupper():
        return False
    return is_syllable(gap.left) and (is_marked(gap.left) or is_marked(gap.right))


def quote_side(text: str, at: int) -> int:
    """Where a straight quotation mark between two letters lacks its space: 0 before it, 1 behind it, -1 unknown.

    Quotation marks come in pairs on a line, so the count of those before tells an opening one from a closing one.

    >>> quote_side('hình ảnh"mỹ nữ" ấy', 8), quote_side('câu "đi thôi"của anh', 12), quote_side('a"b', 1)
    (0, 1, -1)
    """
    low, high = line_around(text, at)
    if text.count('"', low, high) % 2 or (low and text[low - 1] != "\n"):
        return -1
    left, right = _LETTERS_BEFORE.search(text, max(low, at - 20), at), _LETTERS.match(text, at + 1)
    if left is None or right is None or not (is_syllable(left[0]) and is_syllable(right[0])):
        return -1
    return text.count('"', low, at) % 2


def _read(
    text: str, left_end: int, right_start: int, known: dict[int, bool] | None = None, floor: int = 0
) -> Gap | None:
    low = max(floor, left_end - REACH)
    while left_end > low and text[left_end - 1] in _CLOSING:
        left_end -= 1
    start = left_end
    if start > low and not text[start - 1].isspace():
        start -= len(text[low:start].rsplit(None, 1)[-1])
    found = _CHUNK_END.search(text, right_start, right_start + REACH)
    end = found.start() if found else min(len(text), right_start + REACH)
    if _TECHNICAL.search(text, start, end) or not is_vietnamese_or_damaged(text, right_start):
        return None
    left = _LETTERS_BEFORE.search(text, start, left_end)
    right = _LETTERS.match(text, right_start)
    a, b = left[0] if left else "", right[0] if right else ""
    # What a space will part is apart: "bước.Gần.Gần" is three words, and the third stands where the second will.
    for place in range(left_end - len(a) - 1, start - 1, -1):
        if text[place] in DECIDE:
            if space_is_lost(text, place + 1, known, low):
                start = place + 1
            break
    return Gap(a, b, text[start : left_end - len(a)], text[right_start + len(b) : end])
