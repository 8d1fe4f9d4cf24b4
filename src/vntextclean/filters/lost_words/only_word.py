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
#: A word that the wide context speaks against so much (nats) must be tied to its half, or be all but certain in its
#: sentence and make up this share of what stands before it. Of 24 words put into 7 400 000 syllables of corpora as they
#: are it holds back four, all wrong ("tôi kê thuốc" had *thống*), and of 73 put into lines that lost one word none.
AGAINST, ASKED_FOR = -7.5, 0.3


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


def is_spoken_against(model: Model, scan: Scan, token: int, word: int, wide: float, share_right: float) -> bool:
    """Whether the wide context (nats) speaks against a word, and neither a right half nor its sentence asks for it."""
    return wide <= AGAINST and not (share_right >= ASKED_FOR and is_only_word(model, scan, token, word, is_right=True))
