"""Tones on the consonant behind their vowel: "quyêǹ" for *quyền*, "bênḥ viêṇ" for *bệnh viện*.

Text gets them where tones were typed after the whole syllable and kept as combining marks, and where a PDF gave the
mark after the letter that follows. Composing such a text makes letters of Polish, Yoruba or Sanskrit out of half of
them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import LineByLine
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.scanning.words import LETTER, REACH
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import OWN, TONE_MARKS, TONED, VOWELS, tones_in
from vntextclean.vietnamese.syllables import Style, is_syllable
from vntextclean.vietnamese.tones import to_standard

_TONES = "".join(TONE_MARKS[1:])
#: What a syllable may end with; in both cases.
_FINALS = "cghmnptCGHMNPT"
_COMPOSED = {
    letter: (final, tone)
    for final in _FINALS
    for tone, mark in enumerate(_TONES, 1)
    if len(letter := unicodedata.normalize("NFC", final + mark)) == 1
}
_SIGNS = frozenset(_COMPOSED) | frozenset(_TONES)
_SUSPECT = late(f"(?<={LETTER})(?:[{''.join(_COMPOSED)}]|[{_FINALS}][{_TONES}])")
_WORD = late(f"(?:{LETTER}|[{_TONES}])+")
_LEFT = late(rf"(?:{LETTER}|[{_TONES}])*\Z")
#: What makes a word Vietnamese: a letter that hardly another language has, or a tone where none has it.
_OURS = late(f"[{OWN}âêôÂÊÔ]|[{_FINALS}]\u0309|[cgpCGP]\u0323|[htHT]\u0301")
#: A mark, which is a character of its own here, makes a word longer.
_LONGEST = REACH + 2
#: So many words in this spelling that are Vietnamese for certain tell that a text is spelled so.
_HABIT = 2
#: Letters with which Sanskrit is written.
_SANSKRIT = frozenset("ṃṇṭḥṂṆṬḤ")
#: How far a line is read for Vietnamese words.
_FAR = 200


class Misplaced(NamedTuple):
    """A word with its tone on a consonant, and the syllable it is meant to be."""

    start: int
    end: int
    after: str


def on_consonants(state: TextState, style: Style = "old") -> Iterator[Misplaced]:
    """The words to respell, in order; a text without such letters costs nothing.

    A word without a sign of our own ("toaǹ") may be of another language: Polish "ń", the "ṇ" and "ṃ" of Sanskrit. It
    is Vietnamese where the text is spelled so elsewhere, with this letter if it is one of Sanskrit.

    >>> [word.after for word in on_consonants(TextState("chính quyêǹ, phát triên̉; Gdańsk, oṃ maṇi"))]
    ['quyền', 'triển']
    """
    if _SIGNS.isdisjoint(unusual(state)):
        return
    text = state.text
    found = list(_found(state, style))
    sure = [word for word in found if _OURS.search(text, word.start, word.end)]
    spelled_so = {word.start for word in found}
    foreign = _SANSKRIT.difference(*(text[word.start : word.end] for word in sure))

    def words_of(start: int, end: int) -> _Words:
        words = list(_WORD.finditer(text, start, end))
        sound = (word.start() in spelled_so or is_syllable(word.group().lower()) for word in words)
        return _Words([word.start() for word in words], [0, *accumulate(sound)])

    lines: LineByLine[_Words] = LineByLine(text)  # for each word anew it was half of all time
    for word in found if len(sure) >= _HABIT else sure:
        if not foreign.isdisjoint(text[word.start : word.end]):
            continue
        if lines.at(word.start, words_of).are_vietnamese_around(word):
            yield word


def _found(state: TextState, style: Style) -> Iterator[Misplaced]:
    text, past = state.text, 0
    for place in UNUSUAL.places(state):  # to look behind each letter of a page takes a millisecond
        at = place - (text[place] in _TONES)
        if at < past or text[place] not in _SIGNS or not _SUSPECT.match(text, at):
            continue
        left = _LEFT.search(text, max(0, at - _LONGEST), at)
        right = _WORD.match(text, at)
        assert left is not None
        assert right is not None
        start, past = left.start(), right.end()
        if past - start <= _LONGEST and (after := _respelled(text[start:past], style)):
            yield Misplaced(start, past, after)


def _respelled(word: str, style: Style) -> str | None:
    """The syllable with its tone on the vowel; None if the tone is elsewhere, or there is more than one."""
    letters: list[str] = []
    tones: list[tuple[int, int]] = []
    for char in word:
        if char in _TONES:
            tones.append((len(letters) - 1, _TONES.index(char) + 1))
        elif char in _COMPOSED:
            final, tone = _COMPOSED[char]
            tones.append((len(letters), tone))
            letters.append(final)
        else:
            letters.append(char)
    plain = "".join(letters)
    vowels = [at for at, letter in enumerate(plain) if letter in VOWELS]
    if len(tones) != 1 or tones_in(plain) or not vowels:
        return None
    ((at, tone),) = tones
    last = vowels[-1]
    if at <= last:
        return None
    after = to_standard(plain[:last] + TONED[plain[last], tone] + plain[last + 1 :], style)
    return after if is_syllable(after) else None


class _Words(NamedTuple):
    """Where the words of a line begin, and of the first of them, how many are sound."""

    starts: list[int]
    sound: list[int]

    def are_vietnamese_around(self, word: Misplaced) -> bool:
        """Whether most other words near one of them are syllables, or are spelled like it."""
        first, last = (bisect_left(self.starts, at) for at in (word.start - _FAR, word.end + _FAR))
        own, next_one = (bisect_left(self.starts, at) for at in (word.start, word.end))
        sound = self.sound[last] - self.sound[next_one] + self.sound[own] - self.sound[first]
        return 2 * sound >= last - next_one + own - first
