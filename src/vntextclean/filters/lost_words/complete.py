"""Gaps that lack nothing: before a foreign name, beside the word itself, and at half of another word."""

from __future__ import annotations

import numpy as np

from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import UPPER, Scan
from vntextclean.vietnamese.syllables import is_syllable

#: So far to either side of a gap the word that may be missing is looked for, and a half that goes so well with its
#: other neighbour (nats) is half of another word. In 6 000 000 syllables of corpora three of the 18 words put in were
#: wrong by that; of the others the best bound has 2.4 ("được thiết bởi").
_BESIDE, BOUND = 3, 4.0
#: Unless the missing word is so likely behind both (nats).
GOES_ON = -3.0


def is_complete(model: Model, scan: Scan, token: int, half: int, word: int) -> bool:
    """Whether nothing is missing before a token.

    ``half`` is the token that would be half of a compound with the word (its id) that may be missing.
    """
    return (
        _is_foreign(scan, token)
        or _is_said_beside(scan, token, word)
        or _is_half_of_another(model, scan, token, half, word)
    )


def _is_said_beside(scan: Scan, token: int, word: int) -> bool:
    """Whether the missing word stands near by: "cười mỉm" lacks no *cười*, "răng anh nghiến" no *răng*."""
    first, last = token, token
    while first > max(0, token - _BESIDE) and not scan.mark[first]:
        first -= 1
    while last < min(len(scan), token + _BESIDE) and not scan.mark[last]:
        last += 1
    return bool((scan.lower[first:last] == word).any())


def _is_half_of_another(model: Model, scan: Scan, token: int, half: int, word: int) -> bool:
    """Whether the half goes with its other neighbour: "huyền bí" is a word, and lacks no *thư*.

    "tàu sân" is two thirds of one, and may lack *bay*.
    """
    first, second = (half, half + 1) if half == token else (half - 1, half)
    if first < 0 or second == len(scan) or scan.mark[second]:
        return False
    pair = scan.lower[[first, second]].astype(np.int64)
    score, seen = bigrams(model, pair[:1], pair[1:])
    if not seen[0] or score[0] - model.log_prob[pair[1]] < BOUND:
        return False
    return half == token or float(model.logp(np.array([[*pair.tolist(), word]], np.int64))[0]) < GOES_ON


def _is_foreign(scan: Scan, token: int) -> bool:
    """Whether a gap lies before a name that is no syllable, or behind an abbreviation or Roman number.

    "Nhân dân Kurd" and "chương V, VI về đất đai" lack nothing.
    """
    if scan.case[token - 1] == UPPER and scan.case[token] != UPPER:
        return True
    return bool(scan.case[token]) and not is_syllable(scan.text[scan.starts[token] : scan.ends[token]])
