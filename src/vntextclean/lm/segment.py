"""The best way to part a string of glued syllables, in the words around it.

All strings of a document are parted together, because numpy answers a thousand questions as fast as one: first every
pair of neighbouring pieces is scored (bigrams), a k-best Viterbi search keeps the few best ways of each string, and
these are scored again in full context by the whole order of the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.lm.scan import SPECIALS, UNKNOWN_LOWER, UNKNOWN_MARKED, UNKNOWN_TITLE, UNKNOWN_UPPER
from vntextclean.vietnamese.letters import MARKED, VOWELS
from vntextclean.vietnamese.syllables import forms
from vntextclean.vietnamese.tones import to_old, to_standard

#: The longest syllables (nghiêng, nghuếch) have seven letters.
LONGEST = 7
#: Ways of a string kept for the second scoring.
KEPT = 6
#: A rarer syllable is no piece: one in two million words.
RAREST = -14.5
#: A word in another script than the page's words costs this much for each letter beyond the model's own price of an
#: unknown word: a uniform choice among some eight likely letters.
LETTER = 2.1
#: What a piece costs that is a known word but no syllable.
LOAN = 1.5
#: What a misplaced tone mark in a piece costs (vơí).
SLIP = 6.0


class Piece(NamedTuple):
    """One word of a glued string: where it ends, its model id, and what it costs beyond the model's probability."""

    start: int
    end: int
    id: int
    cost: float


class Glued(NamedTuple):
    """A glued string and the model ids around it, nearest last before it and first behind it."""

    text: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    initial: bool


class Parting(NamedTuple):
    """The best way to part a string: its pieces, and by how much it is likelier than the string left whole (in nats).

    ``runner_up`` is the lead over the second best way.
    """

    pieces: tuple[str, ...]
    ids: tuple[int, ...]
    gain: float
    runner_up: float


class Segmenter:
    """Parts glued strings with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def _ids(self) -> dict[str, int]:
        """Words that may be pieces, by their folded spelling: not too rare, and readable."""
        legal = forms()
        prob = self.model.log_prob
        words = self.model.words[: self.model.size]
        return {
            word: number
            for number, word in enumerate(words)
            if number >= len(SPECIALS)
            and prob[number] > RAREST
            and ((word in legal and (len(word) > 1 or word in _ALONE)) or (len(word) > 2 and word not in legal))
        }

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._ids), default=LONGEST)

    def part(self, glued: Sequence[Glued]) -> list[Parting | None]:
        """The best way to part each string, None where there is none."""
        lattices = [self._lattice(entry) for entry in glued]
        scores = self._pair_scores(glued, lattices)
        ways = [_k_best(entry, lattice, scores) for entry, lattice in zip(glued, lattices, strict=True)]
        return self._decide(glued, ways)

    def can_part(self, word: str) -> bool:
        """Whether a string could be several words at all; the quick test before any probability is asked for.

        A string without marks must consist of syllables, but for a name behind them (khiYahoo).
        """
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
                if end in reach and _well_cased(text, start, end):
                    piece = self._piece(text, lower, start, end, initial=entry.initial and start == 0)
                    if piece is not None and not (strict and piece.cost):
                        found.append(piece)
            found += [
                Piece(start, end, UNKNOWN_TITLE if text[start + 1].islower() else UNKNOWN_UPPER, LETTER * (end - start))
                for end in _foreign_ends(text, start)
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
            cost = LOAN
            if not text[start:end].isupper() and not any(letter in VOWELS for letter in spelled):
                return None
        if number is None and end - start <= LONGEST:
            number = self._ids.get(to_old(spelled))
        if number is None and end - start <= LONGEST and any(letter in MARKED for letter in spelled):
            standard = to_standard(spelled)
            number, cost = (self._ids.get(standard), SLIP) if standard != spelled else (None, 0.0)
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
                sequences += [[*entry.before, *(piece.id for piece in way), *entry.after] for way in found]
        lengths = [
            len(entry.before) for entry, found in zip(glued, ways, strict=True) for _ in range(len(found) + 1) if found
        ]
        scores = iter(self.score(sequences, lengths))
        results: list[Parting | None] = []
        for entry, found in zip(glued, ways, strict=True):
            if not found:
                results.append(None)
                continue
            unparted = next(scores) - self._whole(entry)[1]
            ranked = sorted(((next(scores) - sum(p.cost for p in way), way) for way in found), key=lambda x: -x[0])
            best = ranked[0]
            lead = best[0] - ranked[1][0] if len(ranked) > 1 else np.inf
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


#: Syllables of one letter that stand as words.
_ALONE = frozenset("ởýạàơờếôừủyáồổốợ")


def _unknown(text: str) -> int:
    if any(letter in MARKED for letter in text):
        return UNKNOWN_MARKED
    return UNKNOWN_TITLE if text[0].isupper() else UNKNOWN_LOWER


def _well_cased(text: str, start: int, end: int) -> bool:
    """Lower, Title or UPPER; and a capital is never parted from the lower-case letters it begins."""
    piece = text[start:end]
    if piece.islower():
        return start == 0 or not text[start - 1].isupper() or text[start - 2 : start - 1].isupper()
    if piece[0].isupper() and piece[1:].islower():
        return end - start > 1 or end == len(text) or not text[end].islower()
    return piece.isupper() and (end == len(text) or not text[end].islower())


def _foreign_ends(text: str, start: int) -> Iterator[int]:
    """Where a foreign name or abbreviation that begins here may end: capitals end where they end, a name anywhere."""
    if not (text[start].isupper() and text[start].isascii()) or (start and text[start - 1].isupper()):
        return
    end = start + 1
    if text[end : end + 1].isupper():
        while end < len(text) and text[end].isupper() and text[end].isascii():
            end += 1
        if end < len(text):
            yield end
        return
    while end < len(text) and text[end].isascii():
        end += 1
        if end - start >= 3 and (start > 0 or end < len(text)):
            yield end


def _k_best(
    entry: Glued, edges: dict[int, list[Piece]], scores: dict[tuple[int, int], float]
) -> list[tuple[Piece, ...]]:
    """The few best ways through a lattice of at least two pieces, by pairs of neighbours."""
    size = len(entry.text)
    if 0 not in edges:
        return []
    # For each position, the ways that end there: (score, last piece, way so far).
    ways: list[dict[int, list[tuple[float, tuple[Piece, ...]]]]] = [{} for _ in range(size + 1)]
    for piece in edges[0]:
        start = scores[entry.before[-1], piece.id] - piece.cost
        ways[piece.end].setdefault(piece.id, []).append((start, (piece,)))
    for at in range(1, size):
        if not ways[at] or at not in edges:
            continue
        for piece in edges[at]:
            found = [
                (score + scores[last, piece.id] - piece.cost, (*way, piece))
                for last, kept in ways[at].items()
                for score, way in kept
            ]
            found.sort(key=lambda x: -x[0])
            held = ways[piece.end].setdefault(piece.id, [])
            held += found[:KEPT]
            held.sort(key=lambda x: -x[0])
            del held[KEPT:]
    final = [
        (score + scores[last, entry.after[0]], way)
        for last, kept in ways[size].items()
        for score, way in kept
        if len(way) > 1
    ]
    final.sort(key=lambda x: -x[0])
    return [way for _, way in final[:KEPT]]
