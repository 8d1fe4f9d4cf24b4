"""Whether a word that looks damaged is a piece of one that a space broke: "tạ i" is *tại*, and no "tại i".

Such pieces are joined by ``split-words``. Where it is not sure, to repair one piece by itself makes it worse: the other
stays behind, and the two can no more be joined.
"""

from __future__ import annotations

from math import inf

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.context import WIDTH
from vntextclean.lm.text.scan import Scan
from vntextclean.vietnamese.letters import VOWELS
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_old

Lower = npt.NDArray[np.int32]

#: A rarer word (log-probability) is not what a space broke.
_RAREST = -12.9
#: The letters that are words by themselves.
_WORDS = frozenset("àáạôơờởồổừứửýỳỵ")


def gain_of_joining(model: Model, scan: Scan, repair: Repair, lower: Lower) -> float:
    """How much likelier a word and one beside it are as one syllable than the repaired word and that (nats).

    -∞ where they make none, or are words by themselves; +∞ where the letter that was lost stands there. ``lower`` are
    the ids of the scan's spellings with the repairs already made put in.
    """
    token, most = repair.token, -inf
    for first, joined, is_letter, is_broken in scan.once(_joined, token):
        other = 2 * first + 1 - token
        if lower[other] != scan.flat.lower[other]:
            continue
        if is_letter and joined == repair.rival:
            return inf
        if not is_broken or (whole := _known(model, joined)) is None:
            continue
        apart = lower[first : first + 2].tolist()
        apart[token - first] = model.derived(CandidateSearch).numbers[repair.rival]
        before, after = lower[max(0, first - WIDTH) : first].tolist(), lower[first + 2 : first + 2 + WIDTH].tolist()
        sequences = [[*before, whole, *after], [*before, *apart, *after]]
        as_one, repaired = model.derived(Segmenter).score(sequences, [len(before)] * 2)
        most = max(most, as_one - repaired)
    return most


def _joined(scan: Scan, token: int) -> list[tuple[int, str, bool, bool]]:
    """What a word and one beside it make: the first of the two, both as one, and why they may be pieces of one.

    The other is a letter, or both are a syllable though one is no word: few words stand so.
    """
    starts, ends, out = scan.flat.starts, scan.flat.ends, list[tuple[int, str, bool, bool]]()
    for first in (token - 1, token):
        if first < 0 or first + 1 >= len(scan) or scan.text[ends[first] : starts[first + 1]] != " ":
            continue
        pieces = scan.word(first).lower(), scan.word(first + 1).lower()
        joined, is_letter = "".join(pieces), len(pieces[first + 1 - token]) == 1
        is_broken = is_syllable(joined) and any(map(_is_no_word, pieces))
        if is_letter or is_broken:
            out.append((first, joined, is_letter, is_broken))
    return out


def _known(model: Model, joined: str) -> int | None:
    """The id of a syllable; None for a rare one."""
    number = model.derived(CandidateSearch).numbers.get(to_old(joined))
    return number if number is not None and model.log_prob[number] > _RAREST else None


def _is_no_word(piece: str) -> bool:
    """Whether a piece is no word by itself.

    >>> [_is_no_word(piece) for piece in ("ng", "ườ", "i", "ở", "học")]
    [True, True, True, False, False]
    """
    return VOWELS.isdisjoint(piece) or not is_syllable(piece) or (len(piece) == 1 and piece not in _WORDS)
