"""Where a space was plainly lost beside a punctuation mark: "thấm.Rãnh", "chuối,xoài", "đất(gọi tắt".

The same characters stand in numbers, addresses, abbreviations, formulas and names of files; a lost space is only seen
where both sides are words.
"""

from __future__ import annotations

from string import digits

from vntextclean.patterns import late
from vntextclean.scanning.prefilter import But, Sign
from vntextclean.scanning.unusual import USUAL
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.lines import is_vietnamese_or_damaged, line_around
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.units import MEASURES

_LETTERS = late(r"[^\W\d_]+")
#: The number that chemists set behind a metal without a space: "sắt(III) clorua".
_OXIDATION = late(r"\([IVX]{1,4}\)")
_LETTERS_BEFORE = late(r"[^\W\d_]+\Z")
_CHUNK_END = late(r"\s|\Z")
#: A run of non-space characters with one of these is an address, a formula, code or a file name.
_TECHNICAL = late(r"[@\\_=<>{}\[\]#&|$^~]|//|\w/\w*\.|www\.")
_DIGITS_OR_NONE = frozenset(["", *"0123456789"])
_SCHEME_NAMES = "http https ftp sftp mailto tel file data javascript urn localhost viber zalo skype"
_SCHEMES = frozenset(_SCHEME_NAMES.split())
#: Written with a capital behind a full stop without being a sentence: ASP.Net, Bkav.Com.
_ENDING_NAMES = "net com org vn info edu gov biz js py doc pdf jpg io tv me ai co ltd inc jr sr phd md"
_ENDINGS = frozenset(_ENDING_NAMES.split())
#: Short forms whose full stop ends no sentence.
_SHORT_FORMS = "tp tx tt th ths ts gs pgs bs ks cn ds mr mrs ms dr st q p h x đ no vs vol"
_SHORT = frozenset(_SHORT_FORMS.split())

#: Words without marks that begin sentences and end no address.
_OPENERS = frozenset(["Theo", "Khi", "Trong", "Sau", "Tuy", "Anh"])

#: Marks stuck to the word behind them, but for those behind a space and between digits. The class comes first, so that
#: the scan runs at 300 MB/s (with the letter before the mark in the pattern: 30).
_TO_WORD = r"(?=[^\W_])(?:(?<![ \n\t(/–-].)|(?<= \)))(?:(?!\d)|(?<!\d.))"
GLUED = late(f'[,;:!?.…)”»(“«"]{_TO_WORD}')
_NO_WORD = "".join(char for char in USUAL if not char.isalnum())
GLUED_SIGN = Sign(
    (But(" \n\t(/–-" + digits), ',;:!?.…)”»(“«"', But(_NO_WORD)),
    (digits, ',;:!?.…)”»(“«"', But(_NO_WORD + digits)),
    (" ", ")", But(_NO_WORD)),
)
#: So many characters on each side of a mark are read.
REACH = 60
#: Names of character references whose ampersand was lost.
_REFERENCES = frozenset(["ldquo", "rdquo", "lsquo", "rsquo", "nbsp", "amp", "quot", "hellip", "ndash", "mdash", "apos"])


def stands_on_wrong_side(text: str, at: int) -> bool:
    """Whether the comma or semicolon at a position has its space before it and none behind.

    >>> stands_on_wrong_side("xã Tân Phú ,huyện Mỏ Cày", 11), stands_on_wrong_side("giá 5 ,7 triệu", 6)
    (True, False)
    """
    if text[at] not in ",;" or not text[at - 2 : at - 1].isalpha():
        return False
    gap = _read(text, at - 1, at + 1)
    return gap is not None and gap.right != "" and _after_comma(gap)


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
        known[at] = gap is not None and _DECIDE[mark](gap)
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
    if text[at] == "(" and not _is_word(gap.right) and not gap.right.isupper():
        return False
    return _is_word(gap.left) and (_is_marked(gap.left) or _is_marked(gap.right))


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
    if left is None or right is None or not (_is_word(left[0]) and _is_word(right[0])):
        return -1
    return text.count('"', low, at) % 2


class _Gap:
    """The two words at a mark and the run of non-space characters they stand in."""

    def __init__(self, left: str, right: str, before: str, after: str) -> None:
        self.left, self.right, self.before, self.after = left, right, before, after


def _read(
    text: str, left_end: int, right_start: int, known: dict[int, bool] | None = None, floor: int = 0
) -> _Gap | None:
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
        if text[place] in _DECIDE:
            if space_is_lost(text, place + 1, known, low):
                start = place + 1
            break
    return _Gap(a, b, text[start : left_end - len(a)], text[right_start + len(b) : end])


