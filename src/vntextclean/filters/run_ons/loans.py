"""Whether a solid string looks like a loan in Vietnamese spelling: "Philipphê", "đinitơ", "Lêningrát".

Loans and foreign names have their own letters: no tone but the acute before a final stop, and none of the vowels that
no other language needs a letter for. Most run-ons have other tones. Where they have not, the words belong together
("thôngtin"), or their sentence asks for them with far more than it gives to the parts of a name.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from vntextclean.lm.collocations import Collocations
from vntextclean.lm.model import Model
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import bare, tone_of, toneless
from vntextclean.vietnamese.loans import SOLID_LOANS
from vntextclean.vietnamese.syllables import is_syllable

#: Two words that belong together are no name: the least share of one in what stands beside the other.
_TOGETHER = 0.03
#: Log-probability of a common word; parts of loans are rarer, or no syllables at all.
_COMMON = -9.5
_COMMON_BEHIND_NAME = -8.0
_RARE = -20.0
_OWN_VOWELS = late("ư|iê|yê|uô|â[uy]")
_FINAL_STOP = late("(?:[ptc]|ch)\\Z")
_LEVEL, _ACUTE = 0, 2
_NOT_FRENCH = late("[^a-zàâèéêîôùû]")


def _spelling(word: str) -> str:
    """A key for the spellings of one loan: without marks, y as i."""
    return bare(word.lower()).replace("y", "i")


_LOANS = frozenset(map(_spelling, SOLID_LOANS))


def is_spelling_of_loan(word: str) -> bool:
    """Whether a word is a known loan but for its marks, and those are marks that loans have.

    >>> is_spelling_of_loan("kílômét"), is_spelling_of_loan("thựchiện")
    (True, False)
    """
    return _spelling(word) in _LOANS and all(tone in (_LEVEL, _ACUTE) for tone in map(tone_of, word.lower()))


def looks_like_loan(model: Model, pieces: tuple[str, ...]) -> bool:
    """Whether the pieces of a string have the letters of loans, one is hardly a word, and they do not go together."""
    if not "".join(pieces)[1:].islower() or not all(map(_may_be_of_loan, map(str.lower, pieces))):
        return False
    collocations = model.derived(Collocations)
    ids = model.ids([piece.lower() for piece in pieces]).tolist()
    if is_syllable(pieces[0]) or not pieces[0].istitle():
        rarest = _RARE if not all(map(is_syllable, pieces)) else min(model.log_prob[ids])
    else:  # a foreign name with a word behind it
        rarest = min(model.log_prob[ids[1:]]) + _COMMON - _COMMON_BEHIND_NAME
    if rarest > _COMMON:
        return False
    return any(collocations.share(left, right) < _TOGETHER for left, right in pairwise(ids))


def _may_be_of_loan(piece: str) -> bool:
    tones = {tone_of(letter) for letter in piece} - {_LEVEL}
    if tones and (tones != {_ACUTE} or not _FINAL_STOP.search(piece)):
        return False
    return not _OWN_VOWELS.search(toneless(piece))


@lru_cache(maxsize=1 << 12)
def is_identifier(pieces: tuple[str, ...]) -> bool:
    """Whether pieces may be the words of a name of code: each begins with a capital, and one is no syllable.

    Names that lost their space look so too, but hardly twice in one text.

    >>> is_identifier(("Parameter", "Dict")), is_identifier(("My", "Dataset"))
    (True, True)
    >>> is_identifier(("Young", "Đã")), is_identifier(("Minh", "Anh"))
    (False, False)
    """
    titled = all(piece[0].isupper() and piece.isascii() for piece in pieces)
    return titled and not all(is_syllable(piece.lower()) for piece in pieces)


def is_foreign_name(pieces: tuple[str, ...]) -> bool:
    """Whether pieces are rather one name of another language, with the marks that French has as well: "Campà".

    A syllable behind the name is a word of its own, but for a lone vowel: "Philippinesngày". More of them are not.

    >>> is_foreign_name(("Camp", "à")), is_foreign_name(("Con", "né", "table"))
    (True, True)
    >>> is_foreign_name(("Kum", "mà", "sa"))
    True
    >>> is_foreign_name(("Philippines", "ngày")), is_foreign_name(("Remscheid", "là"))
    (False, False)
    """
    word = "".join(pieces)
    if not word[0].isupper() or not word[1:].islower() or _NOT_FRENCH.search(word.lower()):
        return False
    strange = [not is_syllable(piece.lower()) for piece in pieces]
    return strange[-1] or (strange[0] and (len(pieces[-1]) == 1 or len(pieces) > 2))
