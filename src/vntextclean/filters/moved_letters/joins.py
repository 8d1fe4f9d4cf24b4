"""Finds which piece of a cut line goes on with which: by the words that both make, the words around, and how far.

Each piece that begins with a mark follows exactly one other, and none is followed by two. Of all ways to do so the
likeliest is taken, and of it the joins that are clear.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from vntextclean.filters.moved_letters.assignment import Assignment, Floats
from vntextclean.filters.moved_letters.cut_lines import Piece, put_together
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SENTENCE, SPECIALS, UNKNOWN_LOWER
from vntextclean.vietnamese.syllables import is_syllable

#: What a word costs that is no syllable, one that the model has never met, and what is usual for a word whose neighbour
#: is not known (nats).
_NO_WORD, _UNMET, _USUAL = 14.0, 8.0, 6.0
#: What a join costs that does not lead to the next block, for each block between, and for how many at most. pdfminer
#: parts its blocks by empty lines, and of 469 sure joins 216 lead to the next one.
_NOT_NEXT, _EACH, _MOST = 3.0, 0.3, 40
#: What it costs to leave a piece alone that begins with a mark.
_ALONE = 25.0
_NEVER = 1e6
#: A piece stands in a line not above that of the piece before it in its block, and not below that of the one behind.
#: What each line costs by which a join breaks this, and how many lines at most.
_LINE, _MOST_LINES = 1.5, 8
#: The words around a join are words of other joins too, and lines are known by joins: so often all are weighed again,
#: and so often with the clear ones given.
_ROUNDS, _TURNS = 5, 5
#: So much likelier all joins must be with one of them than without (nats). In whole blocks of documents of nine sources
#: and two of `eval/real/dev`, 3 of 790 joins were printed otherwise; with 2 6 of 917.
CLEAR = 3.0
#: Of so many pieces and more that begin with a mark at most this share may have no join that is likelier than none (a
#: cost below 0), and the best joins must lead from so many other pieces for each. Of 147 windows of cut corpus text .46
#: have none at most, and .57 lead from another at least; of syllables drawn at random .63 and more, .34 at most. There
#: nothing came out, at twenty times the time of sound lines.
_ENOUGH, _UNLIKELY, _OTHERS = 32, 0.65, 0.45


def clear_joins(model: Model, pieces: Sequence[Piece]) -> dict[int, int]:
    r"""The number of the piece that goes on with a piece, by the number of that; only where that is clear.

    >>> from vntextclean.filters.moved_letters.cut_lines import pieces_of
    >>> clear_joins(Model.open(), pieces_of("Ông Sáu nuôi bò sư\n\u0303a đã mươ\n\u0300i năm.\n"))
    {0: 1, 1: 2}
    """
    page = _Page(model, pieces)
    if not page.ends or not page.heads or page.is_no_text():
        return {}
    sure: dict[int, int] = {}
    behind: dict[int, int] = {}
    for _ in range(_TURNS):
        for _ in range(_ROUNDS):
            found = Assignment(page.costs(behind, sure))
            before, behind = behind, page.joins(found)
            if behind == before:
                break
        rows = {head: row for row, head in enumerate(page.heads)}
        clear = {end: head for end, head in behind.items() if end in sure or found.margin(rows[head], CLEAR) >= CLEAR}
        if clear == sure:
            break
        sure = clear
    return sure


class _Page:
    """Some pieces: which end in letters that may lack a mark, which begin with one, and the words they make."""

    def __init__(self, model: Model, pieces: Sequence[Piece]) -> None:
        self._model = model
        self._pieces = pieces
        self.ends = [number for number, piece in enumerate(pieces) if piece.closing]
        self.heads = [number for number, piece in enumerate(pieces) if piece.opening]
        by_opening: dict[str, list[tuple[int, str]]] = {}  # a page has few openings
        made: dict[tuple[int, int], str] = {}
        for row, head in enumerate(self.heads):
            opening = pieces[head].opening
            if opening not in by_opening:
                words = ((column, _word(pieces[end].closing, opening)) for column, end in enumerate(self.ends))
                by_opening[opening] = [(column, word) for column, word in words if word]
            made.update({(row, column): word for column, word in by_opening[opening] if self.ends[column] != head})
        self._words = [*made.values()]
        self._rows, self._columns = np.array([*made], np.int64).reshape(-1, 2).T

    def joins(self, found: Assignment) -> dict[int, int]:
        """The joins of an assignment: the head behind each end."""
        columns = enumerate(found.columns.tolist())
        return {self.ends[column]: self.heads[row] for row, column in columns if column < len(self.ends)}

    def is_no_text(self) -> bool:
        """Whether the best joins are unlikely, or nearly all want the same few pieces, before any is made."""
        if len(self.heads) < _ENOUGH:
            return False
        costs = self.costs({}, {})[:, : len(self.ends)]
        unlikely = int(np.count_nonzero(costs.min(axis=1) >= 0))
        return unlikely > _UNLIKELY * len(costs) or len({*costs.argmin(axis=1).tolist()}) < _OTHERS * len(costs)

    def costs(self, behind: dict[int, int], sure: dict[int, int]) -> Floats:
        """What each join costs if the others are as before: a row for each head, a column for each end.

        Behind these stands a column for each head, by which it stays alone. Joins that are sure have no rival.
        """
        pieces, ends, heads = self._pieces, self.ends, self.heads
        ahead = {head: end for end, head in behind.items()}
        left = [_before(pieces, end, ahead) for end in ends]
        right = [_after(pieces, head, behind) for head in heads]
        words = sorted(
            {*self._words, *filter(None, left), *filter(None, right), *(pieces[end].closing for end in ends)}
        )
        ids = dict(zip(words, self._model.ids([word.lower() for word in words]).tolist(), strict=True))
        lefts = np.array([SENTENCE if word == "" else ids.get(word or "", UNKNOWN_LOWER) for word in left], np.int64)
        rights = np.array([ids.get(word or "", UNKNOWN_LOWER) for word in right], np.int64)
        unknown = np.array([word is None for word in right])
        alone = np.array([ids[pieces[end].closing] for end in ends], np.int64)
        as_it_is = bigrams(self._model, lefts, alone)[0].astype(np.float64) - _USUAL
        as_it_is[[not is_syllable(pieces[end].closing) for end in ends]] = -_NO_WORD - _USUAL
        costs = np.full((len(heads), len(ends) + len(heads)), _NEVER)
        np.fill_diagonal(costs[:, len(ends) :], _ALONE)
        if not self._words:
            return costs
        rows, columns = self._rows, self._columns
        own = np.array([ids[word] for word in self._words], np.int64)
        with_left = bigrams(self._model, lefts[columns], own)[0].astype(np.float64)
        with_right = bigrams(self._model, own, rights[rows])[0].astype(np.float64)
        with_right[unknown[rows]] = -_USUAL
        blocks = np.cumsum([piece.parted for piece in pieces])
        away = np.abs(blocks[heads][rows] - blocks[ends][columns] - 1)
        apart = np.where(away == 0, 0.0, _NOT_NEXT + _EACH * np.minimum(away, _MOST))
        unmet = np.where(own < len(SPECIALS), _UNMET, 0.0)
        if behind:
            lines = _lines_of(pieces, ahead)
            low, high = _bounds(pieces, lines)
            at = lines[ends][columns]
            off = np.maximum(low[heads][rows] - at, at - high[heads][rows])
            apart = apart + _LINE * np.clip(np.nan_to_num(off, nan=0.0, posinf=0.0, neginf=0.0), 0, _MOST_LINES)
        costs[rows, columns] = as_it_is[columns] - with_left - with_right + apart + unmet
        for end, head in sure.items():
            row, column = heads.index(head), ends.index(end)
            own_cost = costs[row, column]
            costs[row, :] = costs[:, column] = _NEVER
            costs[row, column] = own_cost
        return costs


def _before(pieces: Sequence[Piece], end: int, ahead: dict[int, int]) -> str | None:
    """The word before the end of a piece: empty where a line begins with it, None where it is not known yet."""
    piece = pieces[end]
    if piece.words:
        return piece.words[-1]
    if not piece.opening:
        return ""
    return put_together(pieces[ahead[end]].closing, piece.opening) if end in ahead else None


def _after(pieces: Sequence[Piece], head: int, behind: dict[int, int]) -> str | None:
    """The word behind the head of a piece; None where it is not known yet, or nothing stands there."""
    piece = pieces[head]
    if piece.words:
        return piece.words[0]
    if not piece.closing:
        return None
    return put_together(piece.closing, pieces[behind[head]].opening) if head in behind else piece.closing


def _lines_of(pieces: Sequence[Piece], ahead: dict[int, int]) -> Floats:
    """The number of the line that each piece stands in by the joins so far; not a number where none is known."""
    lines = np.full(len(pieces), np.nan)
    lines[[number for number, piece in enumerate(pieces) if not piece.opening]] = np.arange(
        sum(not piece.opening for piece in pieces)
    )
    for number in range(len(pieces)):
        row: list[int] = []
        at = number
        while np.isnan(lines[at]) and at in ahead and len(row) < len(pieces):
            row.append(at)
            at = ahead[at]
        lines[row] = lines[at]
    return lines


def _bounds(pieces: Sequence[Piece], lines: Floats) -> tuple[Floats, Floats]:
    """The first and the last line that each piece can stand in: those of a block go down the page."""
    low, high = np.full(len(pieces), -np.inf), np.full(len(pieces), np.inf)
    last = -np.inf
    for number, piece in enumerate(pieces):
        if piece.parted:
            last = -np.inf
        low[number] = last
        if not np.isnan(lines[number]):
            last = lines[number]
    last = np.inf
    for number in range(len(pieces) - 1, -1, -1):
        high[number] = last
        if not np.isnan(lines[number]):
            last = lines[number]
        if pieces[number].parted:
            last = np.inf
    return low, high


@lru_cache(maxsize=1 << 12)
def _word(closing: str, opening: str) -> str:
    """The word that both make, empty where it is no syllable."""
    word = put_together(closing, opening)
    return word if is_syllable(word) else ""
