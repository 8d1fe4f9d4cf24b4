"""Choices whose word is sure and whose case is not: inside a sentence Đ and đ look the same where a byte was lost.

Writers give some common words a capital out of respect, or as part of a name that the line does not show: Đại biểu,
Đảng. How often they do so tells how sure a small letter is.
"""

from __future__ import annotations

import math
from collections.abc import Container

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.misreadings.choosing.choose import Choice
from vntextclean.misreadings.choosing.known_words import number_of
from vntextclean.misreadings.choosing.letter_case import Place

#: A word that is written Title-case in a share s of its places is wrongly small in a tenth of that share where Đ and đ
#: look the same (300 lines of news: Đại biểu, Đảng).
_SLIPS = 0.1
#: The same where s is its share between the two words beside it, for *hiện đại* and *cổ đông* have no capital. Of 409
#: words that the share alone made unsure two thirds are sure by this, four of them wrongly (Đại giới, Đức Phật).
_SLIPS_HERE = 0.45
#: How often a word of a small share is a name between two small words, behind one, and before one, where a space or
#: comma is on the other side: of 520 000 such words .36 % were, some four tenths of their share. The n-grams of names
#: alone made the case of many unsure (*bếp từ đôi*); where they find a name likely the word stays so.
_AMONG, _BEHIND, _BEFORE = 0.05, 0.01, 0.005
_SLIPS_AMONG, _SLIPS_BEFORE, _LIKELY = 0.4, 0.003, 0.85
#: A word that the model never counted as a name and hardly as another word (nats) may be a name that it does not know:
#: of 1 500 such words behind small words 19 are, and one is so throughout its text (*Đật*).
_RARE, _SLIPS_OF_RARE = -11.0, 0.025
#: How sure a small letter is at the head of a quotation inside a sentence: of 3 400 words with đ there 18 % have a
#: capital, of those elsewhere inside a line 5 %, of which the words beside them tell most.
_QUOTED = 0.82


def with_case(
    choice: Choice, whole: float, model: Model, options: Container[str], place: Place, beside: tuple[int, int]
) -> Choice:
    """The choice, as sure as the case of its word is where a capital looks the same.

    ``whole`` is the posterior of the word in either case, ``beside`` are the ids of what stands before and behind it.
    """
    if place.initial or not choice.word.islower() or choice.word.title() not in options:
        return choice
    number = number_of(model, choice.word)
    name = int(model.title_of[number])
    share = _share(float(model.frequency[name] - model.frequency[number])) if name != number else 0.0
    sure = choice.posterior
    if sure >= _LIKELY * whole:
        sure = max(sure, whole * (1 - _slips(share, name != number, place)))
    doubt = _SLIPS * share
    if name == number:
        doubt = _SLIPS_OF_RARE if float(model.log_prob[number]) < _RARE else 0.0
    elif doubt > 1 - sure:
        doubt = min(doubt, _SLIPS_HERE * _share(_odds_here(model, name, number, *beside)))
    return choice._replace(posterior=min(sure, 1 - doubt, _QUOTED if place.quoted else 1.0))


def _slips(share: float, has_name: bool, place: Place) -> float:
    """How often a word of a share of capitals has one at a place among small words; 1 where that is not known."""
    if share < (_AMONG if place.small_behind else _BEHIND) and place.small_before:
        return _SLIPS_AMONG * share
    if has_name and share < _BEFORE and place.small_behind and place.goes_on:
        return _SLIPS_BEFORE
    return 1.0


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _odds_here(model: Model, name: int, number: int, before: int, behind: int) -> float:
    """By how much a name is likelier than a common word between two words, in nats."""
    first, second = model.lower_of[[before, behind]].tolist()
    score, _ = model.ngrams.pairs(
        np.array([first, first, name, number], np.int64), np.array([name, number, second, second], np.int64)
    )
    return float(score[0] - score[1] + score[2] - score[3])
