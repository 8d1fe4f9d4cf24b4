"""Two checks on a candidate: how often the document has it beside the same neighbour, and whether the written word is a
collocation of its neighbour."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.candidates import Suspect
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Lower = npt.NDArray[np.int32]

#: Uses of a document beyond this number say no more: a text that repeats one line does not prove it.
MOST_USES = 7
#: A syllable that makes a neighbour this much likelier than usual, or is made so by it (nats), has lost no letter: "thơ
#: ca Nguyễn Du" is not "thơ của Nguyễn Du". Of the letters put back in the gate's damaged text none was so bound.
COLLOCATION = 2.5


def is_collocation(model: Model, scan: Scan, at: int, lower: Lower) -> bool:
    """Whether a syllable goes with its left or its right neighbour far oftener than chance has it."""
    sides = [at] * (at > 0 and not scan.mark[at]) + [at + 1] * (at + 1 < len(scan) and not scan.mark[at + 1])
    second = np.array(sides, np.int64)
    score, seen = bigrams(model, lower[second - 1].astype(np.int64), lower[second].astype(np.int64))
    return bool((seen & (score - model.log_prob[lower[second]] > COLLOCATION)).any())


def document_usage(scan: Scan, at: int, written: int, rival: int, lower: Lower) -> float:
    """How much oftener a document has the rival beside a neighbour of the word than the word itself, as a log ratio.

    The mention in question is left out, and each count is one at least, so 0 says nothing either way.
    """
    first, second = lower[:-1], lower[1:]
    most = 0.0
    for near, side in ((at - 1, 0), (at + 1, 1)):
        if not 0 <= near < len(scan) or scan.mark[max(at, near)]:
            continue
        mates = first[second == lower[near]] if side else second[first == lower[near]]
        meant, found = int((mates == rival).sum()), int((mates == written).sum()) - 1
        ratio = float(np.log1p(min(meant, MOST_USES)) - np.log1p(min(max(found, 0), MOST_USES)))
        most = max((most, ratio), key=abs)
    return most


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
