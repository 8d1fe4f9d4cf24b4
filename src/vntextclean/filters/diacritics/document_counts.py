"""What the words around a doubtful one say of a repair: a document its own habits, a neighbour what it goes with."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.candidates import Suspect
from vntextclean.filters.diacritics.features import Features
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Lower = npt.NDArray[np.int32]

#: A document that writes a rival with the same neighbour this often vouches for it, given some gain (nats) and lead.
USAGE_COUNT = 3
USAGE_GAIN = 4.0
USAGE_GAIN_OF_SYLLABLE = 8.0
USAGE_LEAD = 2.0
#: A syllable that makes a neighbour this much likelier than usual, or is made so by it (nats), has lost no letter: "thơ
#: ca Nguyễn Du" is not "thơ của Nguyễn Du". Of the letters put back in the gate's damaged text none was so bound.
COLLOCATION = 2.5


def is_collocation(model: Model, scan: Scan, at: int, lower: Lower) -> bool:
    """Whether a syllable goes with its left or its right neighbour far oftener than chance has it."""
    sides = [at] * (at > 0 and not scan.mark[at]) + [at + 1] * (at + 1 < len(scan) and not scan.mark[at + 1])
    second = np.array(sides, np.int64)
    score, seen = bigrams(model, lower[second - 1].astype(np.int64), lower[second].astype(np.int64))
    return bool((seen & (score - model.log_prob[lower[second]] > COLLOCATION)).any())


def is_document_usage(scan: Scan, at: int, rival: int, features: Features, lower: Lower) -> bool:
    """Whether the document itself writes the rival with the same neighbour, again and again."""
    if features.name or features.repeated or features.lead < USAGE_LEAD:
        return False
    if features.gain < (USAGE_GAIN if features.illegal else USAGE_GAIN_OF_SYLLABLE):
        return False
    first, second = lower[:-1], lower[1:]
    left = int(((first == lower[at - 1]) & (second == rival)).sum()) if at and not scan.mark[at] else 0
    last = at + 1 < len(scan) and not scan.mark[at + 1]
    right = int(((first == rival) & (second == lower[at + 1])).sum()) if last else 0
    return max(left, right) >= USAGE_COUNT


def word_counts(scan: Scan, found: list[Suspect], lower: Lower) -> Counter[str]:
    """How often each doubtful word stands unrepaired in the text: what is written twice alike is seldom a slip."""
    wanted = {scan.text[scan.starts[f.token] : scan.ends[f.token]].lower() for f in found}
    tokens = np.array([f.token for f in found])
    asked = np.zeros(int(scan.lower.max()) + 1, np.bool_)
    asked[scan.lower[tokens]] = True
    counts: Counter[str] = Counter()
    for token in np.flatnonzero(asked[scan.lower] & (lower == scan.lower)).tolist():
        word = scan.text[scan.starts[token] : scan.ends[token]].lower()
        if word in wanted:
            counts[word] += 1
    return counts
