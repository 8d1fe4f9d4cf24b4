"""Where a word was lost, and which: gaps that the model finds improbable and one collocate of a neighbour fills.

Half of a compound left alone is the trace: "đã soát" has lost "rà", because nothing else stands before "soát" after
"đã". So only collocates are tried (syllables that make up a good share of what stands next to a neighbour), and the
model says how much likelier the text is with the word than without.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.lost_words.collocates import FUNCTION_WORD, SHARE, Collocates, collocates, lists_of
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import Neighbours, bigrams, neighbours
from vntextclean.lm.model import BITS, Model
from vntextclean.lm.text.scan import PAD, SPECIALS, Scan
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: A gap is looked at when the two words around it were never seen side by side, or cost this much (nats).
DOUBT = -6.5
#: What is reported: a text likelier by this much (nats) with the word than without, the cost of the word included.
GAIN = 2.0
#: Bigrams of a Kneser-Ney model underrate fixed pairs; this much below the pair without the word they still go on.
LINKS = -3.5
#: No word is likelier than this (nats): log-probabilities are stored rounded, and the highest of 3 200 gaps was 0.35.
CERTAIN = 0.5
#: Words reported of a gap.
MOST = 4
#: A pair that a document has this often is a habit of it.
USAGE_COUNT = 3


class Gap(NamedTuple):
    """One gap and the words that fill it best: the token before which they would stand, their ids, and the signs.

    ``gains`` in nats, best first; ``share_right`` of what stands before the right neighbour, ``share_left`` of what
    stands after the left one; ``seen`` whether the neighbours are known side by side, and what they cost.
    """

    token: int
    words: Ints
    gains: Floats
    share_right: Floats
    share_left: Floats
    seen: bool
    pair_log_prob: float


class _Tries(NamedTuple):
    """Words tried in gaps: the place of the gap in the list of gaps, the word's id, and its shares on both sides."""

    gap: Ints
    word: Ints
    share_right: Floats
    share_left: Floats

    def only(self, chosen: Ints) -> _Tries:
        """Those that are worth going on with."""
        return _Tries._make(column.take(chosen) for column in self)


