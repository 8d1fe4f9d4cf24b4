"""How likely the spelling of a word is that the model does not know: names, foreign words, new words.

The n-grams say how likely *some* unknown word is at a place; this says which. A word that is a possible syllable is one
of the thousands that nobody has written yet, each as likely as the next; any other is spelled letter by letter, by
n-grams of letters that were counted over the unknown words of the corpora, apart for lower, Title and UPPER case and
for words with marks. Slips of known words were left out of the counting, so that "Sobchak" is a likely unknown name
and "nguời" is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm.ngrams import END, NGrams
from vntextclean.lm.text import scan as scanning
from vntextclean.vietnamese.syllables import is_syllable

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: Symbols: 1 begins and ends a word, 2 is any letter that is not in the alphabet, then the kinds of words, the letters.
STRANGE = 2
KINDS = LOWER, TITLE, UPPER, MARKED, MARKED_NAME = range(3, 8)
FIRST_LETTER = 8
#: What a letter outside the alphabet costs beyond being one: it is one of some 500 (nats).
ONE_STRANGE = 6.2
#: What every unknown word costs where the model file has no letters: the constant that repairs were fitted with.
UNSPELLED = 6.0


class Spelling:
    """The letters of unknown words; made from the sections ``spelling/...`` of a model file, or from none."""

    def __init__(self, sections: Mapping[str, npt.NDArray[Any]]) -> None:
        self._ngrams: NGrams | None = None
        if not sections:
            return
        self._letters: Ints = sections["letters"].astype(np.int64)
        self._syllable: Floats = sections["syllable"].astype(np.float32)  # a certain one, none; for each kind
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
        """The log-probability of each spelling, given that it is an unknown word; words are as they are written.

        >>> from vntextclean.lm.model import Model
        >>> foreign, slip = Model.open().spelling.log_prob(["USMC", "nguời"])
        >>> bool(foreign >= slip)
        True
        """
        if self._ngrams is None or not words:
            return np.full(len(words), -UNSPELLED, np.float32)
        kinds = np.array([kind_of(word) for word in words])
        by_letter = np.array([not is_syllable(word) for word in words])
        out: Floats = self._syllable[by_letter.astype(np.int64), kinds - LOWER]
        if by_letter.any():
            out[by_letter] += self._spelled(
                [w for w, alone in zip(words, by_letter, strict=True) if alone], kinds[by_letter]
            )
        return out

    def _spelled(self, words: list[str], kinds: Ints) -> Floats:
        """Letter by letter, all words in one sequence."""
        assert self._ngrams is not None
        stream, begins = letters_of(words, kinds, self._letters)
        scores = self._ngrams.of_stream(stream)
        scores[stream[1:] == STRANGE] -= ONE_STRANGE
        scores[begins] = 0  # the kind of the word is known
        found: Floats = np.add.reduceat(scores, begins)
        return found


def letters_of(words: Sequence[str], kinds: Ints, alphabet: Ints) -> tuple[Ints, Ints]:
    """Words as one sequence of symbols, and where each begins.

    A word is its kind and its letters; 1 stands before and after it.
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
    """The symbol of a word's kind: by its case, and whether it has marks.

    >>> [kind_of(word) - LOWER for word in ("serotonin", "Sobchak", "USMC", "iPhone", "môtip", "Mường")]
    [0, 1, 2, 2, 3, 4]
    """
    low = scanning.folded(scanning.code_points(word))
    if (scanning.BARED.take(low, mode="clip") != low).any():
        return MARKED if word == word.lower() else MARKED_NAME
    if word == word.lower():
        return LOWER
    return TITLE if word[1:] == word[1:].lower() else UPPER
