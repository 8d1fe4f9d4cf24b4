"""Finds the syllables of a text that were broken in two or three pieces."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import product

import numpy as np

from vntextclean.filters.split_words.doubt import doubt, doubt_of_bare, may_be_one
from vntextclean.filters.split_words.stretch import Try, Words
from vntextclean.filters.split_words.survey import SPACED, Surveyor
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.pieces import LETTER
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.context import WIDTH, Context
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.tones import to_new

#: How often a stretch is weighed again because a neighbour was joined; a line in pieces is joined from its clear ends.
_ROUNDS = 12


class Broken(NamedTuple):
    """A stretch that should be one syllable, and how much likelier that is (nats)."""

    start: int
    end: int
    joined: str
    gain: float


class SplitSearch:
    """Weighs every stretch of two or three tokens that holds a doubtful one and makes a syllable when joined."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.segmenter = Segmenter(model)
        #: Tells what a text may hold.
        self.survey = model.derived(Surveyor)
        self._plain = self.survey.plain

    @property
    def model(self) -> Model:
        """The model that is asked."""
        return self._model

    @cached_property
    def syllables(self) -> dict[str, int]:
        """The ids of the syllables worth joining to, by their lower-case spellings in either tone style."""
        joinable = self.survey.joinable
        return {**{to_new(word): number for word, number in joinable.items()}, **joinable}

    def syllable(self, word: str) -> int | None:
        """The lower-case id of a syllable worth joining to; None for what is none, or is written in mixed case."""
        number = self.syllables.get(word.lower())
        return number if number is not None and (word.islower() or word.isupper() or word.istitle()) else None

    def find(self, scan: Scan, tries: list[Try], accepts: Callable[[Broken], bool]) -> list[Broken]:
        """All broken syllables in order, disjoint, the doubtful ones too; those accepted count as joined for others.

        ``tries`` are the stretches that may be words (:meth:`stretches`).
        """
        return self._weigh(scan, tries, accepts) if tries else []

    def spaced_letters(self, scan: Scan) -> list[tuple[int, int]]:
        """Stretches in which five words of one letter and more follow one another, as headings are spaced out."""
        single = scan.ends - scan.starts == 1
        if np.count_nonzero(single) < SPACED:
            return []
        alone = np.flatnonzero(single)
        if not (alone[SPACED - 1 :] - alone[: 1 - SPACED] == SPACED - 1).any():
            return []
        letter = single & (np.append(9, scan.starts[1:] - scan.ends[:-1]) > 0)
        edge = np.flatnonzero(np.diff(letter.astype(np.int8), prepend=0, append=0))
        return [
            (int(scan.starts[first]), int(scan.ends[last - 1]))
            for first, last in zip(edge[::2].tolist(), edge[1::2].tolist(), strict=True)
            if last - first >= SPACED
        ]

    def stretches(self, scan: Scan, joins: list[tuple[int, int]]) -> list[Try]:
        """The stretches that are words when joined, and not all plain words.

        ``joins`` are those that may be, by their first and last token (:attr:`survey`).
        """
        text, starts, ends, initial = scan.text, scan.starts.tolist(), scan.ends.tolist(), scan.initial
        found: list[Try] = []
        told: dict[str, tuple[int, tuple[str, ...]]] = {}  # the words of a text come again
        for first, last in joins:
            stretch = text[starts[first] : ends[last]]
            known = told.get(stretch)
            if known is None:
                known = told[stretch] = self._joined(stretch)
            number, pieces = known
            if number < 0 or len(pieces) != last - first + 1:
                continue
            if stretch[0].isupper() and not initial[first] and not "".join(pieces).isupper():
                number = int(self._model.title_of[number])
            found.append(Try(first, last, number, pieces))
        return sorted(found)

    def _joined(self, stretch: str) -> tuple[int, tuple[str, ...]]:
        """The lower-case id of the word that a stretch is when joined, -1 for none, and its pieces."""
        pieces = stretch.split(" ")
        word = "".join(pieces)
        if not word.isalpha() or not may_be_one(pieces, word):
            return -1, ()
        return self.syllables.get(word.lower(), -1), tuple(pieces)

    def _weigh(self, scan: Scan, tries: list[Try], accepts: Callable[[Broken], bool]) -> list[Broken]:
        text, stream, words = scan.text, Context(scan.stream), Words(scan, self._plain, tries)
        at, starts, ends = words.at, words.starts, words.ends
        settled: dict[int, Broken] = {}
        taken: set[int] = set()
        waiting = list(range(len(tries)))
        best: dict[int, Broken] = {}
        for _ in range(_ROUNDS):
            gains = self._gains(words, [tries[i] for i in waiting], stream, taken)
            for i, gain in zip(waiting, gains, strict=True):
                start, end = starts[tries[i].first], ends[tries[i].last]
                best[i] = Broken(start, end, text[start:end].replace(" ", ""), gain)
            changed: set[int] = set()
            sure = {i: best[i].gain for i in waiting if accepts(best[i])}
            outdone = self._outdone(words, tries, sure, stream, taken) if sure else ()
            for i in sorted(sure.keys() - outdone, key=lambda i: (-best[i].gain, i)):
                tokens = range(tries[i].first, tries[i].last + 1)
                if taken.isdisjoint(tokens):
                    settled[i] = best[i]
                    taken.update(tokens)
                    stream.repaired[at[tries[i].first]] = (tries[i].id,)
                    for token in tokens[1:]:
                        stream.repaired[at[token]] = ()
                    changed.update(tokens)
            near = {token + offset for token in changed for offset in range(-WIDTH, WIDTH + 1)}
            waiting = [
                i
                for i in range(len(tries))
                if i not in settled
                and taken.isdisjoint(range(tries[i].first, tries[i].last + 1))
                and (tries[i].first in near or tries[i].last in near)
            ]
            if not waiting:
                break
        for i in sorted(best, key=lambda i: -best[i].gain):
            tokens = range(tries[i].first, tries[i].last + 1)
            if taken.isdisjoint(tokens):
                settled[i] = best[i]
                taken.update(tokens)
        return sorted(settled.values())

    def _outdone(
        self, words: Words, tries: list[Try], sure: dict[int, float], stream: Context, taken: set[int]
    ) -> set[int]:
        """Those sure stretches, by their gains, that two others outdo: "b àn h ọc" is *bàn học*, and not *bành*.

        One of the two is sure by itself; the other may be so once that is joined.
        """
        by_token: dict[int, list[int]] = {}
        for i, attempt in enumerate(tries):
            tokens = range(attempt.first, attempt.last + 1)
            if taken.isdisjoint(tokens):
                for token in tokens:
                    by_token.setdefault(token, []).append(i)
        rivals: list[tuple[int, tuple[Try, ...]]] = []
        for i in sure:
            first, last = tries[i].first, tries[i].last
            left = [j for j in by_token[first] if tries[j].last < last]
            right = [j for j in by_token[last] if tries[j].first > first] if left else []
            for a, b in product(left, right):
                if tries[a].last + 1 == tries[b].first and (a in sure or b in sure):
                    rivals.append((i, (tries[a], tries[b])))
        gains = self._gains_of(words, [both for _, both in rivals], stream, taken)
        return {i for (i, _), gain in zip(rivals, gains, strict=True) if gain > sure[i]}

    def _gains(self, words: Words, tries: list[Try], stream: Context, taken: set[int]) -> list[float]:
        return self._gains_of(words, [(attempt,) for attempt in tries], stream, taken)

    def _gains_of(self, words: Words, ways: list[tuple[Try, ...]], stream: Context, taken: set[int]) -> list[float]:
        """How much likelier one or several neighbouring stretches are as syllables (nats)."""
        sequences: list[list[int]] = []
        begins: list[int] = []
        costs: list[float] = []
        at = words.at
        for way in ways:
            first, last = way[0].first, way[-1].last
            before, after = stream.before(at[first]), stream.after(at[last])
            apart = words.ids[first : last + 1]
            sequences += [[*before, *apart, *after], [*before, *(attempt.id for attempt in way), *after]]
            begins += [len(before)] * 2
            letters = sum(words.strange[first : last + 1])
            joined = taken if len(way) == 1 else _joined_beside(way, taken)
            doubts = sum([doubt(words, one, joined) + doubt_of_bare(words, one, joined) for one in way])
            costs.append(LETTER * letters - doubts)
        scores = self.segmenter.score(sequences, begins)
        return [scores[2 * i + 1] - scores[2 * i] + costs[i] for i in range(len(ways))]


def _joined_beside(way: tuple[Try, ...], taken: set[int]) -> set[int]:
    """The words of neighbouring stretches, and those right beside them that are joined already."""
    first, last = way[0].first, way[-1].last
    return {*range(first, last + 1), *({first - 1, last + 1} & taken)}
