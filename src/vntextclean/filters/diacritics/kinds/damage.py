"""How syllables get damaged, and what a damaged one may have been.

Extraction loses letters whose glyph it does not know (almost always marked ones), typing and conversion lose marks,
and hands slip between hỏi and ngã. This module knows the kinds of damage and generates what may have stood there; how
likely each is in its context is the language model's to say.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from vntextclean.vietnamese.letters import MARKED, TONED, VOWELS, bare, tone_of, toneless
from vntextclean.vietnamese.parts_of_syllables import is_form
from vntextclean.vietnamese.tones import to_new


class Damage(Enum):
    """What happened to a syllable; the value names the rule that undoes it."""

    MARKS = "marks"  # every mark lost: duong < đường
    TONE = "tone"  # only the tone lost: môt < một
    SHAPE = "shape"  # breve, circumflex, horn or bar lost, the tone kept: đuợc < được
    WRONG_TONE = "wrong-tone"  # another tone: củng < cũng
    OTHER_MARKS = "other-marks"  # other marks altogether: sâc < sắc
    LETTER = "letter"  # a marked letter lost: vn < vận
    PLAIN_LETTER = "plain-letter"  # a letter without mark lost: hẫn < hẫng
    SOUND = "sound"  # an onset or a coda for another that sounds alike: xử < sử
    EXTRA_LETTER = "extra-letter"  # a letter too many: ttháng < tháng
    EXCHANGED = "exchanged"  # two letters exchanged: tổgn < tổng
    OTHER_LETTER = "other-letter"  # a letter for another that looks like it or is the next key: tbời < thời

    __hash__ = object.__hash__  # each is one object; that of Enum is a call of Python for every look into a table


#: Entries of each cache of words and of pairs of words: with 50 000 a run over 1 GB of news grew by 100 MB.
MOST_HELD = 1 << 12

PLAIN = tuple("abcdeghiklmnopqrstuvxy")
MARKED_LOWER = tuple(sorted(letter for letter in MARKED if letter.islower()))
_LETTERS = (*MARKED_LOWER, *PLAIN)


def kind_of(damaged: str, whole: str) -> Damage | None:
    """What turned ``whole`` into ``damaged`` (both lower case), if it was one of the known kinds.

    >>> kind_of("môt", "một"), kind_of("vn", "vận"), kind_of("ho", "hóa"), kind_of("vân", "dân")
    (<Damage.TONE: 'tone'>, <Damage.LETTER: 'letter'>, <Damage.LETTER: 'letter'>, None)
    """
    if damaged == whole:
        return None
    if bare(damaged) == bare(whole):
        if toneless(whole) == damaged:
            return Damage.TONE
        if damaged == bare(whole):
            return Damage.MARKS
        if toneless(damaged) == toneless(whole):
            return Damage.WRONG_TONE
        if tone_of(damaged) == tone_of(whole):
            return Damage.SHAPE
        return Damage.OTHER_MARKS
    if len(whole) == len(damaged) + 1:
        for spelled in (whole, to_new(whole)):  # "hóa" and "hoá" lose other letters
            for index, letter in enumerate(spelled):
                if spelled[:index] + spelled[index + 1 :] == damaged:
                    return Damage.LETTER if letter in MARKED else Damage.PLAIN_LETTER
    if whole in sounding_alike(damaged):
        return Damage.SOUND
    return _slip_of(damaged, whole)


def _slip_of(damaged: str, whole: str) -> Damage | None:
    """The slip by which a legal syllable became ``damaged``; what :func:`slips` says, without a list of all others."""
    if not is_form(whole):
        return None
    if len(whole) == len(damaged) - 1:
        if any(damaged[:index] + damaged[index + 1 :] == whole for index in range(len(damaged))):
            return Damage.EXTRA_LETTER
    elif len(whole) == len(damaged):
        places = [index for index, letter in enumerate(damaged) if whole[index] != letter]
        first, last = places[0], places[-1]
        if last == first + 1 and damaged[first] == whole[last] and damaged[last] == whole[first]:
            return Damage.EXCHANGED
        letter, tone = toneless(damaged[first]), tone_of(damaged[first])
        meant = {TONED.get((other, tone), "" if tone else other) for other in beside().get(letter, ())}
        if first == last and whole[first] in meant:
            return Damage.OTHER_LETTER
    long = any(damaged.replace(read, was, 1) == whole for read, was in LONG_SHAPES)
    return Damage.OTHER_LETTER if long else None


@lru_cache(maxsize=MOST_HELD)
def with_letter_back(damaged: str) -> tuple[str, ...]:
    """The legal syllables from which losing one letter leaves ``damaged`` (lower case).

    >>> "vận" in with_letter_back("vn"), "khoản" in with_letter_back("hoản")
    (True, True)
    """
    found = [letter + damaged for letter in _LETTERS if is_form(letter + damaged)]
    # Every letter at every place is tried: a table of what syllables may lose is made in the time of 300 words.
    places = [(damaged[:at], damaged[at:]) for at in range(1, len(damaged) + 1)]
    behind = {before + letter + after for before, after in places for letter in _LETTERS}
    return (*found, *sorted(filter(is_form, behind.difference(found))))


#: Onsets and codas that are taken for one another: all of one group sound alike in one half of the country.
ONSETS = (("s", "x"), ("tr", "ch"), ("d", "gi", "r"), ("l", "n"))
CODAS = (("c", "t"), ("n", "ng"))
#: Keys beside one another, and letters that OCR engines take for one another (the commonest of ``data/channel.toml``).
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHAPES = (("b", "h"), ("t", "l"), ("t", "i"), ("n", "u"), ("n", "m"), ("e", "c"), ("e", "o"), ("a", "o"), ("u", "o"))
LONG_SHAPES = (("rn", "m"), ("tr", "m"))


@lru_cache(maxsize=MOST_HELD)
def sounding_alike(word: str) -> tuple[str, ...]:
    """The legal syllables that sound like a word (lower case) in one half of the country, hỏi and ngã apart.

    >>> sounding_alike("xử"), "dành" in sounding_alike("giành"), sounding_alike("mặt")
    (('sử',), True, ('mặc',))
    """
    found = []
    for group in ONSETS:
        for onset in group:
            if word.startswith(onset) and not word.startswith(("ng", "nh")):
                found += [other + word[len(onset) :] for other in group if other != onset]
    for group in CODAS:
        for coda in group:
            if word.endswith(coda) and word[: -len(coda)][-1:] in VOWELS:
                found += [word[: -len(coda)] + other for other in group if other != coda]
    return tuple(filter(is_form, dict.fromkeys(found)))


@lru_cache(maxsize=MOST_HELD)
def slips(word: str) -> tuple[tuple[str, Damage], ...]:
    """The legal syllables that a slip of the hand or of an OCR engine turns into a word (lower case).

    >>> [whole for whole, kind in slips("ttháng")], ("tổng", Damage.EXCHANGED) in slips("tổgn")
    (['tháng'], True)
    """
    found: dict[str, Damage] = {}
    for index in range(len(word)):
        found.setdefault(word[:index] + word[index + 1 :], Damage.EXTRA_LETTER)
    for index in range(len(word) - 1):
        found.setdefault(word[:index] + word[index + 1] + word[index] + word[index + 2 :], Damage.EXCHANGED)
    for index, letter in enumerate(word):
        tone = tone_of(letter)
        for other in beside().get(toneless(letter), ()):
            with_tone = TONED.get((other, tone), other if not tone else "")
            found.setdefault(word[:index] + with_tone + word[index + 1 :], Damage.OTHER_LETTER)
    for read, was in LONG_SHAPES:
        if read in word:
            found.setdefault(word.replace(read, was, 1), Damage.OTHER_LETTER)
    return tuple((whole, kind) for whole, kind in found.items() if whole != word and is_form(whole))


@cache
def beside() -> dict[str, str]:
    """For each letter without a tone, those that it may stand for."""
    pairs = [(row[i], row[i + 1]) for row in _KEYS for i in range(len(row) - 1)] + [*_SHAPES]
    vowels = {"a": "aăâ", "e": "eê", "o": "oôơ", "u": "uư"}
    found: dict[str, str] = {}
    for a, b in pairs + [(b, a) for a, b in pairs]:
        for letter in vowels.get(a, a):
            found[letter] = found.get(letter, "") + vowels.get(b, b)
    found["đ"] = found["d"]
    return {letter: "".join(dict.fromkeys(others)) for letter, others in found.items()}
