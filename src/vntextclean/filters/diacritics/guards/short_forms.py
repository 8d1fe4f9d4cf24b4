"""Units and short forms: letters behind a number or a price, and forms that are also what a lost letter leaves."""

from __future__ import annotations

import re

from vntextclean.filters.diacritics.proposing.without_vowel import VOWEL
from vntextclean.lm.text.scan import UPPER, Scan
from vntextclean.patterns import late
from vntextclean.vietnamese.units import UNITS

#: Words that stand for numbers before a unit.
NUMBERS = frozenset(
    "một hai ba bốn năm sáu bảy tám chín mười mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ vài mấy".split()
)
#: How a price ends, and how many letters of it are looked at.
_PRICE = late(r"(?:\d\w{0,5}|đồng|đ|vnd|usd|nghìn|ngàn|triệu|tỷ|tỉ)\Z", re.IGNORECASE)
_LONGEST_PRICE = 8
#: Short forms that are also what a lost letter leaves of common words: "đc biệt", "sử dụng đt", "tháng 5 nm 2014".
SHORT = frozenset({"đc", "đt", "nm"})
_SHORT_LENGTH = 2


def is_short_form(scan: Scan, token: int) -> bool:
    """Whether a word may be a short form or have lost a letter: "đc" (được, đặc), "nm" behind a number.

    In capitals it has lost none: "ĐT Việt Nam" is a team.
    """
    flat = scan.flat
    if flat.ends[token] - flat.starts[token] != _SHORT_LENGTH or flat.case[token] == UPPER:
        return False
    word = scan.word(token).lower()
    return word in SHORT and (word != "nm" or is_unit(scan, token))


def is_unit(scan: Scan, token: int) -> bool:
    """Whether a word behind a number is how units are written.

    Behind a price and a slash they are cut as one likes: "2tr5/ng", "30.000 đồng/cp". So are letters without a vowel
    that touch a number.
    """
    text, start, end = scan.text, scan.flat.starts[token], scan.flat.ends[token]
    if start > 1 and text[start - 1] == "/" and not VOWEL.search(text, start, end):
        return _PRICE.search(text, max(0, start - _LONGEST_PRICE), start - 1) is not None
    if start and text[start - 1].isdigit() and not VOWEL.search(text, start, end):
        return True  # "9,5Lt"
    if not token or scan.word(token).lower() not in UNITS:
        return False
    return bool(scan.flat.number[token - 1]) or scan.word(token - 1).lower() in NUMBERS
