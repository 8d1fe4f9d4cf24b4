"""What may have stood where a doubtful syllable stands, and how much likelier the model finds it there.

From cheap to dear: the cost of every word in its context is one batch of look-ups; only words the context finds
improbable, or that are no syllables, are compared with their rivals, first by bigrams, then by the full model.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.detect import (
    LONGEST,
    USUAL,
    Reach,
    Suspects,
    all_tokens,
    doubtful,
    some_tokens,
)
from vntextclean.filters.diacritics.proposing.gains import SPELLING, bigram_log_prob, gains
from vntextclean.filters.diacritics.proposing.no_language import in_language
from vntextclean.filters.diacritics.proposing.other_spellings import OtherSpellings
from vntextclean.filters.diacritics.proposing.settled_pairs import COARSE_GAIN, settled_pairs
from vntextclean.filters.diacritics.proposing.suspects import GAIN, MOST, Suspect, best_of, suspects_of
from vntextclean.filters.diacritics.proposing.without_vowel import without_vowel
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import PAD, SPECIALS, UNKNOWN_LOWER, Scan

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: What COARSE_GAIN is for what is no syllable: something must have stood there.
COARSE_GAIN_ILLEGAL = -20.0
_NONE = np.zeros(0, np.int64)


class CandidateSearch:
    """Finds doubtful words and their rivals with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def legal(self) -> Bools:
        """Which ids are legal syllables."""
        return self.model.derived(syllables)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The ids of the legal syllables in lower case, by spelling."""
        words = self.model.words
        return {words[number]: number for number in np.flatnonzero(self.legal[: self.model.size]).tolist()}

    def odd(self, scan: Scan) -> list[int]:
        """The words of a text with marks that are no syllables."""
        odd = ~self.legal.take(scan.lower)
        odd &= scan.marked
        found: list[int] = odd.nonzero()[0].tolist()
        return found

    @cached_property
    def _other_spellings(self) -> OtherSpellings:
        return OtherSpellings(self.model, lambda: self.numbers)

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
    def compiled(self) -> Any:
        """What the compiled kernel holds of these tables, where there is one."""
        if self.model.ngrams.compiled is None:
            return None
        thresholds = (COARSE_GAIN, COARSE_GAIN_ILLEGAL, GAIN, SPELLING, LONGEST, MOST)
        tables = self.model.ngrams.compiled, self.legal, self.model.title_of, *self._same_letters
        return kernel.handle("candidates", *tables, thresholds, settled_pairs(self.model))

    def search(
        self, scan: Scan, ids: Ints, only: Ints | None = None, reach: Reach = USUAL, before: Reach | None = None
    ) -> list[Suspect]:
        """Doubtful words of a text and their rivals.

        ``ids`` is the stream of the scan with :data:`PAD` zeros at both ends, repairs already made put in; ``only``
        restricts the search to some tokens. ``reach`` says which syllables are doubted, and what is tried for them.
        Words of which a search ``before``, of the same ids, tried the same are left out, and so are stretches that are
        no language.
        """
        if not len(scan):
            return []
        only = in_language(self.model, scan) if only is None else only
        tables = self.tables(scan)
        if tables is None:
            return self._by_numpy(scan, ids, only, reach, before)
        pairs: tuple[Any, Any] = neighbours(self.model, scan) if only is None else (None, None)
        return suspects_of(*kernel.native.search(*tables, scan.text, scan.compiled, only, ids, *pairs, reach, before))

    def tables(self, scan: Scan) -> tuple[Any, Any] | None:
        """What the kernel holds to search a text; None where numpy is to search it."""
        if kernel.native is None or scan.compiled is None or self.compiled is None:
            return None
        spellings = self._other_spellings.tables(len(scan))
        return None if spellings is None else (self.compiled, spellings)

    def _by_numpy(
        self, scan: Scan, ids: Ints, only: Ints | None, reach: Reach, before: Reach | None = None
    ) -> list[Suspect]:
        """What the kernel answers, where there is none."""
        words = self.model, self.legal, scan, ids
        asked = all_tokens(*words, reach.doubt) if only is None else some_tokens(*words, only)
        doubts = doubtful(self.legal, scan, asked, reach)
        known = doubtful(self.legal, scan, doubts, before).token if before is not None else _NONE
        if not len(doubts.token):
            return []
        own = ids.take(doubts.position)
        spelled = (own < UNKNOWN_LOWER) | (own >= len(SPECIALS))  # pairs with an unknown word prove nothing
        doubts = doubts._replace(left=doubts.left & spelled, right=doubts.right & spelled)
        # To look for a lost letter in a legal syllable costs more: one of its bigrams must be new to the model as well.
        strange = ~(doubts.legal & doubts.left & doubts.right)
        deep = reach.letters | strange
        if before is not None:
            again = (~np.isin(doubts.token, known) | (deep != (before.letters | strange))).nonzero()[0]
            doubts, deep = doubts.only(again), deep.take(again)
            if not len(again):
                return []
        owner, rival, cost = self._candidates(scan, doubts, deep)
        if not len(owner):
            return []
        named = scan.names.take(doubts.token)
        rival_ids = np.where(named.take(owner), self.model.title_of.take(rival), rival)
        coarse = (
            bigram_log_prob(self.model, ids, doubts.position, owner, rival_ids) - doubts.log_prob.take(owner) - cost
        )
        kept = (coarse > np.where(doubts.legal, COARSE_GAIN, COARSE_GAIN_ILLEGAL).take(owner)).nonzero()[0]
        if not len(kept):
            return []
        owner, rival, rival_ids = owner.take(kept), rival.take(kept), rival_ids.take(kept)
        gain = self.gain(ids, doubts.position, owner, rival_ids) - cost.take(kept)
        return best_of(doubts, owner, rival, gain)

    def padded(self, scan: Scan) -> Ints:
        """The stream of a scan with room on both sides for whole windows.

        A word without a vowel letter in lower case counts as unknown: what the model knows of "vn" it learned from
        "VN", and would find it too likely after "dân".
        """
        stream: Ints = scan.padded.copy()
        for token in without_vowel(self.legal, scan):
            stream[scan.at[token] + PAD] = UNKNOWN_LOWER
        return stream

    def same_letters(self, plain: int) -> Ints:
        """The ids of the syllables of an unmarked spelling (its number)."""
        starts, lengths, same = self._same_letters
        return same[starts[plain] : starts[plain] + lengths[plain]]

    def other_syllables(self, asked: list[tuple[str, int, int]]) -> list[list[int]]:
        """The ids of all syllables that each of some words (lower case) may have been, itself left out.

        A word comes with its id and the number of its unmarked spelling.
        """
        found, out = self._other_spellings.of_spellings([word for word, _, _ in asked]), []
        for (_, own, plain), others in zip(asked, found, strict=True):
            both = [*self.same_letters(plain).tolist(), *others.ids.tolist()]
            out.append([number for number in dict.fromkeys(both) if number != own])
        return out

    def sounding_or_marked(self, legal: list[int]) -> list[tuple[Ints | None, Floats]]:
        """The candidates of legal syllables (ids) whose neighbours the model knows, with their prices.

        None for a word that is looked up by how it is written in the text.
        """
        known, out = self._other_spellings.ask(set(legal)), []
        for own in legal:
            marked, first = self.same_letters(self.model.bare_of[own]), known.start[own]
            alike = slice(first, first + known.alike[own])
            found: Ints = np.concatenate((marked, known.held[alike]))
            price = np.concatenate((np.zeros(len(marked), np.float32), known.cost[alike]))
            out.append((None if first < 0 else found[found != own], price[found != own]))
        return out

    def gain(self, ids: Ints, position: Ints, owner: Ints, rival: Ints) -> Floats:
        """How much likelier the full model finds each rival than what stands in its place."""
        return gains(self.model, ids, position, owner, rival)

    def _candidates(self, scan: Scan, doubts: Suspects, deep: Bools) -> tuple[Ints, Ints, Floats]:
        """Place among the doubts, rival id, and its cost: the same letters otherwise marked, or other letters."""
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
        back = self._other_spellings
        asked, more, price, left = back.of(doubts.lower, deep)
        owners, rivals, costs = [owner, asked], [rival, more], [np.zeros(len(owner), np.float32), price]
        tokens = doubts.token.take(left)
        for place, start, end in zip(
            left.tolist(), scan.starts.take(tokens).tolist(), scan.ends.take(tokens).tolist(), strict=True
        ):
            found, price = back.of_spelling(scan.text[start:end].lower(), bool(deep[place]))
            if len(found):
                owners.append(np.full(len(found), place))
                rivals.append(found)
                costs.append(price)
        return np.concatenate(owners), np.concatenate(rivals), np.concatenate(costs)
