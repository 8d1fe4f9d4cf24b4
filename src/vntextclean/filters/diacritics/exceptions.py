"""Words that look damaged and are something else: units, abbreviations, words cut short, typed bare, or foreign."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.damage import Damage
from vntextclean.lm.text.scan import LOWER, SPECIALS, UPPER, Scan
from vntextclean.vietnamese.letters import VOWELS
from vntextclean.vietnamese.units import UNITS

#: Damage that a foreign word looks like.
STRUCK = frozenset({Damage.EXTRA_LETTER, Damage.EXCHANGED, Damage.OTHER_LETTER})

Lower = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

#: Words that stand for numbers before a unit.
NUMBERS = frozenset(
    "một hai ba bốn năm sáu bảy tám chín mười mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ vài mấy".split()
)


def is_exempt(scan: Scan, token: int) -> bool:
    """Whether a word is a unit, an abbreviation, cut short by an ellipsis, typed bare, in a slug or among pieces."""
    return bool(
        _is_unit(scan, token)
        or scan.text.startswith(("...", "…"), int(scan.ends[token]))
        or _is_abbreviation(scan, token)
        or _is_typed_bare(scan, token)
        or _is_in_slug(scan, token)
        or _is_among_pieces(scan, token)
    )


def is_loan(scan: Scan, token: int, kind: Damage, legal: Bools) -> bool:
    """Whether a foreign word that the model knows looks like a syllable with a wrong letter: "icon" like "con"."""
    number = int(scan.lower[token])
    return kind in STRUCK and number >= len(SPECIALS) and not scan.marked[token] and not legal[number]


def _is_unit(scan: Scan, token: int) -> bool:
    """Whether a word behind a number is how units are written."""
    if not token or _word(scan, token) not in UNITS:
        return False
    return bool(scan.tokens.number[token - 1]) or _word(scan, token - 1) in NUMBERS


def _word(scan: Scan, token: int) -> str:
    return scan.text[scan.starts[token] : scan.ends[token]].lower()


def foreign_share(scan: Scan, token: int, lower: Lower, legal: Bools) -> float:
    """How many of the words around a word are no Vietnamese syllables: there, what looks like damage is a name.

    A word that stands alone has nothing to tell what it was either, and counts as one among foreign words. ``lower``
    are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids of Vietnamese syllables.
    """
    near = [i for i in _near(scan, token, 2) if not scan.tokens.number[i]]
    alien = sum(not legal[lower[i]] for i in near)
    if len(near) < 2:
        return float(not near)
    return alien / len(near)


def _near(scan: Scan, token: int, reach: int) -> list[int]:
    """The tokens up to ``reach`` away on either side."""
    return [i for i in range(max(0, token - reach), min(len(scan), token + reach + 1)) if i != token]


def _is_typed_bare(scan: Scan, token: int) -> bool:
    """Whether a word without marks stands among words without marks: a line of search keys, not damage.

    Behind a comma another hand may go on, so only the words of its own clause are asked.
    """
    if scan.marked[token]:
        return False
    first = last = token
    while first > max(0, token - 3) and not scan.mark[first]:
        first -= 1
    while last + 1 < min(len(scan), token + 4) and not scan.mark[last + 1]:
        last += 1
    return last - first > 2 and not any(scan.marked[i] for i in range(first, last + 1))


def _is_in_slug(scan: Scan, token: int) -> bool:
    """Whether a word is joined by a hyphen to another: part of an address, a code, a foreign name ("Kháp-gi")."""
    before, after = (
        scan.text[max(0, scan.starts[token] - 2) : scan.starts[token]],
        scan.text[scan.ends[token] : scan.ends[token] + 2],
    )
    return bool((before[-1:] == "-" and before[:1].isalnum()) or (after[:1] == "-" and after[1:].isalnum()))


def _is_among_pieces(scan: Scan, token: int) -> bool:
    """Whether two of the words around a word are lone consonants ("h củ c ủa"): spaces broke the words of this line."""
    lone = [i for i in _near(scan, token, 2) if scan.case[i] == LOWER and scan.ends[i] - scan.starts[i] == 1]
    letters = [scan.text[scan.starts[i]] for i in lone if not scan.tokens.number[i]]
    return sum(letter not in VOWELS for letter in letters) >= 2


def _is_abbreviation(scan: Scan, token: int) -> bool:
    """Whether a word in capitals stands among words that are not."""
    if scan.case[token] != UPPER or scan.marked[token]:
        return False
    near = _near(scan, token, 2)
    return 2 * sum(scan.case[i] == UPPER for i in near) < len(near) or not near
