"""Decode a line of a known encoding, including words that PDF extraction and web forms have damaged.

Many programs drop the soft hyphen, which is ư in TCVN3. PDF extraction splits words behind glyphs that it does not know
(``Thñ t− íng``). If the encoding is known, a word that can be restored in only one way is restored.
"""

from __future__ import annotations

import re
from collections import deque

from vntextclean.charsets.odd_words import is_item, is_letter_by_itself, is_name, is_slip
from vntextclean.charsets.recognition import COMMON
from vntextclean.charsets.tables import Charset
from vntextclean.charsets.words import SIGNS, Reading, is_compound, is_word, readings, with_soft_hyphen
from vntextclean.vietnamese.letters import MARKED, toneless

#: Consonants between spaces, or a word that begins with ư: typical of split words.
_LONELY = re.compile("(?:^| )(?:[b-df-hj-np-tv-xz]{1,3}|[\u00ad\u2212]\\S*)(?= |$)|[\u2212\u2219] ")
_ASCII_WORD = re.compile("[A-Za-z]+")

#: What may stand between the parts of a token.
_LINKS = re.compile("[-.'’_&\\w]*")

#: The letters of the longest syllable (nghiêng).
_LONGEST = 7
#: Onsets that are no labels of list items: alone before a word they are a part of it. Another single letter may be the
#: label of a point of a law (``điểm b``) and is joined only to a piece that is no word. Lists rarely reach the label t.
_TORN_ONSETS = frozenset({"t", "th", "tr", "ch", "kh", "ph", "nh", "ng", "ngh", "gh", "qu"})


def repaired(line: str, table: Charset) -> list[Reading]:
    """The words of a line that its table changes, with split words joined, in order.

    A word that becomes no syllable is changed only if it is an abbreviation in capitals or made of syllables. A foreign
    word stays unchanged.

    >>> from vntextclean.charsets.tables import charset
    >>> [reading.word for reading in repaired("Thñ t\u2212 íng ký Q§, café", charset("tcvn3"))]
    ['Thủ', 'tướng', 'QĐ']
    """
    found = readings(line, table)
    if table.name == "tcvn3" and lost_soft_hyphens(line, found):
        found = [_with_common_soft_hyphen(reading) for reading in found]
    found = [
        reading._replace(legal=True)
        if _is_currency(reading, line) or _is_joined(reading, line)
        else _settled(reading, table, line)
        for reading in found
    ]
    taken = {position for reading in found for position in range(reading.start, reading.end)}
    for match in _ASCII_WORD.finditer(line):
        if match.start() not in taken and match.end() - 1 not in taken:
            found.append(Reading(*match.span(), match[0], match[0], is_word(match[0])))
    waiting = deque(sorted(found))  # popping from the front of a list would be quadratic in a very long line
    joined: list[Reading] = []
    while waiting:
        first = waiting.popleft()
        # A piece that fits both its neighbours belongs to the right one: ``lµ ng −êi`` is *là người*.
        fits_right = len(waiting) > 1 and _join(waiting[0], waiting[1], line)
        if waiting and not fits_right and (one := _join(first, waiting[0], line)):
            waiting.popleft()
            first = one
        joined.append(first)
    return [reading for reading in _whole_tokens(joined, line) if reading.seen != reading.word and reading.legal]


def _whole_tokens(found: list[Reading], line: str) -> list[Reading]:
    """The words of a line without those beside one in the same token that stays: a token is read as a whole or not.

    *pô-p«p* would be neither the text nor its damage.
    """
    kept: list[Reading] = []
    token: list[Reading] = []
    for reading in [*found, None]:
        if token and (reading is None or _LINKS.fullmatch(line, token[-1].end, reading.start) is None):
            kept += [] if any(map(_stays, token)) else token
            token = []
        if reading is not None:
            token.append(reading)
    return kept


def _stays(reading: Reading) -> bool:
    """Whether a word stays that the table would change, but for signs around it."""
    return not reading.legal and reading.seen != reading.word and not reading.seen.strip(SIGNS).isascii()


