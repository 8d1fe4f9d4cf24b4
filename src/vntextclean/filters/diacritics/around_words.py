"""What a text says of its doubted words before anything is proposed for them: their form, and the words around."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.guards.exceptions import foreign_share
from vntextclean.filters.diacritics.guards.exempt import may_be_exempt
from vntextclean.filters.diacritics.proposing.without_vowel import VOWEL
from vntextclean.filters.diacritics.rounds import REACH
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, TITLE, UPPER, Scan
from vntextclean.named_tuple import NamedTuple

Lower = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

kernel.agree(REACH=REACH)


class Around(NamedTuple):
    """What is told of one word; ``features.py`` says what most of it means.

    ``may_be_exempt`` tells whether its form or what stands beside it is a reason to ask if it is no damage at all.
    """

    foreign: float
    may_be_exempt: bool
    illegal: bool
    name: bool
    upper: bool
    vowelless: bool
    log_prob: float
    length: int
    edges: int
    behind_number: bool
    strange: float


def around_words(model: Model, scan: Scan, tokens: list[int], lower: Lower, legal: Bools) -> list[Around]:
    """What is told of each of some words (token numbers).

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids of Vietnamese
    syllables. Safe to call from several threads.
    """
    seen = neighbours(model, scan).seen
    if kernel.native is not None and scan.compiled is not None:
        asked = scan.text, scan.compiled, lower, legal, model.log_prob, seen, tokens
        return [*map(Around._make, kernel.native.around_words(*asked))]
    pairs = seen.tobytes()
    return [_around(model, scan, token, lower, legal, pairs) for token in tokens]


def _around(model: Model, scan: Scan, token: int, lower: Lower, legal: Bools, seen: bytes) -> Around:
    """What the kernel answers of one word, where there is none."""
    flat = scan.flat
    own, start, end, last = flat.lower[token], flat.starts[token], flat.ends[token], token + 1 == len(flat.case)
    return Around(
        foreign=foreign_share(scan, token, lower, legal),
        may_be_exempt=may_be_exempt(scan, token),
        illegal=not legal[own],
        name=flat.case[token] == TITLE and bool(scan.names[token]),
        upper=flat.case[token] == UPPER,
        vowelless=not flat.marked[token] and not VOWEL.search(scan.text, start, end),
        log_prob=float(model.log_prob[own]),
        length=end - start,
        edges=(flat.mark[token] > 0) + (last or flat.mark[token + 1] > 0),
        behind_number=token > 0 and bool(flat.number[token - 1]),
        strange=_strange(scan, token, seen),
    )


def _strange(scan: Scan, token: int, seen: bytes) -> float:
    """The share of the pairs of words around a word, its own two left out, that the model has never seen.

    ``seen`` are the pairs of the padded stream, as :func:`vntextclean.lm.bigrams.neighbours` has them.
    """
    at = scan.at.item(token) + PAD
    first, last = max(at - REACH, 0), min(at + REACH, len(seen))
    known = seen.count(1, first, last) - seen[at - 1] - seen[at]
    return 1 - known / max(last - first - 2, 1)
