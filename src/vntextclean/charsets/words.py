"""The words of a line under one table: found, decoded, and in the case of their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from vntextclean.charsets.tables import Charset, charset
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED, toneless
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_standard

#: Characters at the edge of a word that may not belong to it: trademark, degree, quotation marks, dashes.
SIGNS = "®©™°ªº²³¹»«“”‘’…–—•·§\u00ad"

#: The same without § and ®, which are Đ and đ in TCVN3, and stand before no word: ``§r¨m`` is a name.
_BEFORE_A_WORD = SIGNS.translate(dict.fromkeys(map(ord, "§®")))

_VOWEL_STARTS = late("[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


_LOST_HORN = late("[a-zđ]ơng$")
#: Units of a millionth part: µm, µg, µPa. No word of a legacy encoding is spelt so.
_MILLIONTH = late("µ(?:[mgsAVFWHNSJClL]|Pa|Hz|mol|Sv|Gy|rad)")


class Reading(NamedTuple):
    """One word of a line, as seen and as decoded; ``legal`` if the decoded word is a Vietnamese syllable.

    [start, end) are code points of the line.
    """

    start: int
    end: int
    seen: str
    word: str
    legal: bool


class Choose(Protocol):
    """A function that chooses one of a few words by context, or None, such as ``lm.disambiguate.most_likely``."""

    def __call__(self, words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str | None:
        """The one of ``words`` that fits between ``before`` and ``after``, or None."""


def readings(line: str, table: Charset) -> list[Reading]:
    """The words of a line that a table may change or that have non-ASCII letters, each with its decoded form.

    >>> [reading.word for reading in readings("Hµ Néi mïa thu", charset("tcvn3"))]
    ['Hà', 'Nội', 'mùa']
    """
    tokens = list(table.word.finditer(line))
    upper = capitals([match[0] for match in tokens], table) if table.twofold else frozenset()
    found = []
    for index, match in enumerate(tokens):
        read = look(match[0], table.name, index in upper)
        if read:
            start = match.start() + read.offset
            # The constructor of a named tuple is a call of Python, and a page of one line has some thousand words.
            made: Reading = tuple.__new__(Reading, (start, start + len(read.seen), read.seen, read.word, read.legal))
            found.append(made)
    return found


class Look(NamedTuple):
    """A decoded word without its position in the line; ``offset`` is the number of characters before it."""

    offset: int
    seen: str
    word: str
    legal: bool


@lru_cache(maxsize=1 << 16)
def look(seen: str, name: str, capital: bool) -> Look | None:
    """Decode one word by one table. Cached, because documents repeat words. None if there is nothing to decode."""
    table = charset(name)
    if (seen.isascii() and not table.pattern.search(seen)) or _MILLIONTH.fullmatch(seen):
        return None
    word = cased(seen, table, capital)
    if not is_word(word) and not (name == "tcvn3" and is_word(to_standard(word))):  # ``gi\u00ad·`` is no *giư*
        core = seen.rstrip(SIGNS).lstrip(_BEFORE_A_WORD if table.name == "tcvn3" else SIGNS)
        if core != seen and core and is_word(cased(core, table, capital)):
            return Look(seen.index(core), core, cased(core, table, capital), True)
    return Look(0, seen, word, is_word(word))


def cased(seen: str, table: Charset, capital: bool) -> str:
    """A decoded word; letters whose case the code leaves open are capitals if ``capital``."""
    word = table.read(seen)
    return "".join(letter.upper() if letter in table.twofold else letter for letter in word) if capital else word


def capitals(tokens: list[str], table: Charset) -> frozenset[int]:
    """The indices of the words in capitals, for tables in which a code serves for both cases.

    A word is in capitals if it has a certain capital behind the uncertain letter (``NéI``). A word whose only certain
    letter is the first (``Hµ``) is in capitals if its neighbours are.
    """
    case = [_case(seen, table.name) for seen in tokens]
    found = {index for index, sure in enumerate(case) if sure == "upper"}
    for index, sure in enumerate(case):
        if sure == "doubtful":
            before = next((near for near in reversed(case[max(0, index - 3) : index]) if near in _SURE), "")
            after = next((near for near in case[index + 1 : index + 4] if near in _SURE), "")
            if "upper" in (before, after) and "lower" not in (before, after):
                found.add(index)
    return frozenset(found)


_SURE = ("upper", "lower")


@lru_cache(maxsize=1 << 16)
def _case(seen: str, name: str) -> str:
    """The case of a word by its letters of certain case: "upper", "lower", "doubtful", or "" for no evidence."""
    table = charset(name)
    word = table.read(seen)
    plain = "".join(letter for letter in word if letter not in table.twofold)
    if plain and not plain.isupper():
        return "lower"
    if len(plain) == len(word):
        # An abbreviation is no evidence for the case of its neighbours: ``Sè 144/Q§``.
        return "upper" if len(word) > 1 and is_syllable(word) else ""
    return "upper" if len(plain) > 1 or (plain and word[0] in table.twofold) else "doubtful"


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Whether a decoded word is a syllable in lower, Title or UPPER case.

    Words with the rime ơng are refused. It occurs in one or two loans only; else it is ương without its ư: *thờng* for
    *thường*.
    """
    if not is_syllable(word) or not (word[1:].islower() or len(word) == 1 or word.isupper()):
        return False
    return not word.lower().endswith("ng") or not _LOST_HORN.search(toneless(word.lower()))


#: No syllable has more than seven letters (nghiêng).
_LONGEST = 7


@lru_cache(maxsize=1 << 14)
def with_soft_hyphen(word: str) -> str:
    """The syllable that results from an ư before a vowel or at the end of the word, if there is only one; else ""."""
    if not 2 <= len(word) <= _LONGEST:
        return ""
    places = [at for at in range(1, len(word)) if _VOWEL_STARTS.match(word, at)] + [len(word)]
    made = {word[:at] + "ư" + word[at:] for at in places}
    legal = [whole for whole in made if is_word(whole)]
    return legal[0] if len(legal) == 1 else ""


@lru_cache(maxsize=1 << 14)
def is_compound(word: str) -> bool:
    """Whether a word consists of two or three syllables, like some loanwords: đôla, ôtô, bêtông."""
    if not word.isalpha() or len(word) > 12 or not MARKED.intersection(word):
        return False
    for first in range(1, len(word)):
        if is_word(word[:first]):
            rest = word[first:]
            if is_word(rest) and rest.islower():
                return True
            if any(is_word(rest[:cut]) and is_word(rest[cut:]) for cut in range(2, len(rest) - 1)):
                return rest.islower()
    return False
