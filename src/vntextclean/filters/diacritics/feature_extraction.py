"""Reads the features of a proposed repair from the text around it (``evidence/features.py`` says what they are)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.filters.diacritics.proposing.without_vowel import VOWEL
from vntextclean.filters.diacritics.rounds import REACH
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, TITLE, UPPER, Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import tone_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: The tones that are taken for one another, as :func:`tone_of` numbers them.
HOI_NGA = {3, 4}


class Opinion(NamedTuple):
    """The best rival of a word: its id, how much likelier the n-gram and the wide context make it, and its lead.

    ``channel`` is how likely what stands there is written for it.
    """

    rival: int
    gain: float
    wide: float
    lead: float
    channel: Likelihood


class FeatureExtraction:
    """The features of repairs by one model; threads may share it."""

    def __init__(self, model: Model, legal: npt.NDArray[np.bool_]) -> None:
        self._model = model
        # An element of an array takes three times as long.
        self._legal, self._log_prob = legal.data, model.log_prob.data

    def of(
        self, scan: Scan, found: Suspect, opinion: Opinion, foreign: float, repeated: bool, channel: Likelihood,
        seen: bytes,
    ) -> Features:  # fmt: skip
        """The features of one repair, but for its usage, which takes a look at the whole document.

        ``seen`` are the pairs of the padded stream, as :func:`vntextclean.lm.bigrams.neighbours` has them.
        """
        token, flat, log_prob, text = found.token, scan.flat, self._log_prob, scan.text
        own, start, end = flat.lower[token], flat.starts[token], flat.ends[token]
        rival, last, words = opinion.rival, token + 1 == len(flat.case), self._model.words
        return Features(  # in their order: by their names they take twice as long
            opinion.gain,
            opinion.lead,
            opinion.wide,
            found.known_left,
            found.known_right,
            not self._legal[own],  # illegal
            flat.case[token] == TITLE and bool(scan.names[token]),  # name
            flat.case[token] == UPPER,  # upper
            repeated,
            not flat.marked[token] and not VOWEL.search(text, start, end),  # vowelless
            log_prob[own],
            log_prob[rival],  # rival_log_prob
            end - start,  # length
            (flat.mark[token] > 0) + (last or flat.mark[token + 1] > 0),  # edges
            _swaps(words[own], words[rival]),  # swap
            foreign,
            token > 0 and bool(flat.number[token - 1]),  # behind_number
            channel.people,
            channel.scan,
            0.0,  # usage
            _strange(scan, token, seen),  # strange
        )


@lru_cache(1 << 12)
def _swaps(one: str, other: str) -> bool:
    """Whether two words have the tones that many writers mistake for each other.

    >>> _swaps("nghĩ", "nghỉ"), _swaps("nghĩ", "nghi")
    (True, False)
    """
    return {tone_of(one), tone_of(other)} == HOI_NGA


def _strange(scan: Scan, token: int, seen: bytes) -> float:
    """The share of the pairs of words around a word, its own two left out, that the model has never seen.

    ``seen`` are the pairs of the padded stream, as :func:`vntextclean.lm.bigrams.neighbours` has them.
    """
    at = scan.at.item(token) + PAD
    first, last = max(at - REACH, 0), min(at + REACH, len(seen))
    known = seen.count(1, first, last) - seen[at - 1] - seen[at]
    return 1 - known / max(last - first - 2, 1)
