"""The words of a line by clauses, and what the keys of Telex or VNI spell of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.keystrokes import from_telex, from_vni
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.word_evidence import evidence_of

#: Spellings that no English word has, in a word that Telex makes a syllable. ``j`` before a vowel, ``oof``, ``eer``,
#: ``own`` and the like are left out: mojo, roof, beer, town.
_ONLY_TELEX = late(
    r"""
    ^dd | uw | [aeo]{2}u | [iy]ee | uee(?!ns?$|r$) | uoo | uaa
  | j (?![aeiouy])
  | aw (?: [cmpt] | ng ) | ow (?: [cimptfrxj] | ng )
  | [fxj] (?: ch? | m | nh? | ng | p ) $ | s (?: ng | nh | m ) $ | r (?: ng | nh ) $
  | (?: ng | nh | [mn] ) [frj] (?![aeiouy]) | (?: ng | nh | m ) x (?![aeiouy])
  | [aiou] [iuo] f $ (?<! oof ) | [aeo]{2} x | aa [fj]
  | ^ (?: ngh? | nh | kh ) .* [aeiouy] .* [fxjwsr]
    """,
    re.VERBOSE,
)
_CHUNK = late(r"\S+")
_TOKEN = late(r"""([("'“‘«\[]*)([^\W_]+(?:-[^\W_]+)*)([)\]"'”’».,;:!?…]*)""")
_CLAUSE_END = late(r"[.,;:!?…)\]]")
#: Where a clause ends at any rate: behind such a sign, at the end of what stands between two spaces.
_ENDS_CHUNK = late(r"[.,;:!?…)\]](?!\S)")
#: A quotation is of another hand, and may be of another language: its words are clauses of their own.
_OPENS, _CLOSES = frozenset('"“‘«'), frozenset('"”’»')
LETTERS = late(r"[^\W\d_]+")
ALNUM = late(r"[^\W_]+")
#: A single word of keys that stands for one mark.
SHORTEST = 4
#: A vowel typed again behind a consonant, for its circumflex, or a d behind a vowel: few type so; Esperanto has
#: "nomoj", Kaqchikel "samaj", Croatian "dodaj".
_APART = late(r"([aeo])[^aeo]+\1[fsrxj]?$|^d[^d]+d")


class Word(NamedTuple):
    """A word of a clause: where it stands, what its keys spell, and whether only keys are spelled so."""

    start: int
    end: int
    text: str
    after: str | None
    strong: bool
    strange: bool


def clauses_of(
    line: str, pattern: re.Pattern[str], make: Callable[[int, int, str], Word], start: int = 0, end: int | None = None
) -> Iterator[list[Word]]:
    """The words of a line by clauses, or of the part between two of its clauses; addresses and codes are no words."""
    clause: list[Word] = []
    for chunk in _CHUNK.finditer(line, start, len(line) if end is None else end):
        if chunk.group().isalpha():  # nine in ten, and each is one word
            clause.append(make(*chunk.span(), chunk.group()))
            continue
        token = _TOKEN.fullmatch(chunk.group())
        if clause and not _OPENS.isdisjoint(token[1] if token else chunk[0][0]):
            yield clause
            clause = []
        if token:
            first, last = chunk.start() + token.start(2), chunk.start() + token.end(2)
            for part in pattern.finditer(line, first, last):
                clause.append(make(part.start(), part.end(), part.group()))
        ends = _CLAUSE_END.search(chunk[0][-1]) or not _CLOSES.isdisjoint(token[3] if token else chunk[0][-1])
        if ends and clause:
            yield clause
            clause = []
    if clause:
        yield clause


def telex_clauses(line: str) -> list[list[Word]]:
    """The clauses of a line that hold a word that may be keys of Telex, and a few beside them.

    An article may stand on one line, and hold one such word.

    >>> [[word.text for word in clause] for clause in telex_clauses("Trời mưa, họ đi taxi, rồi ngủ.")]
    [['họ', 'đi', 'taxi']]
    """
    places = set()
    for word in filter(may_be_telex, filter(str.isascii, set(LETTERS.findall(line)))):
        at = line.find(word)
        while at >= 0:
            places.add(at)
            at = line.find(word, at + 1)
    ends = [0, *(match.end() for match in _ENDS_CHUNK.finditer(line)), len(line)]
    parts = sorted({bisect_right(ends, place) for place in places})
    return [clause for at in parts for clause in clauses_of(line, LETTERS, telex_word, ends[at - 1], ends[at])]


def telex_word(start: int, end: int, text: str) -> Word:
    """A word of a clause, and what its letters spell as keys of Telex."""
    return Word(start, end, text, *_as_telex(text))


@lru_cache(maxsize=20_000)
def _as_telex(text: str) -> tuple[str | None, bool, bool]:
    """The last three fields of a :class:`Word`; the same few thousand words are asked for line after line."""
    after = from_telex(text) if text.isascii() and (text.islower() or text.isupper() or text.istitle()) else None
    strong = after is not None and is_only_telex(text)
    strange = after is None and not is_syllable(text) and (text.isascii() or evidence_of([text]).alien > 0)
    return after, strong, strange


def vni_word(start: int, end: int, text: str) -> Word:
    """A word of a clause, and what its digits spell as keys of VNI."""
    has_digit = any(c.isdigit() for c in text)
    after = from_vni(text) if has_digit else None
    strong = after is not None and is_only_vni(text)
    strange = after is None and text.isascii() and not text.isdigit() and not is_syllable(text)
    return Word(start, end, text, after, strong, strange)


def is_only_telex(word: str) -> bool:
    """Whether a word is Telex and nothing else: no English word is spelled so."""
    lower = word.lower()
    return bool(_ONLY_TELEX.search(lower)) and not _APART.search(lower) and from_telex(word) is not None


@lru_cache(maxsize=20_000)
def may_be_telex(word: str) -> bool:
    """Whether a word is Telex, or long enough to be Telex among Vietnamese words."""
    return is_only_telex(word) or (len(word) >= SHORTEST and word.islower() and from_telex(word) is not None)


def is_only_vni(word: str) -> bool:
    """Whether a word is VNI and nothing else: it ends in a letter, or has two digits."""
    return (word[-1].isalpha() or sum(c.isdigit() for c in word) >= 2) and from_vni(word) is not None
