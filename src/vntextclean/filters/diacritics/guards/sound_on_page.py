"""Syllables that are sound on a page with little to repair: they are cries or words in quotes, or what it tells of.

On pages that lost more, what stands again and again may be lost again and again.
"""

from __future__ import annotations

from math import exp

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.text.scan import Scan
from vntextclean.patterns import late

Lower = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

#: A word that a text has so often, and so much oftener than texts do, is what it tells of, unless what it may have
#: been is likelier by so much (nats): "cung" of the zodiac is no *cũng*. Of 2 700 repairs of syllables in 6 000 000
#: syllables of corpora it holds back three, all wrong.
TOPIC, TOPIC_SHARE, TOPIC_GAIN = 3, 20.0, 14.0
#: Quotes around one word, with the mark that goes with a cry.
_OPENED, _CLOSED = late('["“‘«] ?\\Z'), late('[!?.,…]{0,3} ?["”’»]')


def is_sound(scan: Scan, repair: Repair, sign: Features, lower: Lower, log_prob: Floats, is_clean: bool) -> bool:
    """Whether a syllable is a cry, a word in quotes, or what its text tells of.

    ``sign`` is what speaks for the repair, ``lower`` are the ids of the scan's spellings with the repairs already made
    put in, ``log_prob`` how common each word is; in short texts that are not ``is_clean`` a word in quotes is a cry.
    """
    return _is_quoted(scan, repair.token, is_clean) or _is_topic(scan, repair, sign, lower, log_prob)


def _is_quoted(scan: Scan, token: int, is_clean: bool) -> bool:
    """Whether a word stands alone in quotes: slang ('sẽ "đì" nhau'), or, of one letter, what somebody cries ("Ơ!")."""
    start, end = scan.flat.starts[token], scan.flat.ends[token]
    if end - start > 1 and not is_clean:
        return False
    return _OPENED.search(scan.text, max(0, start - 2), start) is not None and bool(_CLOSED.match(scan.text, end))


def _is_topic(scan: Scan, repair: Repair, sign: Features, lower: Lower, log_prob: Floats) -> bool:
    """Whether a syllable that may have lost marks is one that its text tells of."""
    if repair.kind not in (Damage.TONE, Damage.MARKS) or sign.usage or sign.gain >= TOPIC_GAIN:
        return False  # a wrong tone may be a habit: "khống" for *không*
    own = scan.lower[repair.token]
    same = int(np.count_nonzero((scan.lower == own) & (lower == own))) - 1
    return same >= TOPIC and same >= TOPIC_SHARE * len(scan) * exp(float(log_prob[own]))
