"""Puts moved letters back into their line: the likeliest sequence of words that uses all in their order (Viterbi).

Where a letter is missing the line has a gap, but it has one between words too. A letter may close a word ("v" and "ề"),
open it, stand inside ("t" "ướ" "ng") or be a word itself ("ở"), and each makes a syllable. Which, bigrams tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from vntextclean.filters.moved_letters.lines import MovedLetters
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SENTENCE, SPECIALS
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

_TOKEN = late(r"\S+")
#: Marks that stand right behind a word, so that a blank before them is the gap of a letter.
_CLOSING = frozenset(".,;:!?…)")
_CORE = late(r"(\W*)([^\W\d_]+)(\W*)")
#: Tokens joined to one word at most: letter spacing breaks words too.
_MOST_TOKENS = 4
#: Lines of paper have fewer words, and letters behind them: on the pages of `eval/real/dev` 26 and 13 at most. Without
#: a bound the time would grow with the product of both.
_MOST_WORDS, _MOST_LETTERS = 120, 60
#: And their product, which is 450 at most on those pages: the time grows with it.
_MOST_BOTH = 2500
#: What a word costs that is no syllable, and a join without a letter between (nats).
_PIECE, _JOIN = 14.0, 3.0
#: The least bigram score of a line, per word (nats). Lines put right have -4 to -8.9; letters in another order less.
_LEAST = -9.0
#: What is left in small letters and is so short is a piece; "carvacrol" is a foreign word.
_LONGEST_PIECE = 4
#: The longest syllables have seven letters ("nghiêng").
_LONGEST_WORD = 7


class _Token(NamedTuple):
    """A token of the line: its place, the letters in it, and whether it is open to the left and to the right."""

    start: int
    end: int
    core: str
    opens: bool
    closes: bool


class _Edge(NamedTuple):
    """A word of tokens ``first`` to ``last - 1`` with ``used`` letters put in."""

    first: int
    last: int
    used: int
    word: str
    cost: float
    left_over: bool


#: The words that can begin at each token of a line: by the next letter, None where no letter is left.
_Edges = list[dict[str | None, list[_Edge]]]
#: The id of a word behind which another stands, and the id of that.
_Pair = tuple[int, int]


class _Path(NamedTuple):
    """The best way to a word: its score, its last word, and the way to the word before."""

    score: float
    edge: _Edge
    before: _Path | None


class _Line(NamedTuple):
    """A line to search: its place, its tokens, and the words that can begin at each."""

    moved: MovedLetters
    tokens: list[_Token]
    edges: _Edges


class LetterSearch:
    """Finds where moved letters belong, with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model

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
    tokens = [_token(text, *match.span()) for match in _TOKEN.finditer(text, moved.start, moved.stop)]
    if len(tokens) > _MOST_WORDS or len(moved.letters) > _MOST_LETTERS or len(tokens) * len(moved.letters) > _MOST_BOTH:
        return None
    edges = _edges(tokens, moved.letters)
    return _Line(moved, tokens, edges) if _fits(edges, moved.letters) else None


def _edges(tokens: list[_Token], letters: tuple[str, ...]) -> _Edges:
    """The words that can begin at each token: they depend on the next letter alone, not on how many were used."""
    found: _Edges = []
    for first in range(len(tokens) + 1):
        plain, joinable = _plain(tokens, first), _joinable(tokens, first)
        own: dict[str | None, list[_Edge]] = {None: plain}
        for letter in letters:
            if letter not in own:
                own[letter] = plain + _lettered(tokens, first, joinable, letter)
        found.append(own)
    return found


def _fits(edges: _Edges, letters: tuple[str, ...]) -> bool:
    """Whether a path uses all tokens and all letters and leaves no piece: of most lines that lost nothing none does."""
    reached: list[set[int]] = [set() for _ in edges]
    reached[0].add(0)
    for own, here in zip(edges, reached, strict=True):
        for used, letter in enumerate((*letters, None)):
            if used in here:
                for edge in own[letter]:
                    if not edge.left_over:
                        reached[edge.last].add(used + edge.used)
    return len(letters) in reached[-1]


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
    best = _best(line, ids, scores)
    if best is None or best[0] < _LEAST * len(best[1]) or any(edge.left_over for edge in best[1]):
        return None
    if not any(_completes(line.tokens, edge) for edge in best[1]):
        return None  # "Câu 1" and its answer "ở"
    return _written(text, line.moved, line.tokens, best[1])


def _best(line: _Line, ids: dict[str, int], scores: dict[_Pair, float]) -> tuple[float, tuple[_Edge, ...]] | None:
    """The likeliest path that uses all tokens and all letters: its score and its words."""
    letters: tuple[str | None, ...] = (*line.moved.letters, None)
    start = _Path(0.0, _Edge(0, 0, 0, "", 0.0, False), None)
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
    return max(((path.score, _words(path)) for path in best[-1][-1].values()), default=None)


