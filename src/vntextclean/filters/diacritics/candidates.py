"""What may have stood where a doubtful syllable stands, and how much likelier the model finds it there.

From cheap to dear: the cost of every word in its context is one batch of look-ups; only words the context finds
improbable, or that are no syllables, are compared with their rivals, first by bigrams, then by the full model.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics import searches
from vntextclean.filters.diacritics.detect import DOUBT, LONGEST, Doubts, among, among_all, doubted
from vntextclean.filters.diacritics.dropped_letters import LettersBack
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import bigrams, neighbours, share_neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.text.batch import gathered, shared
from vntextclean.lm.text.scan import LOWER, PAD, SPECIALS, UNKNOWN_LOWER, Scan
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: Rivals that bigrams do not find at least this much likelier (nats) are not looked at again.
COARSE_GAIN = 1.0
#: The same for what is no syllable: something must have stood there.
COARSE_GAIN_ILLEGAL = -20.0
#: What is reported: rivals the full model prefers by this much.
GAIN = 2.0
#: What the letters of an unknown word cost beyond the class of unknown words (nats): its spelling is one of thousands.
SPELLING = 6.0
#: Candidates of one word that are reported, at most.
MOST = 4
#: A letter that can bear a syllable, where no mark stands.
VOWEL = re.compile("[aeiouy]", re.IGNORECASE)


class Found(NamedTuple):
    """One doubtful word and its best rivals: token number, rival ids, gains over what stands there (nats), hits.

    ``known_left`` and ``known_right`` tell whether the model has seen the word next to its neighbours.
    """

    token: int
    rivals: Ints
    gains: Floats
    cost: float
    known_left: bool
    known_right: bool


class Rivals:
    """Finds doubtful words and their rivals with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._first: weakref.WeakKeyDictionary[Scan, list[Found]] = weakref.WeakKeyDictionary()

    @cached_property
    def legal(self) -> Bools:
        """Which ids are legal syllables."""
        spelled = forms() | EXCEPTIONS
        size = self.model.size
        lower = np.fromiter(map(spelled.__contains__, self.model.words[:size]), np.bool_, size)
        legal: Bools = lower[self.model.lower_of]
        return legal

    @cached_property
    def _letters_back(self) -> LettersBack:
        return LettersBack(self.model, self.legal)

    @cached_property
    def _same_letters(self) -> tuple[Ints, Ints, Ints]:
        """By number of an unmarked spelling, where its legal syllables begin and how many they are, and their ids.

        The last row stands for -1, the spelling that no known word has.
        """
        kept = self.legal[self.model.bare_ids]
        starts = np.concatenate(([0], np.cumsum(kept)))[self.model.bare_starts]
        length = np.append(np.diff(starts), 0)
        return starts, length, self.model.bare_ids[kept].astype(np.int64)

    @cached_property
    def _held(self) -> Any:
        """What the compiled kernel holds of these tables, where there is one."""
        if self.model.ngrams.compiled is None:
            return None
        thresholds = (DOUBT, COARSE_GAIN, COARSE_GAIN_ILLEGAL, GAIN, SPELLING, LONGEST, MOST)
        tables = self.model.ngrams.compiled, self.legal, self.model.title_of, *self._same_letters
        return kernel.handle("candidates", *tables, thresholds)

    def search(self, scan: Scan, ids: Ints, only: Ints | None = None) -> list[Found]:
        """Doubtful words of a text and their rivals.

        ``ids`` is the stream of the scan with :data:`PAD` zeros at both ends, repairs already made put in; ``only``
        restricts the search to some tokens.
        """
        if not len(scan):
            return []
        if only is None and (found := self._first.pop(scan, None)) is not None:
            return found
        if kernel.native is not None and self._held is not None:
            pairs = neighbours(self.model, scan) if only is None else None
            return [Found(*each) for each in searches.rivals(self._held, self._letters_back, scan, ids, only, pairs)]
        words = self.model, self.legal, scan, ids
        doubts = doubted(scan, among_all(*words) if only is None else among(*words, only))
        if not len(doubts.token):
            return []
        own = ids.take(doubts.position)
        spelled = (own < UNKNOWN_LOWER) | (own >= len(SPECIALS))  # pairs with an unknown word prove nothing
        doubts = doubts._replace(left=doubts.left & spelled, right=doubts.right & spelled)
        # To look for a lost letter in a legal syllable costs more: one of its bigrams must be new to the model as well.
        owner, rival = self._rivals(scan, doubts, ~(doubts.legal & doubts.left & doubts.right))
        if not len(owner):
            return []
        named = scan.names.take(doubts.token)
        rival_ids = np.where(named.take(owner), self.model.title_of.take(rival), rival)
        coarse = self._pair_costs(ids, doubts.position, owner, rival_ids) - doubts.cost.take(owner)
        kept = (coarse > np.where(doubts.legal, COARSE_GAIN, COARSE_GAIN_ILLEGAL).take(owner)).nonzero()[0]
        if not len(kept):
            return []
        owner, rival, rival_ids = owner.take(kept), rival.take(kept), rival_ids.take(kept)
        gain = self._gain(ids, doubts.position, owner, rival_ids)
        return self._report(doubts, owner, rival, gain)

    def search_all(self, scans: Sequence[Scan]) -> None:
        """Make the first search of several texts at once, for :meth:`search` to find it done."""
        several = gathered(scans)
        if several is None:
            return
        share_neighbours(self.model, several)
        shared(self._first, several, self.search(several.scan, self.padded(several.scan)))

    def padded(self, scan: Scan) -> Ints:
        """The stream of a scan with room on both sides for whole windows.

        A word without a vowel letter in lower case counts as unknown: what the model knows of "vn" it learned from
        "VN", and would find it too likely after "dân".
        """
        stream: Ints = scan.padded.copy()
        for token in self._odd_words(scan):
            if not VOWEL.search(scan.text, scan.starts[token], scan.ends[token]):
                stream[scan.at[token] + PAD] = UNKNOWN_LOWER
        return stream

    def _odd_words(self, scan: Scan) -> list[int]:
        """Words in small letters without a mark that are no syllables."""
        odd = (~self.legal.take(scan.lower)).nonzero()[0]
        odd = odd[~scan.marked.take(odd) & (scan.case.take(odd) == LOWER) & ~scan.tokens.number.take(odd)]
        return list(odd.tolist())

    # -- scores ---------------------------------------------------------------------------------------------

    def _pair_costs(self, ids: Ints, position: Ints, owner: Ints, rival: Ints) -> Floats:
        """What the two bigrams of each rival cost where it would stand."""
        before, after = ids.take(position - 1).take(owner), ids.take(position + 1).take(owner)
        scores, _ = bigrams(self.model, np.concatenate((before, rival)), np.concatenate((rival, after)))
        return scores[: len(rival)] + scores[len(rival) :]

    def _windows(self, ids: Ints, position: Ints, centre: Ints) -> Floats:
        """The log-probability of all windows that hold ``position``, with ``centre`` put there."""
        order = self.model.order
        reach = order - 1  # no more than the padding
        around = ids.take(position[:, None] + np.arange(-reach, reach + 1))
        around[:, reach] = centre
        rows = around.take(np.arange(order)[:, None] + np.arange(order), 1)
        scores = self.model.logp(rows.reshape(-1, order)).reshape(len(position), order)
        scores[around[:, reach:] == 0] = 0
        total: Floats = scores.sum(1)
        return total

    def _gain(self, ids: Ints, position: Ints, owner: Ints, rival: Ints) -> Floats:
        """How much likelier the full model finds each rival than what stands in its place."""
        asked = np.zeros(len(position), np.bool_)
        asked[owner] = True
        there = position[asked]
        own_ids = ids.take(there)
        scores = self._windows(ids, np.concatenate((position.take(owner), there)), np.concatenate((rival, own_ids)))
        unknown = (own_ids >= UNKNOWN_LOWER) & (own_ids < len(SPECIALS))
        own = scores[len(rival) :] - np.where(unknown, SPELLING, 0).astype(np.float32)
        gained: Floats = scores[: len(rival)] - own.take(asked.cumsum().take(owner) - 1)
        return gained

    # -- rivals ---------------------------------------------------------------------------------------------

    def _rivals(self, scan: Scan, doubts: Doubts, deep: Bools) -> tuple[Ints, Ints]:
        """Pairs (place among the doubts, rival id): the same letters otherwise marked, or a letter put back."""
        starts, lengths, same = self._same_letters
        bare = scan.bare.take(doubts.token)
        length = lengths.take(bare)
        owner = np.repeat(np.arange(len(bare)), length)
        shift = starts.take(bare)
        shift -= length.cumsum()
        shift += length
        rival = same.take(np.arange(len(owner)) + shift.take(owner))
        good = (rival != doubts.lower.take(owner)).nonzero()[0]
        owner, rival = owner.take(good), rival.take(good)
        places = deep.nonzero()[0]
        back = self._letters_back
        asked, more, left = back.of(doubts.lower.take(places))
        owners, rivals = [owner, places.take(asked)], [rival, more]
        tokens = doubts.token.take(places.take(left))
        for place, start, end in zip(
            places.take(left).tolist(), scan.starts.take(tokens).tolist(), scan.ends.take(tokens).tolist(), strict=True
        ):
            found = back.of_spelling(scan.text[start:end].lower())
            if len(found):
                owners.append(np.full(len(found), place))
                rivals.append(found)
        return np.concatenate(owners), np.concatenate(rivals)

    @staticmethod
    def _report(doubts: Doubts, owner: Ints, rival: Ints, gain: Floats) -> list[Found]:
        order = np.lexsort((-gain, owner))
        owner, rival, gain = owner.take(order), rival.take(order), gain.take(order)
        first = [0, *((owner[1:] != owner[:-1]).nonzero()[0] + 1).tolist()]
        found = []
        for begin, end in zip(first, [*first[1:], len(owner)], strict=True):
            if gain[begin] < GAIN:
                continue
            place = int(owner[begin])
            end = min(end, begin + MOST)
            seen = bool(doubts.left[place]), bool(doubts.right[place])
            cost = float(doubts.cost[place])
            found.append(Found(int(doubts.token[place]), rival[begin:end], gain[begin:end], cost, *seen))
        return found
