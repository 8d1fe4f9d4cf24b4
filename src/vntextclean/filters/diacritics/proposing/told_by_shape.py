"""Words that are no syllables, and whose letters tell what was meant: "meèo", "dđi", "chchơi", "nghành", "khôgn".

An input method leaves a letter twice where it does not take back what was typed; writers put ngh and gh before any
vowel. The word nearly tells by itself what was meant. Words of the highlands and names of other languages are spelt so
too, and no sentence asks for what they would become.
"""

from __future__ import annotations

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.doubled_letters import without_key_twice
from vntextclean.vietnamese.exchanged_letters import with_letters_exchanged
from vntextclean.vietnamese.onset_spelling import with_onset_as_spelt
from vntextclean.vietnamese.tones import to_old

#: How much likelier the model must find what is meant (nats). Of 64 places with a letter twice in 95 million syllables
#: of news, forums, prose and an encyclopedia 40 are above, all errors; below are "hè loông choông", a word of the
#: highlands (5.1), and words that lost another letter besides ("luư thông" is *lưu*).
LEAST_GAIN = 6.0
#: The same of an onset that is spelt as no syllable is. Of 342 places in 250 million letters of such text some 290 are
#: above, all errors; below are transcriptions of Chinese ("yī gè"), "gHạ khô thảo" and "Ngư" with an H too many.
LEAST_OF_ONSET = 5.0
#: The letters of a word in which two were exchanged: of 104 such places above the first gain all are errors ("đnag",
#: "khôgn"); shorter words are calls and loans (àh, ôxi).
_SHORTEST = 4
#: So many different words with a letter twice tell that a text was typed so: then their neighbours, which are no
#: syllables either, say little of them.
_HABIT, _GAIN_OF_HABIT = 3, 2.0
#: How common what is meant must be (log-probability).
_RAREST = -12.0


class _Shape(NamedTuple):
    """What is meant, how much likelier it must be (nats), what happened to it, and whether no other word is asked."""

    meant: str
    gain: float
    kind: Damage
    alone: bool = False


class ToldByShape:
    """Finds such words in a text with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._candidates = model.derived(CandidateSearch)

    def slips(self, scan: Scan, suspects: list[Suspect], odd: list[int]) -> list[Slip]:
        """The words that are another by their letters, if the sentence has it so, in order.

        Of ``suspects`` those that are likelier another word have more than that wrong ("nghữ" for *nghĩ*). ``odd`` are
        the words with marks that are no syllables (:meth:`CandidateSearch.odd`).
        """
        shapes = {token: shape for token in odd if (shape := _shape(scan.word(token))) is not None}
        twice = {shape.meant for token, shape in shapes.items() if shape.alone and not scan.names[token]}
        best = {each.token: int(each.candidates[0]) for each in suspects} if shapes else {}
        found: list[Slip] = []
        for token, shape in shapes.items():
            number = self._candidates.numbers.get(shape.meant)
            if number is None or scan.names[token]:
                continue
            rival = None if shape.alone else best.get(token)
            if self._model.log_prob[number] > _RAREST and rival in (None, number):
                gain = _GAIN_OF_HABIT if shape.alone and len(twice) >= _HABIT else shape.gain
                found.append(Slip(token, shape.meant, gain, shape.kind))
        return found


def _shape(word: str) -> _Shape | None:
    """What a word may have been by its letters: the surest that can be told."""
    if (meant := without_key_twice(word)) is not None:
        return _Shape(to_old(meant.lower()), LEAST_GAIN, Damage.EXTRA_LETTER, alone=True)
    if (meant := with_onset_as_spelt(word)) is not None:
        kind = Damage.EXTRA_LETTER if len(meant) < len(word) else Damage.PLAIN_LETTER
        return _Shape(to_old(meant.lower()), LEAST_OF_ONSET, kind)
    if len(word) >= _SHORTEST and len(others := with_letters_exchanged(word)) == 1:
        return _Shape(to_old(others[0]), LEAST_GAIN, Damage.EXCHANGED)
    return None
