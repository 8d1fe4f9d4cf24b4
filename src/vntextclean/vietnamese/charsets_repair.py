"""Reading a line whose encoding is known: every word, also those that PDF files and web forms have hurt.

The soft hyphen that is ư in TCVN3 is dropped by many programs, and PDF extraction tears words apart behind glyphs that
it does not know (``Thñ t− íng``). Knowing the encoding, a syllable that fits in one way only can be put back.
"""

from __future__ import annotations

import re

from vntextclean.vietnamese.charsets import Charset
from vntextclean.vietnamese.charsets_recognition import Reading, is_word, readings
from vntextclean.vietnamese.letters import MARKED, toneless

_VOWEL_STARTS = re.compile("[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
#: A consonant or two between spaces, or a word that begins with ư: the look of a torn word.
_LONELY = re.compile("(?:^| )(?:[b-df-hj-np-tv-xz]{1,3}|[\u00ad\u2212]\\S*)(?= |$)|[\u2212\u2219] ")
_ASCII_WORD = re.compile("[A-Za-z]+")

#: Onsets that no list item is called by: alone before a word they are a piece of it. A single letter may be the name
#: of a point of a law (``điểm b``) and is joined only to what is no word by itself; t is too far down the alphabet.
_TORN_ONSETS = frozenset({"t", "th", "tr", "ch", "kh", "ph", "nh", "ng", "ngh", "gh", "qu"})


def repaired(line: str, table: Charset) -> list[Reading]:
    """The words of a line that read otherwise under its table, torn ones joined, in order.

    A word that becomes no syllable is still read if it is an abbreviation in capitals or made of syllables; a foreign
    word stays as it was seen.

    >>> from vntextclean.vietnamese.charsets import charset
    >>> [reading.word for reading in repaired("Thñ t\u2212 íng ký Q§, café", charset("tcvn3"))]
    ['Thủ', 'tướng', 'QĐ']
    """
    found = [_settled(reading, table) for reading in readings(line, table)]
    taken = {position for reading in found for position in range(reading.start, reading.end)}
    for match in _ASCII_WORD.finditer(line):
        if match.start() not in taken and match.end() - 1 not in taken:
            found.append(Reading(*match.span(), match[0], match[0], is_word(match[0])))
    found.sort()
    joined: list[Reading] = []
    while found:
        first = found.pop(0)
        # A piece that fits both its neighbours belongs to the right one: ``lµ ng −êi`` is *là người*.
        if found and not (len(found) > 1 and _join(found[0], found[1], line)) and (one := _join(first, found[0], line)):
            found.pop(0)
            first = one
        joined.append(first)
    return [reading for reading in joined if reading.seen != reading.word and reading.legal]


def _with_torn_joined(found: list[Reading], line: str) -> list[Reading]:
    starts = {reading.start: reading for reading in found}
    pieces: list[Reading] = []
    for match in re.finditer(r"\S+", line):
        inside = [starts[at] for at in range(*match.span()) if at in starts]
        pieces += inside
        if not inside:
            pieces += [
                Reading(match.start() + word.start(), match.start() + word.end(), word[0], word[0], is_word(word[0]))
                for word in _ASCII_WORD.finditer(match[0])
            ]
    joined: list[Reading] = []
    at = 0
    while at < len(pieces):
        one = _join(pieces[at], pieces[at + 1], line) if at + 1 < len(pieces) else None
        # A piece that fits both its neighbours belongs to the right one: ``lµ ng \u2212êi`` is *là người*.
        if one and not (at + 2 < len(pieces) and _join(pieces[at + 1], pieces[at + 2], line)):
            joined.append(one)
            at += 2
        else:
            joined.append(pieces[at])
            at += 1
    return joined


def _settled(reading: Reading, table: Charset) -> Reading:
    """The reading, legal if it may be used: also abbreviations, compounds, and words that lost a soft hyphen."""
    word = reading.word
    if reading.legal:
        # A symbol by itself is a symbol: the copyright sign of a footer is no â.
        return reading._replace(legal=len(reading.seen) > 1 or reading.seen.isalpha())
    if word.isupper() and word.isalpha() and not reading.seen.islower() and len(word) <= 6:
        return reading._replace(legal=True)
    if _is_compound(word):
        return reading._replace(legal=True)
    if table.name == "tcvn3" and (whole := _with_soft_hyphen(word)):
        return reading._replace(word=whole, legal=True)
    return reading


def _is_compound(word: str) -> bool:
    """Whether a word is written of two or three syllables, as loans are: đôla, ôtô, bêtông."""
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


def _with_soft_hyphen(word: str) -> str:
    """The only syllable that an ư, put back before a vowel or at the end, can make of the word; or nothing."""
    if len(word) < 2:
        return ""
    places = [at for at in range(1, len(word)) if _VOWEL_STARTS.match(word, at)] + [len(word)]
    made = {word[:at] + "ư" + word[at:] for at in places}
    legal = [whole for whole in made if is_word(whole)]
    return legal[0] if len(legal) == 1 else ""


def _join(first: Reading, second: Reading, line: str) -> Reading | None:
    """One word of two pieces, where one of them is none and together they are."""
    gap = line[first.end : second.start]
    if gap not in (" ", "-", "\N{MINUS SIGN}", "\N{MINUS SIGN} ") or (first.seen.isascii() and second.seen.isascii()):
        return None
    word = first.word + ("ư" if gap == "-" else "") + second.word
    if not is_word(word) or not second.word.islower() or not MARKED.intersection(word):
        return None
    torn = not _stands_alone(second) or (gap == " " and not _stands_alone(first) and _is_torn_onset(first))
    if not torn:
        return None
    return Reading(first.start, second.end, line[first.start : second.end], word, True)


def _stands_alone(piece: Reading) -> bool:
    # The grammar allows the rime of a few loans without an onset; torn ``tướng`` and ``trưởng`` end in it.
    return (
        is_word(piece.word)
        and (len(piece.word) > 1 or not piece.seen.isascii())
        and toneless(piece.word.lower()) not in ("ơng", "ênh", "êng", "oăng")
    )


def _is_torn_onset(first: Reading) -> bool:
    return first.word.lower() in _TORN_ONSETS or (first.word.lower() == "đ" and not first.seen.isascii())
