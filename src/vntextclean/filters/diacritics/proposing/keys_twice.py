"""Words that are no syllables for a letter that stands twice, first without its mark: "meèo", "dđi", "trưường".

An input method leaves them where it does not take back what was typed. The shape tells nearly by itself what was meant; words
of the highlands and names of other languages are spelt so too, and no sentence asks for what they would become.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import UNKNOWN_MARKED, Scan
from vntextclean.vietnamese.doubled_letters import without_key_twice

#: How much likelier than an unknown word the model must find what is meant (nats). Of 64 places in 95 million syllables
#: of news, forums, prose and an encyclopedia 40 are above, all errors; below it are "hè loông choông", a word of the
#: highlands (5.1), and words that lost another letter besides ("luư thông" is *lưu*).
LEAST_GAIN = 6.0
#: How common what is meant must be (log-probability).
_RAREST = -12.0


class KeysTwice:
    """Finds such words in a text with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def slips(self, scan: Scan) -> list[Slip]:
        """The words that are another with a key struck twice, if the sentence has it so, in order."""
        found = []
        for token in np.flatnonzero(scan.lower == UNKNOWN_MARKED).tolist():
            meant = None if scan.names[token] else without_key_twice(scan.word(token))
            if meant is not None and self._is_common(meant.lower()):
                found.append(Slip(token, meant.lower(), LEAST_GAIN, Damage.EXTRA_LETTER))
        return found

    def _is_common(self, word: str) -> bool:
        number = self._model.derived(CandidateSearch).numbers.get(word)
        return number is not None and float(self._model.log_prob[number]) > _RAREST
