"""The words of a row of cells: what each may be, and whether that is Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from unicodedata import category, normalize

from vntextclean.charsets.words import is_compound, is_word
from vntextclean.misreadings.parsing.cells import Cell
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED

#: A word with more ways than this to read it is left: 4 lost letters of 8 possibilities each are 4 096.
_MOST = 5000
#: An abbreviation in capitals is no syllable and no fault: HĐND, ĐHQG.
_ABBREVIATION = 6


#: No writer puts a marked capital behind a small letter; a real quotation mark read as a byte does.
_CAPITAL_INSIDE = re.compile("[a-zà-ỹ](?:" + "|".join(sorted(c for c in MARKED if c.isupper())) + ")")


#: Letters of phonetics and of seldom written languages: two bytes of text that was read twice look like them (Ǧ).
_SELDOM = re.compile("[\u0180-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd-\u0217\u021c-\u024f]")


class Chosen(NamedTuple):
    """A word of a text as it was before it was damaged, and how surely; a model may have chosen it."""

    start: int
    end: int
    word: str
    confidence: float


class Word(NamedTuple):
    """One word that a reading changes: its place, how it is seen, what it may be, and whether a byte of it is gone.

    ``legal`` are those of its ``options`` that are Vietnamese; a word without a lost byte has one option. ``letters``
    counts the characters of the text that its read letters are seen as, those of a cut letter by half. A word that is
    ``half`` read holds a letter that was put together, and should have been part of another one.
    """

    start: int
    end: int
    options: tuple[str, ...]
    legal: tuple[str, ...]
    cut: bool
    letters: float
    half: bool = False

    @property
    def is_proof(self) -> bool:
        """Whether it has a reading that is Vietnamese and carries a mark."""
        return any(not MARKED.isdisjoint(word) for word in self.legal)


def words_of(cells: Sequence[Cell]) -> Iterator[Word]:
    """The words in which something was read, in order; a sign that was read is one by itself."""
    done = 0
    for number in [number for number, cell in enumerate(cells) if cell[3]]:
        if number < done:
            continue
        first, end = _first_letter(cells, number, done), number + 1
        if first > number:
            start, end_of_it, options, _, is_cut, is_half = cells[number]
            yield Word(start, end_of_it, options, (), is_cut, 0, is_half)
        else:
            while end < len(cells) and may_go_on(cells[end][2]):
                end += 1
            yield from _word(cells[first:end])
        done = end


def _first_letter(cells: Sequence[Cell], number: int, done: int) -> int:
    """Where the word of a cell begins; behind the cell if it is a sign, or a mark without a letter."""
    if not may_go_on(cells[number][2]):
        return number + 1
    first = number
    while first > done and may_go_on(cells[first - 1][2]):
        first -= 1
    while first <= number and not any(option[0].isalpha() for option in cells[first][2]):
        first += 1
    return first


@lru_cache(maxsize=1 << 12)
def may_go_on(options: tuple[str, ...]) -> bool:
    """Whether a cell may stand inside a word: a letter, or a mark. Asked of every character by every table."""
    return any(option.isalpha() or (option > "\x7f" and _is_of_letters_and_marks(option)) for option in options)


def _is_of_letters_and_marks(option: str) -> bool:
    """Whether a cell that is no letters alone has marks besides: a word that was read whole may have one on its đ."""
    return all(char.isalpha() or category(char) == "Mn" for char in option)


def _word(run: Sequence[Cell]) -> Iterator[Word]:
    """One word; a run of letters that a sign in the text cut off (``đi…``) is two, at the place where case changes."""
    cut, half, letters, mixed = False, False, 0.0, False
    for start, end, options, is_read, is_cut, is_half in run:
        cut, half = cut or is_cut, half or is_half
        if is_read:
            letters += (end - start) * (0.5 if is_cut else 1.0)
        elif options[0] > "\x7f":
            mixed = True
    texts, legal = _ways(tuple([cell[2] for cell in run]))
    if cut and mixed:  # "ĐÃ" of "ÄÃ³ng": a table that does not know the Ã reads half of the word
        texts, legal = (), ()
    yield Word(run[0][0], run[-1][1], texts, legal, cut or not texts, letters, half)


@lru_cache(maxsize=1 << 13)
def _ways(options: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a word may be, and what of that is Vietnamese; nothing where there are too many ways."""
    if prod(map(len, options)) > _MOST:
        return (), ()
    texts = tuple(dict.fromkeys(_composed("".join(parts)) for parts in product(*options)))
    return texts, tuple(text for text in texts if is_vietnamese(text))


@lru_cache(maxsize=1 << 14)
def _composed(text: str) -> str:
    return normalize("NFC", text)


@lru_cache(maxsize=1 << 14)
def is_vietnamese(word: str) -> bool:
    """Whether a word is a syllable, or a loan written of two.

    >>> is_vietnamese("đẹp"), is_vietnamese("ôtô"), is_vietnamese("cafÃ")
    (True, True, False)
    """
    return is_word(word) or is_compound(word)


def is_plausible(word: str) -> bool:
    """Whether a reading that lost nothing may stand in a line that is proven: a word of one alphabet, or signs.

    >>> is_plausible("Müller"), is_plausible("ĐHQG"), is_plausible("a\u0431c"), is_plausible("vỔ")
    (True, True, False, False)
    """
    if _CAPITAL_INSIDE.search(word) or _SELDOM.search(word):
        return False
    if any(category(char) in ("Cc", "Cn", "Co", "Cs") or char == "\ufffd" for char in word):
        return False
    alphabets = {_alphabet(char) for char in word if char.isalpha()}
    return len(alphabets) < 2


def _alphabet(char: str) -> int:
    """A number for the alphabet of a letter, roughly: Latin, those of East Asia, or the block of 256 code points."""
    code = ord(char)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return 0
    return 1 if 0x2E80 <= code < 0xD7B0 or 0x20000 <= code < 0x32000 else code >> 8


def is_abbreviation(word: str) -> bool:
    """Whether a word is short and in capitals.

    >>> is_abbreviation("HĐND"), is_abbreviation("Đạ")
    (True, False)
    """
    return 2 <= len(word) <= _ABBREVIATION and word.isalpha() and word.isupper()


def has_usual_case(word: str) -> bool:
    """Whether a word is in small letters, in capitals, or has one capital at its head.

    >>> has_usual_case("Nội"), has_usual_case("NỘI"), has_usual_case("NỘi")
    (True, True, False)
    """
    return word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())


@lru_cache(maxsize=1 << 12)
def fitting(options: tuple[str, ...], legal: tuple[str, ...]) -> tuple[str, ...]:
    """The ways to read a cut word that writing uses: Vietnamese words in a usual case, and abbreviations.

    >>> fitting(("HĐ", "Hđ", "hĐ"), ("Hđ", "hĐ"))
    ('Hđ', 'HĐ')
    """
    return (*filter(has_usual_case, legal), *filter(is_abbreviation, options))


def touching(words: list[Word]) -> bool:
    """Whether two of the words share a border."""
    return any(first.end == second.start for first, second in pairwise(words))
