"""Places where a whole word left no letter: two spaces, where *để* or *ở* stood between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from vntextclean.misreadings.lost_letters.channels import Channel
from vntextclean.misreadings.lost_letters.damaged_words import DamagedWord, Way
from vntextclean.misreadings.lost_letters.spellings import spellings
from vntextclean.patterns import late

_GAP = late(r"(?<=[^\W_,;:.!?]) (?= [^\W_])|(?<=\w[,;]) (?= [^\W_])")
#: A page on which a larger share of its words are gone has its spaces from a layout, if they are more than a few.
_MOST, _FEW = 0.06, 3


def gaps_of(text: str, channel: Channel, words: Sequence[DamagedWord]) -> list[DamagedWord]:
    """The words of a text with the places of those that are gone, in order.

    >>> from vntextclean.misreadings.lost_letters.channels import CHANNELS
    >>> gaps_of("làm  ăn", CHANNELS[2], [])[0].way.options[:2]
    ('ở', 'Ở')
    """
    if channel.lost:
        return list(words)
    found = [match.end() for match in _GAP.finditer(text)]
    if not found or len(found) > max(_FEW, _MOST * len(words)):
        return list(words)
    way = _way(channel)
    return sorted([*words, *(DamagedWord(at, at, way) for at in found)])


@lru_cache(maxsize=8)
def _way(channel: Channel) -> Way:
    options = tuple([word for word in spellings(channel)("") if not (len(word) > 1 and word.isupper())])
    return Way(options, (0.0,) * len(options), (0,) * len(options))
