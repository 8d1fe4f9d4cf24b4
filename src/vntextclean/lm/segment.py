"""The best way to part a string of glued syllables, in the words around it.

All strings of a document are parted together, because numpy answers a thousand questions as fast as one: first every
pair of neighbouring pieces is scored (bigrams), a k-best Viterbi search keeps the few best ways of each string, and
these are scored again in full context by the whole order of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.glued import Glued, Piece, foreign_ends, has_one_nucleus, is_drawn_out, k_best, well_cased
from vntextclean.lm.model import Model
from vntextclean.lm.scan import SENTENCE, SPECIALS, UNKNOWN_LOWER, UNKNOWN_MARKED, UNKNOWN_TITLE, UNKNOWN_UPPER
from vntextclean.lm.shapes import price, shape
from vntextclean.vietnamese.letters import MARKED, VOWELS
from vntextclean.vietnamese.loans import SOLID_LOANS
from vntextclean.vietnamese.syllables import forms, is_bare_syllable
from vntextclean.vietnamese.tones import to_old, to_standard

#: The longest syllables (nghiêng, nghuếch) have seven letters.
LONGEST = 7
#: A longer string is no text but data.
LONGEST_STRING = 1000
#: A rarer syllable is no piece: one in two million words.
RAREST = -14.5
#: A word in another script than the page's words costs this much for each letter beyond the model's own price of an
#: unknown word: a uniform choice among some eight likely letters.
LETTER = 2.1
#: What a piece costs that is a known word but no syllable.
LOAN = 1.5
#: What it costs to take a string for a name that its writer writes solid, in the old way (Sàigòn, Hànội).
SOLID = 0.0
#: What a misplaced tone mark in a piece costs (vơí).
SLIP = 6.0


class Parting(NamedTuple):
    """The best way to part a string: its pieces, and by how much it is likelier than the string left whole (in nats).

    ``runner_up`` is the lead over the second best way.
    """

    pieces: tuple[str, ...]
    ids: tuple[int, ...]
    gain: float
    runner_up: float


#: Syllables of one letter that stand as words.
_ALONE = frozenset("ởýạàơờếôừủyáồổốợứ")


class Segmenter:
    """Parts glued strings with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def _ids(self) -> dict[str, int]:
        """Words that may be pieces, by their folded spelling: not too rare, and readable."""
        legal = forms()
        words = self.model.words
        found = {}
        for number in np.flatnonzero(likeliest(self.model) > RAREST).tolist():
            word = words[number]
            if number >= len(SPECIALS) and (word in _ALONE if len(word) == 1 else word in legal or len(word) > 2):
                found[word] = number
        return found

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._ids), default=LONGEST)

    def part(self, glued: Sequence[Glued]) -> list[Parting | None]:
        """The best way to part each string, None where there is none."""
        lattices = [self._lattice(entry) for entry in glued]
        scores = self._pair_scores(glued, lattices)
        ways = [k_best(entry, lattice, scores) for entry, lattice in zip(glued, lattices, strict=True)]
        return self._decide(glued, ways)

    def word_or_words(self, letters: str) -> str | None:
        """Letters without spaces as the syllable or syllables they spell, by themselves; None if they spell none."""
        if to_old(letters.lower()) in self._ids and letters.lower() in forms():
            return letters
        parting = self.part([Glued(letters, (SENTENCE,), (SENTENCE,), initial=True)])[0]
        return " ".join(parting.pieces) if parting is not None and parting.gain > 0 else None

    def can_part(self, word: str) -> bool:
        """Whether a string could be several words at all; the quick test before any probability is asked for.

        A string without marks must consist of syllables, but for a name behind them (khiYahoo).
        """
        if (
            len(word) > LONGEST_STRING
            or has_one_nucleus(word)
            or is_drawn_out(word)
            or (word.isascii() and is_bare_syllable(word))
        ):
            return False
        edges = self._lattice(Glued(word, (), (), initial=False))
        return any(piece.end < len(word) for piece in edges.get(0, ()))

    def _lattice(self, entry: Glued) -> dict[int, list[Piece]]:
        text, lower = entry.text, entry.text.lower()
        strict = text.isascii()
        reach = {len(text)}
        edges: dict[int, list[Piece]] = {}
        for start in range(len(text) - 1, -1, -1):
            found = []
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                if end in reach and well_cased(text, start, end):
                    piece = self._piece(text, lower, start, end, initial=entry.initial and start == 0)
                    if piece is not None and not (strict and piece.cost):
                        found.append(piece)
            found += [
                Piece(
                    start,
                    end,
                    UNKNOWN_TITLE if text[start + 1 : start + 2].islower() else UNKNOWN_UPPER,
                    LETTER * (end - start),
                )
                for end in foreign_ends(text, start)
                if end in reach and (not strict or (start > 0 and end == len(text)))
            ]
            if found:
                edges[start] = found
                reach.add(start)
        return edges

    def _piece(self, text: str, lower: str, start: int, end: int, *, initial: bool) -> Piece | None:
        spelled = lower[start:end]
        number = self._ids.get(spelled)
        cost = 0.0
        if number is not None and spelled not in forms():
            # A loan or an abbreviation; small letters without a vowel are neither.
            cost = 0.0 if any(letter in MARKED for letter in spelled) else LOAN
            if not text[start:end].isupper() and not any(letter in VOWELS for letter in spelled):
                return None
        if number is None and end - start <= LONGEST:
            number = self._ids.get(to_old(spelled))
        if number is None and end - start <= LONGEST and any(letter in MARKED for letter in spelled):
            standard = to_standard(spelled)
            number, cost = (self._ids.get(standard), SLIP) if standard != spelled else (None, 0.0)
        if number is None and spelled in SOLID_LOANS:
            number, cost = UNKNOWN_MARKED, 0.0
        if number is None:
            return None
        if text[start].isupper() and not initial and (end - start == 1 or text[start + 1].islower()):
            number = int(self.model.title_of[number])
        return Piece(start, end, number, cost)

    def _pair_scores(
        self, glued: Sequence[Glued], lattices: Sequence[dict[int, list[Piece]]]
    ) -> dict[tuple[int, int], float]:
        pairs: dict[tuple[int, int], None] = {}
        for entry, edges in zip(glued, lattices, strict=True):
            for start, pieces in edges.items():
                for piece in pieces:
                    if start == 0:
                        pairs[entry.before[-1], piece.id] = None
                    for following in edges.get(piece.end, ()):
                        pairs[piece.id, following.id] = None
                    if piece.end == len(entry.text):
                        pairs[piece.id, entry.after[0]] = None
        if not pairs:
            return {}
        scores = self.model.logp(np.array(list(pairs), np.int64))
        return dict(zip(pairs, scores.tolist(), strict=True))

    def _decide(self, glued: Sequence[Glued], ways: Sequence[list[tuple[Piece, ...]]]) -> list[Parting | None]:
        sequences: list[list[int]] = []
        lengths: list[int] = []
        for entry, found in zip(glued, ways, strict=True):
            if found:
                whole, _ = self._whole(entry)
                sequences.append([*entry.before, whole, *entry.after])
                sequences.append([*entry.before, *self._as_names(entry, found[0]), *entry.after])
                sequences += [[*entry.before, *(piece.id for piece in way), *entry.after] for way in found]
                lengths += [len(entry.before)] * (len(found) + 2)
        scores = iter(self.score(sequences, lengths))
        results: list[Parting | None] = []
        for entry, found in zip(glued, ways, strict=True):
            if not found:
                results.append(None)
                continue
            unparted = next(scores) - self._whole(entry)[1]
            solid = next(scores) - SOLID
            if self._as_names(entry, found[0]) != [piece.id for piece in found[0]]:
                unparted = max(unparted, solid)
            ranked = sorted(
                ((next(scores) - price(entry.text, way) + shape(self.model, entry.text, way), way) for way in found),
                key=lambda x: -x[0],
            )
            best = ranked[0]
            ends = [piece.end for piece in best[1]]
            other = (score for score, way in ranked if [piece.end for piece in way] != ends)
            lead = best[0] - next(other, -np.inf)
            results.append(
                Parting(
                    tuple(entry.text[p.start : p.end] for p in best[1]),
                    tuple(p.id for p in best[1]),
                    best[0] - unparted,
                    float(lead),
                )
            )
        return results

    def _whole(self, entry: Glued) -> tuple[int, float]:
        """The string as one word: its id and what it costs; a slip of one syllable, else an unknown word."""
        standard = to_standard(entry.text.lower())
        number = self._ids.get(standard)
        if number is not None:
            return number, SLIP
        return _unknown(entry.text), LETTER * len(entry.text)

    def _as_names(self, entry: Glued, way: tuple[Piece, ...]) -> list[int]:
        """The pieces of a Title-case string read as a name whose later capitals its writer does not set (Sàigòn)."""
        ids = [piece.id for piece in way]
        if entry.text[0].isupper() and entry.text[1:].islower():
            return [ids[0], *(int(self.model.title_of[number]) for number in ids[1:])]
        return ids

    def score(self, sequences: Sequence[Sequence[int]], begins: Sequence[int]) -> list[float]:
        """The log-probability of each sequence from its ``begin``-th word on, given the words before."""
        order = self.model.order
        rows: list[list[int]] = []
        counts: list[int] = []
        for ids, begin in zip(sequences, begins, strict=True):
            for at in range(begin, len(ids)):
                row = list(ids[max(0, at + 1 - order) : at + 1])
                rows.append([0] * (order - len(row)) + row)
            counts.append(len(ids) - begin)
        if not rows:
            return []
        sums = np.concatenate(([0.0], np.cumsum(self.model.logp(np.array(rows, np.int64)), dtype=np.float64)))
        ends = np.cumsum(counts)
        return list((sums[ends] - sums[ends - counts]).tolist())


def _unknown(text: str) -> int:
    if any(letter in MARKED for letter in text):
        return UNKNOWN_MARKED
    return UNKNOWN_TITLE if text[0].isupper() else UNKNOWN_LOWER


def likeliest(model: Model) -> npt.NDArray[np.float32]:
    """By lower-case id, the log-probability of a word as it is commonest: Nẵng is common as a name only."""
    return np.maximum(model.log_prob[: model.size], model.log_prob[model.title_of[: model.size]])
