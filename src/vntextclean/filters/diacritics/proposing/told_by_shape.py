"""Words that are no syllables, and whose letters tell what was meant: "meèo", "dđi", "chchơi", "nghành".

An input method leaves a letter twice where it does not take back what was typed; writers put ngh and gh before any
vowel. The word nearly tells by itself what was meant. Words of the highlands and names of other languages are spelt so
too, and no sentence asks for what they would become.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch, Suspect
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.vietnamese.doubled_letters import without_key_twice
from vntextclean.vietnamese.onset_spelling import with_onset_as_spelt
from vntextclean.vietnamese.tones import to_old

#: How much likelier the model must find what is meant (nats). Of 64 places with a letter twice in 95 million syllables
#: of news, forums, prose and an encyclopedia 40 are above, all errors; below are "hè loông choông", a word of the
#: highlands (5.1), and words that lost another letter besides ("luư thông" is *lưu*).
LEAST_GAIN = 6.0
#: The same of an onset that is spelt as no syllable is. Of 342 places in 250 million letters of such text some 290 are
#: above, all errors; below are transcriptions of Chinese ("yī gè"), "gHạ khô thảo" and "Ngư" with an H too many.
LEAST_OF_ONSET = 5.0
#: How common what is meant must be (log-probability).
_RAREST = -12.0


class ToldByShape:
    """Finds such words in a text with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._candidates = model.derived(CandidateSearch)

    def slips(self, scan: Scan, suspects: list[Suspect]) -> list[Slip]:
        """The words that are another with a letter twice, or misspelt at the onset, if the sentence has it so.

        Of ``suspects`` those that are likelier another word are misspelt in more than the onset ("nghữ" for *nghĩ*).
        """
        found = []
        best = {each.token: int(each.candidates[0]) for each in suspects}
        odd = scan.marked & ~self._candidates.legal.take(scan.lower) & ~scan.names
        for token in np.flatnonzero(odd).tolist():
            word, gain, kind = scan.word(token), LEAST_GAIN, Damage.EXTRA_LETTER
            meant = without_key_twice(word)
            if meant is None and (meant := with_onset_as_spelt(word)) is not None:
                if best.get(token) not in (None, self._candidates.numbers.get(to_old(meant.lower()))):
                    continue
                gain, kind = LEAST_OF_ONSET, kind if len(meant) < len(word) else Damage.PLAIN_LETTER
            if meant is not None and self._is_common(meant := to_old(meant.lower())):
                found.append(Slip(token, meant, gain, kind))
        return found

    def _is_common(self, word: str) -> bool:
        number = self._candidates.numbers.get(word)
        return number is not None and float(self._model.log_prob[number]) > _RAREST
