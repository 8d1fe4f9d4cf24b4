"""Damage clean lines as bad extraction and careless typing do, and record the original words.

Calibration learns from it how often a repair with given features is right. The kinds of damage are those of
``vntextclean.filters.diacritics.kinds.damage`` and of the BOUNDARIES filters.
"""

from __future__ import annotations

import random
import re
from collections.abc import Container
from typing import NamedTuple

from vntextclean.filters.diacritics.kinds.channel import Source
from vntextclean.filters.diacritics.kinds.damage import kind_of
from vntextclean.vietnamese.letters import MARKED, TONE_MARKS, TONED, VOWELS, bare, tone_of, toneless
from vntextclean.vietnamese.syllables import is_syllable, parse, spell

_WORD = re.compile(r"[^\W\d_]+")


class Wound(NamedTuple):
    """One damaged place: its span [start, end) in the damaged text, the original text, and the kind of damage."""

    start: int
    end: int
    whole: str
    kind: str


class Damaged(NamedTuple):
    """A damaged line and its damaged places, in order."""

    text: str
    wounds: tuple[Wound, ...]


#: Relative frequency of each kind where it is possible. Extraction most often loses glyphs and glues words.
SHARES = {"letter": 3, "plain-letter": 1, "tone": 3, "marks": 3, "shape": 1, "wrong-tone": 1, "run-on": 4, "split": 2}


def damage(line: str, rate: float, rng: random.Random, only: Container[str] = SHARES) -> Damaged:
    """Damage each word of ``line`` with probability ``rate``, in one of the ways ``only``."""
    words = list(_WORD.finditer(line))
    parts: list[str] = []
    wounds: list[Wound] = []
    at = length = 0
    skip = False
    for index, word in enumerate(words):
        if skip or rng.random() >= rate:
            skip = False
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        glued = following is not None and line[word.end() : following.start()] == " "
        ways = _ways(word.group(), rng, line[word.start() : following.end()] if glued and following else "")
        ways = {kind: form for kind, form in ways.items() if kind in only}
        if not ways:
            continue
        kind = rng.choices(list(ways), [SHARES[k] for k in ways])[0]
        end = following.end() if kind == "run-on" and following else word.end()
        skip = kind == "run-on"
        parts += [line[at : word.start()], ways[kind]]
        length += word.start() - at
        wounds.append(Wound(length, length + len(ways[kind]), line[word.start() : end], kind))
        length += len(ways[kind])
        at = end
    return Damaged("".join(parts) + line[at:], tuple(wounds))


def _ways(word: str, rng: random.Random, pair: str) -> dict[str, str]:
    """The possible damage of a word: kind -> damaged form; only kinds that change the word."""
    ways: dict[str, str] = {}
    marked = [i for i, letter in enumerate(word) if letter in MARKED]
    if marked and len(word) > 2:
        i = rng.choice(marked)
        ways["letter"] = word[:i] + word[i + 1 :]
    if len(word) > 3 and is_syllable(word):
        i = rng.randrange(1, len(word))
        if word[i] not in MARKED:
            ways["plain-letter"] = word[:i] + word[i + 1 :]
    if toneless(word) != word:
        ways["tone"] = toneless(word)
    if bare(word) not in (word, toneless(word)):
        ways["marks"] = bare(word)
    syllable = parse(word)
    if syllable and syllable.tone and word.islower():
        if toneless(word) != bare(word):
            ways["shape"] = _keep_tone(word)
        swap = {3: 4, 4: 3, 1: 5, 5: 1, 2: 1}[syllable.tone]
        other = spell(syllable._replace(tone=swap))
        if is_syllable(other):
            ways["wrong-tone"] = other
    if pair:
        ways["run-on"] = pair.replace(" ", "")
    if len(word) >= 4 and marked:
        i = rng.randrange(1, len(word) - 1)
        ways["split"] = word[:i] + " " + word[i:]
    return {kind: form for kind, form in ways.items() if form != word}


def _keep_tone(word: str) -> str:
    """The word with bare vowels and its tone in place."""
    import unicodedata

    return "".join(unicodedata.normalize("NFC", bare(c) + TONE_MARKS[tone_of(c)]) for c in word)


#: How often another confusion is drawn for a word in which the drawn one cannot happen.
_DRAWS = 30


def confuse(line: str, rate: float, source: Source, rng: random.Random) -> Damaged:
    """Damage words of ``line`` as a source of the confusion channel does, each with probability ``rate``."""
    parts: list[str] = []
    wounds: list[Wound] = []
    at = length = 0
    confusions, weights = list(source.counts), list(source.counts.values())
    for word in _WORD.finditer(line):
        if rng.random() >= rate or not is_syllable(word[0]) or (word[0].isupper() and len(word[0]) > 1):
            continue
        whole = word[0].lower()
        drawn = rng.choices(confusions, weights, k=_DRAWS)
        damaged = next((made for one in drawn if (made := _confused(whole, one, rng)) != whole), whole)
        if rng.random() < source.doubled:
            again = rng.choices(confusions, weights, k=_DRAWS)
            damaged = next((made for one in again if (made := _confused(damaged, one, rng)) != damaged), damaged)
        kind = kind_of(damaged, whole)
        if kind is None:
            continue
        written = damaged[0].upper() + damaged[1:] if word[0][0].isupper() else damaged
        parts += [line[at : word.start()], written]
        length += word.start() - at
        wounds.append(Wound(length, length + len(written), word[0], kind.value))
        length += len(written)
        at = word.end()
    return Damaged("".join(parts) + line[at:], tuple(wounds))


def _confused(whole: str, confusion: str, rng: random.Random) -> str:
    """A word (lower case) after one confusion "written>meant"; the word itself where that cannot happen in it."""
    written, _, meant = confusion.partition(">")
    if meant.isdigit():
        return _with_tone(whole, int(written)) if tone_of(whole) == int(meant) else whole
    places = [i for i in range(len(whole)) if toneless(whole).startswith(meant, i)]
    if meant == "*":
        places = [i for i, letter in enumerate(whole) if letter in MARKED]
    if confusion == "><":
        places = list(range(len(whole) - 1))
    if not places or (len(whole) < 3 and len(written) < len(meant)):
        return whole
    at = rng.choice(places)
    if confusion == "><":
        return whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
    if not meant:
        return whole[:at] + written + whole[at:]
    if len(meant) == len(written) == 1 and whole[at] in VOWELS and written in VOWELS:
        written = TONED[written, tone_of(whole[at])]
    return whole[:at] + written + whole[at + len(meant) :]


def _with_tone(whole: str, tone: int) -> str:
    """The word with another tone, also where no syllable has it."""
    syllable = parse(whole)
    if syllable is None:
        return whole
    if tone_of(whole):
        return "".join(TONED[toneless(c), tone] if tone_of(c) else c for c in whole)
    return spell(syllable._replace(tone=tone))
