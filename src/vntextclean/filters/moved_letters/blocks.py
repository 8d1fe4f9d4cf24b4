"""Puts lines together whose letters stand around them in no order: by blocks whose letters fill their gaps.

A block runs from one place to the next where as many letters came as were missing. Where each letter goes, prices tell.
What is not clear stays: the piece in its line, and the letter behind the block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from vntextclean.filters.moved_letters.bags import Bag
from vntextclean.filters.moved_letters.lattice import Lattice, Step
from vntextclean.filters.moved_letters.lines import MovedLetters
from vntextclean.filters.moved_letters.places import Places
from vntextclean.filters.moved_letters.prices import among, clearness, shared
from vntextclean.filters.moved_letters.search import written
from vntextclean.filters.moved_letters.words import Word
from vntextclean.lm.model import Model
from vntextclean.named_tuple import NamedTuple

#: Letters of so many lines around a line may be its own.
_AROUND = 30
#: And those of so many lines around a block may be of it.
_NEAR = 12
#: The lines and letters of a block: a paragraph of paper has fewer.
_MOST_LINES, _MOST_LETTERS = 16, 120
#: So many ends of a block are tried, and of its letters this share, counted twice, may be others than lines lack by
#: themselves.
_MOST_ENDS, _MOST_OTHER = 6, 0.5
#: Words and letters of a line: the time grows with their product.
_MOST_BOTH = 1500
#: So much likelier the lines of a block may be with any letters around, per letter (nats), and for all.
_DEARER, _DEARER_ALL = 0.5, 2.0
#: Behind so many letters this share of them must have gone back.
_FIRST, _FEW = 60, 0.3
#: And so much likelier a word must be than any other: of 2 649 words put back so in lines damaged by a program 22 were
#: printed otherwise, and of 340 in a file of the development set none.
_CLEAR = 3.0
#: The share of gaps with two blanks and more where blanks tell where letters stood.
_TOLD = 0.02, 0.4


class Block(NamedTuple):
    """Where a block begins and ends, what it becomes, its letters, and how many of them went back."""

    start: int
    end: int
    after: str
    letters: int
    put: int


class _Need(NamedTuple):
    """The letters that a line lacks in its likeliest reading with any letters around, and the score of that.

    No score is that of a line which cannot be read, or holds such letters.
    """

    letters: Counter[str]
    score: float | None


class _Page:
    """The lines of a page, and what each lacks, found when it is asked for."""

    def __init__(self, model: Model, text: str, bags: list[Bag]) -> None:
        self.bags = bags
        told = _blanks_tell(bags)
        self.lines = {
            number: Places(model, bag.tokens, text.count(" ", bag.tokens[-1].end, bag.stop), told=told)
            for number, bag in enumerate(bags)
            if bag.tokens
        }
        self._model = model
        self._needs: dict[int, _Need] = {}

    def need(self, number: int) -> _Need:
        """What a line lacks, read by itself."""
        found = self._needs.get(number)
        if found is None:
            found = self._needs[number] = self._read(number)
        return found

    def _read(self, number: int) -> _Need:
        line = self.lines.get(number)
        if line is None:
            return _Need(Counter(), 0.0)
        letters = sorted(_letters(self.bags[max(0, number - _AROUND) : number + _AROUND + 1]))
        if self.bags[number].sound or len(letters) * len(line.tokens) > _MOST_BOTH:
            return _Need(Counter(), None)
        lattice = Lattice(self._model, [line], letters)
        reading = lattice.best(np.zeros(len(letters)))
        if reading is None:
            return _Need(Counter(), None)
        steps = (lattice.step(at).place.letter for at in reading.path)
        return _Need(Counter(letter for letter in steps if letter), reading.score)

    def ends(self, first: int) -> list[int]:
        """The lines that a block may end with, the nearest first: as many letters came as were missing, or nearly."""
        exact: list[int] = []
        about: list[int] = []
        lines, letters, missing = 0, Counter[str](), Counter[str]()
        for number in range(first, min(len(self.bags), first + _MOST_LINES + _MOST_LETTERS)):
            lines += bool(self.bags[number].tokens)
            letters.update(self.bags[number].letters)
            need = self.need(number)
            missing.update(need.letters)
            total, lacked = letters.total(), missing.total()
            if need.score is None or lines > _MOST_LINES or total > _MOST_LETTERS:
                break
            if lines and total and abs(total - lacked) <= 1:
                other = (letters - missing).total() + (missing - letters).total()
                if other <= _MOST_OTHER * total:
                    (about if total != lacked else exact).append(number)
            if len(exact) + len(about) >= _MOST_ENDS:
                break
        return exact + about


class BlockSearch:
    """Finds the blocks of a page, with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def blocks(self, text: str, bags: list[Bag]) -> Iterator[Block]:
        """The blocks of a text that come out, in order; no more of them where few of the first do."""
        page = _Page(self._model, text, bags)
        at = passed = put = 0
        while at < len(bags):
            last = at
            for end in page.ends(at):
                made = self._block(text, page, at, end)
                if made is not None:
                    yield made
                    put += made.put
                    last = end
                    break
            passed += sum(len(bag.letters) for bag in bags[at : last + 1])
            at = last + 1
            if passed > _FIRST and put < _FEW * passed:
                return

    def _block(self, text: str, page: _Page, first: int, last: int) -> Block | None:
        """What the lines from ``first`` to ``last`` become, if they use up their letters."""
        bags = page.bags
        own = Counter(letter for bag in bags[first : last + 1] for letter in bag.letters)
        numbers = [number for number in range(first, last + 1) if number in page.lines]
        places = [page.lines[number] for number in numbers]
        least = sum(page.need(number).score or 0.0 for number in numbers) - _DEARER * own.total() - _DEARER_ALL
        lattice = Lattice(self._model, places, sorted(own))
        share = shared(lattice, np.array([own[letter] for letter in lattice.letters], np.int64), least)
        if share is None or any(lattice.step(at).place.word.left_over for at in share.reading.path):
            return None
        near = _letters([*bags[max(0, first - _NEAR) : first], *bags[last + 1 : last + 1 + _NEAR]])
        lattice = Lattice(self._model, places, [*lattice.letters, *sorted(near - own.keys())])
        share = among(lattice, share)
        if share is None:
            return None
        clear = clearness(lattice, share, np.array([lattice.letters.index(letter) for letter in near], np.int64))
        steps: list[list[Step]] = [[] for _ in numbers]
        for at, how in zip(share.reading.path, clear, strict=True):
            step = lattice.step(at)
            steps[step.line].append(step)
            if how >= _CLEAR and step.place.letter:
                own[step.place.letter] -= 1
            elif step.place.letter or step.last > step.first + 1:
                steps[step.line][-1:] = _as_it_stands(step, bags[numbers[step.line]])
        total = sum(len(bag.letters) for bag in bags[first : last + 1])
        parts = [_line(text, bags[number], found) for number, found in zip(numbers, steps, strict=True)]
        for number, (above, below) in enumerate(pairwise(numbers)):
            parts[number] += _between(text, bags[above], bags[below])
        left = " ".join(own.elements())
        after = "".join(parts) + ("\n" + left if left else "")
        return Block(bags[first].start, bags[last].end, after, total, total - own.total())


