"""Whether the one word that real text has is the only one that may have stood where a byte was lost.

Writers make slips: ``tuá»ng`` may be *tuồng*, and is oftener *tuởng* for *tưởng*. Nor does the vocabulary hold each
syllable that is possible (*nghiễm*). Such a word is a choice, and no preset that chooses nothing makes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vntextclean.misreadings.choosing.known_words import attested, usual_shares
from vntextclean.misreadings.parsing.words import Word
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: So many places of a word with ươ are taken to be written with one horn. In 1 500 lines five such slips came out as
#: other words, in two texts whose writers leave a horn out throughout: the mean of all texts would be too small.
_SLIPS = 0.01
#: How sure a word is where other syllables are possible that real text hardly has.
_RARE_RIVALS = 0.995
#: A word is hardly ever written that has a smaller share among those that its damage may have been.
_SELDOM = 0.02
_ONE_HORN = late("(?i)(?:u[ơờởỡớợ]|ư[oòỏõóọ])(?=[a-z])")
_SECOND = str.maketrans("oòỏõóọOÒỎÕÓỌ", "ơờởỡớợƠỜỞỠỚỢ")


def only_word(fitting: str, word: Word) -> float:
    """How surely a cut word is the one of its options that real text has; 1 where no other syllable is possible.

    >>> only_word("đẹp", Word(0, 2, ("đẹp",), ("đẹp",), True, 1.0))
    1.0
    >>> only_word("tuồng", Word(0, 5, ("tuồng", "tuởng"), ("tuồng",), True, 1.0)) < 0.98
    True
    """
    meant = {_ONE_HORN.sub(_with_both, option).lower() for option in word.options if _ONE_HORN.search(option)}
    meant = set(attested(sorted(filter(is_syllable, meant - {fitting.lower()}))))
    if meant:
        shares = usual_shares([fitting.lower(), *sorted(meant)])
        own = shares.get(fitting.lower(), 0.0)
        return min(_RARE_RIVALS, own / (own + _SLIPS * (1 - own))) if own else 0.0
    others = {option.lower() for option in word.legal} - {fitting.lower()}
    return _RARE_RIVALS if others else 1.0


def is_seldom(seen: str, legal: Sequence[str]) -> bool:
    """Whether a word as it is seen is hardly ever written beside those that it may have been: ``Ã`` for *Á*.

    >>> is_seldom("Ãnh", ("Ánh", "Ành")), is_seldom("Ăn", ("Ấn", "Ăn"))
    (True, False)
    """
    shares = usual_shares(sorted({seen.lower(), *map(str.lower, legal)}))
    return shares.get(seen.lower(), 1.0) < _SELDOM


def _with_both(match: re.Match[str]) -> str:
    return ("ư" if match[0][0] in "uư" else "Ư") + match[0][1].translate(_SECOND)
