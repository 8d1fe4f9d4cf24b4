"""Marks that stand beside their letters: ``cu \u0309 a`` for *của*, ``Tiê´ng`` for *Tiếng*.

PDF files draw a mark as a glyph of its own; extraction puts it behind a space, or as an accent behind the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from vntextclean.charsets.words import is_word
from vntextclean.lm.disambiguate import most_likely
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, Hint
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED, TONE_MARKS

_HATS = "\u0302\u0306\u031b"
_COMBINING = "".join(TONE_MARKS) + _HATS
#: Letters may be in pieces themselves: what a mark stands beside is composed after it.
_LETTERS = rf"(?:[^\W\d_][{_COMBINING}]*)"
_DETACHED = late(rf"(?<![\w{_COMBINING}])({_LETTERS}+) ([{_COMBINING}]+)([ \n]?)({_LETTERS}*)")
#: What is asked first: a mark behind a space.
_SPACED = Hint((" ", _COMBINING, ANY))
#: Spacing accents; a dot and a comma are the dot below and the horn, a question mark is the hook, inside a word.
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "˜": "\u0303", "ˆ": "\u0302", "˘": "\u0306", ".": "\u0323", ",": "\u031b",
    "?": "\u0309", "'": "\u0301", "~": "\u0303",
}  # fmt: skip
_SURE, _SIGNS = "´˜ˆ˘", "´`˜ˆ˘"
_ACCENTED = late("[^\\W\\d_]+(?:[´`˜ˆ˘.,?'~]{1,3}[^\\W\\d_]+)*[´`˜ˆ˘]{0,2}")
_ACCENT = late("[´`˜ˆ˘.,?'~]")
#: A grave inside a word: asked first of a text that has no other sure sign.
_GRAVE_INSIDE = late("[^\\W\\d_]`[^\\W\\d_]")
#: So many words of a line must have an accent that no clean text puts inside a word. A dot inside a word of three
#: letters, and an accent behind a vowel, speak for the second where one is sure.
_LEAST, _SHORTEST = 2, 3
#: A word without a tone and a question mark that ends no sentence; words as they are written, so many on each side.
_QUESTION = late("(?<![^\\s])([a-zA-ZăâđêôơưĂÂĐÊÔƠƯ]+)\\?(?= [a-zăâđêôơư])")
_WORD, _BESIDE = late("[^\\W\\d_]+(?:[´`˜ˆ˘.,?'~]{1,3}[^\\W\\d_]+)*"), 2
#: So far they are looked for.
_NEAR = 40
#: Behind a letter with a mark, and inside a word, an accent is no quotation mark, no minute and no comma: such
#: a word is read by itself, if real text has it, and others of its line in which a dot stands so (``Viê.t``).
_SECOND_MARK = late("[ăâêôơưĂÂÊÔƠƯ][´`˜.][^\\W\\d_]")
_SECOND_AT_END = late("[ăâêôơưĂÂÊÔƠƯ][´˜]$")


class Attached(NamedTuple):
    """A word whose marks were put back on its letters."""

    start: int
    end: int
    word: str


def attached(state: TextState) -> list[Attached]:
    """The words whose marks stand apart, in order.

    >>> [found.word for found in attached(TextState("cu\u0020\u0309 a va\u0020\u0300 em, Tiê´ng Viê.t co`n"))]
    ['của', 'và', 'Tiếng', 'Việt', 'còn']
    >>> attached(TextState("dấu \u0303 là ngã; giá 5´, cô ` nhé; 45˚"))
    []
    """
    text = state.text
    stand_apart = _DETACHED.finditer(text) if _SPACED.may_be_in(state) else ()
    found = [one for match in stand_apart if (one := _put_back(match))]
    if any(sign in text for sign in _SURE) or ("`" in text and _GRAVE_INSIDE.search(text)):
        start = 0
        for line in text.split("\n"):
            if not line.isascii():
                found += _of_line(line, start)
            start += len(line) + 1
    found.sort()
    return [
        one for before, one in zip([None, *found], found, strict=False) if before is None or before.end <= one.start
    ]


def _put_back(match: re.Match[str]) -> Attached | None:
    left, marks, gap, right = match.groups()
    alone, right = normalize("NFC", left + marks), normalize("NFC", right)
    if right and is_word(alone + right) and _goes_on(alone, gap, right):
        return Attached(match.start(), match.end(), alone + right)
    return Attached(match.start(), match.end(2), alone) if is_word(alone) and (gap or not right) else None


def _goes_on(alone: str, gap: str, right: str) -> bool:
    """Whether the letters behind a mark belong to its word; those of the next line, where neither is one by itself."""
    if gap == "\n":
        return not is_word(alone) and not is_word(right)
    return not gap or len(right) == 1 or not is_word(right)


def _of_line(line: str, offset: int) -> list[Attached]:
    found, sure, likely = list[Attached](), 0, list[str]()
    alone = list[Attached]()
    for match in _ACCENTED.finditer(line):
        seen = match[0]
        if not _ACCENT.search(seen):
            continue
        word = _accented(seen)
        if word and not MARKED.isdisjoint(word):
            found.append(Attached(offset + match.start(), offset + match.end(), word))
            if any(sign in seen[:-1] for sign in _SIGNS) or _SECOND_AT_END.search(seen):
                sure += 1
            elif len(word) >= _SHORTEST or seen[-1] in _SIGNS:
                likely.append(word)
            if _SECOND_MARK.search(seen):
                alone.append(found[-1])
    if sure >= _LEAST or (sure and attested(likely)):
        return [*found, *_hooks(line, offset, found)]
    return [one for one in alone if attested([one.word])] if sure else []


def _hooks(line: str, offset: int, found: list[Attached]) -> Iterator[Attached]:
    """The words that end in a question mark for their hook, if those beside them ask for it: ``kê´t qua? tô´t``."""
    known = {one.start - offset: one.word for one in found}
    for match in _QUESTION.finditer(line):
        word = normalize("NFC", match[1] + "\u0309")
        if not is_word(word):
            continue
        start, end = match.span()
        left = _words_of(line, max(0, start - _NEAR), start, known)[-_BESIDE:]
        right = _words_of(line, end, min(len(line), end + _NEAR), known)[:_BESIDE]
        if most_likely([word, match[1]], left, right) == word:
            yield Attached(offset + start, offset + end, word)


def _words_of(line: str, start: int, end: int, known: dict[int, str]) -> list[str]:
    """The words between two places, those that were put together as they read."""
    return [known.get(each.start(), each[0]) for each in _WORD.finditer(line, start, end)]


def _accented(token: str) -> str:
    """The word that a token with spacing accents is, if it is one; a tone that is drawn twice counts once."""
    pieces = normalize("NFD", "".join(_ACCENTS.get(char, char) for char in token))
    tones = [at for at, char in enumerate(pieces) if char in TONE_MARKS]
    if len(tones) > 1 and len({pieces[at] for at in tones}) == 1:
        pieces = "".join(char for at, char in enumerate(pieces) if at not in tones[:-1])
    word = normalize("NFC", re.sub(f"([{''.join(TONE_MARKS)}]+)([{_HATS}]+)", r"\2\1", pieces))
    return word if is_word(word) else ""
