"""What damages words, how often it does so in a usual text, and which cause a repair tells of."""

from __future__ import annotations

from enum import Enum

from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage


class Cause(Enum):
    """What damages words: kinds of damage that come together are counted together."""

    LETTER = "letter"
    TONE = "tone"
    MARKS = "marks"
    SHAPE = "shape"
    SLIP = "slip"  # wrong tones and letters as people write them
    MISREAD = "misread"  # wrong marks and letters as OCR engines read them
    SOUND = "sound"
    PLAIN_LETTER = "plain-letter"
    KEY = "key"

    __hash__ = object.__hash__  # each is one object; that of Enum is a call of Python for every look into a table


#: Words in one that each cause damages in the text that the confidences are fitted for.
USUAL = {
    Cause.LETTER: 3.2e-4,
    Cause.TONE: 5.0e-4,
    Cause.MARKS: 2.2e-4,
    Cause.SHAPE: 2.3e-4,
    Cause.SLIP: 2.5e-4,
    Cause.MISREAD: 3.3e-4,
    Cause.SOUND: 0.2e-4,
    Cause.PLAIN_LETTER: 0.7e-4,
    Cause.KEY: 2.8e-4,
}
#: What causes each kind of damage; wrong marks and letters have two causes, see :func:`cause_of`.
CAUSES = {
    Damage.LETTER: Cause.LETTER,
    Damage.TONE: Cause.TONE,
    Damage.MARKS: Cause.MARKS,
    Damage.SHAPE: Cause.SHAPE,
    Damage.SOUND: Cause.SOUND,
    Damage.PLAIN_LETTER: Cause.PLAIN_LETTER,
    Damage.EXTRA_LETTER: Cause.KEY,
    Damage.EXCHANGED: Cause.KEY,
}
#: What is so much likelier of an OCR engine than of people was misread (nats).
_LIKELIER = 2.0


def cause_of(kind: Damage, channel: Likelihood) -> Cause:
    """What damaged a word: its kind, and of wrong marks and letters, whether people or an OCR engine write so."""
    found = CAUSES.get(kind)
    if found is not None:
        return found
    return Cause.MISREAD if channel.scan - channel.people > _LIKELIER else Cause.SLIP
