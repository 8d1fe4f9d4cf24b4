"""Whether a word is meant as it stands, though what it may have lost is far commoner beside its neighbours.

Verse has an order and words that no prose has. In 67 000 syllables of verse, ten of 22 repairs of what is a syllable as
it stands were wrong ("lỡ một lầm hai" was *lần*, "dặm cát" was *các*), and none of the twelve of what is no syllable.
In made damage it costs four repairs of 3 190, all in verse.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import is_collocation
from vntextclean.filters.diacritics.guards.said_together import is_in_its_field, is_in_pair
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.letters import tone_of, toneless

Lower = npt.NDArray[np.int32]

_WORD = late(r"[^\W\d_]+")
#: Verses of one length, and of six, seven and eight syllables in turn.
_EVEN, _IN_TURN = (4, 5, 7, 8), (6, 7, 8)
#: Four verses of such a length are a stanza, whatever stands around them.
_LONG = (7, 8)
#: Lines to either side that are read, and letters that they have together at most.
_AROUND, _REACH = 3, 200
#: So many lines at least are verses, and so many at most are none: a heading, a note.
_FEWEST, _OTHERS = 4, 1
#: With more capitals a line is none, but an office with who holds it: "Phó trưởng thôn: Lò Văn Ín".
_CAPITALS, _NO_VERSE = 3, 99
#: Who is spoken to, in tales and in the middle of the country; "ta" behind the second words is no *I*.
_YOU = frozenset(("ngươi", "mi"))
_OURS = frozenset("chúng người nước dân quân đất bên phe phía họ".split())
#: So far around a word the same word is looked for, and so far around "ngươi" who says it.
_AGAIN, _SPEAKS = 10, 16
#: So many words before it may stand what makes a verb at the end of a clause: "bài tập được thầy cô giao".
_PASSIVE, _AGENT = frozenset(("được", "do", "bị")), 4
#: The digits of a year.
_YEAR = 4
#: So many words behind "nay" may stand *này* that goes with the noun between them.
_THIS = 3
#: A spelling that is told of stands in quotes, so near behind what it stands for: 'gọi nón là "lón"'.
_QUOTES, _UNQUOTES, _TOLD = "\"“‘'«", "\"”’'»", 6
#: How what fills up a doubled word ends.
_FILLED = frozenset("aơ")
#: Tones of a first half that the second half of a doubled word answers: "sơm sớm", "nhè nhẹ".
_HALF_TONES = frozenset((0, 1))


def is_verse(text: str, at: int) -> bool:
    """Whether the line at a place is a verse among verses.

    >>> verses = "Trăm năm bóng liễu bên sông\\nNgười đi kẻ ở đôi lòng ngẩn ngơ\\n"
    >>> is_verse(verses + "Mây trôi một dải lờ mờ\\nĐò ngang vắng khách, bến chờ đìu hiu", 30)
    True
    >>> is_verse("Anh đi chợ từ sáng sớm.\\nChị ở nhà nấu cơm và giặt áo cho các con.", 3)
    False
    """
    start, end = line_of(text, at)
    if end - start > _REACH // 2:
        return False
    own = _length(text[start:end])
    kinds = [_IN_TURN] * (own in _IN_TURN) + [(own,)] * (own in _EVEN)
    if not kinds:
        return False
    before = [*map(_length, text[max(0, start - _REACH) : start].split("\n")[-_AROUND - 1 : -1])]
    after = [*map(_length, text[end + 1 : end + 1 + _REACH].split("\n")[:_AROUND])]
    lengths = [own, *filter(None, before + after)]
    verses = max(sum(length in kind for length in lengths) for kind in kinds)
    if verses >= _FEWEST and len(lengths) - verses <= _OTHERS:
        return True
    if own not in _LONG:
        return False  # words of a list, four a line
    stanza = [*takewhile(own.__eq__, reversed(before)), own, *takewhile(own.__eq__, after)]
    return len(stanza) >= _FEWEST


@lru_cache(maxsize=1 << 9)  # lines beside each other are asked for each doubtful word
def _length(line: str) -> int:
    """How many words a line has; more than any verse where it is full of names."""
    words = _WORD.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    return _NO_VERSE if _CAPITALS < capitals < len(words) else len(words)


def is_meant(scan: Scan, token: int, rival: str) -> bool:
    """Whether the words around a word show that it is no other: it is doubled, quoted, or stands where it belongs.

    ``rival`` is what it may have been (lower case).
    """
    word, before, after = scan.word(token).lower(), _previous(scan, token), _next(scan, token)
    start = scan.flat.starts[token]
    return bool(
        is_in_pair(word, before, after)
        or ((after in {rival, before} or word in {before, after}) and _is_doubled(scan, token, rival))
        or (scan.text[start - 1 : start] in _QUOTES and _is_told_of(scan, token, rival))
        or is_in_its_field(scan, token)
        or (word in _YOU and _is_addressed(scan, token))
        or (word == "nay" and rival == "này" and _this_follows(scan, token))
        or (word == "sang" and _is_year(scan, after, token + 1))  # "Sang 2021" comes what is no *Sáng*
        or (word == "giao" and _is_given(scan, token))
        or (word == "con" and _is_child(scan, token))
        or (word == "đi" and after == "với" and scan.initial[token])  # goes with it, and no *Đối với*
    )


def stands_again(model: Model, scan: Scan, token: int, lower: Lower, others: frozenset[int]) -> bool:
    """Whether a word stands again near by and nothing is to be repaired there: "Thiếu nước thì da khô, da khô thì rát".

    In 7 700 000 syllables of corpora it holds back some thirty repairs. The 22 right ones went with a neighbour that
    asks for them ("hội nghị", "tấn công"), as ``kept_words.py`` sees; of the others, nearly all were wrong.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``others`` the tokens that may
    be damaged as well.
    """
    ids, own = scan.flat.lower, scan.flat.lower[token]
    if scan.flat.ends[token] - scan.flat.starts[token] == 1:
        return False  # letters that stand apart are pieces of words
    first, last = max(0, token - _AGAIN), min(len(scan), token + _AGAIN + 1)
    if ids[first:last].tolist().count(own) < 2:
        return False
    near = [*range(first, token - 1), *range(token + 2, last)]
    again = [i for i in near if ids[i] == own and lower[i] == own and i not in others]
    return any(not is_collocation(model, scan, i, lower) for i in again)  # "đa số" tells nothing of "đa"


def _is_doubled(scan: Scan, token: int, rival: str) -> bool:
    """Whether a word is said twice on purpose: "sơm sớm" is rather soon, "vợ vợ, con con" a family.

    So is what fills up a doubled word to four: "thủng tha thủng thẳng", "đủng đa đủng đỉnh".
    """
    word, after, before = scan.word(token).lower(), _next(scan, token), _previous(scan, token)
    if before and before == after and len(word) > 1 and word[-1] in _FILLED:
        return word != before and _next(scan, token + 1).startswith(word[:-1])
    if after == rival and toneless(word) == toneless(after):
        return tone_of(word) in _HALF_TONES
    first = token - 1 if before == word else token
    if word not in {before, after}:
        return False
    return any(
        at >= 0 and at + 1 < len(scan) and not scan.flat.mark[at + 1] and scan.flat.lower[at] == scan.flat.lower[at + 1]
        for at in (first - 2, first + 2)
    )


def _is_told_of(scan: Scan, token: int, rival: str) -> bool:
    """Whether a word is how somebody says or writes another, in quotes behind it: 'gọi nón là "lón"'.

    The quotes hold that word alone: 'một cây cầu và "mt cây cổ thụ"' tells of nothing.
    """
    start, end = scan.flat.starts[token], scan.flat.ends[token]
    if not start or scan.text[start - 1] not in _QUOTES:
        return False
    behind = _next(scan, token)
    if behind and _closes(scan, token + 1):  # "nựu đạn" behind *lựu đạn*
        end = scan.flat.ends[token + 1]
    else:
        behind = ""
    if scan.text[end : end + 1] not in _UNQUOTES or end == len(scan.text):
        return False
    return any(
        scan.word(near).lower() == rival and (not behind or _next(scan, near) == behind)
        for near in range(max(0, token - _TOLD), token)
    )


def _closes(scan: Scan, token: int) -> bool:
    """Whether a quotation mark stands right behind a word."""
    end = scan.flat.ends[token]
    return end < len(scan.text) and scan.text[end] in _UNQUOTES


def _is_addressed(scan: Scan, token: int) -> bool:
    """Whether "ngươi" or "mi" is who is spoken to, no *người*, no *mới*: it is said again, or there is a *ta*."""
    own = scan.word(token).lower()
    if own not in _YOU:
        return False
    for near in range(max(0, token - _SPEAKS), min(len(scan), token + _SPEAKS + 1)):
        word = scan.word(near).lower()
        if near != token and (word == own or (word == "ta" and _previous(scan, near) not in _OURS)):
            return True
    return False


def _this_follows(scan: Scan, token: int) -> bool:
    """Whether *này* stands behind what "nay" stands before: of "nay vị này sẽ đi" none is "này vị này"."""
    for near in range(token + 1, min(len(scan), token + 1 + _THIS)):
        if scan.flat.mark[near]:
            return False
        if near > token + 1 and scan.word(near).lower() == "này":
            return True
    return False


def _is_year(scan: Scan, number: str, token: int) -> bool:
    """Whether a number is a year, and no day: "Sang 5-6" has *Sáng*."""
    if len(number) != _YEAR or not number.isdecimal():
        return False
    end = scan.flat.ends[token]
    return not scan.text.startswith(("/", "-"), end)


def _is_given(scan: Scan, token: int) -> bool:
    """Whether "giao" ends a clause as the verb of who was named before it: "bài được thầy cô giao" is no *cô giáo*."""
    if scan.word(token).lower() != "giao" or _next(scan, token):
        return False
    for near in range(token - 1, max(-1, token - 1 - _AGENT), -1):
        if scan.word(near).lower() in _PASSIVE:
            return True
        if scan.flat.mark[near]:
            break
    return False


def _is_child(scan: Scan, token: int) -> bool:
    """Whether "con" stands between two names: who is whose child, and no *còn*."""
    if scan.word(token) != "con" or not 0 < token < len(scan) - 1 or any(scan.flat.mark[token : token + 2]):
        return False
    return bool(scan.names[token - 1] and scan.names[token + 1])


def _next(scan: Scan, token: int) -> str:
    """The word behind one, if no mark stands between them."""
    return "" if token + 1 == len(scan) or scan.flat.mark[token + 1] else scan.word(token + 1).lower()


def _previous(scan: Scan, token: int) -> str:
    """The word before one, if no mark stands between them."""
    return "" if not token or scan.flat.mark[token] else scan.word(token - 1).lower()
