"""Where a word was lost, and which: gaps that the model finds improbable and one companion of a neighbour fills.

Half of a compound left alone is the trace: "đã soát" has lost "rà", because nothing else stands before "soát" after
"đã". So only companions are tried (syllables that make up a good share of what stands next to a neighbour), and the
model says how much likelier the text is with the word than without.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm.model import BITS, Model
from vntextclean.lm.pairs import bigrams
from vntextclean.lm.rivals import PAD
from vntextclean.lm.scan import SPECIALS, Scan

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: A gap is looked at when the two words around it were never seen side by side, or cost this much (nats).
DOUBT = -6.5
#: What is reported: a text likelier by this much (nats) with the word than without, the cost of the word included.
GAIN = 2.0
#: Companions that make up less than this of the neighbours never reached a certain repair, and cost 9 look-ups in 10.
SHARE = 0.1
#: Words this common (log-probability) join clauses in a dozen ways: "của", "và", "có". Grammar seldom forces one.
FUNCTION_WORD = -6.6
#: Bigrams of a Kneser-Ney model underrate fixed pairs; this much below the pair without the word they still go on.
LINKS = -3.5
PREFIX = "companions/"
#: A pair that a document has this often is a habit of it.
HABIT = 3


class Gap(NamedTuple):
    """One gap and the word that fills it best: the token before which it stands, the word's id, and the signs.

    ``gain`` in nats; ``lead`` over the next best word; ``share_right`` of what stands before the right neighbour,
    ``share_left`` of what stands after the left one; ``seen`` whether the neighbours are known side by side;
    ``written`` how often the document has word and neighbour together.
    """

    token: int
    word: int
    gain: float
    lead: float
    share_right: float
    share_left: float
    seen: bool
    pair_cost: float
    log_prob: float
    written: int


class _Tries(NamedTuple):
    """Words tried in gaps: the place of the gap in the list of gaps, the word's id, and its shares on both sides."""

    gap: Ints
    word: Ints
    share_right: Floats
    share_left: Floats

    def only(self, chosen: Bools) -> _Tries:
        """Those that are worth going on with."""
        return _Tries(self.gap[chosen], self.word[chosen], self.share_right[chosen], self.share_left[chosen])