class GapSearch:
    """Finds lost words with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def _before(self) -> Collocates:
        return collocates(self.model, "before")

    @cached_property
    def _after(self) -> Collocates:
        return collocates(self.model, "after")

    @cached_property
    def _held(self) -> Any:
        """What the compiled kernel holds of the collocates, where there is one."""
        if self.model.ngrams.compiled is None:
            return None
        model = self.model
        thresholds = DOUBT, LINKS, GAIN, CERTAIN, USAGE_COUNT, MOST, model.size, SHARE * 255, FUNCTION_WORD
        lists = [*lists_of(model, "before"), *lists_of(model, "after")]
        return kernel.handle("lost_words", model.ngrams.compiled, thresholds, model.log_prob, *lists)

    def search(self, scan: Scan) -> list[Gap]:
        """Every gap of a text that some collocate fills with a gain, in order."""
        if len(scan) < 2:
            return []
        ids, pairs = scan.padded, neighbours(self.model, scan)
        if kernel.native is not None and self._held is not None:
            return self._by_kernel(scan, pairs)
        return self._by_numpy(scan, ids, pairs)

    def _by_kernel(self, scan: Scan, pairs: Neighbours) -> list[Gap]:
        """One call in place of some hundred."""
        found, word, number = kernel.native.find_lost_words(
            self._held, scan.at, scan.starts, scan.ends, scan.lower, scan.mark, scan.padded, pairs.score, pairs.seen,
        )  # fmt: skip
        if not found:
            return []
        words, numbers = np.frombuffer(word, np.int64), np.frombuffer(number, np.float32).reshape(-1, 3)
        return [
            Gap(token, words[a:b], numbers[a:b, 0], numbers[a:b, 1], numbers[a:b, 2], seen, pair_log_prob)
            for token, a, b, seen, pair_log_prob in found
        ]

    def _by_numpy(self, scan: Scan, ids: Ints, pairs: Neighbours) -> list[Gap]:
        """What the kernel answers, where there is none."""
        sound = (scan.lower >= len(SPECIALS)) & (scan.mark == 0)
        inner = ((scan.lower[:-1] >= len(SPECIALS)) & sound[1:]).nonzero()[0] + 1
        inner = inner[scan.starts.take(inner) - scan.ends.take(inner - 1) == 1]
        left, right = scan.lower.take(inner - 1), scan.lower.take(inner)
        before = scan.at.take(inner) + (PAD - 1)
        cost, seen = pairs.score.take(before), pairs.seen.take(before)
        doubted = (~seen | (cost < DOUBT) | self._breaks_usage(scan, inner)) & (
            self._before.some.take(right) | self._after.some.take(left)
        )
        chosen = doubted.nonzero()[0]
        inner, position, cost, seen = inner.take(chosen), before.take(chosen) + 1, cost.take(chosen), seen.take(chosen)
        tries = self._fillers(left.take(chosen), right.take(chosen))
        where, count = position.take(tries.gap), len(tries.gap)
        first = np.concatenate((ids.take(where - 1), tries.word))
        links, known = bigrams(self.model, first, np.concatenate((tries.word, ids.take(where))))
        links = links[:count] + links[count:]
        links -= cost.take(tries.gap)
        tries = tries.only((known[count:] & (links > LINKS)).nonzero()[0])
        if not len(tries.gap):
            return []
        gain = self._gain(ids, position, tries.gap, tries.word)
        good = (gain > GAIN).nonzero()[0]
        return self._report(inner, tries.only(good), gain.take(good), seen, cost)

    @staticmethod
    def _breaks_usage(scan: Scan, inner: Ints) -> Bools:
        """Where a word lacks the neighbour that it has nearly everywhere else in the document."""
        words = scan.lower.astype(np.int64)
        pairs = (words[1:] << BITS) | words[:-1]
        pairs.sort()
        often = pairs[USAGE_COUNT - 1 :]
        often = often[often == pairs[: 1 - USAGE_COUNT]]  # pairs that stand so often
        broken = np.zeros(len(inner), np.bool_)
        if len(often):
            usual = np.zeros(1 << BITS, np.int64)
            np.maximum.at(usual, often >> BITS, pairs.searchsorted(often, "right") - pairs.searchsorted(often))
            most = usual.take(words.take(inner))
            asked = most.nonzero()[0]
            token = inner.take(asked)
            here = (words.take(token) << BITS) | words.take(token - 1)
            count = pairs.searchsorted(here, "right") - pairs.searchsorted(here)
            broken[asked] = most.take(asked) >= USAGE_COUNT * count
        return broken

    def _fillers(self, left: Ids, right: Ids) -> _Tries:
        """The collocates of both neighbours of each gap, by gap and word."""
        keys, shares = [], []
        for side, beside in ((self._before, right), (self._after, left)):
            length = side.length.take(beside)
            owner = np.repeat(np.arange(len(beside)), length)
            shift = side.start.take(beside) - length.cumsum()
            shift += length
            index = np.arange(len(owner)) + shift.take(owner)
            keys.append((owner << BITS) | side.word.take(index))
            shares.append(side.share.take(index))
        key = np.concatenate(keys)
        none = np.zeros(len(key), np.float32)
        count = len(keys[0])
        share_right, share_left = none.copy(), none
        share_right[:count], share_left[count:] = shares
        order = key.argsort(kind="stable")
        key, share_right, share_left = key.take(order), share_right.take(order), share_left.take(order)
        twice = (key[1:] == key[:-1]).nonzero()[0]
        if len(twice):  # a collocate of both neighbours
            share_left[twice] = share_left.take(twice + 1)
            once = np.ones(len(key), np.bool_)
            once[twice + 1] = False
            key, share_right, share_left = key[once], share_right[once], share_left[once]
        return _Tries(key >> BITS, key & ((1 << BITS) - 1), share_right, share_left)

    def _gain(self, ids: Ints, position: Ints, owner: Ints, word: Ints) -> Floats:
        """How much likelier the text around a gap is with the word in it.

        Minus infinity where the first words tell that it is not ``GAIN``. So it is for two in three, and the kernel
        need not look up the others.
        """
        order = self.model.order
        reach = order - 1
        first = np.ones(len(owner), np.bool_)
        first[1:] = owner[1:] != owner[:-1]
        around = ids.take(position.take(owner)[:, None] + np.arange(-reach, reach))
        with_word = np.concatenate((around[:, :reach], word[:, None], around[:, reach:]), 1)
        without = around[first]
        # All windows of a row that end behind its first words, of both kinds of row in one batch.
        asked = np.concatenate(
            (
                with_word.take(np.arange(order)[:, None] + np.arange(order), 1).reshape(-1, order),
                without.take(np.arange(reach)[:, None] + np.arange(order), 1).reshape(-1, order),
            )
        )
        scores = self.model.logp(asked)
        scores[asked[:, -1] == 0] = 0
        size = order * len(owner)
        filled = scores[:size].reshape(-1, order)
        plain = scores[size:].reshape(-1, reach).sum(1).take(first.cumsum() - 1)
        gained: Floats = filled.sum(1) - plain
        left = np.arange(reach, 0, -1).astype(np.float32) * np.float32(CERTAIN)
        hopeless = (filled[:, :reach].cumsum(1) + left <= (plain + np.float32(GAIN))[:, None]).any(1)
        gained[hopeless] = -np.inf
        return gained

    def _report(self, inner: Ints, tries: _Tries, gain: Floats, seen: Bools, cost: Floats) -> list[Gap]:
        """The best words of each gap."""
        if not len(gain):
            return []
        order = np.lexsort((-gain, tries.gap))
        gap = tries.gap.take(order)
        first = [0, *((gap[1:] != gap[:-1]).nonzero()[0] + 1).tolist()]
        found = []
        for begin, end in zip(first, [*first[1:], len(order)], strict=True):
            best = order[begin : min(end, begin + MOST)]
            place = tries.gap[best[0]]
            shares = tries.share_right[best], tries.share_left[best]
            found.append(
                Gap(int(inner[place]), tries.word[best], gain[best], *shares, bool(seen[place]), float(cost[place]))
            )
        return found