def lost_soft_hyphens(line: str, found: list[Reading]) -> bool:
    """Whether the soft hyphens of a line were dropped: it has none, and one would make a word a syllable.

    ``found`` are the words of the line as TCVN3 reads them (:func:`.words.readings`).
    """
    if "\N{SOFT HYPHEN}" in line or "\N{MINUS SIGN}" in line:
        return False
    return any(not reading.legal and with_soft_hyphen(reading.word) for reading in found)


def _with_common_soft_hyphen(reading: Reading) -> Reading:
    """Replace a rare word that becomes one of the most frequent words by an ư: ``ngêi`` is *người*."""
    word = reading.word.lower()
    if not reading.legal or word in COMMON:
        return reading
    made = with_soft_hyphen(reading.word)
    return reading._replace(word=made) if made.lower() in COMMON else reading


def _is_currency(reading: Reading, line: str) -> bool:
    """Whether a letter by itself is the đ of a price: ``35.000®``."""
    return reading.word == "đ" and line[max(0, reading.start - 1) : reading.start].isdigit()


def _is_joined(reading: Reading, line: str) -> bool:
    """Whether a sign is the first part of a word with a hyphen or a slash, and so a letter: ``«-t«``, ``®/lÝt``."""
    if len(reading.seen) != 1 or reading.seen.isalpha() or line[max(0, reading.start - 1) : reading.start].isalnum():
        return False
    return line[reading.end : reading.end + 1] in ("-", "/") and line[reading.end + 1 : reading.end + 2].isalpha()


def _settled(reading: Reading, table: Charset, line: str) -> Reading:
    """The reading, marked legal if it may be used, as are abbreviations, compounds and words without their ư."""
    word = reading.word
    if len(reading.seen) == 1 and not reading.seen.isalpha():
        # Most symbols by themselves stay symbols: the copyright sign of a footer is no â.
        return reading._replace(legal=table.name == "tcvn3" and is_letter_by_itself(reading, line))
    if reading.legal:
        return reading
    if word.isupper() and word.isalpha() and not reading.seen.islower() and len(word) <= 6:
        return reading._replace(legal=True)
    if is_compound(word):
        return reading._replace(legal=True)
    if table.name not in ("tcvn3", "vni"):
        return reading
    if table.name == "tcvn3" and (whole := with_soft_hyphen(word)):
        return reading._replace(word=whole, legal=True)  # "l¬ng" is lương before it is a name
    if is_name(reading, line, table.name):
        return reading._replace(legal=True)
    return reading._replace(legal=is_slip(reading, line) or (reading.seen == "ñ" and is_item(reading, line)))


def _join(first: Reading, second: Reading, line: str) -> Reading | None:
    """The word that two pieces make together, if one of them is no word; else None."""
    gap = line[first.end : second.start]
    if gap not in (" ", "-", "\N{MINUS SIGN}", "\N{MINUS SIGN} ") or (first.seen.isascii() and second.seen.isascii()):
        return None
    if len(first.word) + len(second.word) > _LONGEST:
        return None  # most words do not join, and none of them is looked up
    word = first.word + ("ư" if gap == "-" else "") + second.word
    if not is_word(word) or not second.word.islower() or len(second.word) < 2 or not MARKED.intersection(word):
        return None
    torn = not _stands_alone(second) or (gap == " " and not _stands_alone(first) and _is_torn_onset(first))
    if not torn:
        return None
    return Reading(first.start, second.end, line[first.start : second.end], word, True)


def _stands_alone(piece: Reading) -> bool:
    # Torn ``tướng`` and ``trưởng`` end in a rime that the grammar allows for the sake of a few loans.
    return (
        is_word(piece.word)
        and (len(piece.word) > 1 or not piece.seen.isascii())
        and toneless(piece.word.lower()) not in ("ơng", "ênh", "êng")
    )


def _is_torn_onset(first: Reading) -> bool:
    return first.word.lower() in _TORN_ONSETS or (first.word.lower() == "đ" and not first.seen.isascii())
