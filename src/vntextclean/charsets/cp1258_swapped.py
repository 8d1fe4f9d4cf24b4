"""Vietnamese in Latin-1 that was read as Windows-1258: ì became an acute accent, ò a dot below, ã an ă.

The two code pages differ in a few places: ``th\u0301`` is *thì*, ``c\u0323n`` is *còn*, ``đă`` is *đã*. Vietnamese
consonants have no diacritics, so that such words are easy to detect. Polish and the romanised Sanskrit of Buddhist
pages do have such consonants, so that one word is not enough evidence.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from vntextclean.charsets.words import Reading, is_word
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Hint
from vntextclean.text_state import TextState

_ACUTE, _DOT = "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DOT BELOW}"
_CONSONANTS = "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"
_COMPOSED = "".join(
    one for consonant in _CONSONANTS for mark in (_ACUTE, _DOT) if len(one := normalize("NFC", consonant + mark)) == 1
)
_MARKED_CONSONANT = late(f"[{_CONSONANTS}][{_ACUTE}{_DOT}]|[{_COMPOSED}]")
#: Begins with one class, so that a page without such letters is searched quickly.
_TELL = late(f"[{_ACUTE}{_DOT}{_COMPOSED}](?:(?<=[{_CONSONANTS}][{_ACUTE}{_DOT}])|(?<=[{_COMPOSED}]))")
#: The same. A page in pieces has these marks on its vowels: to search it for one on a consonant took 50 µs.
_TELLING = Hint((_CONSONANTS, _ACUTE + _DOT, ANY), (ANY, _COMPOSED, ANY))
_WORD = late(f"[^\\W\\d_](?:[^\\W\\d_]|[{_ACUTE}{_DOT}])*")
_BREVE = late("[ăĂ]")

_PROOF = late(f"[bdđghkptvxBDĐGHKPTVX]{_ACUTE}")

#: Words with an acute accent on a consonant that are enough evidence for a document; for a line, two different ones.
_DOCUMENT_WORDS = 3


def swapped(state: TextState) -> list[Reading]:
    """The words of a text that were damaged in this way, in order; none without enough evidence in a line or document.

    >>> [reading.word for reading in swapped(TextState("Th\u0301 c\u0323n g\u0301 n\u01b0\u0303a, t\u0301nh đă hết"))]
    ['Thì', 'còn', 'gì', 'tình', 'đã']
    >>> swapped(TextState("Gdańsk, Saṃyutta và ṭa"))
    []
    """
    text = state.text
    if not _TELLING.may_be_in(state):
        return []
    by_line: dict[int, list[Reading]] = {}
    end = 0
    for hit in _TELL.finditer(text):
        if hit.start() < end:
            continue  # its line is read already
        start, end = line_of(text, hit.start())
        by_line[start] = _in_line(text[start:end], start)
    proven = sum(_is_proof(reading) for found in by_line.values() for reading in found) >= _DOCUMENT_WORDS
    made: list[Reading] = []
    for start in sorted(by_line):
        found = by_line[start]
        words = {reading.word.lower() for reading in found if _MARKED_CONSONANT.search(reading.seen)}
        if proven or (len(words) >= 2 and any(map(_is_proof, found))):
            made += found
    return made


def _in_line(line: str, offset: int) -> list[Reading]:
    found = []
    for match in _WORD.finditer(line):
        seen = match[0]
        word = _BREVE.sub(_tilde, _MARKED_CONSONANT.sub(_vowel, seen)) if not is_word(seen) else seen
        # A single composed letter belongs to another alphabet, or to a table of letters.
        if word != seen and len(seen) > 1 and is_word(word):
            found.append(Reading(offset + match.start(), offset + match.end(), seen, word, True))
    return found


def _vowel(match: re.Match[str]) -> str:
    parts = normalize("NFD", match[0])
    return parts[0] + ("ì" if parts[1] == _ACUTE else "ò")


def _tilde(match: re.Match[str]) -> str:
    return "ã" if match[0] == "ă" else "Ã"


def _is_proof(reading: Reading) -> bool:
    """Whether a word has a consonant with an acute accent that no European language uses: t, th, v, ch, kh."""
    return _PROOF.search(reading.seen) is not None
