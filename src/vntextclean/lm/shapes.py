"""What the look of a glued string says about it, beyond the probabilities of its words; all figures in nats."""

from __future__ import annotations

import numpy as np

from vntextclean.lm.glued import Piece, has_one_nucleus, is_own
from vntextclean.lm.model import Model
from vntextclean.lm.scan import NUMBER
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.loans import SOLID_LOANS
from vntextclean.vietnamese.syllables import forms, is_bare_syllable

#: A string whose vowels all stand together may be one syllable of a dialect or a slip (choông, ngòam, nữạ, Thấyy).
NUCLEUS = 7.0
#: A foreign name with a common Vietnamese word at its end (Guardiolasẽ); a word without letters only Vietnamese has
#: must be among the fifty commonest (là, và): many names end in má, lé, né.
FOREIGN = 8.0
OWN_TAIL = -7.0
SHARED_TAIL = -6.0
#: And it must say so itself: Pali and Sanskrit names end in là and và.
FOREIGN_SHARED = 2.0
#: Three pieces of one or two letters are a name spelled as it sounds (Nàrada).
SPELLED_OUT = 6.0
#: Small letters with no mark of Vietnamese alone and a piece that is no syllable (télécommunication).
FRENCH = 8.0
#: Syllables that each begin with a capital may be a brand (BáoMới).
BRAND = 4.5
#: Unless the last calls for the number that follows: "LộcSố 7", "BảyĐiều 3".
CALLS_FOR_NUMBER = -4.6
NUMBERED = 3.0
#: An abbreviation in capitals before a word in small letters (UBNDtỉnh).
ABBREVIATION = 5.0
#: Cutting a known loan costs this much.
CUT = 10.0
#: A capital after small letters, both sides known syllables; brands of this form begin with a capital (BáoMới).
CAPITAL = 3.0


def price(text: str, way: tuple[Piece, ...]) -> float:
    """What the pieces cost beyond the model, and what it costs to cut a loan that is written solid (Kitô giáo)."""
    total = sum(piece.cost for piece in way)
    starts = [piece.start for piece in way]
    for first, start in enumerate(starts):
        for piece in way[first + 1 : first + 4]:
            if text[start : piece.end].lower() in SOLID_LOANS:
                total += CUT
    return total


def shape(model: Model, text: str, way: tuple[Piece, ...], after: tuple[int, ...]) -> float:
    """What the look of a string adds: a capital inside speaks for a lost space, one nucleus against."""
    last = way[-1]
    doubled = last.end - last.start == 1 and bare(text[-1]).lower() == bare(text[-2]).lower()
    if doubled or has_one_nucleus(text) or is_bare_syllable(bare(text)):
        return -NUCLEUS
    if len(way) > 2 and all(piece.end - piece.start < 3 for piece in way):
        return -SPELLED_OUT
    if text.islower() and not is_own(text) and any(text[piece.start : piece.end] not in forms() for piece in way):
        return -FRENCH
    first, second = way[:2]
    name = text[: first.end]
    if len(way) == 2 and name.isascii() and name[0].isupper() and name.lower() not in forms():
        if name.isupper() and len(name) > 1:
            return ABBREVIATION
        tail = float(model.log_prob[model.lower_of[second.id]])
        if is_own(text[second.start :]):
            return FOREIGN if tail > OWN_TAIL else 0.0
        return FOREIGN_SHARED if tail > SHARED_TAIL else 0.0
    capitals = [text[piece.start].isupper() for piece in way]
    if text[0].islower() and any(capitals):
        return CAPITAL if all(piece.cost == 0 for piece in way) else 0.0
    syllables = all(text[piece.start : piece.end].lower() in forms() for piece in way)
    if not (syllables and all(capitals)) or text.isupper():
        return 0.0
    if after == (NUMBER,):
        numbered = float(model.logp(np.array([[model.lower_of[last.id], NUMBER]], np.int64))[0])
        return NUMBERED if numbered > CALLS_FOR_NUMBER else -BRAND
    return -BRAND
