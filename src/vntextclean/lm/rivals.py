"""What may have stood where a doubtful syllable stands, and how much likelier the model finds it there.

From cheap to dear: the cost of every word in its context is one batch of look-ups; only words the context finds
improbable, or that are no syllables, are compared with their rivals, first by bigrams, then by the full model.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.pairs import bigrams
from vntextclean.lm.scan import LOWER, SPECIALS, TITLE, UNKNOWN_LOWER, Scan
from vntextclean.vietnamese.damage import with_letter_back
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: A legal syllable is doubted when the two bigrams it takes part in cost more than this together (nats). 20 % of sound
#: words do, and 97 % of the damaged ones that can be repaired at all (held-out lines, 2 % damage); the full model's
#: costs tell them apart no better and are six times as dear.
DOUBT = -12.3
#: Rivals that bigrams do not find at least this much likelier (nats) are not looked at again.
COARSE_GAIN = 1.0
#: What is reported: rivals the full model prefers by this much.
GAIN = 2.0
#: What the letters of an unknown word cost beyond the class of unknown words (nats): its spelling is one of thousands.
SPELLING = 6.0
#: Spellings longer than this are names, loans or run-ons.
LONGEST = 7
PAD = 3
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
        self._with_letter = lru_cache(maxsize=50_000)(self._with_letter_back)

    @cached_property
    def legal(self) -> Bools:
        """Which ids are legal syllables."""
        spelled = forms() | EXCEPTIONS
        size = self.model.size
        lower = np.fromiter((word in spelled for word in self.model.words[:size]), np.bool_, size)
        legal: Bools = lower[self.model.lower_of]
        return legal

    @cached_property
    def _number(self) -> dict[str, int]:
        numbers = np.flatnonzero(self.legal[: self.model.size]).tolist()
        return {self.model.words[number]: number for number in numbers}

    def _with_letter_back(self, word: str) -> Ints:
        known = (self._number.get(whole) for whole in with_letter_back(word))
        return np.array([number for number in known if number is not None], np.int64)

    def search(self, scan: Scan, ids: Ints, only: Ints | None = None) -> list[Found]:
        """Doubtful words of a text and their rivals.

        ``ids`` is the stream of the scan with :data:`PAD` zeros at both ends, repairs already made put in; ``only``
        restricts the search to some tokens.
        """
        if not len(scan):
            return []
        at = scan.at + PAD
        pairs, seen = bigrams(self.model, ids[:-1], ids[1:])
        costs = pairs[at - 1] + pairs[at]
        length = scan.ends - scan.starts
        legal = self.legal[scan.lower]
        word = ~scan.tokens.number & (length <= LONGEST) & (scan.case <= 2)
        doubted = word & np.where(legal, costs < DOUBT, scan.marked | ((scan.case <= TITLE) & (length > 1)))
        if only is not None:
            chosen = np.zeros(len(scan), np.bool_)
            chosen[only] = True
            doubted &= chosen
        tokens = np.flatnonzero(doubted)
        if not len(tokens):
            return []
        word_ids = ids[at[tokens]]
        spelled = (word_ids < UNKNOWN_LOWER) | (word_ids >= len(SPECIALS))  # pairs with an unknown word prove nothing
        hit = seen[at[tokens] - 1] & spelled, seen[at[tokens]] & spelled
        # To look for a lost letter in a legal syllable costs more: one of its bigrams must be new to the model as well.
        owner, rival = self._rivals(scan, tokens, ~legal[tokens] | ~(hit[0] & hit[1]))
        if not len(owner):
            return []
        rival_ids = np.where(scan.names[tokens[owner]], self.model.title_of[rival], rival).astype(np.int64)
        position = at[tokens]
        coarse = self._pair_costs(ids, position[owner], rival_ids) - costs[tokens[owner]]
        kept = np.flatnonzero(coarse > np.where(legal[tokens[owner]], COARSE_GAIN, -20))
        if not len(kept):
            return []
        owner, rival, rival_ids = owner[kept], rival[kept], rival_ids[kept]
        gain = self._gain(ids, position, owner, rival_ids)
        return self._report(tokens, owner, rival, gain, costs, hit)

    def padded(self, scan: Scan) -> Ints:
        """The stream of a scan with room on both sides for whole windows.

        A word without a vowel letter in lower case counts as unknown: what the model knows of "vn" it learned from
        "VN", and would find it too likely after "dân".
        """
        stream = scan.stream.astype(np.int64)
        odd = ~self.legal[scan.lower] & ~scan.marked & (scan.case == LOWER) & ~scan.tokens.number
        for token in np.flatnonzero(odd).tolist():
            if not VOWEL.search(scan.text, scan.starts[token], scan.ends[token]):
                stream[scan.at[token]] = UNKNOWN_LOWER
        return np.concatenate((np.zeros(PAD, np.int64), stream, np.zeros(PAD, np.int64)))

    # -- scores ---------------------------------------------------------------------------------------------

    def _pair_costs(self, ids: Ints, position: Ints, rival: Ints) -> Floats:
        """What the two bigrams of each rival cost where it would stand."""
        first, second = np.concatenate((ids[position - 1], rival)), np.concatenate((rival, ids[position + 1]))
        scores, _ = bigrams(self.model, first, second)
        return scores[: len(rival)] + scores[len(rival) :]

    def _windows(self, ids: Ints, position: Ints, centre: Ints) -> Floats:
        """The log-probability of all windows that hold ``position``, with ``centre`` put there."""
        order = self.model.order
        reach = order - 1
        around = ids[np.clip(position[:, None] + np.arange(-reach, reach + 1), 0, len(ids) - 1)]
        around[:, reach] = centre
        rows = np.stack([around[:, shift : shift + order] for shift in range(order)], 1)
        scores = self.model.logp(rows.reshape(-1, order)).reshape(len(position), order)
        scores[around[:, reach:] == 0] = 0
        total: Floats = scores.sum(1)
        return total

    def _gain(self, ids: Ints, position: Ints, owner: Ints, rival: Ints) -> Floats:
        """How much likelier the full model finds each rival than what stands in its place."""
        asked, place = np.unique(owner, return_inverse=True)
        there = position[asked]
        own_ids = ids[there]
        scores = self._windows(ids, np.concatenate((position[owner], there)), np.concatenate((rival, own_ids)))
        unknown = (own_ids >= UNKNOWN_LOWER) & (own_ids < len(SPECIALS))
        own = scores[len(rival) :] - np.where(unknown, SPELLING, 0).astype(np.float32)
        gained: Floats = scores[: len(rival)] - own[place]
        return gained

    # -- rivals ---------------------------------------------------------------------------------------------

    def _rivals(self, scan: Scan, tokens: Ints, deep: Bools) -> tuple[Ints, Ints]:
        """Pairs (place in ``tokens``, rival id): the same letters otherwise marked, or a letter put back."""
        same = self.model.candidates(scan.bare[tokens])
        owner = np.repeat(np.arange(len(tokens)), np.diff(same.starts))
        rival = same.ids.astype(np.int64)
        good = self.legal[rival] & (rival != scan.lower[tokens[owner]])
        places = np.flatnonzero(deep)
        more = [self._with_letter(scan.text[scan.starts[t] : scan.ends[t]].lower()) for t in tokens[places].tolist()]
        return (
            np.concatenate((owner[good], np.repeat(places, [len(each) for each in more]))),
            np.concatenate((rival[good], *more)),
        )

    def _report(
        self, tokens: Ints, owner: Ints, rival: Ints, gain: Floats, costs: Floats, hit: tuple[Bools, Bools]
    ) -> list[Found]:
        order = np.lexsort((-gain, owner))
        owner, rival, gain = owner[order], rival[order], gain[order]
        first = np.flatnonzero(np.diff(owner, prepend=-1))
        found = []
        for begin, end in zip(first.tolist(), [*first[1:].tolist(), len(owner)], strict=True):
            if gain[begin] < GAIN:
                continue
            place = int(owner[begin])
            end = min(end, begin + 4)
            token = int(tokens[place])
            seen = bool(hit[0][place]), bool(hit[1][place])
            found.append(Found(token, rival[begin:end], gain[begin:end], float(costs[token]), *seen))
        return found
