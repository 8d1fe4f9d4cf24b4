"""A phrase that lost its marks, what it may have been, and how sure that is."""

from __future__ import annotations

import math

from vntextclean.named_tuple import NamedTuple

#: Fitted by ``model/calibration/bare_phrases.py`` on 8024 runs stripped in 440 000 held-out syllables: of 6367
#: readings that reach 0.98, 6310 are what stood there; where the others differ every other line was misspelt before.
BASE, OF_SURE, OF_GAIN = -0.38, -0.84, 0.07
#: More gain than this (nats) proves no more; nothing is surer than this; what seems deliberate is only suggested.
MOST_GAIN = 10.0
MOST_SURE = 0.999
DELIBERATE = 0.9


class Phrase(NamedTuple):
    """A phrase as it should read, in code points of the text; ``words`` of it get their marks back."""

    start: int
    end: int
    replacement: str
    words: int
    confidence: float


class Reading(NamedTuple):
    """What a run may have been, and the signs it is judged by.

    ``gain`` is how much likelier each changed word makes the text on average (nats), ``sure`` the log-posterior of all
    changed words, and ``deliberate`` whether the author seems to have meant it so.
    """

    start: int
    end: int
    replacement: str
    words: int
    gain: float
    sure: float
    deliberate: bool

    def confidence(self) -> float:
        """The share of right ones among such readings."""
        score = BASE + OF_SURE * math.log(max(-self.sure, 1e-4)) + OF_GAIN * min(self.gain, MOST_GAIN)
        return min(DELIBERATE if self.deliberate else MOST_SURE, 1 / (1 + math.exp(-score)))

    def phrase(self) -> Phrase:
        """The reading with its confidence."""
        return Phrase(self.start, self.end, self.replacement, self.words, self.confidence())


def moved(phrase: Phrase, offset: int) -> Phrase:
    """A phrase of a line in the offsets of the text; the line keeps its length while it is repaired."""
    return phrase._replace(start=phrase.start + offset, end=phrase.end + offset)


def apart(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases share no letter."""
    return one.end <= other.start or other.end <= one.start


def joined(phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order, those that overlap as one; what they read is the line's to say."""
    out: list[Phrase] = []
    for one in sorted(phrases):
        if out and one.start < out[-1].end:
            last = out.pop()
            sure = min(last.confidence, one.confidence)
            one = Phrase(last.start, max(last.end, one.end), "", last.words + one.words, sure)
        out.append(one)
    return out
