"""Whether the words before half of a compound leave it nothing but the word that is missing.

Some halves are words as well: one meets in haste ("họp khẩn"), builds a house ("xây"), a court sits ("toà"). The words
before them tell: behind "đạt thỏa" stands *thuận*, behind "họp khẩn" many a word does. Of 200 words put into sound news
and encyclopedia in long texts 43 were not needed; with this asked about half are put in, and nearly all of the 43 not.
"""

from __future__ import annotations

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, Scan

#: The log-probability of the word behind a left half and the word before it (86 in 100), and how much likelier (nats)
#: a right half is with the word than without.
NOTHING_ELSE, RATHER = -0.15, 6.5


def is_only_word(model: Model, scan: Scan, token: int, word: int, is_right: bool) -> bool:
    """Whether a word (its id) is all but certain before a token, which is the right half of their compound or not."""
    at, ids, reach = int(scan.at[token]) + PAD, scan.padded, model.order - 1
    before = ids[at - reach : at].tolist()
    rows = [[*before, word]]
    if is_right:
        half = int(ids[at])
        rows += [[*before[1:], word, half], [*before, half]]
    scores = model.logp(np.array(rows, np.int64)).tolist()
    if is_right:
        return bool(scores[0] + scores[1] - scores[2] >= RATHER)
    return bool(scores[0] >= NOTHING_ELSE)
