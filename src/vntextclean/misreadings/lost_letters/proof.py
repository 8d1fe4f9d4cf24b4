"""Whether a text came through a channel that lost letters: all its words show it, or none is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vntextclean.misreadings.lost_letters.channels import CHANNELS, Channel
from vntextclean.misreadings.lost_letters.damaged_words import DamagedWord, words_of
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED, TONE_MARKS
from vntextclean.vietnamese.syllables import is_bare_syllable

#: The marks of Vietnamese as characters of their own, which no channel keeps: a text in NFD has its letters so.
_MARKS = "".join((*TONE_MARKS, "\u0302\u0306\u031b"))
#: So many characters of a text tell what made it.
_ENOUGH = 1 << 13
#: Words of two letters and more that are asked for.
_FEWEST = 8


class _Shares(NamedTuple):
    """Of the words of a text, how many a channel explains, how many of those are none as they stand or have a mark."""

    explained: float
    broken: float
    marked: float


#: What is asked of a channel with a sign and of one without. Of 60 pages of 20 lines that lost letters the least shares
#: were .88, .50 and .22 with "?", .88, .27 and .25 without; of as many pages with bare letters for those lost .12 were
#: broken at most, by chance.
_WITH_SIGN = _Shares(0.75, 0.25, 0.06)
_WITHOUT = _Shares(0.75, 0.15, 0.08)
#: The same of a text of fewer words than this: of 1 185 lines with bare letters one in a hundred has .13.
_SHORT, _BROKEN_IF_SHORT = 60, 0.2
_LEAST_BROKEN, _LEAST_MARKED = 4, 2
#: Words that are syllables but for their marks, and that a channel without a sign does not explain ("thuan", "Dieu"),
#: are from a writer who types without marks: more than so many, and more than this share. Of 15 000 damaged stretches
#: of texts one in 700 has as many; of 84 messages in bare letters and abbreviations that were read four in five.
_MOST_BARE, _BARE = 1, 0.04


def channel_of(text: str) -> Channel | None:
    """The channel that a text came through, if its words prove one.

    Not one letter may stand in it that the channel does not have: text that was read rightly is told by its first
    words. Nearly all words must be what the channel makes of syllables, many of them must be none as they stand, and
    letters with marks that the channel has must be there.

    >>> channel_of("Tr??ng h?p ng??i yêu c?u tr?c ti?p trình bày b?ng l?i nói thì c? quan l?p biên b?n").name
    'question-marks'
    >>> channel_of("Où est passé l'été ? Voilà le marché, très animé à midi, près de la forêt.")
    """
    for channel in CHANNELS:
        if channel.sign in text and not _foreign(channel).search(text) and is_proven(text[:_ENOUGH], channel):
            return channel
    return None


@cache
def _foreign(channel: Channel) -> re.Pattern[str]:
    """The letters that a text from a channel cannot have, and marks that are characters of their own."""
    letters = MARKED if channel.replaced else MARKED - channel.kept
    return re.compile("[" + "".join(sorted(letters)) + _MARKS + "]")


def is_proven(text: str, channel: Channel, words: Sequence[DamagedWord] | None = None) -> bool:
    """Whether the words of a text are such as a channel leaves; ``words`` are all of them, where they are known."""
    if text.isascii():
        return False
    asked = _WITH_SIGN if channel.sign else _WITHOUT
    words = [word for word in words or words_of(text, channel, asked.explained) if word.end - word.start > 1]
    explained = [word for word in words if word.way.options]
    broken = sum(word.way.broken for word in explained)
    marked = sum(_is_marked(text, word) for word in explained)
    if len(words) < _FEWEST or broken < _LEAST_BROKEN or marked < _LEAST_MARKED:
        return False
    if not channel.sign and _are_bare(text, words):
        return False
    least = _BROKEN_IF_SHORT if len(words) < _SHORT and not channel.sign else asked.broken
    return (
        len(explained) >= asked.explained * len(words)
        and broken >= least * len(words)
        and marked >= asked.marked * len(words)
    )


def _are_bare(text: str, words: Sequence[DamagedWord]) -> bool:
    """Whether words that a channel does not explain were typed without their marks."""
    unexplained = [text[word.start : word.end] for word in words if not word.way.options]
    return sum(map(is_bare_syllable, unexplained)) > max(_MOST_BARE, _BARE * len(words))


def _is_marked(text: str, word: DamagedWord) -> bool:
    return not text[word.start : word.end].isascii()