_CLOSING = '”»")’….,'


def _is_marked(word: str) -> bool:
    return any(letter in MARKED for letter in word)


def _is_word(word: str) -> bool:
    return is_syllable(word)


def _is_sentence_start(word: str) -> bool:
    """A capitalised syllable, a marked one-letter word, or a capital word after a marked one."""
    return (
        word[:1].isupper() and _is_word(word) and (len(word) > 1 or _is_marked(word)) and word.lower() not in _ENDINGS
    )


def _after_stop(gap: _Gap) -> bool:
    left, right = gap.left, gap.right
    if not right[:1].isupper() or right.lower() in _ENDINGS or left.lower() in _SHORT:
        return _both_marked_and_low(gap)
    if not left:
        digits = gap.before[-1:]
        return (
            digits != ""
            and _is_sentence_start(right)
            and len(right) > 1
            and right[1:].islower()
            and digits[-1] in "0123456789%"
        )
    if left.islower():
        if not _is_word(left) and not (len(left) > 3 and left.isascii()) and left not in MEASURES:
            return False
        if _is_sentence_start(right):
            return _is_marked(left) or _is_marked(right) or (len(left) > 2 and len(right) > 1)
        if _is_word(left) and len(left) > 1 and len(right) > 4 and right[1:].islower():
            return True
        return _is_marked(left) and len(right) > 1 and (right[1:].islower() or right.isupper())
    if left[1:].islower() and _is_word(left):
        return len(left) > 1 and _is_sentence_start(right) and _is_marked(left + right) and not gap.before
    if "." in gap.before or not _is_sentence_start(right):
        return False
    return len(left) > 4 and (_is_marked(right) or (left[1:].islower() and right in _OPENERS))


def _both_marked_and_low(gap: _Gap) -> bool:
    left, right = gap.left, gap.right
    return (
        right.islower()
        and left[1:].islower()
        and len(left) > 1 < len(right)
        and _is_word(left)
        and _is_word(right)
        and _is_marked(left)
        and _is_marked(right)
    )


def _after_question(gap: _Gap) -> bool:
    return _is_word(gap.left) and (_is_sentence_start(gap.right) or _both_marked_and_low(gap))


def _after_ellipsis(gap: _Gap) -> bool:
    return _is_word(gap.left) and _is_sentence_start(gap.right) and len(gap.right) > 1


def _after_comma(gap: _Gap) -> bool:
    left, right = gap.left, gap.right
    if left in _REFERENCES:
        return False
    if not right:
        return len(left) > 1 and _is_word(left) and _is_marked(left) and left[1:].islower()
    if not left:
        return (
            gap.before[-1:].isdigit()
            and (len(right) > 2 or (len(right) > 1 and _is_marked(right)))
            and (_is_word(right) or (right[1:].islower() and right[0].isupper()))
        )
    if left in MEASURES and gap.before[-1:] in _DIGITS_OR_NONE:
        return len(right) > 1 and _is_word(right) and (_is_marked(right) or right[0].isupper())
    if (len(left) == 1 and not _is_marked(left)) or (len(right) == 1 and not _is_marked(right)):
        return False
    if _is_marked(left) and _is_word(left) and left[1:].islower() and right.isupper():
        return True
    if _is_word(left) and _is_word(right):
        return True
    if not (left[1:].islower() and right[1:].islower() and (len(right) > 2 or _is_marked(right))):
        return False
    if _is_marked(left) and _is_word(left) and right[0].isupper():
        return True
    if len(left) < 3:
        return False
    return (left[0].isupper() and right[0].isupper()) or _is_word(left) or _is_word(right)


def _after_colon(gap: _Gap) -> bool:
    left, right = gap.left, gap.right
    if not left or left.lower() in _SCHEMES or not _is_word(left) or len(left) < 2:
        return False
    if not right:
        return _is_marked(left) and not gap.after[1:2].isspace() and len(gap.after) > 1
    if len(right) == 1:
        return False
    return (_is_marked(left) or _is_marked(right)) and (right[0].isupper() or (_is_word(right) and _is_marked(right)))


def _after_closing(gap: _Gap) -> bool:
    right = gap.right
    return len(right) > 1 and _is_word(right) and (_is_marked(right) or (right[0].isupper() and _is_word(gap.left)))


_DECIDE = {
    ".": _after_stop,
    "!": _after_question,
    "?": _after_question,
    "…": _after_ellipsis,
    ",": _after_comma,
    ";": _after_comma,
    ":": _after_colon,
    ")": _after_closing,
    "”": _after_closing,
    "»": _after_closing,
}