def _letters(bags: list[Bag]) -> set[str]:
    return {letter for bag in bags for letter in bag.letters}


def _blanks_tell(bags: list[Bag]) -> bool:
    """Whether wide gaps stand between few words: between all they are those of set lines, and none tells nothing."""
    gaps = [after.start - before.end for bag in bags for before, after in pairwise(bag.tokens)]
    return bool(gaps) and _TOLD[0] < sum(gap > 1 for gap in gaps) / len(gaps) < _TOLD[1]


def _as_it_stands(step: Step, bag: Bag) -> list[Step]:
    """The tokens of a word that is not clear, each by itself; none for a letter that is a word."""
    word = step.place.word
    return [
        step._replace(place=step.place._replace(word=Word(at, at + 1, 0, bag.tokens[at].core, 0.0, False), letter=None))
        for at in range(word.first, word.last)
    ]


def _line(text: str, bag: Bag, steps: list[Step]) -> str:
    """A line with the words of its steps."""
    moved = MovedLetters(bag.start, bag.stop, bag.stop, ())
    return written(text, moved, bag.tokens, tuple(step.place.word for step in steps))


def _between(text: str, above: Bag, below: Bag) -> str:
    """What parts two lines of a block: an empty line where there was one, unless a sentence goes on."""
    empty = "\n\n" in text[above.end : below.start] and not below.tokens[0].core[:1].islower()
    return "\n\n" if empty else "\n"
