"""The words that a channel shows alike: ``b?n`` may be *bạn*, *bản*, *bận*, *bốn* and more."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from vntextclean.misreadings.choosing.known_words import number_of, the_model
from vntextclean.misreadings.lost_letters.channels import Channel
from vntextclean.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

_CONSONANTS = frozenset("bcdđghklmnpqrstvx")


def spellings(channel: Channel) -> Mapping[str, tuple[str, ...]]:
    """By what a channel shows, the syllables that real text has, in small letters, as titles and in capitals.

    Abbreviations with Đ are among them. There is nothing where there is no model.

    >>> from vntextclean.misreadings.lost_letters.channels import CHANNELS
    >>> known = spellings(CHANNELS[2])
    >>> known["trình"], known["Trng"][:2], known["HND"]
    (('trình',), ('Trường', 'Trưởng'), ('HĐND',))
    """
    model = the_model()
    return {} if model is None else _spellings(model, channel)


@lru_cache(maxsize=8)
def _spellings(model: Model, channel: Channel) -> Mapping[str, tuple[str, ...]]:
    made: dict[str, dict[str, None]] = {}
    for word in model.words:
        if word.islower() and is_syllable(word):
            for form in (word, word[0].upper() + word[1:], word.upper()):
                made.setdefault(channel.shown(form), {})[form] = None
        elif len(word) > 1 and is_abbreviation(word.upper()):
            made.setdefault(channel.shown(word.upper()), {})[word.upper()] = None
    return {seen: tuple(words) for seen, words in made.items()}


def is_abbreviation(word: str) -> bool:
    """Whether a word is written with the first letters of several, of which one begins with đ.

    >>> is_abbreviation("HĐND"), is_abbreviation("ĐÓ"), is_abbreviation("đh")
    (True, False, False)
    """
    return "Đ" in word and word.isupper() and _CONSONANTS.issuperset(word.lower())


def is_met(word: str) -> bool:
    """Whether real text has a word, a syllable or none.

    >>> is_met("km"), is_met("trnhg")
    (True, False)
    """
    from vntextclean.lm.text.scan import UNKNOWN_MARKED

    model = the_model()
    return model is not None and number_of(model, word.lower()) > UNKNOWN_MARKED
