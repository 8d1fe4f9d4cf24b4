"""The words that a channel shows alike: ``b?n`` may be *bạn*, *bản*, *bận*, *bốn* and more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from vntextclean.misreadings.choosing.known_words import number_of, the_model
from vntextclean.misreadings.lost_letters.channels import Channel
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

_CONSONANTS = frozenset("bcdđghklmnpqrstvx")


def spellings(channel: Channel) -> Spellings:
    """By what a channel shows, the syllables that real text has, in small letters, as titles and in capitals.

    Abbreviations with Đ are among them. There is nothing where there is no model.

    >>> from vntextclean.misreadings.lost_letters.channels import CHANNELS
    >>> known = spellings(CHANNELS[2])
    >>> known("trình"), known("Trng")[:2], known("HND")
    (('trình',), ('Trường', 'Trưởng'), ('HĐND',))
    """
    return _spellings(the_model(), channel)


class Spellings:
    """The words that one channel shows alike; made once, and threads may share it.

    Held are those in small letters: a list of all forms took 40 ms to make, and a text asks for a hundred.
    """

    def __init__(self, words: Iterable[_Word], channel: Channel) -> None:
        self._channel = channel
        self._by_shown: dict[str, list[_Word]] = {}
        for word in words:
            self._by_shown.setdefault(channel.shown(word.text), []).append(word)

    def __call__(self, seen: str) -> tuple[str, ...]:
        """All words that are shown so, in the order of the model."""
        found: dict[str, None] = {}
        for text, is_short in self._by_shown.get(seen.lower(), ()):
            forms = (text.upper(),) if is_short else (text, text[0].upper() + text[1:], text.upper())
            found.update(dict.fromkeys(form for form in forms if self._channel.shown(form) == seen))
        return tuple(found)


class _Word(NamedTuple):
    """A word in small letters, and whether it is an abbreviation."""

    text: str
    is_short: bool


@lru_cache(maxsize=8)
def _spellings(model: Model | None, channel: Channel) -> Spellings:
    return Spellings(() if model is None else _words(model), channel)


@lru_cache(maxsize=4)
def _words(model: Model) -> list[_Word]:
    found = []
    for word in model.words:
        if word.islower() and is_syllable(word):
            found.append(_Word(word, is_short=False))
        elif "đ" in word.lower() and len(word) > 1 and is_abbreviation(word.upper()):
            found.append(_Word(word.lower(), is_short=True))
    return found


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
