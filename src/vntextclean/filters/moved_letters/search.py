"""Puts moved letters back into their line: the likeliest sequence of words that uses all in their order (Viterbi).

Where a letter is missing the line has a gap, but it has one between words too. A letter may close a word ("v" and "ề"),
open it, stand inside ("t" "ướ" "ng") or be a word itself ("ở"), and each makes a syllable. Which, bigrams tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from vntextclean.filters.moved_letters.lines import MovedLetters
from vntextclean.filters.moved_letters.words import CORE, Token, Word, Words, fits, tokens_of, words_of
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SENTENCE, SPECIALS
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.syllables import is_syllable

#: Marks that stand right behind a word, so that a blank before them is the gap of a letter.
_CLOSING = frozenset(".,;:!?…)")
#: Lines of paper have fewer words, and letters behind them: on the pages of `eval/real/dev` 26 and 13 at most. Without
#: a bound the time would grow with the product of both.
_MOST_WORDS, _MOST_LETTERS = 120, 60
#: And their product, which the time grows with: of the lines that look so on those pages 450 at most.
_MOST_BOTH = 2500
#: The least bigram score of a line, per word (nats). Lines put right have -4 to -8.9; letters in another order less.
_LEAST = -9.0
#: The least score of a letter that stands for a point of a law, and of the word behind it: -7.1 and -4.4 in "điểm d
#: khoản".
_EXPECTED = -8.0

#: The id of a word behind which another stands, and the id of that.
_Pair = tuple[int, int]


class _Path(NamedTuple):
    """The best way to a word: its score, its last word, and the way to the word before."""

    score: float
    edge: Word
    before: _Path | None


class _Line(NamedTuple):
    """A line to search: its place, its tokens, and the words that can begin at each."""

    moved: MovedLetters
    tokens: list[Token]
    edges: Words


class LetterSearch:
    """Finds where moved letters belong, with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def fits(self, text: str, moved: MovedLetters) -> bool:
        """Whether words can be made of a line at all: told without the model, in a tenth of the time."""
        return _fitting(text, moved) is not None

    def restored(self, text: str, moved: list[MovedLetters]) -> list[str | None]:
        """Each line with its letters; None where they do not make words of it. The model is asked once for all."""
        lines = [_line(text, each) for each in moved]
        asked = [line for line in lines if line is not None]
        words = sorted({edge.word for line in asked for own in line.edges for found in own.values() for edge in found})
        ids = dict(zip(words, self._model.ids([word.lower() for word in words]).tolist(), strict=True))
        pairs = sorted(set[_Pair]().union(*(own for line in asked for own in _pairs(line, ids))))
        before, after = np.array(pairs, np.int64).reshape(-1, 2).T
        scores = dict(zip(pairs, bigrams(self._model, before, after)[0].tolist(), strict=True))
        return [_put(text, line, ids, scores) if line is not None else None for line in lines]


def _line(text: str, moved: MovedLetters) -> _Line | None:
    """What there is to search in a line; None where nothing can come out."""
    tokens = _fitting(text, moved)
    return None if tokens is None else _Line(moved, tokens, words_of(tokens, moved.letters))


def _fitting(text: str, moved: MovedLetters) -> list[Token] | None:
    """The tokens of a line that can be put together."""
    tokens = tokens_of(text, moved)
    if len(tokens) > _MOST_WORDS or len(moved.letters) > _MOST_LETTERS or len(tokens) * len(moved.letters) > _MOST_BOTH:
        return None
    return tokens if fits(tokens, moved.letters) else None


def _pairs(line: _Line, ids: dict[str, int]) -> Iterator[set[_Pair]]:
    """The words that can follow one another, by their ids.

    What ends at a place depends on the letter before alone, and what begins there on the next.
    """
    letters = line.moved.letters
    around = {*zip((None, *letters), (*letters, None), strict=True)}
    ends: list[dict[str | None, set[int]]] = [{letter: set() for letter in own} for own in line.edges]
    ends[0][None].add(SENTENCE)
    for first, own in enumerate(line.edges):
        starts = {letter: {ids[edge.word] for edge in found} for letter, found in own.items()}
        for letter, found in own.items():
            for edge in found:
                if edge.used:
                    ends[edge.last][letter].add(ids[edge.word])
                elif letter is None:
                    ends[edge.last][None].add(ids[edge.word])
        for before, letter in around:
            yield {*product(ends[first][before] | ends[first][None], starts[letter])}


