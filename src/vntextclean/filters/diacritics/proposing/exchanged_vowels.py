"""Common words whose vowels changed places under their tone, as an input method leaves them: "cảu" for *của*.

What comes of it is a syllable by the rules of spelling, and hardly ever a word. Letters that change places elsewhere
are a candidate like any other (``damage.py``); here the tone stays on the first of the two.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import LOWER, SPECIALS, Scan

#: As it is written, and what is meant. The others of this shape are words ("hia" are boots, "lịa" is in "lia lịa") or
#: may have been two ("gữi" is *giữ* or *gửi*).
_WORDS = """
cảu của, tịa tại, vòa vào, thoe theo, phỉa phải, chụi chịu, khẻo khỏe, nhua nhau
"""
#: How much likelier the model must find what is meant (nats). Of 101 places in 145 million syllables of the corpora 92
#: are above, all errors; below is "trần chụi" (*trụi*).
LEAST_GAIN = 6.5


class ExchangedVowels:
    """Finds such words in a text with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._meant = dict(pair.split() for pair in _WORDS.split(","))
        ids = model.ids([*self._meant])
        #: By lower-case id, which of the model's words may be one of these.
        self.written: npt.NDArray[np.bool_] = np.zeros(model.size, np.bool_)
        self.written[ids[ids >= len(SPECIALS)]] = True

    def slips(self, scan: Scan, met: list[int] | None = None) -> list[Slip]:
        """The words in small letters that are misspelt if the sentence has it so, in order.

        ``met`` are those that may be by their ids, where they are known.
        """
        places: list[int] = self.written.take(scan.lower).nonzero()[0].tolist() if met is None else met
        meant = ((token, self._meant.get(self._model.spelled(scan, token))) for token in places)
        found = ((token, word) for token, word in meant if word is not None and scan.flat.case[token] == LOWER)
        return [Slip(token, word, LEAST_GAIN, Damage.EXCHANGED) for token, word in found]
