"""The letters of Vietnamese: twelve vowels, six tones, đ, and their bare letters.

A Vietnamese letter has up to two diacritics: one makes it another vowel (circumflex, breve, horn), the other is the
tone. All functions expect composed text (NFC), as the rest of the package does after the ``compose`` filter.
"""

from __future__ import annotations

from unicodedata import normalize

#: Those of the alphabet that all computers know, and the digits. The module ``string`` has them as well, and takes a
#: millisecond to load for a class of templates.
ASCII_LOWER = "abcdefghijklmnopqrstuvwxyz"
ASCII_LETTERS = ASCII_LOWER + ASCII_LOWER.upper()
DIGITS = "0123456789"

#: The combining marks of the tones, by number: ngang, huyền, sắc, hỏi, ngã, nặng.
TONE_MARKS = (
    "",
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING HOOK ABOVE}",
    "\N{COMBINING TILDE}",
    "\N{COMBINING DOT BELOW}",
)

#: The twelve vowel letters without a tone, in alphabetical order, and below them their bare letters.
_VOWELS = "aăâeêioôơuưy"
_BARE = "aaaeeiooouuy"

#: (vowel, tone) -> letter, both cases.
TONED: dict[tuple[str, int], str] = {
    (vowel, tone): normalize("NFC", vowel + mark)
    for vowel in _VOWELS + _VOWELS.upper()
    for tone, mark in enumerate(TONE_MARKS)
}

_TO_TONE = {letter: tone for (_, tone), letter in TONED.items() if tone}
_TO_TONELESS = {ord(letter): vowel for (vowel, tone), letter in TONED.items() if tone}
_TO_BARE = {
    ord(letter): (_BARE + _BARE.upper())[(_VOWELS + _VOWELS.upper()).index(vowel)]
    for (vowel, _), letter in TONED.items()
    if not letter.isascii()
} | {ord("đ"): "d", ord("Đ"): "D"}

#: All vowel letters with and without a tone, both cases.
VOWELS = frozenset(TONED.values())
#: The 134 letters of Vietnamese that are not ASCII, đ and Đ included.
MARKED = frozenset(map(chr, _TO_BARE))
#: The letters that mark a text as Vietnamese, as a character class: no other language in Latin script has them, but for
#: a few of Yoruba, Romanian, Kikuyu and Guaraní.
OWN = "ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9"
#: The same as a set.
OWN_LETTERS = frozenset("ĂăĐđĨĩŨũƠơƯư") | frozenset(map(chr, range(0x1EA0, 0x1EFA)))


def bare(text: str) -> str:
    """Remove all Vietnamese diacritics, as in text typed without a Vietnamese keyboard.

    Only Vietnamese letters change: ``Müller`` keeps its ü. The length stays the same.

    >>> bare("Đường về quê, Müller")
    'Duong ve que, Müller'
    """
    return text if text.isascii() else text.translate(_TO_BARE)


def toneless(text: str) -> str:
    """Remove the tones and keep the vowel letters; the length stays the same.

    >>> toneless("Đường về quê")
    'Đương vê quê'
    """
    return text if text.isascii() else text.translate(_TO_TONELESS)


def tone_of(word: str) -> int:
    """The number of the first tone in a word: 0 ngang, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng.

    >>> [tone_of(word) for word in "ma mà má mả mã mạ".split()]
    [0, 1, 2, 3, 4, 5]
    """
    if word.isascii():
        return 0
    for letter in word:  # the channel asks this of each candidate: a generator takes twice as long
        if letter in _TO_TONE:
            return _TO_TONE[letter]
    return 0


def tones_in(word: str) -> list[tuple[int, int]]:
    """The tones of a word: (position in code points, tone number), in order. A correct syllable has at most one.

    >>> tones_in("hòa"), tones_in("thuơng")
    ([(1, 1)], [])
    """
    return [(index, _TO_TONE[letter]) for index, letter in enumerate(word) if letter in _TO_TONE]
