"""Words that are written wrong on purpose, or are no slips: of "A. xán lạn B. sáng lạn" one is the wrong answer."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import is_bound_apart
from vntextclean.filters.diacritics.guards.sino_vietnamese import is_sino_vietnamese
from vntextclean.filters.diacritics.guards.sound_words import is_meant
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.patterns import late

Lower = npt.NDArray[np.int32]

#: What stands before an answer, and how far before a word it is looked for.
_LETTER = late(r"(?:^|(?<=[\s(]))[A-Da-d][.)/][ \t]{0,3}(?:[^\W\d_]+[ \t])?\Z", re.MULTILINE)
_BEFORE = 16
#: So many words to either side the other answers are looked for.
_REACH = 12
#: What says of one spelling that it is wrong and of another that it is right, so near a word that stands in quotes.
_CORRECTS = late(r"\b(?:không phải|chứ không|là sai|viết sai|phải viết|sai chính tả|viết đúng)\b", re.IGNORECASE)
_LESSON, _QUOTES = 60, frozenset("\"“”'‘’")


def is_choice(scan: Scan, token: int, rival: str) -> bool:
    """Whether a word is the first or second one of an answer, and what it may have been stands in another answer.

    ``rival`` is what it may have been (lower case).
    """
    return _is_in_answer(scan, token) and any(
        near != token and scan.word(near).lower() == rival and _is_in_answer(scan, near)
        for near in range(max(0, token - _REACH), min(len(scan), token + _REACH + 1))
    )


def _is_corrected(scan: Scan, token: int, meant: str) -> bool:
    """Whether a sentence about spelling has both: '"sơ suất" mới đúng, "sơ xuất" là sai'."""
    start, end = scan.flat.starts[token], scan.flat.ends[token]
    around = scan.text[max(0, start - _LESSON) : end + _LESSON]
    if meant not in around.lower() or _QUOTES.isdisjoint(around) or _CORRECTS.search(around) is None:
        return False
    # What is meant may stand there within another word alone.
    beside = range(max(0, token - _REACH), min(len(scan), token + _REACH + 1))
    return any(near != token and scan.word(near).lower() == meant for near in beside)


def is_no_slip(model: Model, scan: Scan, token: int, meant: str, lower: Lower) -> bool:
    """Whether a word that looks misspelt is an answer to choose, called wrong, Chinese read aloud, or half of another.

    ``meant`` is what it looks like (lower case).
    """
    if is_choice(scan, token, meant) or is_sino_vietnamese(scan, token) or is_meant(scan, token, meant):
        return True
    if _is_corrected(scan, token, meant):
        return True
    return is_bound_apart(model, scan, token, model.derived(CandidateSearch).numbers[meant], lower)


def _is_in_answer(scan: Scan, token: int) -> bool:
    start = scan.flat.starts[token]
    return _LETTER.search(scan.text, max(0, start - _BEFORE), start) is not None
