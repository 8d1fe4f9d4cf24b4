"""Texts of syllables drawn at random, for :mod:`benchmarks.speed.adversarial`: nothing in them was asked before.

A piece that is repeated is judged once where answers are kept, and each word of a real page has neighbours that it has
elsewhere. Here no word has: every one is doubted, and no answer serves twice.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from unicodedata import combining, normalize

#: Characters of a text: more than the longest that is measured by default.
_LENGTH = 40_000
_ONSETS = "b c ch d đ g h kh l m n ng nh ph s t th tr v x".split()
_RIMES = "a an ang anh ao ăn âm âu e en ê êu i im inh o oa oi ong ô ôn ơi u ui ung ư ưng".split()
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòôõøö÷ùúýûüþ"
_VOWELS = frozenset("aăâeêioôơuư")

Change = Callable[[str, random.Random], str]


def syllables(change: Change | None = None) -> str:
    """Syllables with a space behind each, every one as ``change`` leaves it; the same for each call.

    >>> syllables()[:20] == syllables()[:20], len(syllables()) >= 40_000
    (True, True)
    """
    source = random.Random(7)
    parts: list[str] = []
    size = 0
    while size < _LENGTH:
        made = _syllable(source)
        parts.append((change(made, source) if change else made) + " ")
        size += len(parts[-1])
    return "".join(parts)


def _syllable(source: random.Random) -> str:
    rime = source.choice(_RIMES)
    vowel = next(at for at, letter in enumerate(rime) if letter in _VOWELS) + 1
    return normalize("NFC", source.choice(_ONSETS) + rime[:vowel] + source.choice(_TONES) + rime[vowel:])


def words_of(letters: str, longest: int) -> str:
    """Words of letters drawn at random, with a space behind each, as long as the texts of syllables.

    >>> len({*words_of("abc", 2).split()})
    12
    """
    source = random.Random(7)
    parts: list[str] = []
    size = 0
    while size < _LENGTH:
        parts.append("".join(source.choices(letters, k=source.randint(1, longest))) + " ")
        size += len(parts[-1])
    return "".join(parts)


def without_a_mark(syllable: str, source: random.Random) -> str:
    """A syllable that lost one of its marks, if it has any."""
    letters = [*normalize("NFD", syllable)]
    if places := [at for at, letter in enumerate(letters) if combining(letter)]:
        del letters[source.choice(places)]
    return normalize("NFC", "".join(letters))


def behind_a_comma(syllable: str, source: random.Random) -> str:
    """A syllable that no other stands beside without a mark."""
    del source
    return syllable + ","


def before_another(syllable: str, source: random.Random) -> str:
    """Two syllables, a colon between them."""
    return f"{syllable}:{_syllable(source)}"


def with_its_tone_behind(syllable: str, source: random.Random) -> str:
    """A syllable with its tone on its last letter."""
    del source
    letters = normalize("NFD", syllable)
    tone = "".join(letter for letter in letters if letter in _TONES[1:])
    return normalize("NFC", "".join(letter for letter in letters if letter not in _TONES[1:]) + tone)


def in_letters_of_tcvn3(syllable: str, source: random.Random) -> str:
    """A syllable with a letter of TCVN3 in the place of each letter with a mark, seldom the right one."""
    return "".join(letter if letter.isascii() else source.choice(_TCVN3) for letter in syllable)


def broken(syllable: str, source: random.Random) -> str:
    """A syllable in two pieces."""
    at = source.randrange(1, len(syllable)) if len(syllable) > 1 else 1
    return f"{syllable[:at]} {syllable[at:]}".rstrip()


def in_twos(syllable: str, source: random.Random) -> str:
    """A syllable with a space behind every second letter."""
    del source
    return " ".join(syllable[at : at + 2] for at in range(0, len(syllable), 2))


def cut_before_its_tone(syllable: str, source: random.Random) -> str:
    """A syllable whose tone begins a line, as an extractor gives it that cuts before each mark."""
    del source
    return "".join("\n" + letter if letter in _TONES[1:] else letter for letter in normalize("NFD", syllable))


def read_twice(syllable: str, source: random.Random) -> str:
    """UTF-8 read by Windows-1252 twice, without the bytes that it shows nothing for."""
    del source
    for _ in range(2):
        syllable = syllable.encode("utf-8").decode("cp1252", "ignore")
    return syllable
