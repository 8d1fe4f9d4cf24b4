"""The letter model of unknown words: names, foreign words, new words.

The word n-grams give the probability of *some* unknown word at a position; this model gives the probability of its
spelling. A word that is a possible syllable has one fixed probability: all possible syllables that the model does not
know are equally likely. Any other word is scored by n-grams of letters. They were counted over the unknown words of the
corpora, separately for lower, Title and UPPER case and for words with diacritics. Misspellings of known words were left
out of the counts, so that "Sobchak" is likely as an unknown name and "nguời" is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.ngrams import END, NGrams
from vntextclean.lm.text import scan as scanning
from vntextclean.vietnamese.syllables import is_syllable

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: Symbols: 1 begins and ends a word, 2 is any letter outside the alphabet, then the kinds of words, then the letters.
STRANGE = 2
KINDS = LOWER, TITLE, UPPER, MARKED, MARKED_NAME = range(3, 8)
FIRST_LETTER = 8
#: Extra cost of each letter outside the alphabet (nats): it is one of some 500.
ONE_STRANGE = 6.2
#: Cost of every unknown word (nats) where the model file has no letter model; repairs were fitted with this constant.
UNSPELLED = 6.0


class Spelling:
    """The letter model, from the arrays ``spelling/...`` of a model file; without arrays every word costs UNSPELLED.

    ``vocabulary`` is the kernel handle of the letters (:attr:`Model.compiled`), if there is one. Raises KeyError if an
    array is missing and ValueError if the arrays do not fit together. Threads may share it.
    """

    def __init__(self, sections: Mapping[str, npt.NDArray[Any]], vocabulary: Any = None) -> None:
        self._vocabulary = vocabulary
        self._ngrams: NGrams | None = None
        if not sections:
            return
        self._letters: Ints = sections["letters"].astype(np.int64)
        self._syllable: Floats = sections["syllable"].astype(np.float32)  # [(one given syllable, no syllable), kind]
        layout = [(int(seed), int(segment)) for seed, segment in sections["layout"]]
        log_prob = sections["log_prob"].astype(np.float32)
        self._ngrams = NGrams(log_prob, sections["backoff"].astype(np.float32), sections, layout)
        fits = (
            len(log_prob) == FIRST_LETTER + len(self._letters)
            and len(self._letters) > 0
            and self._syllable.shape == (2, len(KINDS))
            and bool(np.isfinite(self._syllable).all())
        )
        if not fits:
            raise ValueError("the letters of unknown words do not fit together")

    def log_prob(self, words: Sequence[str]) -> Floats:
        """``log p(spelling | unknown word)`` of each word as written (float32[n], nats).

        >>> from vntextclean.lm.model import Model
        >>> foreign, slip = Model.open().spelling.log_prob(["USMC", "nguời"])
        >>> bool(foreign >= slip)
        True
        """
        if self._ngrams is None or not words:
            return np.full(len(words), -UNSPELLED, np.float32)
        by_letter = np.array([not is_syllable(word) for word in words])
        if kernel.native is not None and self._vocabulary is not None and self._ngrams.compiled is not None:
            return self._by_kernel(list(words), by_letter)
        kinds = np.array([kind_of(word) for word in words])
        out: Floats = self._syllable[by_letter.astype(np.int64), kinds - LOWER]
        if by_letter.any():
            out[by_letter] += self._spelled(
                [w for w, alone in zip(words, by_letter, strict=True) if alone], kinds[by_letter]
            )
        return out

    def _by_kernel(self, words: list[str], by_letter: npt.NDArray[np.bool_]) -> Floats:
        """One call for the letters of all words."""
        assert self._ngrams is not None
        small = [word == word.lower() for word in words]
        kinds = np.array([_plain_kind(word) for word in words], np.int64)
        _, scores, begins = kernel.native.letters(
            self._vocabulary, self._ngrams.compiled, self._letters, (STRANGE, FIRST_LETTER), ONE_STRANGE, words, kinds,
            np.where(small, MARKED, MARKED_NAME), by_letter,
        )  # fmt: skip
        out: Floats = self._syllable[by_letter.astype(np.int64), kinds - LOWER]
        if by_letter.any():
            out[by_letter] += _summed(np.frombuffer(scores, np.float32), np.frombuffer(begins, np.int64))
        return out

    def _spelled(self, words: list[str], kinds: Ints) -> Floats:
        """Log-probabilities by letters, for all words in one sequence."""
        assert self._ngrams is not None
        stream, begins = letters_of(words, kinds, self._letters)
        scores = self._ngrams.of_stream(stream)
        scores[stream[1:] == STRANGE] -= ONE_STRANGE
        return _summed(scores, begins)


def _summed(scores: Floats, begins: Ints) -> Floats:
    """The sums over words of the scores of their symbols; that of their kind, which is known, left out."""
    scores[begins] = 0
    found: Floats = np.add.reduceat(scores, begins)
    return found


def letters_of(words: Sequence[str], kinds: Ints, alphabet: Ints) -> tuple[Ints, Ints]:
    """Words as one sequence of symbols (int64), and the index of each word in the sequence without its first symbol.

    A word is the symbol of its kind and those of its letters; symbol 1 stands before and after it.
    """
    codes = scanning.folded(scanning.code_points(" ".join(words) + " ")).astype(np.int64)
    place = np.minimum(np.searchsorted(alphabet, codes), len(alphabet) - 1)
    symbols = np.where(alphabet[place] == codes, place + FIRST_LETTER, STRANGE)
    gaps = np.flatnonzero(codes == ord(" "))
    symbols[gaps] = END
    begins = np.concatenate(([0], gaps[:-1] + 1))
    stream = np.insert(symbols, begins, kinds)
    return np.concatenate(([END], stream)), begins + np.arange(len(begins))


def kind_of(word: str) -> int:
    """The symbol of a word's kind: its case, and whether it has diacritics.

    >>> [kind_of(word) - LOWER for word in ("serotonin", "Sobchak", "USMC", "iPhone", "môtip", "Mường")]
    [0, 1, 2, 2, 3, 4]
    """
    if not word.isascii():
        low = scanning.folded(scanning.code_points(word))
        if (scanning.BARED.take(low, mode="clip") != low).any():
            return MARKED if word == word.lower() else MARKED_NAME
    return _plain_kind(word)


def _plain_kind(word: str) -> int:
    """The same of a word without diacritics."""
    if word == word.lower():
        return LOWER
    return TITLE if word[1:] == word[1:].lower() else UPPER
