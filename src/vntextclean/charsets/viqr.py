"""Detect and decode VIQR, the ASCII spelling of Vietnamese of RFC 1456: ``Tie^'ng Vie^.t`` for *Tiếng Việt*.

Each diacritic is a punctuation character after its vowel, so that any English text has some by chance. Not by chance
are two diacritics on one vowel, dd before a vowel, and many words that are syllables.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from vntextclean.charsets.recognition import COMMON
from vntextclean.charsets.words import Choose, Reading, is_word
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.tones import to_standard

_TONES = {
    "`": "\N{COMBINING GRAVE ACCENT}",
    "'": "\N{COMBINING ACUTE ACCENT}",
    "\N{RIGHT SINGLE QUOTATION MARK}": "\N{COMBINING ACUTE ACCENT}",
    "\N{ACUTE ACCENT}": "\N{COMBINING ACUTE ACCENT}",
    "?": "\N{COMBINING HOOK ABOVE}",
    "~": "\N{COMBINING TILDE}",
    ".": "\N{COMBINING DOT BELOW}",
}
_SHAPES = {
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "(": "\N{COMBINING BREVE}",
    "+": "\N{COMBINING HORN}",
    "*": "\N{COMBINING HORN}",
}
_MARKS = str.maketrans(_TONES | _SHAPES)

_VOWEL = r"(?:[aA][\^(]?|[eE]\^?|[oO][\^+*]?|[uU][+*]?|[iIyY])['`?~.\u2019\u00b4]?"
_WORD = re.compile(rf"(?:{_VOWEL}|[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ])+")
_DD = re.compile(r"dd|D[Dd]")
#: In the order needed for composition: the diacritic of the vowel first, then the tone.
_MARKED_VOWEL = re.compile(r"[aeiouyAEIOUY][\^(+*]?['`?~.\u2019\u00b4]?")
#: Strong evidence of VIQR: a vowel with two diacritics, two vowels with diacritics in a row, or dd and a diacritic.
_STRONG = re.compile(r"[\^(+*]['`?~.\u2019\u00b4]|[uU][+*][oO][+*]|(?:dd|D[Dd]).*[`'?~.^(+*\u2019\u00b4]")
_SENTENCE_END = re.compile(r"""\s*$|["'”’)\]]*\s+["'“(\[]*[A-Z]|[.?!"”]|…""")
#: A single full stop after a question mark ends the sentence, so that the question mark is a tone: ``ngu?.``.
_ONE_STOP = re.compile(r"\.(?!\.)|[,;:]")
_REPEATED = "`'~^+*"
_INITIAL = re.compile(r"[AEIOUY]\.")


class Proof(NamedTuple):
    """The evidence for VIQR: words with strong evidence, the share of words that become syllables, their weight."""

    strong: int
    share: float
    weight: float


def readings(line: str, choose: Choose | None = None) -> list[Reading]:
    r"""The words of a line with VIQR diacritics, each with its decoded form.

    A final ``.``, ``?`` or ``'`` is a tone or the end of a sentence. Where both are possible, ``choose`` decides if it
    can; else the following text and the more frequent word decide. A backslash before a punctuation character means
    that it is no diacritic; the backslash is dropped.

    >>> [reading.word for reading in readings("Ho. ddi dda^u?")]
    ['Họ', 'đi', 'đâu']
    """
    found = []
    for match in _WORD.finditer(line):
        seen, start = match[0], match.start()
        if seen.isalpha() and not _DD.search(seen):
            continue
        if _INITIAL.fullmatch(seen) and (
            line[start - 1 : start] == "." or line[match.end() : match.end() + 1].isupper()
        ):
            continue
        word = decode(seen)
        if not seen[-1].isalpha() and seen[-1] in ".?'\N{RIGHT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}":
            without = decode(seen[:-1])
            rest = line[match.end() :]
            both = seen[-1] in ".?" and is_word(word) and is_word(without) and _SENTENCE_END.match(rest)
            likely = _likely(line[:start], word, without + seen[-1], rest, choose) if both and choose else None
            if likely == without + seen[-1] or (likely is None and _is_punctuation(seen[-1], word, without, rest)):
                seen, word = seen[:-1], without
        if seen == word:
            continue
        end = start + len(seen)
        if line[end : end + 1] == "\\" and line[end + 1 : end + 2] in ".?'`~^(+*" and line[end + 1 : end + 2]:
            seen += "\\"
        # A word next to repeated punctuation of other markup (``U+``) or to a number (U+262E) is no word.
        quoted = line[end : end + 1].isdigit() or (line[end : end + 1] in _REPEATED and line[end : end + 1] == seen[-1])
        found.append(Reading(start, start + len(seen), seen, word, is_word(word) and not quoted))
    return found


def _likely(before: str, word: str, ended: str, rest: str, choose: Choose) -> str | None:
    return choose((word, ended), list(map(decode, before.split()[-3:])), list(map(decode, rest.split()[:3])))


def _is_punctuation(mark: str, word: str, without: str, rest: str) -> bool:
    if not is_word(word):
        return True
    if not is_word(without) or not _SENTENCE_END.match(rest) or mark not in ".?":
        return False
    if mark == "?" and _ONE_STOP.match(rest):
        return False
    return word.lower() not in COMMON or without.lower() in COMMON


def decode(seen: str) -> str:
    """One word of VIQR as Unicode; a tone on the wrong vowel is moved to the right one.

    >>> decode("DDu+o+`ng"), decode("qu'a"), decode("the")
    ('Đường', 'quá', 'the')
    """
    marked = _MARKED_VOWEL.sub(lambda match: normalize("NFC", match[0].translate(_MARKS)), seen)
    word = _DD.sub(lambda match: "Đ" if match[0][0] == "D" else "đ", marked)
    return word if is_word(word) else to_standard(word)


def proof(found: list[Reading]) -> Proof:
    """The evidence of the readings of a line; each distinct word counts once."""
    distinct = {reading.seen: reading for reading in found}
    if not distinct:
        return Proof(0, 0.0, 0.0)
    legal = [reading for reading in distinct.values() if reading.legal and MARKED.intersection(reading.word)]
    strong = sum(bool(_STRONG.search(reading.seen)) for reading in legal)
    weight = sum(_weight(reading) for reading in legal)
    return Proof(strong, len(legal) / len(distinct), weight)


def _weight(reading: Reading) -> float:
    if _STRONG.search(reading.seen):
        weight = 1.0
    elif re.search(r"[\^(+*~`]|dd", reading.seen):
        weight = 0.6
    else:
        weight = 0.3
    return weight + (0.3 if reading.word.lower() in COMMON else 0.0)


def sure(found: list[Reading]) -> bool:
    """Whether the evidence that a line is VIQR is sufficient.

    >>> sure(readings("Tie^'ng Vie^.t ddu+o+.c vie^'t ba(`ng VIQR")), sure(readings("I can't say if x^2 is so."))
    (True, False)
    """
    strong, share, weight = proof(found)
    return share >= 0.8 and weight >= 2.0 and strong >= 1


def could_be(line: str) -> bool:
    """Whether a line of a VIQR document is VIQR: it has diacritics, and all words with them are syllables."""
    found = readings(line)
    return any(MARKED.intersection(reading.word) for reading in found) and all(
        reading.legal or is_abbreviation(reading) for reading in found
    )


def is_abbreviation(reading: Reading) -> bool:
    """Whether a decoded word consists of capitals with a Đ: DDH for Đại học."""
    return reading.word.isupper() and reading.word.isalpha() and "Đ" in reading.word
