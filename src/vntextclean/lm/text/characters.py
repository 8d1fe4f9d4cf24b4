"""Character tables of the tokenizer: class (letter, digit, separator), lower-case form and bare form.

All are arrays indexed by code point, so that numpy looks up a whole text at once.
"""

from __future__ import annotations

import sys
import unicodedata

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel

Codes = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint16]

LITTLE = sys.byteorder == "little"
_TOP = 0x2100
_MARKS = "\u0300"  # the first combining mark

#: Bits of a character's class. Separators, from weak to strong: space (no bit), HYPHEN, CLAUSE, STOP (full stop), LINE.
#: ``PLAIN`` is a letter that is no capital, ``MARKED`` a letter with a diacritic, ``INNER`` a capital behind a letter.
#: ``FIRST`` and ``SECOND`` are the two vowels of an open rime whose tone stands on the second (hoà).
DIGIT, LETTER, UPPER, INNER, PLAIN, MARKED, HYPHEN, CLAUSE, STOP, LINE, FIRST, SECOND = (1 << bit for bit in range(12))
SOLID = DIGIT | LETTER
SOFT = HYPHEN | CLAUSE | STOP | LINE
kernel.agree(
    KIND_DIGIT=DIGIT, KIND_LETTER=LETTER, KIND_UPPER=UPPER, KIND_INNER=INNER, KIND_MARKED=MARKED, KIND_SOFT=SOFT,
    KIND_FIRST=FIRST, KIND_SECOND=SECOND,
)  # fmt: skip


def _tables() -> tuple[Kinds, Codes, Codes]:
    kind = np.full(_TOP, CLAUSE, np.uint16)
    lower = np.arange(_TOP, dtype=np.uint32)
    bare = np.arange(_TOP, dtype=np.uint32)
    # Characters of the scripts in between count as letters: testing each of 8 000 characters took 15 ms.
    kind[0x530:0x1E00] = kind[0x1F00:0x2000] = LETTER | PLAIN
    letters = []
    for char in map(chr, (*range(0x530), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070))):
        if char.isalpha() or (char >= _MARKS and unicodedata.combining(char)):
            letters.append(char)
        elif char.isdigit():
            kind[ord(char)] = DIGIT
        elif char.isspace() or char in "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u200b_*\u00ad":
            kind[ord(char)] = 0
    # All at once: one by one, these took two hundredths of the start of the command line.
    lows = [small if len(small := char.lower()) == 1 and ord(small) < _TOP else char for char in letters]
    codes = np.array([*map(ord, letters)])
    lower[codes] = [*map(ord, lows)]
    bare[codes] = [ord(pieces[0]) for pieces in unicodedata.normalize("NFD", "\0".join(lows)).split("\0")]
    bare[lower == ord("đ")] = ord("d")
    kind[codes] = [LETTER | (UPPER if char.isupper() else PLAIN) for char in letters]
    for kinds, chars in ((HYPHEN, "-\u2010\u2011"), (STOP, ".!?:\u2026"), (LINE, "\n\r\v\f\x85\u2028\u2029")):
        for char in chars:
            kind[ord(char)] = kinds
    kind[_TOP - 1] = CLAUSE
    kind[bare[lower] != lower] |= MARKED
    return kind, lower, bare


KIND, LOWERED, BARED = _tables()
IS_UPPER = (KIND & UPPER) > 0
RAISED = np.arange(_TOP, dtype=np.uint32)
_capitals = np.flatnonzero(LOWERED != RAISED)[::-1].astype(np.uint32)
RAISED[LOWERED[_capitals]] = _capitals

# Open rimes whose tone may stand on either vowel: folded to the first (hoà -> hòa).
FOLD_FIRST = np.zeros(_TOP, np.uint32)  # toned second vowel -> the first vowel it must follow
FOLD_TO = np.zeros((2, _TOP), np.uint32)  # toned second vowel -> toned first vowel, plain second vowel
for _first, _second in (("o", "a"), ("o", "e"), ("u", "y")):
    for _tone in "\u0300\u0301\u0303\u0309\u0323":
        _toned = ord(unicodedata.normalize("NFC", _second + _tone))
        FOLD_FIRST[_toned] = ord(_first)
        FOLD_TO[0, _toned] = ord(unicodedata.normalize("NFC", _first + _tone))
        FOLD_TO[1, _toned] = ord(_second)
KIND[(ord("o") == LOWERED) | (ord("u") == LOWERED)] |= FIRST
KIND[FOLD_FIRST[LOWERED] != 0] |= SECOND


def code_points(text: str) -> Codes:
    """The code points of a text: uint32[n]."""
    return np.frombuffer(text.encode("utf-32-le" if LITTLE else "utf-32-be", "surrogatepass"), np.uint32)


def folded(codes: Codes) -> Codes:
    """Lower-case code points (uint32[n]), the tone of open rimes on the first vowel; from U+20FF on all become one."""
    places = codes.astype(np.int64)
    kind = KIND.take(places, mode="clip")
    low: Codes = LOWERED.take(places, mode="clip")
    fold(low, beside(kind))
    return low


def beside(kind: Kinds) -> Kinds:
    """For each character but the first (uint16[n - 1]): its class AND that of the character before, shifted by one bit.

    UPPER is set for a capital behind a letter, SECOND for a vowel behind one of its open rime.
    """
    pairs: Kinds = kind[1:] & np.left_shift(kind[:-1], 1, dtype=np.uint16)
    return pairs


def fold(low: Codes, pairs: Kinds) -> None:
    """Move the tone of open rimes to their first vowel, in place; ``pairs`` comes from :func:`beside`."""
    at = (pairs & SECOND).nonzero()[0] + 1
    if not len(at):
        return
    second = low[at]
    at = at[FOLD_FIRST[second] == low[at - 1]]
    first = low[at - 1]
    after = np.where(at + 1 < len(low), KIND[low[np.minimum(at + 1, len(low) - 1)]] & LETTER, 0)
    before = np.where(at > 1, low[at - 2], 0)
    at = at[(after == 0) & ~((before == ord("q")) & (first == ord("u")))]
    toned = low[at]
    low[at - 1] = FOLD_TO[0, toned]
    low[at] = FOLD_TO[1, toned]