def _put(text: str, line: _Line, ids: dict[str, int], scores: dict[_Pair, float]) -> str | None:
    """The line with its letters, where its likeliest path makes words of it."""
    path = _best(line, ids, scores)
    if path is None or _likelihood(path, ids, scores) < _LEAST:
        return None
    if any(edge.left_over and not _named(path, at, ids, scores) for at, edge in enumerate(path)):
        return None
    if not any(_completes(line.tokens, edge) for edge in path):
        return None  # "Câu 1" and its answer "ở"
    return written(text, line.moved, line.tokens, path)


def _named(path: tuple[Word, ...], at: int, ids: dict[str, int], scores: dict[_Pair, float]) -> bool:
    """Whether one letter stands where the model expects it: "điểm d khoản 2"."""
    if len(path[at].word) > 1 or not 0 < at < len(path) - 1:
        return False
    before, own, after = (ids[path[near].word] for near in (at - 1, at, at + 1))
    return scores[before, own] >= _EXPECTED and scores[own, after] >= _EXPECTED


def _likelihood(path: tuple[Word, ...], ids: dict[str, int], scores: dict[_Pair, float]) -> float:
    """The mean score of the words of a path, of all or of the Vietnamese ones alone.

    A name of another language tells nothing, nor does the end of a sentence before the second half of one.
    """
    told: list[float] = []
    every: list[float] = []
    before, known = SENTENCE, not path[0].word[:1].islower()
    for edge in path:
        number, own = ids[edge.word], is_syllable(edge.word)
        every.append(scores[before, number] - edge.cost)
        if known and own:
            told.append(every[-1])
        before, known = number, own
    return max(sum(every) / len(every), sum(told) / len(told) if told else 0.0)


def _best(line: _Line, ids: dict[str, int], scores: dict[_Pair, float]) -> tuple[Word, ...] | None:
    """The words of the likeliest path that uses all tokens and all letters."""
    letters: tuple[str | None, ...] = (*line.moved.letters, None)
    start = _Path(0.0, Word(0, 0, 0, "", 0.0, False), None)
    best: list[list[dict[int, _Path]]] = [[{} for _ in letters] for _ in line.edges]
    best[0][0][SENTENCE] = start
    for first, own in enumerate(line.edges):
        known = {letter: _known(found, ids) for letter, found in own.items()}
        for used, letter in enumerate(letters):
            if not best[first][used]:
                continue
            for edge, number in known[letter]:
                at = best[edge.last][used + edge.used]
                for before, path in [*best[first][used].items()]:
                    score = path.score + scores[before, number] - edge.cost
                    if number not in at or at[number].score < score:
                        at[number] = _Path(score, edge, path)
    ends = best[-1][-1].values()
    return _words(max(ends, key=lambda path: path.score)) if ends else None


def _known(found: list[Word], ids: dict[str, int]) -> list[tuple[Word, int]]:
    """The words and their ids, without syllables put together that the model has never met."""
    numbered = [(edge, ids[edge.word]) for edge in found]
    return [
        (edge, number)
        for edge, number in numbered
        if number >= len(SPECIALS) or not (edge.used or edge.last > edge.first + 1)
    ]


def _words(path: _Path) -> tuple[Word, ...]:
    words: list[Word] = []
    while path.before is not None:
        words.append(path.edge)
        path = path.before
    return tuple(reversed(words))


def _completes(tokens: list[Token], edge: Word) -> bool:
    """Whether a letter makes a word of what is none by itself."""
    return edge.used > 0 and any(not is_syllable(token.core) for token in tokens[edge.first : edge.last])


def written(text: str, moved: MovedLetters, tokens: list[Token], path: tuple[Word, ...]) -> str:
    """The line with the words of a path in place of its tokens; what stands between them stays."""
    parts = [text[moved.start : tokens[0].start]] if tokens else []
    for number, edge in enumerate(path):
        if edge.first == edge.last:
            parts.append(edge.word if edge.first == len(tokens) else edge.word + " ")
            continue
        first, last = tokens[edge.first], tokens[edge.last - 1]
        opening, closing = CORE.fullmatch(text, first.start, first.end), CORE.fullmatch(text, last.start, last.end)
        if opening is None or closing is None:
            parts.append(text[first.start : last.end])
        else:
            parts.append(opening[1] + edge.word + closing[3])
        if edge.last < len(tokens):
            following = tokens[edge.last]
            gap = "\n" if "\n" in text[last.end : following.start] else " " * (last.end < following.start)
            closed = edge.used and text[following.start] in _CLOSING and path[number + 1].last > edge.last
            parts.append("" if closed else gap)
        elif number + 1 < len(path):
            parts.append(" ")
    return "".join(parts)
