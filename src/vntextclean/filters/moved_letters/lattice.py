"""The likeliest reading of some lines under a price for each letter, and what any other reading would lose.

The words that tokens can make are steps from one place between tokens to another. A letter that is a word by itself is
a step that stays at its place. What ends at a place and what begins there are scored in one table for each place.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.moved_letters.places import Place, Places
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SENTENCE
from vntextclean.named_tuple import NamedTuple

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Step(NamedTuple):
    """A word of one of the lines, and the places between tokens where it begins and ends, counted over all lines."""

    line: int
    first: int
    last: int
    place: Place


class _Stop(NamedTuple):
    """A place between tokens: the steps that end there, those that stay, those that begin, and the scores of pairs."""

    ends: Ints
    stays: slice
    begins: slice
    to_stays: Floats
    to_begins: Floats


class Reading(NamedTuple):
    """The likeliest path under some prices: its score, the numbers of its steps, and the best score to each step."""

    score: float
    path: list[int]
    forward: Floats


class Lattice:
    """All readings of some lines with some letters."""

    def __init__(self, model: Model, lines: list[Places], letters: list[str]) -> None:
        self.letters = letters
        opened = {0}
        size = 0
        places: list[Place] = []
        columns: list[tuple[Ints, ...]] = []
        owners: list[tuple[int, int, int]] = []  # the letter and the line of a table, and how many words it has
        costs: list[Floats] = []
        for number, line in enumerate(lines):
            if not line.tokens[0].core[:1].islower():
                opened.add(size)
            for letter, table in enumerate(line.tables((*letters, None))):
                places += table.places
                costs.append(table.costs)
                columns.append((table.firsts + size, table.lasts + size, table.ids))
                owners.append((letter, number, len(table.ids)))
            size += len(line.tokens)
        firsts, lasts, ids = (np.concatenate(column) for column in zip(*columns, strict=True))
        own = np.array(owners, np.int64)
        letter_of, line_of = np.repeat(own[:, 0], own[:, 2]), np.repeat(own[:, 1], own[:, 2])
        order = np.lexsort((lasts > firsts, firsts))
        self.firsts, self.lasts, self.ids, self.line_of = firsts[order], lasts[order], ids[order], line_of[order]
        #: The number of each step's letter; behind the last where it has none.
        self.letter_of: Ints = letter_of[order]
        self._costs: Floats = np.concatenate(costs)[order]
        self._places, self._order = places, order
        self._stops = self._joined(model, opened, size)

    def step(self, number: int) -> Step:
        """A step by its number."""
        place = self._places[int(self._order[number])]
        return Step(int(self.line_of[number]), int(self.firsts[number]), int(self.lasts[number]), place)

    def _joined(self, model: Model, opened: set[int], size: int) -> list[_Stop]:
        """The places with the scores of what ends there before what begins there; the model is asked once."""
        moving = np.flatnonzero(self.lasts > self.firsts)
        moving = moving[np.argsort(self.lasts[moving], kind="stable")]
        borders = np.searchsorted(self.lasts[moving], np.arange(size + 2)).tolist()
        starts = np.searchsorted(2 * self.firsts + (self.lasts > self.firsts), np.arange(2 * size + 3)).tolist()
        shapes: list[tuple[Ints, slice, slice]] = []
        lefts: list[Ints] = []
        tables: list[tuple[int, int, int]] = []  # the rows and columns of each, and the first step of its columns
        for place in range(size + 1):
            stays = slice(starts[2 * place], starts[2 * place + 1])
            begins = slice(starts[2 * place + 1], starts[2 * place + 2])
            own = moving[borders[place] : borders[place + 1]] if place else np.array([-1], np.int64)
            before = np.full(len(own), SENTENCE, np.int64) if place in opened else self.ids[own]
            shapes.append((own, stays, begins))
            lefts += before, before, self.ids[stays]
            tables.append((len(own), stays.stop - stays.start, stays.start))
            tables.append((len(own) + stays.stop - stays.start, begins.stop - begins.start, begins.start))
        rows, columns, first = np.array(tables, np.int64).T
        widths = np.repeat(columns, rows)
        ends = np.cumsum(widths)
        seconds = np.arange(ends[-1]) - np.repeat(ends - widths - np.repeat(first, rows), widths)
        firsts = np.repeat(np.concatenate(lefts), widths)
        scores = bigrams(model, firsts, self.ids[seconds])[0].astype(np.float64)
        steps = np.arange(len(self.ids))
        rows_of = [part for own, stays, _ in shapes for part in (own, own, steps[stays])]
        self._flat = np.array(tables, np.int64), np.concatenate(rows_of), scores
        stops: list[_Stop] = []
        at = 0
        for place, (own, stays, begins) in enumerate(shapes):
            (few, staying, _), (many, going, _) = tables[2 * place : 2 * place + 2]
            middle, end = at + few * staying, at + few * staying + many * going
            to_stays, to_begins = scores[at:middle].reshape(few, staying), scores[middle:end].reshape(many, going)
            stops.append(_Stop(own, stays, begins, to_stays, to_begins))
            at = end
        return stops

    def best(self, prices: Floats, without: int | None = None) -> Reading | None:
        """The likeliest reading where each letter has its price, and without one step; None where there is none."""
        paid = np.append(prices, 0.0)[self.letter_of] + self._costs
        if without is not None:
            paid[without] = np.inf
        forward = np.full(len(self.ids) + 1, -np.inf)
        back = np.full(len(self.ids), -1, np.int64)
        forward[-1] = 0.0  # the beginning, which the first place ends with
        if kernel.native is not None:
            kernel.native.best_words(*self._flat, paid, forward, back)
        else:
            self._go_forward(paid, forward, back)
        stop = self._stops[-1]
        own = np.concatenate([stop.ends, np.arange(stop.stays.start, stop.stays.stop)])
        before = forward[own]
        last = int(own[before.argmax()])
        score = float(before.max())
        path: list[int] = []
        while last >= 0:
            path.append(last)
            last = int(back[last])
        return Reading(score, path[::-1], forward[:-1]) if score > -np.inf else None

    def _go_forward(self, paid: Floats, forward: Floats, back: Ints) -> None:
        """Put in the best score up to each step and the step before it there: what `best_words` of the kernel does."""
        for stop in self._stops:
            own, before = stop.ends, forward[stop.ends]
            for steps, table in ((stop.stays, stop.to_stays), (stop.begins, stop.to_begins)):
                if steps.start == steps.stop:
                    continue
                reached = before[:, None] + table
                chosen = reached.argmax(0)
                forward[steps] = reached[chosen, np.arange(len(chosen))] - paid[steps]
                back[steps] = own[chosen]
                if steps is stop.stays:
                    own = np.concatenate([own, np.arange(steps.start, steps.stop)])
                    before = np.concatenate([before, forward[steps]])

    def losses(self, reading: Reading, prices: Floats) -> Floats:
        """How much less likely the likeliest reading that takes a step is than the likeliest of all."""
        paid = np.append(prices, 0.0)[self.letter_of] + self._costs
        behind = np.full(len(self.ids), -np.inf)
        for stop in reversed(self._stops):
            count = len(stop.ends)
            if stop is self._stops[-1]:
                after = np.zeros(count + stop.stays.stop - stop.stays.start)
            elif stop.begins.start == stop.begins.stop:
                continue
            else:
                after = (stop.to_begins + (behind - paid)[stop.begins]).max(1)
            behind[stop.stays] = after[count:]
            ahead = after[:count]
            if stop.stays.start < stop.stays.stop:
                ahead = np.maximum(ahead, (stop.to_stays + (behind - paid)[stop.stays]).max(1))
            if stop is not self._stops[0]:
                behind[stop.ends] = ahead
        lost: Floats = reading.score - (reading.forward + behind)
        return lost
