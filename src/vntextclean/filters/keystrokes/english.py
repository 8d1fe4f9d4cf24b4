"""English words that an input method marked: "côupon" for *coupon*, "êmail" for *email*.

Vietnamese writers use them every day, and type them with the input method on. Other languages write some with a mark of
their own: French (rôle), Spanish (mánager, cámping), Portuguese (álbum, móbile), Catalan (tòpic), Hungarian (levél, a
letter), Icelandic (póst). Those are not listed, nor is what Vietnamese spells so (lôgô), nor what the sign below never
finds (blog, chat).
"""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.filters.keystrokes.signs import ENGLISH
from vntextclean.named_tuple import NamedTuple
from vntextclean.scanning.words import word_around
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.syllables import is_syllable

_WORDS = frozenset(
    "account admin android apple app backup banner blogger booking browser budget card cashback check checkin "
    "click combo comment computer content contest copy coupon crush deadline deal default design desktop "
    "developer discount display domain download driver email event facebook fanpage feedback file follow font "
    "form game gamer gaming google group hacker hardware headphone homestay hosting hotline iphone inbox install "
    "internet jeans keyboard laptop layout like link livestream login logout member memory message monitor "
    "network news notebook offline online order outlet package page password payment phone playlist plugin print "
    "printer profile project promotion report request reset review router screen server service setting share "
    "shipper shopping shopee showroom smartphone software startup store streamer style support tablet team "
    "template test ticket tiktok timeline tour trend tweet twitter update upload user viewer voucher website wifi "
    "windows youtube zoom".split()
)


class Marked(NamedTuple):
    """An English word with marks, and how it is spelt."""

    start: int
    end: int
    word: str


def marked_english(state: TextState) -> Iterator[Marked]:
    """The English words of a text that hold marks of an input method, in order.

    >>> [found.word for found in marked_english(TextState("Nhận côupon qua êmail, đi tàu Málaga, uống café"))]
    ['coupon', 'email']
    """
    text, done = state.text, 0
    for at in ENGLISH.places(state):
        if at < done:
            continue
        start, done = word_around(text, at)
        word = text[start:done]
        plain = bare(word)
        if plain.lower() not in _WORDS or plain == word or is_syllable(word.lower()):
            continue
        if word.lower() != "émail" and word[-1] != "é":  # French: enamel, and participles (filé)
            yield Marked(start, done, plain)
