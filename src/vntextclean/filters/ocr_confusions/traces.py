"""Traces of letters that an OCR engine took for others: one pass looks for all of them, and clean texts have few.

Each is wider than what the filter looks for at its places, and never narrower.
"""

from __future__ import annotations

from vntextclean.filters.ocr_confusions.readings import BLURRED
from vntextclean.scanning.prefilter import ANY, REST, But, Hint, Sign

VOWELS = "aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZđĐ" + VOWELS + VOWELS.upper()
_ASCII_DIGITS = "0123456789"
#: All that ``\d`` stands for: Arabic and Indian digits as well.
_DIGITS = "".join(digit for digit in map(chr, range(ord(REST))) if digit.isdecimal()) + REST
_NO_WORD, _NO_LETTER = But(_LETTERS + _ASCII_DIGITS + "_"), But(_ASCII_DIGITS + "_ \t\n.,;:!?()/-'\"%")

#: Where a word may have been misread, by its first letter that was.
WORDS = Sign(
    (ANY, "r", "n"),
    (_NO_WORD, "I", _NO_LETTER),
    (But(_ASCII_DIGITS + ".,/-"), "1", _NO_LETTER),
    (_NO_LETTER, "01", But(_ASCII_DIGITS)),
    ("bcdđghkmnpqrstvx", "l", VOWELS + "h"),
    ("BCDĐGHKMNPQRSTVX", "l", _NO_LETTER),
    (_NO_WORD, "e", "h" + VOWELS[12:]),
    (_NO_WORD, "l", "r"),
    (ANY, "".join(BLURRED), ANY),
)
#: Letters that are digits elsewhere, among digits.
AMONG_DIGITS = Hint(
    (_DIGITS, "lIOo", ANY), (_DIGITS, "/.-", "lIOo"), ("lIOo", _DIGITS, ANY), ("lIOo", "/.-", _DIGITS)
)  # fmt: skip
#: What may be the number of the first article.
FIRST = Hint((" ", "lLI", ".:"))
#: A Roman numeral with an l.
ROMAN = Hint((" lIVX", "l", "lIVX"), (" lIVX", "l", _NO_WORD))