class Gaps:
    """Finds lost words with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def _before(self) -> tuple[Ints, Ints, Floats]:
        return self._companions("before")

    @cached_property
    def _after(self) -> tuple[Ints, Ints, Floats]:
        return self._companions("after")

    def _companions(self, side: str) -> tuple[Ints, Ints, Floats]:
        read = self.model.file.read_section
        count = read(f"{PREFIX}{side}_count").astype(np.int64)
        numbers, share = read(f"{PREFIX}{side}_id").astype(np.int64), read(f"{PREFIX}{side}_share")
        starts = np.concatenate(([0], np.cumsum(count)))
        if len(count) != self.model.size or starts[-1] != len(numbers) or len(share) != len(numbers):
            raise ModelError(
                f"{self.model.file.path}: not a usable model: the lists of companions do not fit it. "
                "Reinstall the package, or build the model again."
            )
        numbers = np.minimum(numbers, self.model.size - 1)
        strong = (share >= SHARE * 255) & (self.model.log_prob[numbers] <= FUNCTION_WORD)
        owner = np.repeat(np.arange(len(count)), count)[strong]
        starts = np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=len(count)))))
        kept: Floats = (share[strong] / 255).astype(np.float32)
        return starts.astype(np.int64), numbers[strong], kept

    def search(self, scan: Scan) -> list[Gap]:
        """Every gap of a text that some companion fills with a gain, in order."""
        if len(scan) < 2:
            return []
        ids: Ints = np.concatenate((np.zeros(PAD, np.int64), scan.stream.astype(np.int64), np.zeros(PAD, np.int64)))
        at = scan.at + PAD
        words = len(SPECIALS)
        inner = np.flatnonzero((scan.mark[1:] == 0) & (scan.lower[1:] >= words) & (scan.lower[:-1] >= words)) + 1
        glued = scan.starts[inner] - scan.ends[inner - 1] != 1
        inner = inner[~glued]
        paired = (np.diff(self._before[0]) > 0)[scan.lower[inner]] | (np.diff(self._after[0]) > 0)[
            scan.lower[inner - 1]
        ]
        inner = inner[paired]
        left, right = ids[at[inner] - 1], ids[at[inner]]
        cost, seen = bigrams(self.model, left, right)
        doubted = ~seen | (cost < DOUBT) | self._breaks_habit(scan, inner)
        inner, cost, seen = inner[doubted], cost[doubted], seen[doubted]
        tries = self._fillers(scan, inner)
        position = at[inner]
        where, count = position[tries.gap], len(tries.gap)
        first, second = np.concatenate((ids[where - 1], tries.word)), np.concatenate((tries.word, ids[where]))
        links, known = bigrams(self.model, first, second)
        tries = tries.only(known[count:] & (links[:count] + links[count:] - cost[tries.gap] > LINKS))
        if not len(tries.gap):
            return []
        gain = self._gain(ids, position, tries.gap, tries.word)
        good = gain > GAIN
        return self._report(scan, inner, tries.only(good), gain[good], seen, cost)

    @staticmethod
    def _breaks_habit(scan: Scan, inner: Ints) -> Bools:
        """Where a word lacks the neighbour that it has nearly everywhere else in the document."""
        pairs = (scan.lower[:-1].astype(np.int64) << BITS) | scan.lower[1:]
        kinds, place, count = np.unique(pairs, return_inverse=True, return_counts=True)
        usual = np.zeros(1 << BITS, np.int64)
        np.maximum.at(usual, kinds & ((1 << BITS) - 1), count)
        here = count[place[inner - 1]]
        most = usual[scan.lower[inner]]
        broken: Bools = (most >= HABIT) & (most >= HABIT * here)
        return broken

    def _fillers(self, scan: Scan, inner: Ints) -> _Tries:
        """The companions of both neighbours of each gap."""
        owners, words, rights, lefts = [], [], [], []
        for (starts, numbers, share), beside, right in (
            (self._before, scan.lower[inner], True), (self._after, scan.lower[inner - 1], False),
        ):  # fmt: skip
            begin = starts[beside]
            length = starts[beside + 1] - begin
            owner = np.repeat(np.arange(len(inner)), length)
            index = np.arange(len(owner)) - np.repeat(np.cumsum(length) - length - begin, length)
            owners.append(owner)
            words.append(numbers[index])
            rights.append(share[index] if right else np.zeros(len(index), np.float32))
            lefts.append(np.zeros(len(index), np.float32) if right else share[index])
        owner, word = np.concatenate(owners), np.concatenate(words)
        key = owner * (1 << BITS) + word
        unique, place = np.unique(key, return_inverse=True)
        right_share, left_share = np.zeros(len(unique), np.float32), np.zeros(len(unique), np.float32)
        np.maximum.at(right_share, place, np.concatenate(rights))
        np.maximum.at(left_share, place, np.concatenate(lefts))
        return _Tries(unique >> BITS, unique & ((1 << BITS) - 1), right_share, left_share)

    def _gain(self, ids: Ints, position: Ints, owner: Ints, word: Ints) -> Floats:
        """How much likelier the text around a gap is with the word in it."""
        order = self.model.order
        reach = order - 1
        where = position[owner]
        before = ids[np.maximum(where[:, None] + np.arange(-reach, 0), 0)]
        after = ids[np.minimum(where[:, None] + np.arange(reach), len(ids) - 1)]
        with_word = self._sum(np.concatenate((before, word[:, None], after), 1), reach)
        asked, place = np.unique(owner, return_inverse=True)
        first = np.searchsorted(owner, asked)
        without = self._sum(np.concatenate((before[first], after[first]), 1), reach)
        gained: Floats = with_word - without[place]
        return gained

    def _sum(self, rows: Ints, reach: int) -> Floats:
        """The log-probability of each row's words after the first ``reach``."""
        order = reach + 1
        windows = np.lib.stride_tricks.sliding_window_view(rows, order, 1)
        scores = self.model.logp(windows.reshape(-1, order)).reshape(windows.shape[:2])
        total: Floats = np.where(rows[:, reach:] == 0, 0, scores).sum(1)
        return total

    def _report(self, scan: Scan, inner: Ints, tries: _Tries, gain: Floats, seen: Bools, cost: Floats) -> list[Gap]:
        """The best word of each gap."""
        order = np.lexsort((-gain, tries.gap))
        first = np.flatnonzero(np.diff(tries.gap[order], prepend=-1)).tolist()
        found = []
        pairs = (scan.lower[:-1].astype(np.int64) << BITS) | scan.lower[1:] if first else np.zeros(0, np.int64)
        for begin, end in zip(first, [*first[1:], len(order)][: len(first)], strict=True):
            best = order[begin]
            place = tries.gap[best]
            token, word = int(inner[place]), int(tries.word[best])
            found.append(
                Gap(
                    token=token,
                    word=word,
                    gain=float(gain[best]),
                    lead=min(float(gain[best] - gain[order[begin + 1]]), 12.0) if end > begin + 1 else 12.0,
                    share_right=float(tries.share_right[best]),
                    share_left=float(tries.share_left[best]),
                    seen=bool(seen[place]),
                    pair_cost=float(cost[place]),
                    log_prob=float(self.model.log_prob[word]),
                    written=int((pairs == (word << BITS | int(scan.lower[token]))).sum()),
                )
            )
        return found
