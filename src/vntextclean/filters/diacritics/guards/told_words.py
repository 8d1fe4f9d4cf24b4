"""Whether a word is told of as it is written: alone in quotes, beside its other name, in an equation, before Latin.

A syllable alone in quotes is talked about ("xóm ‘vá’ bờ ao" is no *và*), and so is one beside another spelling of the
same name. News and encyclopedia have a repair there once in some four million syllables; of those read none was right.
"""

from __future__ import annotations

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.text.scan import LOWER, TITLE, Scan
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

_OPENS, _CLOSES = "\"“‘'«", "\"”’'»"
#: What stands between two forms of one name, and how many words apart they are at most.
_SAME, _APART = late(r"=|\((?:hay|hoặc|tức)\b|\bgọi\b"), 7
#: What stands between two names of one, where both have a capital: "Châu Kiệt Luân hay Chu Kiệt Luân".
_OR = late(r"\b(?:hay|tức)(?: là)? (?:[^\W\d_]+ )?\Z")
#: The head of a list of other names in the same sentence, and how many letters before a word it is looked for.
_OTHER_NAMES = late(r"\b[Tt]ên (?:gọi )?khác(?: là)?:[^.;\n]*\Z")
_LIST = 120
#: A name has at most so many words on either side of one.
_LONGEST_NAME = 16
#: A name in Han characters, so near a name that may be its reading.
_HAN = late("[\u3400-\u4dbf\u4e00-\u9fff]")
_GLOSS = 10


def is_told_of(scan: Scan, token: int, rival: str, kind: Damage) -> bool:
    """Whether a word is written so on purpose, whatever its neighbours call for."""
    is_name = scan.flat.case[token] == TITLE
    if is_name and _is_in_bare_name(scan, token):
        return True
    if not is_syllable(scan.word(token).lower()):
        return False
    return (
        _is_alone_in_quotes(scan, token)
        or _stands_beside(scan, token, rival)
        or (kind is Damage.SOUND and (_is_among_other_names(scan, token) or _begins_a_name(scan, token)))
        or (is_name and _is_reading(scan, token))
        or _has_latin_name(scan, token)
    )


def _is_alone_in_quotes(scan: Scan, token: int) -> bool:
    start, end = scan.flat.starts[token], scan.flat.ends[token]
    before, behind = scan.text[max(0, start - 1) : start], scan.text[end : end + 1]
    return bool(before and behind) and before in _OPENS and behind in _CLOSES


def _stands_beside(scan: Scan, token: int, rival: str) -> bool:
    """Whether what a word may be stands near by as another form of it: "làng Trâu Hạ (hay Châu Hạ)", "bò = bó"."""
    starts, ends = scan.flat.starts, scan.flat.ends
    low, high = max(0, token - _APART), min(len(starts), token + _APART + 1)
    if rival not in scan.text[starts[low] : ends[high - 1]].lower():  # nearly always: a fifteenth of the time
        return False
    for near in range(low, high):
        if near != token and scan.word(near).lower() == rival:
            first, last = sorted((near, token))
            if _SAME.search(scan.text, ends[first], starts[last]):
                return True
            if scan.flat.case[first] == scan.flat.case[last] == TITLE and _OR.search(
                scan.text, ends[first], starts[last]
            ):
                return True
    return False


def _is_among_other_names(scan: Scan, token: int) -> bool:
    """Whether a word is in a list of other names, which are other spellings as well: "Tên gọi khác: Xương xáo"."""
    start = scan.flat.starts[token]
    return _OTHER_NAMES.search(scan.text, max(0, start - _LIST), start) is not None


def _is_reading(scan: Scan, token: int) -> bool:
    """Whether a name stands beside Han characters, whose reading it is: "林时: Lâm Thì" is no *Thị*."""
    start, end = scan.flat.starts[token], scan.flat.ends[token]
    return _HAN.search(scan.text, max(0, start - _GLOSS), end + _GLOSS) is not None


def _begins_a_name(scan: Scan, token: int) -> bool:
    """Whether another word of a name stands behind one: "xóm Xi Lăng" is written as it sounds."""
    behind = token + 1
    return bool(scan.names[token]) and behind < len(scan) and not scan.mark[behind] and bool(scan.names[behind])


def _is_in_bare_name(scan: Scan, token: int) -> bool:
    """Whether a name of three words has no mark in any, as people abroad spell theirs: "Bui Quoc Tho"."""
    starts, ends, _, case, mark, _, marked = scan.flat
    first = last = token
    while first > max(0, token - _LONGEST_NAME) and not mark[first] and case[first - 1] == TITLE:
        first -= 1
    end = min(len(case), token + _LONGEST_NAME + 1)
    while last + 1 < end and not mark[last + 1] and case[last + 1] == TITLE:
        last += 1
    if ends[last] - starts[last] == 1:
        last -= 1  # what is left of a name that is not told: "Phan Thi T."
    return last - first >= 2 and not any(marked[first : last + 1])


def _has_latin_name(scan: Scan, token: int) -> bool:
    """Whether the Latin name of what a word says stands behind it: "con sam Tachypleus gigas"."""
    case, mark = scan.flat.case, scan.flat.mark
    if token + 2 >= len(scan) or mark[token + 1] or mark[token + 2]:
        return False
    if case[token] != LOWER or case[token + 1] != TITLE or case[token + 2] != LOWER:
        return False
    genus, species = scan.word(token + 1).lower(), scan.word(token + 2)
    return not any(map(is_syllable, (genus, species))) and genus.isascii() and species.isascii()