def _known(found: list[_Edge], ids: dict[str, int]) -> list[tuple[_Edge, int]]:
    """The words and their ids, without syllables with a letter put in that the model has never met."""
    numbered = [(edge, ids[edge.word]) for edge in found]
    return [(edge, number) for edge, number in numbered if not edge.used or number >= len(SPECIALS)]


def _words(path: _Path) -> tuple[_Edge, ...]:
    words: list[_Edge] = []
    while path.before is not None:
        words.append(path.edge)
        path = path.before
    return tuple(reversed(words))


def _token(text: str, start: int, end: int) -> _Token:
    match = _CORE.fullmatch(text, start, end)
    if match is None:
        return _Token(start, end, "", False, False)
    return _Token(start, end, match[2], not match[1], not match[3])


def _completes(tokens: list[_Token], edge: _Edge) -> bool:
    """Whether a letter makes a word of what is none by itself."""
    return edge.used > 0 and any(not is_syllable(token.core) for token in tokens[edge.first : edge.last])


def _plain(tokens: list[_Token], first: int) -> list[_Edge]:
    """The words that can begin at a token without a letter put in."""
    if first == len(tokens):
        return []
    core = tokens[first].core
    odd = bool(core) and not is_syllable(core)
    piece = odd and core.islower() and len(core) <= _LONGEST_PIECE
    found = [_Edge(first, first + 1, 0, core or "0", _PIECE * odd, piece)]
    for last, cores in _joinable(tokens, first)[1:]:
        if is_syllable(word := "".join(cores)):
            found.append(_Edge(first, last, 0, word, _JOIN * (len(cores) - 1), False))
    return found


def _lettered(
    tokens: list[_Token], first: int, joinable: list[tuple[int, tuple[str, ...]]], letter: str
) -> list[_Edge]:
    """The words that can begin at a token with a letter put in, or that the letter is by itself."""
    found = [_Edge(first, first, 1, letter, _JOIN, False)] if is_syllable(letter) else []
    for last, cores in joinable:
        for word, joins in _spelled(cores, letter, tokens[first].opens, tokens[last - 1].closes):
            found.append(_Edge(first, last, 1, word, _JOIN * joins, False))
    return found


@lru_cache(1 << 14)
def _spelled(cores: tuple[str, ...], letter: str, opened: bool, closed: bool) -> tuple[tuple[str, int], ...]:
    """The syllables of tokens with a letter at one place, and how many tokens are joined without it.

    >>> _spelled(("t", "ng"), "ướ", True, True)
    (('tướng', 0),)
    """
    if len(letter) + sum(map(len, cores)) > _LONGEST_WORD:
        return ()
    found: list[tuple[str, int]] = []
    for place in range(0 if opened else 1, len(cores) + closed):
        word = "".join((*cores[:place], letter, *cores[place:]))
        if is_syllable(word):
            found.append((word, len(cores) - 1 - (0 < place < len(cores))))
    return tuple(found)


def _joinable(tokens: list[_Token], first: int) -> list[tuple[int, tuple[str, ...]]]:
    """The tokens from one on that may be one word: the token behind the last, and the letters of each."""
    found: list[tuple[int, tuple[str, ...]]] = []
    cores: tuple[str, ...] = ()
    length = 0
    for at in range(first, min(first + _MOST_TOKENS, len(tokens))):
        token = tokens[at]
        if not token.core or (cores and not (token.opens and tokens[at - 1].closes)):
            break
        cores = (*cores, token.core)
        length += len(token.core)
        if length > _LONGEST_WORD:
            break
        found.append((at + 1, cores))
    return found


def _written(text: str, moved: MovedLetters, tokens: list[_Token], path: tuple[_Edge, ...]) -> str:
    """The line with the words of a path in place of its tokens; what stands between them stays."""
    parts = [text[moved.start : tokens[0].start]] if tokens else []
    for number, edge in enumerate(path):
        if edge.first == edge.last:
            parts.append(edge.word if edge.first == len(tokens) else edge.word + " ")
            continue
        first, last = tokens[edge.first], tokens[edge.last - 1]
        opening, closing = _CORE.fullmatch(text, first.start, first.end), _CORE.fullmatch(text, last.start, last.end)
        if opening is None or closing is None:
            parts.append(text[first.start : last.end])
        else:
            parts.append(opening[1] + edge.word + closing[3])
        if edge.last < len(tokens):
            following = tokens[edge.last]
            gap = "\n" if "\n" in text[last.end : following.start] else " "
            closed = edge.used and text[following.start] in _CLOSING and path[number + 1].last > edge.last
            parts.append("" if closed else gap)
        elif number + 1 < len(path):
            parts.append(" ")
    return "".join(parts)
