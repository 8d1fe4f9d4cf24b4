"""Puts moved letters back into their line: the likeliest sequence of words that uses all in their order (Viterbi).

Where a letter is missing the line has a gap, but it has one between words too. A letter may close a word ("v" and "ề"),
open it, stand inside ("t" "ướ" "ng") or be a word itself ("ở"), and each makes a syllable. Which, bigrams tell.
"""

from __future__ import annotations

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
#: What a word costs that is no syllable, and a join without a letter between (nats).
_PIECE, _JOIN = 14.0, 3.0
#: The least bigram score of a line, per word (nats). Lines put right have -4 to -8.9; letters in another order less.
_LEAST = -9.0
#: What is left in small letters and is so short is a piece; "carvacrol" is a foreign word.
_LONGEST_PIECE = 4


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


class _Path(NamedTuple):
    score: float
    edges: tuple[_Edge, ...]


class LetterSearch:
    """Finds where moved letters belong, with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def restored(self, text: str, moved: MovedLetters) -> str | None:
        """The line with its letters; None where they do not make words of it."""
        tokens = [_token(text, *match.span()) for match in _TOKEN.finditer(text, moved.start, moved.stop)]
        if len(tokens) > _MOST_WORDS or len(moved.letters) > _MOST_LETTERS:
            return None
        edges = self._edges(tokens, moved.letters)
        path = self._best(len(tokens), len(moved.letters), edges)
        if path is None:
            return None
        if path.score < _LEAST * len(path.edges) or any(edge.left_over for edge in path.edges):
            return None
        if not any(_completes(tokens, edge) for edge in path.edges):
            return None  # "Câu 1" and its answer "ở"
        return _written(text, moved, tokens, path.edges)

    def _edges(self, tokens: list[_Token], letters: tuple[str, ...]) -> dict[tuple[int, int], list[_Edge]]:
        """The words that can begin at each token when so many letters are used."""
        found: dict[tuple[int, int], list[_Edge]] = {}
        for first in range(len(tokens) + 1):
            plain = _plain(tokens, first)
            words = _joinable(tokens, first)
            for used, letter in enumerate(letters):
                here = found[first, used] = list(plain)
                if is_syllable(letter):
                    here.append(_Edge(first, first, 1, letter, _JOIN, False))
                for last, cores in words:
                    for place in range(len(cores) + 1):
                        if (place == 0 and not tokens[first].opens) or (
                            place == len(cores) and not tokens[last - 1].closes
                        ):
                            continue
                        word = "".join((*cores[:place], letter, *cores[place:]))
                        joins = len(cores) - 1 - (0 < place < len(cores))
                        if is_syllable(word):
                            here.append(_Edge(first, last, 1, word, _JOIN * joins, False))
            found[first, len(letters)] = list(plain)
        return found

    def _best(self, count: int, letters: int, edges: dict[tuple[int, int], list[_Edge]]) -> _Path | None:
        """The likeliest path that uses all tokens and all letters."""
        ids = self._ids(edges)
        scores = self._scores(edges, ids)
        best: dict[tuple[int, int], dict[int, _Path]] = {(0, 0): {SENTENCE: _Path(0.0, ())}}
        for first in range(count + 1):
            for used in range(letters + 1):
                for before, path in best.get((first, used), {}).items():
                    for edge in edges[first, used]:
                        number = ids[edge.word]
                        if edge.used and number < len(SPECIALS):
                            continue  # a syllable that the model has never met
                        score = path.score + scores[before, number] - edge.cost
                        at = best.setdefault((edge.last, used + edge.used), {})
                        if number not in at or at[number].score < score:
                            at[number] = _Path(score, (*path.edges, edge))
        ends = best.get((count, letters))
        return max(ends.values()) if ends else None

    def _ids(self, edges: dict[tuple[int, int], list[_Edge]]) -> dict[str, int]:
        words = sorted({edge.word for own in edges.values() for edge in own})
        return dict(zip(words, self._model.ids([word.lower() for word in words]).tolist(), strict=True))

    def _scores(self, edges: dict[tuple[int, int], list[_Edge]], ids: dict[str, int]) -> dict[tuple[int, int], float]:
        """The bigram scores of all words that can follow one another."""
        ends: dict[tuple[int, int], set[int]] = {(0, 0): {SENTENCE}}
        for (_, used), own in edges.items():
            for edge in own:
                ends.setdefault((edge.last, used + edge.used), set()).add(ids[edge.word])
        pairs = sorted({(a, ids[edge.word]) for at, own in edges.items() for edge in own for a in ends.get(at, ())})
        if not pairs:
            return {}
        before, after = np.array(pairs, np.int64).T
        found, _ = bigrams(self._model, before, after)
        return dict(zip(pairs, found.tolist(), strict=True))


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


def _joinable(tokens: list[_Token], first: int) -> list[tuple[int, tuple[str, ...]]]:
    """The tokens from one on that may be one word: the token behind the last, and the letters of each."""
    found: list[tuple[int, tuple[str, ...]]] = []
    cores: tuple[str, ...] = ()
    for at in range(first, min(first + _MOST_TOKENS, len(tokens))):
        token = tokens[at]
        if not token.core or (cores and not (token.opens and tokens[at - 1].closes)):
            break
        cores = (*cores, token.core)
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
