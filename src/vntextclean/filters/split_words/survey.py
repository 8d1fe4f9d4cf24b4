"""What a text may hold of broken words, told by its tokens alone: in sound text nothing is worth a closer look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.known_words import LONGEST, likeliest
from vntextclean.lm.syllables import spelt_by_rule
from vntextclean.lm.text.scan import NUMBER, Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.syllables import forms

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: A word rarer than one in 30 000 is doubtful enough to be asked about.
_DOUBTFUL = -10.3
#: The joined syllable must be commoner than one in 400 000.
_RAREST = -12.9
_MOST_PIECES = 3
#: Four letters apart may be the answers of a test.
SPACED = 5
#: So many pieces make a line broken, and this share of the words of a stretch; so many of them are no words at all.
FEWEST = 4
FEWEST_ODD = 2
SHARE = 0.35
#: A piece has so many letters at most: "thươ" of "thương".
LONGEST_PIECE = 4

#: Vowels that hardly are words, though text is full of them: what stands before one may be the rest of its word.
ALONE = frozenset("aeiouy")


class Survey(NamedTuple):
    """What to look at: ``joins`` are stretches that may be a word (first and last token).

    ``broken`` is whether a line may be in pieces, ``spaced`` whether letters may be spaced out.
    """

    joins: list[tuple[int, int]]
    broken: bool
    spaced: bool


class Surveyor:
    """Surveys texts with the words of one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        legal, likely = model.derived(spelt_by_rule), likeliest(model)
        self._joinable: npt.NDArray[np.bool_] = legal & (likely > _RAREST)
        #: By lower-case id: whether a word stands on its own without raising a doubt.
        self.plain: npt.NDArray[np.bool_] = legal & (likely > _DOUBTFUL)
        self.plain[NUMBER] = True
        #: By lower-case id: whether a word is no reason to look around it.
        self._settled = self.plain.copy()
        self._settled[model.ids(sorted(ALONE))] = False

    @cached_property
    def joinable(self) -> dict[str, int]:
        """The syllables worth joining to, with their ids; made when the first is in sight."""
        words = self._model.words
        return {words[number]: number for number in self._joinable.nonzero()[0].tolist()}

    @cached_property
    def _held(self) -> Any:
        """What the compiled kernel holds of these tables, where there is one."""
        if self._model.compiled is None:
            return None
        numbers = LONGEST, _MOST_PIECES, LONGEST_PIECE, FEWEST, FEWEST_ODD, SPACED
        return kernel.handle("split_words", self._model.compiled, self._settled, self._joinable, numbers, SHARE)

    def doubtful(self, scan: Scan) -> npt.NDArray[np.int64]:
        """The tokens that do not stand on their own without raising a doubt."""
        return (~self.plain.take(scan.lower)).nonzero()[0]

    def __call__(self, scan: Scan) -> Survey:
        """The survey of one text; without a kernel every text may have broken lines and spaced letters."""
        if kernel.native is not None and self._held is not None:
            return Survey(
                *kernel.native.find_splits(
                    self._held, scan.text, scan.starts, scan.ends, scan.lower, scan.tokens.number
                )
            )
        # Hardly any stretch makes a syllable, so that is asked first.
        legal, stretches = forms(), self._stretches(scan, (~self._settled.take(scan.lower)).nonzero()[0].tolist())
        joins = [(first, last) for first, last, apart in stretches if apart.replace(" ", "").lower() in legal]
        return Survey(joins, broken=True, spaced=True)

    def _stretches(self, scan: Scan, doubtful: list[int]) -> Iterator[tuple[int, int, str]]:
        """The first token, the last and the text of all stretches to try: those around each doubtful word."""
        # Of sound words one in ten is doubtful: to look around each is faster than to ask numpy about all places.
        if not doubtful:
            return
        text, starts, ends, count = scan.text, scan.starts.tolist(), scan.ends.tolist(), len(scan)
        done = 0
        for token in doubtful:
            start, end = starts[token], ends[token]
            if end - start >= LONGEST:
                continue  # with a space and a letter more it is too long for a syllable
            for first in range(token, max(done, token - _MOST_PIECES + 1) - 1, -1):
                if first < token:
                    start = starts[first]
                    if starts[first + 1] - ends[first] != 1 or end - start > LONGEST + token - first:
                        break  # a stretch that begins farther left is longer still
                for last in range(first + 1 if first == token else token, min(first + _MOST_PIECES, count)):
                    if ends[last] - start > LONGEST + last - first or starts[last] - ends[last - 1] != 1:
                        break  # and a longer stretch is too long as well
                    yield first, last, text[start : ends[last]]
            done = token + 1
