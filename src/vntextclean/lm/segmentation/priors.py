"""Prior log-odds (nats) of a segmentation, from capitals, length and spelling.

:func:`prior` and :func:`cost` are added to and subtracted from the n-gram score in ``segmenter.py``. Unless said
otherwise, a constant here is a cost in nats.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.glued import Piece, has_one_nucleus, is_own
from vntextclean.lm.segmentation.pieces import ATTESTED
from vntextclean.lm.segmentation.plain_words import COMMON_TAIL
from vntextclean.lm.text.scan import NUMBER, SPECIALS, UNKNOWN_TITLE
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.loans import CHEMICALS, SOLID_LOANS
from vntextclean.vietnamese.syllables import forms, is_bare_syllable
from vntextclean.vietnamese.units import COMMON_UNITS

#: All vowels stand together: it may be one syllable of a dialect or a misspelling (choông, ngòam, nữạ, Thấyy).
NUCLEUS = 7.0
#: Bonus for a foreign name followed by a common Vietnamese word (Guardiolasẽ). A word with a letter that only
#: Vietnamese has needs the log-probability OWN_TAIL. Any other needs SHARED_TAIL, which is that of the fifty commonest
#: words (là, và): many names end in má, lé, né.
FOREIGN = 8.0
OWN_TAIL = -7.0
SHARED_TAIL = -6.0
#: Bonus in the second case. It is smaller, so that the n-gram must decide: Pali and Sanskrit names end in là and và.
FOREIGN_SHARED = 2.0
#: Three or more pieces of one or two letters: a foreign name transcribed by sound (Nàrada).
SPELLED_OUT = 6.0
#: Lower case, no letter that only Vietnamese has, and a piece that is no syllable (télécommunication).
FRENCH = 8.0
#: All syllables begin with a capital: it may be a brand (AnPhat). With diacritics it rarely is (7 500 000 syllables of
#: clean text held 60 glued names with diacritics and one brand).
BRAND = 4.5
MARKED_BRAND = 1.0
#: Bonus for such a string before a number ("LộcSố 7", "BảyĐiều 3") if the log-probability of a number after its last
#: word is above CALLS_FOR_NUMBER.
CALLS_FOR_NUMBER = -4.6
NUMBERED = 3.0
#: Bonus for an abbreviation in capitals before a word in small letters (UBNDtỉnh).
ABBREVIATION = 5.0
#: A known loan is cut.
CUT = 10.0
#: A possible foreign name behind a word is cut (kiệnTruly).
NAME_CUT = 5.0
#: Bonus for a capital after small letters, both sides known syllables. Brands with an inner capital also begin with one
#: (BáoMới).
CAPITAL = 3.0
#: Bonus for capitalised words between capitalised words: a headline (ĐấtVà).
HEADLINE = 4.0
#: Excludes a segmentation: of a foreign compound (Chinatown, hiđrôcacbon) or a brand (EVNTelecom).
FORBIDDEN = 60.0
#: A foreign word that the model does not know before a lower-case syllable (Crossroadsvào): Pali and Spanish names look
#: the same.
UNSEEN = 6.5
#: A syllable with a log-probability below RARE_TAIL behind a foreign name: it is the end of that name (Forlán).
RARE_TAIL = -9.0
RARE = 6.0
#: A Title-case syllable and a foreign word in small letters (Química).
STUMP = 9.0
#: A foreign word and a syllable, all in small letters without diacritics (checkin).
PLAIN_LOAN = 11.0
#: Largest log-probability of the second word after the first in a string without diacritics. Above it the two are one
#: word elsewhere (Punggyeri, checkin).
PART_OF_NAME = -3.2
#: Two foreign names in camel case are split if the second nearly always follows the first (log-probability at least
#: FOLLOWS, and LIFT above its unigram), at the cost PAIR; or if the first is a given name, that is, the log-probability
#: of an unknown name after it is at least GIVEN, at the cost ANY_NAME.
FOLLOWS, LIFT, PAIR = -3.6, 6.0, 3.0
GIVEN, ANY_NAME = -2.25, 5.0
#: Words that begin sentences but no brands (TheoReuters).
_OPENERS = frozenset(["Theo", "Khi", "Trong", "Sau"])
#: Forms of address and name parts before a name that is shortened to its initial.
_CALLS = frozenset("anh bà bác chú cháu chị cô cậu em thầy thị văn ông".split())
_INITIALS = frozenset("ABCDEGHKLMNPQRSTUVXYĐ")
#: Bonus for a form of address and an initial (ôngG).
CALLED = 9.0
_SHARED = str.maketrans("ãõ", "ao")
#: Words at the end of brands (ShinhanBank, MIKGroup).
_BRAND_ENDINGS = frozenset(
    "alpha bank capital express group land mart media milk news online panda pay tech telecom tv week".split()
)
#: Abbreviations before names: coaches, clubs, committees, towns, ranks and offices.
_TITLES = frozenset(
    "bch bs bst btc btv clb csgt csđt cđ cđv dv đd đh đt gđ gs gv hcb hcm hcv hcđ hđnd hlv hv ks kts ktv ls mc nsnd "
    "nsưt nxb pgs ptt pv qđ sv thcs thpt ths tp tphcm ts tt tx ubnd vđv".split()
)


def cost(text: str, path: tuple[Piece, ...]) -> float:
    """The cost (nats) of the pieces, of cut loans that are written as one word (Kitô giáo) and of cut names."""
    total = sum(piece.cost for piece in path)
    starts = [piece.start for piece in path]
    for first, start in enumerate(starts):
        for piece in path[first + 1 : first + 4]:
            if text[start : piece.end].lower() in SOLID_LOANS:
                total += CUT
    for left, right in pairwise(path):
        if text[left.start].isupper() and text[right.start].islower() and text[left.start : right.end].isascii():
            total += NAME_CUT * (not text.isascii())
    return total


def prior(model: Model, text: str, path: tuple[Piece, ...], is_before_number: bool) -> float:
    """The prior log-odds (nats) of a path: positive for a capital inside, negative for a single vowel group and so on.

    ``is_before_number`` says that a number stands behind the string.
    """
    return _prior(model, text, path, is_before_number) + _names_within(model, text, path)


def _prior(model: Model, text: str, path: tuple[Piece, ...], is_before_number: bool) -> float:
    last = path[-1]
    if path[0].end == 2 and text[:2] in COMMON_UNITS:
        return 0.0
    doubled = last.end - last.start == 1 and text[-1].islower() and bare(text[-1]).lower() == bare(text[-2]).lower()
    if doubled or has_one_nucleus(text) or _is_bare_syllable(text):
        return -NUCLEUS
    if len(path) > 2 and all(piece.end - piece.start < 3 for piece in path):
        return -SPELLED_OUT
    if _is_foreign_compound(text, path):
        return -FORBIDDEN
    if _calls_by_letter(text, path):
        return CALLED
    if text.isascii() and any(text[piece.start : piece.end].lower() not in forms() for piece in path):
        return _without_marks(model, text, path)
    # Portuguese and Estonian have ã and õ as well: amanhã is no "ama nhã".
    if (
        text.islower()
        and any(text[piece.start : piece.end] not in forms() for piece in path)
        and not is_own(text.translate(_SHARED))
    ):
        return -FRENCH
    first, second = path[:2]
    name = text[: first.end]
    if name.isascii() and name[0].isupper() and name.lower() not in forms():
        if len(path) == 2:
            return _behind_name(model, text, path)
        tails = model.log_prob[model.lower_of[[piece.id for piece in path[1:]]]]
        if text[first.end :].islower() and tails.min() < RARE_TAIL:
            return -RARE
    if len(path) == 2 and name[0].isupper() and text[first.end].islower() and _is_foreign(text, second):
        return -STUMP
    capitals = [text[piece.start].isupper() for piece in path]
    if text[0].islower() and any(capitals):
        return CAPITAL if all(piece.cost == 0 for piece in path) else 0.0
    syllables = all(text[piece.start : piece.end].lower() in forms() for piece in path)
    if not (syllables and all(capitals)) or text.isupper():
        return 0.0
    if is_before_number:
        numbered = float(model.logp(np.array([[model.lower_of[last.id], NUMBER]], np.int64))[0])
        return NUMBERED if numbered > CALLS_FOR_NUMBER else -BRAND
    return -BRAND if text.isascii() else -MARKED_BRAND


@lru_cache(maxsize=1 << 12)
def _is_bare_syllable(text: str) -> bool:
    """Whether a string is a syllable but for its marks; it is asked for each of its paths."""
    return is_bare_syllable(bare(text))


def _names_within(model: Model, text: str, path: tuple[Piece, ...]) -> float:
    """Log-odds of splitting two foreign names behind a word; the two may be one brand (củaOceanBank)."""
    if text.isascii() or len(path) < 3:
        return 0.0
    return sum(
        min(_two_names(model, text, (left, right)), 0.0)
        for left, right in pairwise(path)
        if text[left.start].isupper()
        and text[right.start].isupper()
        and text[left.start : right.end].isascii()
        and (_is_foreign(text, left) or _is_foreign(text, right))
    )


def _is_foreign(text: str, piece: Piece) -> bool:
    return text[piece.start : piece.end].lower() not in forms()


def _is_foreign_compound(text: str, path: tuple[Piece, ...]) -> bool:
    """Whether two foreign pieces meet without a change of case, or a piece is part of a chemical name (đioxit)."""
    for left, right in pairwise(path):
        if text[right.start].islower() and _is_foreign(text, right):
            if _is_foreign(text, left) or text[right.start : right.end] in CHEMICALS:
                return True
            if text.isascii() and text[left.start].isupper():
                return True
    return text.isascii() and text.isupper()


def _calls_by_letter(text: str, path: tuple[Piece, ...]) -> bool:
    """Whether a string is a form of address and an initial (ôngG)."""
    first, last = path[0], path[-1]
    letter = text[last.start :]
    return len(path) == 2 and len(letter) == 1 and letter in _INITIALS and text[: first.end].lower() in _CALLS


def _behind_name(model: Model, text: str, path: tuple[Piece, ...]) -> float:
    """Log-odds of a foreign name or an abbreviation before one word."""
    first, second = path
    small = text[second.start].islower()
    if text[: first.end].isupper() and first.end > 1:
        if second.end - second.start == 1 or (small and text[first.end - 1 :].lower() in forms()):
            return -FORBIDDEN
        if text.isupper() and not is_own(text[second.start :]):  # NESCAFÉ
            return -FORBIDDEN
        return ABBREVIATION
    if first.end == 1:
        return -RARE
    tail = float(model.log_prob[model.lower_of[second.id]])
    unseen = UNSEEN if small and first.id < len(SPECIALS) and first.cost != ATTESTED else 0.0
    if small and tail < RARE_TAIL:
        return -RARE - unseen
    if is_own(text[second.start :]):
        return (FOREIGN if tail > OWN_TAIL else 0.0) - unseen
    if unseen and text.endswith("à"):
        return -unseen
    return (FOREIGN_SHARED if tail > SHARED_TAIL else 0.0) - unseen


def _without_marks(model: Model, text: str, path: tuple[Piece, ...]) -> float:
    """Log-odds of a string without diacritics in which a piece is no syllable (Reuterscho, PepGuardiola, xeHonda)."""
    first, second = path[:2]
    if text.islower():
        follows = float(model.logp(np.array([[first.id, second.id]], np.int64))[0])
        return -FORBIDDEN if follows > PART_OF_NAME else -PLAIN_LOAN
    ids = model.lower_of[[piece.id for piece in path]]
    if text[0].islower():
        return 0.0
    if all(text[piece.start].isupper() for piece in path):
        return _two_names(model, text, path)
    tails = [float(model.log_prob[number]) for number in ids[1:]]
    if any(text[piece.start].isupper() for piece in path[1:]) or min(tails) < COMMON_TAIL:
        return -FORBIDDEN
    follows = float(model.logp(np.array([[first.id, second.id]], np.int64))[0])
    return -FORBIDDEN if follows > PART_OF_NAME else 0.0


def _two_names(model: Model, text: str, path: tuple[Piece, ...]) -> float:
    first, second = path[:2]
    left, right = text[first.start : first.end], text[second.start : second.end]
    if len(left) > 1 and (left.isupper() or right.isupper()):
        return 0.0 if (left if left.isupper() else right).lower() in _TITLES else -FORBIDDEN
    if len(path) == 2 and left in _OPENERS and right[1:].islower():
        return 0.0
    if len(path) == 2 and left != right and ATTESTED in (first.cost, second.cost):
        return -PAIR
    if len(path) > 2 or not right[1:].islower() or right.lower() in _BRAND_ENDINGS or left.lower() == "the":
        return -FORBIDDEN
    name = int(model.title_of[model.lower_of[first.id]])
    follows, given = model.logp(np.array([[name, second.id], [name, UNKNOWN_TITLE]], np.int64)).tolist()
    lift = follows - float(model.log_prob[second.id])
    if lift >= LIFT and (follows >= FOLLOWS or (given >= GIVEN and follows >= 2 * FOLLOWS)):
        return -PAIR
    return -ANY_NAME if given >= GIVEN else -FORBIDDEN
