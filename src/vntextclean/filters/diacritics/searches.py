"""The searches for damaged and for lost words by the compiled kernel: what :mod:`rivals` and :mod:`gaps` find by numpy.

A search by numpy takes some hundred calls, whatever the text; here it takes two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.dropped_letters import LettersBack
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import Neighbours
from vntextclean.lm.text.scan import Scan

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
_NONE = np.zeros(0, np.int64)


def rivals(
    held: Any, back: LettersBack, scan: Scan, ids: Ints, only: Ints | None, pairs: Neighbours | None
) -> list[tuple[int, Ints, Floats, float, bool, bool]]:
    """Doubtful words and their rivals, in the order of the fields of ``Found``.

    ``pairs`` are the costs of the scan's own neighbours; without them each is asked for again.
    """
    score, seen = pairs or (None, None)
    doubts, open_ = kernel.native.detect(
        held, only, scan.at, scan.starts, scan.ends, scan.lower, scan.bare, scan.case, scan.marked, scan.tokens.number,
        scan.initial, ids, scan.padded, score, seen, back.start,
    )  # fmt: skip
    if not len(doubts):
        return []
    rows: list[int] = []
    more: list[Ints] = []
    if open_:
        back.ask({lower for _, _, lower in open_})
        for row, token, lower in open_:
            if back.start[lower] < 0:
                found = back.of_spelling(scan.text[scan.starts[token] : scan.ends[token]].lower())
                rows += [row] * len(found)
                more.append(found)
    extra = (np.array(rows, np.int64), np.concatenate(more)) if rows else (_NONE, _NONE)
    best, rival, gain = kernel.native.rank_candidates(held, doubts, ids, back.start, back.length, back.held, *extra)
    if not best:
        return []
    numbers, gains = np.frombuffer(rival, np.int64), np.frombuffer(gain, np.float32)
    return [(token, numbers[a:b], gains[a:b], cost, left, right) for token, a, b, cost, left, right in best]


def gaps(
    held: Any, scan: Scan, pairs: Neighbours, borders: Sequence[int]
) -> list[tuple[int, Ints, Floats, Floats, Floats, bool, float]]:
    """Gaps and the words that fill them best, in the order of the fields of ``Gap``.

    ``borders`` are where the documents of the scan begin, and where the last ends.
    """
    found, word, number = kernel.native.find_lost_words(
        held, scan.at, scan.starts, scan.ends, scan.lower, scan.mark, scan.padded, pairs.score, pairs.seen,
        np.array(borders, np.int64),
    )  # fmt: skip
    if not found:
        return []
    words, numbers = np.frombuffer(word, np.int64), np.frombuffer(number, np.float32).reshape(-1, 3)
    return [
        (token, words[a:b], numbers[a:b, 0], numbers[a:b, 1], numbers[a:b, 2], seen, cost)
        for token, a, b, seen, cost in found
    ]
