"""Words that look damaged and are something else: foreign, or written as they are said, or with a letter of their own.

What their form or place tells is in ``exempt.py``.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.text.scan import SPECIALS, Scan

#: Damage that a foreign word looks like.
STRUCK = frozenset({Damage.EXTRA_LETTER, Damage.EXCHANGED, Damage.OTHER_LETTER})

Lower = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

#: Words of the South and of chats that are no others ("hông" is a hip), and how far around a word they are looked for.
#: Beside them words are written as they are said: "mất tiu" is *tiêu*, "dễ thương ghia" is *ghê*.
_SPOKEN = frozenset("tui hok dợ zậy dzậy lun nhìu òi rùi mún kiu zui zô ẻm".split())
_HEARD = 16
#: The phonetic mark of length, which some type for a colon.
_LENGTH = "\u02d0"


def is_loan(scan: Scan, token: int, kind: Damage, legal: Bools) -> bool:
    """Whether a foreign word that the model knows looks like a syllable with a wrong letter: "icon" like "con"."""
    number = scan.flat.lower[token]
    return kind in STRUCK and number >= len(SPECIALS) and not scan.flat.marked[token] and not legal[number]


def holds_a_capital_of_its_own(word: str, rival: str) -> bool:
    """Whether a capital stands before a whole word: it may be a word itself, glued to the next.

    >>> holds_a_capital_of_its_own("Ikiêng", "kiêng"), holds_a_capital_of_its_own("Ttôi", "tôi")
    (True, False)
    """
    return word[:1].isupper() and word[1:] == rival and word[:1].lower() != rival[:1]


def kept_its_capital(word: str, rival: str) -> bool:
    """Whether a word lost no first letter, for the one that would be behind it has the capital: "Ây" is no *Đây*.

    >>> kept_its_capital("Ây", "đây"), kept_its_capital("ây", "đây"), kept_its_capital("Nhng", "nhưng")
    (True, False, False)
    """
    return len(word) > 1 and word[0].isupper() and not word.isupper() and word.lower() == rival[1:]


def loses_a_word(scan: Scan, token: int, rival: str) -> bool:
    """Whether a letter that would go says something: "10gdược" is "10g dược", "huyếtv.v." "huyết v.v.".

    So does a mark of length that stands for a colon: "gồm cóː".
    """
    text, start, end = scan.text, scan.flat.starts[token], scan.flat.ends[token]
    word = text[start:end].lower()
    return (word[1:] == rival and text[start - 1 : start].isdigit()) or (
        word[:-1] == rival and (text.startswith(f".{word[-1]}", end) or word[-1] == _LENGTH)
    )


def is_spoken(scan: Scan, token: int) -> bool:
    """Whether words around a word are written as they are said."""
    return any(scan.word(near).lower() in _SPOKEN for near in near_by(scan.flat.number, token, _HEARD))


def lost_a_capital(scan: Scan, token: int, rival: str) -> bool:
    """Whether a piece in small letters stands behind two words of a name: of "Nguyễn Tấn ũng" a D is lost, no c."""
    first = token - 2
    if first < 0 or rival[1:] != scan.word(token) or any(scan.flat.mark[token - 1 : token + 1]):
        return False
    return all(scan.names[first:token])


def foreign_share(scan: Scan, token: int, lower: Lower, legal: Bools) -> float:
    """How many of the words around a word are no Vietnamese syllables: there, what looks like damage is a name.

    A word that stands alone has nothing to tell what it was either, and counts as one among foreign words. ``lower``
    are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids of Vietnamese syllables.
    """
    number = scan.flat.number
    first, last = max(0, token - 2), min(len(number), token + 3)
    words, known = lower.data, legal.data  # an element of an array takes three times as long
    numbers = number.count(1, first, last)  # no number is a syllable
    near = last - first - numbers - (not number[token])
    if near < 2:
        return float(not near)
    alien = [known[each] for each in words[first:last]].count(False) - numbers
    return (alien - (not (number[token] or known[words[token]]))) / near


def is_among_foreign_words(scan: Scan, token: int, lower: Lower, legal: Bools) -> bool:
    """Whether two words around a word are foreign and none has marks: other languages have a "da" and a "Nai" too.

    A lone letter is a piece of a word ("Thu Cính C"), and tells nothing of a language.
    """
    number, starts, ends = scan.flat.number, scan.flat.starts, scan.flat.ends
    words, known = lower.data, legal.data
    near = [i for i in near_by(number, token, 2) if not number[i] and ends[i] - starts[i] > 1]
    if [known[words[i]] for i in near].count(False) < 2:
        return False
    marked, before = scan.flat.marked, scan.flat.lower
    return not any((marked[i] or words[i] != before[i]) and known[words[i]] for i in near_by(number, token, 3))


def near_by(of: bytes, token: int, reach: int) -> list[int]:
    """The tokens up to ``reach`` away on either side."""
    return [*range(max(0, token - reach), token), *range(token + 1, min(len(of), token + reach + 1))]
