"""Where a line may have lost the marks of a phrase: runs of unmarked words that are seldom written so.

Sound text is full of runs without marks ("cho em xem"); tables made once from the model tell the doubtful ones apart,
so that the lattice is asked about one run in 15 000 words of sound text.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, SENTENCE, Scan
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.syllables import bare_forms

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

#: A run has at least so many words; fewer are the business of the filter of single words.
LEAST_WORDS = 3
#: So many words of a phrase get marks back at least.
LEAST_CHANGED = 2
#: Nats by which the commonest spelling of a word's letters is commoner than the bare one, summed over a run; two words
#: at least have one or more. Of sound text one run in 7000 words is so, of stripped runs 98 in 100.
DOUBT = 3.0
#: A run whose words as they stand follow each other as readily as this on average (nats) is not asked about: half
#: of the sound runs that are left, and one stripped run in 500.
USUAL = -7.0
#: What one word adds to that sum at most.
MOST_DOUBT = 4.0
#: The log share of what the model never saw.
NEVER = -30.0
#: A line is marked if this share of its other words is, and so many of them: of Vietnamese prose it is three quarters.
MARKED_SHARE = 0.5
MARKED_WORDS = 3
#: For each word of the run the rest of the line has so many marked ones: else the line was typed bare.
OF_RUN = 1 / 3
#: What an unknown spelling costs at least (nats): its class is likely, its letters are one spelling of thousands.
UNKNOWN = -15.0


def has_unmarked_words(scan: Scan) -> bool:
    """Whether enough words without marks stand in a row for a phrase; to know more takes tables that are made once."""
    return bytes(LEAST_WORDS) in scan.flat.marked


class BareRuns:
    """Finds doubtful runs with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        words = model.words[: model.size]
        count = len(model.bare_starts) - 1
        own = np.repeat(np.arange(count), np.diff(model.bare_starts))
        plain = np.fromiter(map(str.isascii, words), np.bool_, model.size)[model.bare_ids]
        share = model.frequency[model.bare_ids]
        marked, typed = np.full((2, count), NEVER, np.float32)
        np.maximum.at(marked, own, share)
        np.maximum.at(typed, own[plain], share[plain])
        spelled = bare_forms()
        first = model.bare_ids[np.minimum(model.bare_starts[:-1], len(model.bare_ids) - 1)].tolist()
        syllable = np.fromiter((bare(words[number]) in spelled for number in first), np.bool_, count)
        # By number of the bare spelling; the last row, for -1, is no syllable.
        self._doubt = np.append(np.clip(marked - typed, 0, MOST_DOUBT), 0).astype(np.float32)
        self._usually_marked = self._doubt >= 1
        self._syllable = np.append(syllable, False)

    def __call__(self, scan: Scan) -> list[tuple[int, int]]:
        """The doubtful runs of unmarked words: their first token and the one behind their last."""
        return [(start, end) for start, end in self._long(scan) if self._is_doubtful(scan, slice(start, end))]

    def _long(self, scan: Scan) -> list[tuple[int, int]]:
        """The runs that are long enough and have enough words that are usually marked; of sound runs one in ten."""
        number = scan.tokens.number
        if kernel.native is not None:
            words = scan.bare, scan.marked, number, scan.mark
            found: list[tuple[int, int]] = kernel.native.bare_runs(
                self._usually_marked, self._syllable, *words, LEAST_WORDS, LEAST_CHANGED
            )
            return found
        doubted = self._usually_marked.take(scan.bare) & ~number
        if np.count_nonzero(doubted & ~scan.marked) < LEAST_CHANGED:
            return []
        free = ~scan.marked & self._syllable.take(scan.bare)
        free |= number
        if len(free) < LEAST_WORDS:
            return []
        joined = np.zeros(len(free) + 1, np.bool_)
        joined[1:-1] = free[1:] & free[:-1] & (scan.mark[1:] != SENTENCE)
        edge = (joined[1:] != joined[:-1]).nonzero()[0]
        first, last = edge[::2], edge[1::2] + 1
        long = (_count(~number, first, last) >= LEAST_WORDS).nonzero()[0]
        if not len(long):
            return []
        first, last = first.take(long), last.take(long)
        some = (_count(doubted, first, last) >= LEAST_CHANGED).nonzero()[0]
        return list(zip(first.take(some).tolist(), last.take(some).tolist(), strict=True))

    def _is_doubtful(self, scan: Scan, run: slice) -> bool:
        """Whether words of a run are written with marks elsewhere, and enough of them are no names."""
        word = ~scan.tokens.number[run]
        doubt = self._doubt.take(scan.bare[run]) * word
        return bool(
            (word & ~scan.names[run]).sum() >= LEAST_CHANGED
            and doubt.sum() >= DOUBT
            and self._typed(scan, run, word) <= USUAL
        )

    def _typed(self, scan: Scan, run: slice, word: Bools) -> float:
        """The mean log-probability of a run's words as they stand, each after the one before it."""
        place = scan.at[run] + PAD
        cost, _ = self.model.ngrams.pairs(scan.padded.take(place - 1), scan.padded.take(place))
        return float(np.where(scan.known[run], cost, np.minimum(cost, UNKNOWN))[word].mean())


def _count(flags: Bools, first: Ints, last: Ints) -> Ints:
    """How many are set in each of several stretches."""
    sums = np.zeros(len(flags) + 1, np.int64)
    flags.cumsum(out=sums[1:])
    counts: Ints = sums.take(last) - sums.take(first)
    return counts


def stands_out(scan: Scan, first: int, last: int) -> bool:
    """Whether the rest of the line is marked."""
    words = ~scan.tokens.number
    others = int(words.sum()) - int(words[first:last].sum())
    marked = int(scan.marked.sum())
    return marked >= max(MARKED_WORDS, MARKED_SHARE * others, OF_RUN * (last - first))
