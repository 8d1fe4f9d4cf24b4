"""Lines broken into pieces: the path that makes words of all of them, found for a whole stretch at once.

In "S Ử D Ụ NG D Ị CH V Ụ" no two pieces are sure by themselves, and "D Ị" could be joined without "CH". A space in
such a line stands at a word's end or inside it; which, the likeliest sequence of words tells (Viterbi over bigrams).
A stretch that leaves pieces over is left alone: its letters were doubled, lost, or moved to other lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from vntextclean.filters.split_words.search import Broken, SplitSearch
from vntextclean.filters.split_words.survey import FEWEST, FEWEST_ODD, LONGEST_PIECE, SHARE
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.segmentation.known_words import LONGEST
from vntextclean.lm.text.scan import SENTENCE, Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED, VOWELS
from vntextclean.vietnamese.syllables import forms
from vntextclean.vietnamese.word_evidence import is_explained

Bools = npt.NDArray[np.bool_]

#: Pieces joined to one syllable at most: "n g h i ê n g".
_MOST_PIECES = 7
#: A stretch of more words is read in parts.
_MOST_WORDS = 200
#: The share of pieces left over up to which a stretch is joined, and from which on nothing in it is sure.
_LEFT_OVER = 0.05
_HOPELESS = 0.34
#: Up to so many are asked whether others will repair them, so that a second run finds the same of a short line.
_FEW_LEFT = 3
#: Words of one letter.
_ONE_LETTER = frozenset("ởàýạôơ")
#: Onsets, the usual pieces of broken words.
_ONSETS = frozenset("ch gh kh ng ngh nh ph th tr".split())
#: What a piece costs that stays as it is (nats).
_PIECE = 14.0
#: Nats: a joined word is sure.
_GAIN = 12.0


class _Edge(NamedTuple):
    """Tokens first to last as one word: its id, what it costs beyond the model, and whether it is a piece left over."""

    first: int
    last: int
    id: int
    cost: float
    left_over: bool


class _Path(NamedTuple):
    """The best way to a word: its score, its last word, and the way to the word before."""

    score: float
    edge: _Edge | None
    before: _Path | None

    def edges(self) -> tuple[_Edge, ...]:
        """All words of the way, in order."""
        found: list[_Edge] = []
        at: _Path | None = self
        while at is not None and at.edge is not None:
            found.append(at.edge)
            at = at.before
        return tuple(reversed(found))


class BrokenLines:
    """The broken lines of one text; made for one call.

    ``left_out`` says which words stand in no language (``no_language.py``): what consists of these is not read.
    """

    def __init__(self, search: SplitSearch, scan: Scan, left_out: Bools | None = None) -> None:
        self._search = search
        self._left_out = left_out
        self._scan = scan
        self._hopeless: list[tuple[int, int]] = []
        self._told: dict[tuple[object, ...], tuple[list[Broken], bool]] = {}

    @cached_property
    def joined(self) -> list[Broken]:
        """The syllables of all stretches that can be read as words."""
        found: list[Broken] = []
        for first, last in self._stretches():
            found += self._read(first, last)
        return found

    def is_hopeless(self, at: int) -> bool:
        """Whether a place of the text lies in a stretch that cannot be read."""
        before = bisect_right(self._hopeless, (at, len(self._scan.text)))
        return before > 0 and at < self._hopeless[before - 1][1]

    @cached_property
    def _doubtful(self) -> npt.NDArray[np.int64]:
        return self._search.survey.doubtful(self._scan)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """The first token and the one behind the last of stretches of words one space apart, with enough pieces."""
        scan, doubtful = self._scan, self._doubtful
        if len(doubtful) < FEWEST_ODD:
            return
        lengths = scan.ends - scan.starts
        short = int(np.count_nonzero(lengths.take(doubtful) <= LONGEST_PIECE))
        if short < FEWEST_ODD or short + int(np.count_nonzero(lengths == 1)) < FEWEST:
            return
        if np.count_nonzero(self._pieces) < FEWEST:
            return
        apart = np.ones(len(scan) + 1, np.bool_)
        apart[1:-1] = scan.starts[1:] - scan.ends[:-1] != 1
        borders = np.flatnonzero(apart)
        odd, pieces = (np.add.reduceat(of, borders[:-1], dtype=np.int64) for of in (self._odd, self._pieces))
        enough = (odd >= FEWEST_ODD) & (pieces >= FEWEST) & (pieces >= SHARE * np.diff(borders))
        for index in np.flatnonzero(enough).tolist():
            first, last = int(borders[index]), int(borders[index + 1])
            for start in range(first, last, _MOST_WORDS):
                end = min(last, start + _MOST_WORDS)
                if (self._left_out is None or not self._left_out[start:end].all()) and self._is_broken(start, end):
                    yield start, end

    def _is_broken(self, first: int, last: int) -> bool:
        """Whether the pieces of a stretch are parts of syllables, and no names or rare words."""
        scan = self._scan
        tokens = (np.flatnonzero(self._pieces[first:last]) + first).tolist()
        parts = sum(_is_part(scan.text[scan.starts[token] : scan.ends[token]]) for token in tokens)
        return parts >= FEWEST and parts >= SHARE * (last - first)

    @cached_property
    def _odd(self) -> Bools:
        """Which tokens are hardly words."""
        scan, odd = self._scan, np.zeros(len(self._scan), np.bool_)
        odd[self._doubtful] = True
        odd &= scan.ends - scan.starts <= LONGEST_PIECE
        return odd

    @cached_property
    def _pieces(self) -> Bools:
        """Which tokens may be pieces: what is hardly a word, and single letters."""
        scan = self._scan
        pieces: Bools = self._odd | ((scan.ends - scan.starts == 1) & ~scan.tokens.number)
        return pieces

    def _read(self, first: int, last: int) -> list[Broken]:
        """The syllables of a stretch; one that comes again is read once."""
        scan = self._scan
        start, end = int(scan.starts[first]), int(scan.ends[last - 1])
        near = slice(first, last)
        columns = (
            scan.starts[near] - start,
            scan.ends[near] - start,
            scan.lower[near],
            self._odd[near],
            self._pieces[near],
        )
        key: tuple[object, ...] = (scan.text[start:end], *(column.tobytes() for column in columns))
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = self._words(first, last)
        words, is_hopeless = told
        if is_hopeless:
            self._hopeless.append((start, end))
        return [Broken(start + word.start, start + word.end, word.joined, word.gain) for word in words]

    def _words(self, first: int, last: int) -> tuple[list[Broken], bool]:
        """The syllables of a stretch, by their places in it, and whether it cannot be read."""
        scan = self._scan
        edges = self._edges(first, last)
        path = self._best(first, last, edges)
        pieces = int(self._pieces[first:last].sum())
        over = [edge for edge in path if edge.left_over]
        if len(over) == 1 and not _is_part(scan.word(over[0].first)):
            over = []  # one misspelt word, until it is repaired, says nothing of the pieces: "thâp" before "l ị c h"
        if len(over) > _LEFT_OVER * pieces:
            most = _HOPELESS * pieces
            return [], len(over) > max(most, _FEW_LEFT) or sum(map(self._stays, over)) > most
        text, begin = scan.text, int(scan.starts[first])
        spans = [(int(scan.starts[edge.first]), int(scan.ends[edge.last])) for edge in path if edge.last > edge.first]
        words = [Broken(a - begin, b - begin, text[a:b].replace(" ", ""), _GAIN) for a, b in spans]
        return (words if any(letter in MARKED for word in words for letter in word.joined) else []), False

    def _stays(self, edge: _Edge) -> bool:
        """Whether a piece left over will stay one: others put a vowel back ("vn"), and short forms are none ("KH")."""
        word = self._scan.word(edge.first)
        if len(word) == 1 or word in _ONSETS or not word.isascii():
            return True
        return not (word.isupper() or is_explained(word))

    def _edges(self, first: int, last: int) -> dict[int, list[_Edge]]:
        """The words that tokens can make, by their first token."""
        scan, text = self._scan, self._scan.text
        starts, ends, lower, odd, piece = (
            column[first:last].tolist() for column in (scan.starts, scan.ends, scan.lower, self._odd, self._pieces)
        )
        # What each token adds to a word, with the mark before it where that is no space: then no word comes of it.
        added = [text[end:following].replace(" ", "") for end, following in zip([starts[0], *ends], ends, strict=False)]
        syllable = self._search.syllable
        found: dict[int, list[_Edge]] = {}
        for here, start in enumerate(starts):
            token, broken, word = first + here, piece[here], text[start : ends[here]]
            own = [_Edge(token, token, lower[here], _PIECE if odd[here] else 0.0, odd[here])]
            for end in range(here + 1, min(last - first, here + _MOST_PIECES)):
                word += added[end]
                broken = broken or piece[end]
                if len(word) > LONGEST:
                    break
                number = syllable(word)
                if number is not None and broken:
                    own.append(_Edge(token, first + end, number, 0.0, False))
            found[token] = own
        return found

    def _best(self, first: int, last: int, edges: dict[int, list[_Edge]]) -> tuple[_Edge, ...]:
        """The likeliest path, by pairs of neighbours."""
        scores = self._scores(first, last, edges)
        best: dict[int, dict[int, _Path]] = {first: {SENTENCE: _Path(0.0, None, None)}}
        for token in range(first, last):
            for before, path in best.pop(token, {}).items():
                for edge in edges[token]:
                    score = path.score + scores[before, edge.id] - edge.cost
                    at = best.setdefault(edge.last + 1, {})
                    if edge.id not in at or at[edge.id].score < score:
                        at[edge.id] = _Path(score, edge, path)
        return max((path.score, path.edges()) for path in best[last].values())[1]

    def _scores(self, first: int, last: int, edges: dict[int, list[_Edge]]) -> dict[tuple[int, int], float]:
        pairs = {(SENTENCE, edge.id) for edge in edges[first]}
        for own in edges.values():
            pairs |= {(one.id, two.id) for one in own if one.last + 1 < last for two in edges[one.last + 1]}
        before, after = np.array(sorted(pairs), np.int64).T
        scores, _ = bigrams(self._search.model, before, after)
        return dict(zip(zip(before.tolist(), after.tolist(), strict=True), scores.tolist(), strict=True))


def _is_part(word: str) -> bool:
    """Whether a word is part of a syllable: it lacks its vowels or its onset, or ends before its final letters.

    >>> [_is_part(word) for word in ("ng", "ườ", "xuấ", "Pep", "bốc", "đuợc", "Ở")]
    [True, True, True, False, False, False, False]
    """
    lower = word.lower()
    if lower in _ONE_LETTER:
        return False
    if lower[0] in VOWELS or not any(letter in VOWELS for letter in lower):
        return True
    return not lower.isascii() and lower in _beginnings()


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What syllables begin with and is none: "xuấ", "tiề". A misspelt word ("đuợc") is not among them."""
    return frozenset(form[:end] for form in forms() for end in range(2, len(form))) - forms()
