"""Doubtful words of one text that stand in the same surroundings: what is said of the first is said of all.

A list of one line again and again, or a text made to be slow, asks of each piece what was asked of the one before. A
repair is judged by its word, by what is proposed for it, and by the words as far around as the nets read: words that
are alike in all of these are judged once.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.proofreader.net import TOPIC
from vntextclean.lm.text.scan import Scan

Lower = npt.NDArray[np.int32]

#: So many words on each side are compared: those of the topic, and the characters behind the last of them.
_AROUND = TOPIC + 1


def firsts(scan: Scan, found: list[Suspect], lower: Lower) -> list[int]:
    """For each doubtful word the place in ``found`` of the first that is judged by the same.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in. In prose each word is its own
    first, and the word and the gain of its best candidate tell so: nothing around is read. Words near an end of the
    text, which is part of their surroundings, are too.
    """
    out = [*range(len(found))]
    if len(scan) <= 2 * _AROUND or len(found) < 2:
        return out
    looks = [(scan.flat.lower[each.token], float(each.gains[0])) for each in found]
    often = Counter(looks)
    if len(often) == len(found):
        return out
    kinds = scan.case, scan.mark, scan.tokens.number, scan.marked, scan.initial, scan.names
    rows = np.stack([kind.astype(np.uint8) for kind in kinds], 1).tobytes()
    ids = [(scan.lower if lower is scan.lower else np.stack((scan.lower, lower), 1)).tobytes(), rows]
    met: dict[tuple[object, ...], int] = {}
    for number, (each, look) in enumerate(zip(found, looks, strict=True)):
        if often[look] > 1 and _AROUND <= each.token < len(scan) - _AROUND:
            out[number] = met.setdefault(_judged_by(scan, each, ids), number)
    return out


def _judged_by(scan: Scan, found: Suspect, ids: list[bytes]) -> tuple[object, ...]:
    """All that a repair is judged by, but for the counts of the whole text, which go by the word and its neighbours.

    ``ids`` are the ids and the kinds of all words of the scan.
    """
    first, last = found.token - _AROUND, found.token + _AROUND + 1
    start, words = scan.flat.starts[first], len(scan)
    return (
        scan.text[start : scan.flat.ends[last - 1]],
        scan.flat.starts[found.token] - start,
        *[each[len(each) // words * first : len(each) // words * last] for each in ids],
        found.candidates.tobytes(),
        found.gains.tobytes(),
        found.log_prob,
        found.known_left,
        found.known_right,
    )
