"""Text in an alphabet of look-alikes: ``пǥҺiêп ເứu`` for *nghiên cứu*.

Sites that share documents put letters of Cyrillic, Lao and African alphabets for Latin ones, so that nobody can copy or
find the text. One such word may be anything; a document that holds many is written so throughout.
"""

from __future__ import annotations

from unicodedata import normalize

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

#: What stands for a Latin letter, and no language mixes with Vietnamese letters in one word.
_ALPHABET = dict(
    zip(
        "пгхѵһьƚǥɣເкмаеосруіριοαυκПГХѴҺЬƬǤƔКМАЕОСРУІΡ",
        "nrxvhbtgyckmaeocpyipioaukNRXVhBTGYKMAEOCPYIP",
        strict=True,
    )
)
_TABLE = str.maketrans({**_ALPHABET, "\u031f": None, "0": "o"})
#: Drawn alike in small letters and in capitals, or without case.
_CASELESS = frozenset("Һເ")
#: One of these is in every such document; Russian text has none of them.
RARE = late("[ѵһƚǥɣເѴҺƬǤƔ\u031f]")
_ANY = late(f"[{''.join(_ALPHABET)}\u031f\u1f00-\u1fff]")
_HEAD = late(r"(?:\A|[.!?…\n])[^\w\n]*\Z")
_TOKEN = late("(?:[^\\W\\d_][\u0300-\u036f]*|0)+")
#: So many different words must become syllables, four of five words with such a letter, and half of those found must
#: hold a marked letter of Vietnamese beside it: Bashkir and Lao have these letters too.
_LEAST, _SHARE = 8, 0.8


class Undisguised(NamedTuple):
    """A word in look-alikes, and what it was."""

    start: int
    end: int
    word: str


def undisguised(text: str) -> list[Undisguised]:
    """The words in look-alikes, if the document is written in them; in order.

    >>> line = "пǥҺiêп ເứu ƚгὶпҺ độ пǥҺề ເủa ƚôi, k̟ếƚ quả ເҺ0 ƚҺấɣ sự ƚҺậƚ"
    >>> " ".join(found.word for found in undisguised(line))
    'nghiên cứu trình nghề của tôi kết cho thấy thật'
    >>> undisguised("Мама мыла раму, ƚ là một chữ; хin chào")
    []
    """
    found, words, others, mixed = [], set(), 0, 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token.isascii() or not _ANY.search(token):
            continue
        word = _plain(token, _HEAD.search(text, max(0, match.start() - 4), match.start()) is not None)
        if is_syllable(word) and (word.islower() or word.isupper() or word.istitle()):
            found.append(Undisguised(*match.span(), word))
            words.add(word.lower())
            mixed += not MARKED.isdisjoint(token)
        else:
            others += 1
    if len(words) < _LEAST or mixed * 2 < len(found) or len(found) < _SHARE * (len(found) + others):
        return []
    return found


def _plain(token: str, is_head: bool) -> str:
    """A token in Latin letters; those without case follow the others, or are a capital at the head of a sentence."""
    pieces = normalize("NFD", token)
    word = normalize("NFC", pieces.translate(_TABLE))
    rest = [char for char in pieces if char.isalpha() and char not in _CASELESS]
    if len(rest) > 1 and "".join(rest).isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if is_head and token[0] in _CASELESS else word
