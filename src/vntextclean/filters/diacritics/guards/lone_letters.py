"""Consonants that stand alone: on a page that lost letters they may be a word of two letters, "l" for *là*.

They are looked at only there (:class:`~.detect.Reach`), for elsewhere a lone letter names an item, a point or a size,
or is a piece of a word that spaces broke. So it is on such a page where something beside the letter says so.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt

from vntextclean.lm.text.scan import LOWER, Scan
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

Lower = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

#: What is named by a letter behind it.
_NAMED = frozenset(
    "điểm khoản mục tiết câu ý phần nhóm loại hạng lớp bảng hình biểu mẫu khu lô block tòa nhà đường tuyến trục cạnh "
    "góc biến hàm số ẩn vitamin chữ âm vần".split()
)
#: What may stand right before a lone word, and right behind it: brackets and quotation marks set a letter apart.
_BEFORE, _BEHIND = frozenset(" \n\t\u00a0"), frozenset(" \n\t\u00a0,;")
#: Short forms of chats: *rồi* and *không*.
_CHAT = frozenset("rk")
#: A text with one of these words near a letter is about mathematics, where letters stand for numbers.
_OF_MATHEMATICS = late(
    r"\b(?:đạo hàm|tích phân|phương trình|hàm số|công thức|xác suất|ma trận|vectơ|véc tơ|vector|số nguyên|đa thức|"
    r"tam giác|đường tròn|vòng tròn|tọa độ|toạ độ|vận tốc|gia tốc)\b",
    re.IGNORECASE,
)
_CONSONANTS = frozenset("bcdghklmnpqrstvx")
#: So many characters on either side are searched for the same letter in a formula, as in "l = 3" or "f(x)".
_AROUND = 2000


def is_lone(word: str) -> bool:
    """Whether a word is one consonant."""
    return len(word) == 1 and word in _CONSONANTS


def is_no_word(scan: Scan, token: int, lower: Lower, legal: Bools) -> bool:
    """Whether a lone consonant in small letters is an item, a name, a size or a piece, and has lost nothing.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids of Vietnamese
    syllables.
    """
    if not scan.single[token]:
        return False
    starts, ends, before, case, mark, number, marked = scan.flat
    start, end, text = starts[token], ends[token], scan.text
    if case[token] != LOWER or marked[token] or legal[before[token]]:
        return False
    if text[start - 1 : start] not in _BEFORE or text[end : end + 1] not in _BEHIND:
        return True
    letter, last = text[start:end], token + 1 == len(scan)
    if letter in _CHAT or (token and mark[token] and ends[token - 1] - starts[token - 1] == 1):
        return True  # below a line that ends in another lone letter it is a piece: "phổ bi", "ế", "n"
    if not last and mark[token + 1] and before[token + 1] == before[token]:
        return True  # "v,v" is vân vân
    beside = [token - 1] * (token > 0 and not mark[token]) + [token + 1] * (not last and not mark[token + 1])
    if not beside or any(number[near] or not legal[lower[near]] for near in beside):
        return True
    words = {near: scan.word(near).lower() for near in beside}
    low, high = max(0, start - _AROUND), end + _AROUND
    if words.get(token - 1) in _NAMED or _in_formulas(letter).search(text, low, high):
        return True
    if _OF_MATHEMATICS.search(text, low, high):
        return True
    return is_syllable(words.get(token - 1, "") + letter) or is_syllable(letter + words.get(token + 1, ""))


@cache
def _in_formulas(letter: str) -> re.Pattern[str]:
    """Finds a letter beside a sign of mathematics or a bracket; that of an item ("b)") is none."""
    alone = rf"(?<!\w){letter}(?!\w)"
    return re.compile(rf"[=<>+*/^(\[{{] ?{alone}|{alone} ?[=<>+*/^(\[{{]")
