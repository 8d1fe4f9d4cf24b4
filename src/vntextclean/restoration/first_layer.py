"""The first convolution of the wide-context net, from what each word adds to it.

It reads words as they are written, before anything is known of their neighbours. So what a word adds to its own place
and to those around it is the same wherever it stands, and is multiplied once for each word and look: 4 700 of them are
all of seven texts of 115 000 words. What is left of this convolution is five sums for each place, a fifth of the time
of the net.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.restoration.layers import Layer

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: So many words are kept, in 13 MB; then all are forgotten. More than a pass reads may be kept once, for that pass.
ROOM = 4096


@dataclass(slots=True)
class _Kept:
    """What words add: float32[rows, places * width]; the row of each word (int64, -1: none); how many rows are taken.

    The first row stands for no word, and adds nothing. A row is taken before a word has it: whatever interrupts this
    (Ctrl-C, no memory), no row is filled again that a word has.
    """

    products: Floats
    rows: Ints
    taken: int


class FirstLayer:
    """The first block of the net: a convolution, what is below 0 cut off, and the layer behind it.

    ``entering`` makes what words enter the convolution with, from their numbers below ``count``. Threads may share it.
    """

    def __init__(self, conv: Layer, last: Layer, count: int, entering: Callable[[Ints], Floats]) -> None:
        self._bias, self._last, self._entering = conv.bias, last, entering
        self._apart = conv.apart(last.outputs)
        self._kept = self._nothing(count, ROOM)
        self._lock = Lock()

    def add_to(self, x: Floats, words: Ints, places: Ints, step: int) -> None:
        """Add to the rows of ``x`` at these places what the block makes of them, and of those ``step`` apart around.

        ``words`` has the number of the word at each row of ``x``, -1 where there is none.
        """
        if self._lock.acquire(blocking=False):
            try:
                self._kept = kept = self._with(self._kept, words)
                self._add(kept, x, words, places, step)
            finally:
                self._lock.release()
        else:  # another thread has it, or had it where this process was forked off: a table of one's own is as good
            self._add(self._with(self._nothing(len(self._kept.rows), 1), words), x, words, places, step)

    def _add(self, kept: _Kept, x: Floats, words: Ints, places: Ints, step: int) -> None:
        rows = np.where(words < 0, 0, kept.rows[words])
        kernel.native.wide_net_first(kept.products, rows, step, self._bias, self._last.compiled, places, x)

    def _nothing(self, count: int, room: int) -> _Kept:
        products = np.empty((room, self._apart.outputs), np.float32)
        products[0] = 0
        return _Kept(products, np.full(count, -1, np.int64), 1)

    def _with(self, kept: _Kept, words: Ints) -> _Kept:
        """The table with what these words add; it is a new one where they have no room in it."""
        met = words[words >= 0]
        new = _once(met[kept.rows[met] < 0])
        if not len(new):
            return kept
        if kept.taken + len(new) > len(kept.products):
            new = _once(met)
            kept = self._nothing(len(kept.rows), max(ROOM, len(new) + 1))
        rows = np.arange(kept.taken, kept.taken + len(new))
        added = self._apart(self._entering(new))
        kept.taken += len(new)
        kept.products[rows[0] : kept.taken] = added
        kept.rows[new] = rows
        return kept


def _once(words: Ints) -> Ints:
    """Each number once; ``np.unique`` would import numpy.ma."""
    ordered = np.sort(words)
    return ordered[np.diff(ordered, prepend=-1) > 0]
