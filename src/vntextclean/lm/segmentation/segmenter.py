"""Word segmentation of glued strings in their context.

First all pairs of adjacent pieces are scored by bigrams, and a k-best Viterbi search keeps the best paths of each
string. Then these paths are scored again in context by the full order of the model, plus priors. All strings of a
document are segmented in one batch, because a numpy call costs nearly the same for one string and for a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from operator import itemgetter

import numpy as np

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.glued import Glued, Piece, k_best, only_path
from vntextclean.lm.segmentation.held_priors import cost, prior
from vntextclean.lm.segmentation.known_words import SLIP
from vntextclean.lm.segmentation.pieces import LETTER, Pieces
from vntextclean.lm.segmentation.priors import HEADLINE
from vntextclean.lm.text.scan import NUMBER, SENTENCE, UNKNOWN_LOWER, UNKNOWN_MARKED, UNKNOWN_TITLE
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import forms
from vntextclean.vietnamese.tones import to_old, to_standard

#: Cost (nats) of reading a string as a name that is written as one word, in the old way (Sàigòn, Hànội).
SOLID = 1.0
#: A name without diacritics that gains less (nats) is one word, whatever its neighbours turn out to be: with them put
#: right it would have to gain 16 more before it is parted.
HOPELESS = -10.0
#: So many strings are kept with their parting: a text is read again after a repair, and three to four in ten of the
#: strings that are asked about were asked about in the reading before.
_KEPT = 256


class Segmentation(NamedTuple):
    """The best segmentation of a string: its ``pieces`` and their model ``ids``.

    ``gain`` is its log-odds over the unsplit string, ``runner_up`` its lead over the best other segmentation (nats).
    """

    pieces: tuple[str, ...]
    ids: tuple[int, ...]
    gain: float
    runner_up: float


class Segmenter:
    """Segments glued strings with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.pieces = model.derived(Pieces)
        #: What was parted last. Strings are only put in, so that threads may share it: a full one is left for another.
        self._kept: dict[Glued, Segmentation | None] = {}

    def part(self, glued: Sequence[Glued]) -> list[Segmentation | None]:
        """The best segmentation of each string into at least two pieces; None where there is none.

        None as well for a name without diacritics that gains less than :data:`HOPELESS`.
        Strings that stand again between the same words are segmented once.
        """
        kept, different = self._kept, dict.fromkeys(glued)
        if new := [entry for entry in different if entry not in kept]:
            if len(kept) + len(new) > _KEPT:
                kept = {entry: kept[entry] for entry in different if entry in kept}
                if len(different) <= _KEPT:
                    self._kept = kept
            kept.update(zip(new, self._part(new), strict=True))
        return [kept[entry] for entry in glued]

    def _part(self, glued: Sequence[Glued]) -> list[Segmentation | None]:
        lattices = [self.pieces.lattice(entry) for entry in glued]
        # Two in three strings of an encyclopedia have one path: no score tells that it is the best.
        paths = [only_path(edges, len(entry.text)) for entry, edges in zip(glued, lattices, strict=True)]
        several = [(entry, edges) for entry, edges, path in zip(glued, lattices, paths, strict=True) if path is None]
        scores = self._pair_scores(several)
        ranked = (k_best(entry, edges, scores) for entry, edges in several)
        return self._decide(glued, [next(ranked) if path is None else [path] if path else [] for path in paths])

    def word_or_words(self, letters: str) -> str | None:
        """The word or words that letters without spaces spell, without context; None if they spell none.

        >>> segmenter = Segmenter(Model.open())
        >>> segmenter.word_or_words("xãhội"), segmenter.word_or_words("hội"), segmenter.word_or_words("strong")
        ('xã hội', 'hội', None)
        """
        if to_old(letters.lower()) in self.pieces.ids and letters.lower() in forms():
            return letters
        parting = self.part([Glued(letters, (SENTENCE,), (SENTENCE,), initial=True)])[0]
        return " ".join(parting.pieces) if parting is not None and parting.gain > 0 else None

    def _pair_scores(self, asked: Sequence[tuple[Glued, dict[int, list[Piece]]]]) -> dict[tuple[int, int], float]:
        pairs: dict[tuple[int, int], None] = {}
        for entry, edges in asked:
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

    def _decide(self, glued: Sequence[Glued], paths: Sequence[list[tuple[Piece, ...]]]) -> list[Segmentation | None]:
        sequences: list[list[int]] = []
        lengths: list[int] = []
        asked: list[tuple[int | None, int]] = []  # the syllable that a string is, and how many sequences are its own
        self.pieces.spell(
            entry.text
            for entry, found in zip(glued, paths, strict=True)
            if found and any(piece.cost for piece in found[0])
        )
        for entry, found in zip(glued, paths, strict=True):
            if not found:
                asked.append((None, 0))
                continue
            whole = self._misplaced(entry.text)
            ways = [[_unknown(entry.text) if whole is None else whole]]
            ways += [[piece.id for piece in path] for path in found]
            if _is_title(entry.text) and (names := self._as_names(ways[1])) != ways[1]:
                ways.append(names)
            sequences += [[*entry.before, *ids, *entry.after] for ids in ways]
            lengths += [len(entry.before)] * len(ways)
            asked.append((whole, len(ways)))
        scores = iter(self.score(sequences, lengths))
        return [
            self._best(entry, found, whole, list(islice(scores, count))) if found else None
            for entry, found, (whole, count) in zip(glued, paths, asked, strict=True)
        ]

    def _best(
        self, entry: Glued, found: list[tuple[Piece, ...]], whole: int | None, scores: list[float]
    ) -> Segmentation | None:
        """The best of the paths of a string; ``whole`` is the syllable that it is.

        ``scores`` are those of the string as one word, of the paths, and of it as one name where that is another.
        """
        text, unparted, of_paths = entry.text, scores[0], scores[1 : 1 + len(found)]
        if _is_title(text) and text.isascii() and self._is_hopeless(text, found, unparted, of_paths, whole):
            return None
        ranked = []
        for path, score in zip(found, of_paths, strict=True):
            prior_log_odds = prior(self.model, text, path, entry.after[:1] == (NUMBER,)) + self._headline(entry, path)
            ranked.append((score - cost(text, path) + prior_log_odds, path))
        ranked.sort(key=itemgetter(0), reverse=True)
        score, best = ranked[0]
        unparted -= self._whole_cost(text, best, whole)
        if len(scores) > 1 + len(found):
            unparted = max(unparted, scores[-1] - (SOLID + sum([piece.cost for piece in found[0]])))
        lead = np.inf
        if len(ranked) > 1:
            ends = [piece.end for piece in best]
            lead = score - next((score for score, path in ranked[1:] if [piece.end for piece in path] != ends), -np.inf)
        pieces, ids = tuple([text[p.start : p.end] for p in best]), tuple([p.id for p in best])
        return Segmentation(pieces, ids, score - unparted, float(lead))

    def _is_hopeless(
        self, text: str, found: list[tuple[Piece, ...]], unparted: float, scores: list[float], whole: int | None
    ) -> bool:
        """Whether a name without diacritics gains less than :data:`HOPELESS`, whatever its priors, which are 0 at most.

        Four in ten of the strings that are segmented are such names. ``whole`` is the syllable that the string is.
        """
        return all(
            score - sum([piece.cost for piece in path]) - unparted + self._whole_cost(text, path, whole) < HOPELESS
            for score, path in zip(scores, found, strict=True)
        )

    def _headline(self, entry: Glued, path: Sequence[Piece]) -> float:
        """The bonus of a headline: each piece begins with a capital, and so do the words around them."""
        if not entry.before or not entry.after or entry.before[-1] < self.model.size:
            return 0.0
        names = [entry.after[0], *[piece.id for piece in path]]
        return HEADLINE if min(names) >= self.model.size else 0.0

    def _whole_cost(self, text: str, path: Sequence[Piece], whole: int | None) -> float:
        """The cost (nats) of a string as one word; where it is an unknown word (``whole`` is None), beside a path."""
        if whole is not None:
            return SLIP
        return self.pieces.letters(text) if any(piece.cost for piece in path) else LETTER * len(text)

    def _misplaced(self, text: str) -> int | None:
        """The id of the syllable that a string is, but for the place of its tone; None if it is none."""
        lower = text.lower()
        return self.pieces.ids.get(lower if lower.isascii() else to_standard(lower))

    def _as_names(self, ids: list[int]) -> list[int]:
        """The ids of the pieces of a Title-case string, read as a name without its later capitals (Sàigòn)."""
        return [ids[0], *(int(self.model.title_of[number]) for number in ids[1:])]

    def score(self, sequences: Sequence[Sequence[int]], begins: Sequence[int]) -> list[float]:
        """Log-probability (nats) of each id sequence from index ``begins[i]`` on, given the ids before."""
        if (handle := self.model.ngrams.compiled) is not None:
            scored: list[float] = kernel.native.scores(handle, sequences, begins)
            return scored
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
        scores = self.model.logp(np.array(rows, np.int64)).astype(np.float64)
        # Each sequence is summed separately, so that its last bit does not depend on the sequences before it.
        return list(np.bincount(np.repeat(np.arange(len(counts)), counts), scores, len(counts)).tolist())


def _is_title(text: str) -> bool:
    return text[0].isupper() and text[1:].islower()


def _unknown(text: str) -> int:
    if any(letter in MARKED for letter in text):
        return UNKNOWN_MARKED
    return UNKNOWN_TITLE if text[0].isupper() else UNKNOWN_LOWER
