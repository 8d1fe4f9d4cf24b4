"""The rules of ``damage.py`` as tables of numbers, by which the kernel finds what words may have been.

Python needs 50 microseconds for a word that it sees for the first time, the kernel 2: half of the time of the filter on
documents of 20 lines went there. A word is one number, a byte for each letter, the first letter lowest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import CODAS, LONG_SHAPES, MARKED_LOWER, ONSETS, PLAIN, beside
from vntextclean.lm import kernel
from vntextclean.vietnamese.letters import TONED, VOWELS, tone_of, toneless
from vntextclean.vietnamese.syllables import forms

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Keys = npt.NDArray[np.uint64]

#: Letters of a word that the kernel can be asked about; with one put in they fill the eight bytes of a number.
LONGEST = 7
#: Where a rule holds, as ``native/spellings.c`` numbers it.
_AT_ONSET, _BEFORE_VOWEL, _AT_CODA, _ANYWHERE = range(4)
#: The letters in the order in which they are tried before a word; the last four are in no syllable, but keys have them.
_INSERTED = (*MARKED_LOWER, *PLAIN)
_LETTERS = (*_INSERTED, *"fjwz")
#: The first code stands behind all control characters; all other letters have one code.
_FIRST, _OTHER = 32, 255


class _Codes(dict[int, int]):
    """For ``str.translate``: the code of a letter by its code point."""

    def __missing__(self, letter: int) -> int:
        return _OTHER


#: The sign of a unit: its small letter is k, as that of K is.
_KELVIN = "\u212a"
_CODE = _Codes({ord(letter): _FIRST + number for number, letter in enumerate(_LETTERS)} | {ord("\n"): ord("\n")})


def spelling_tables(number: dict[str, int], costs: tuple[float, ...]) -> Any:
    """The kernel's tables of the legal syllables that the model knows; None where there is no kernel.

    ``number`` gives ids by spelling, ``costs`` are those of :data:`~.other_spellings.COST` in its order.
    """
    known = sorted(number.keys() & forms())
    other: list[bytes] = [b""] * 256
    toned = _toned()
    for letter, others in beside().items():
        for written, tone in toned[letter]:
            with_tone = (TONED.get((one, tone), "" if tone else one) for one in others)
            other[_CODE[ord(written)]] = "".join(with_tone).translate(_CODE).encode("latin-1")
    starts = np.cumsum([0, *map(len, other)])
    vowels = np.zeros(256, np.uint8)
    vowels[[_CODE[ord(vowel)] for vowel in VOWELS if vowel.islower()]] = 1
    place, read, meant = zip(*_rules(), strict=True)
    return kernel.handle(
        "spellings", _keys(known), np.array([number[word] for word in known], np.int64),
        np.array([_CODE[ord(letter)] for letter in _INSERTED], np.uint8), starts.astype(np.int64),
        np.frombuffer(b"".join(other), np.uint8), vowels, np.array(place, np.uint8), _keys(read), _keys(meant), costs,
        _codes_of_any_case(),
    )  # fmt: skip


def _codes_of_any_case() -> npt.NDArray[np.uint8]:
    """The code of each letter by its code point, capitals as small letters; the last stands for all others."""
    codes = np.full(ord(_KELVIN) + 2, _OTHER, np.uint8)
    for letter in _LETTERS:
        codes[[ord(letter), ord(letter.upper())]] = _CODE[ord(letter)]
    codes[ord(_KELVIN)] = _CODE[ord("k")]
    return codes


def _toned() -> dict[str, list[tuple[str, int]]]:
    """By letter without a tone, the letter under each of the tones."""
    found: dict[str, list[tuple[str, int]]] = {}
    for each in _LETTERS:
        found.setdefault(toneless(each), []).append((each, tone_of(each)))
    return found


def _rules() -> Iterator[tuple[int, str, str]]:
    """Where a rule holds, what is read there, and what may have stood there; in the order of ``sounding_alike``."""
    for group in ONSETS:
        for onset in group:
            yield from ((_BEFORE_VOWEL if onset == "n" else _AT_ONSET, onset, o) for o in group if o != onset)
    for group in CODAS:
        for coda in group:
            yield from ((_AT_CODA, coda, other) for other in group if other != coda)
    yield from ((_ANYWHERE, read, was) for read, was in LONG_SHAPES)


def _keys(words: list[str] | tuple[str, ...]) -> Keys:
    """The numbers of words of eight letters at most."""
    codes = "\n".join(words).translate(_CODE).encode("latin-1").split(b"\n")
    return np.array(codes, "S8").view("<u8").astype(np.uint64)


def found_by_kernel(tables: Any, words: list[str]) -> tuple[Ints, Floats, Ints, Ints]:
    """The ids of what the words may have been, one behind the other, and their costs.

    Then by word how many they are, and how many of them sound like it; those come first.
    """
    count, alike = np.zeros((2, len(words)), np.int64)
    _, ids, costs = kernel.native.find_spellings(tables, words, count, alike)
    return np.frombuffer(ids, np.int64), np.frombuffer(costs, np.float32), count, alike
