"""Finds the syllables of a text that were broken in two or three pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.split_words.survey import SPACED, Surveyor
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.pieces import LETTER
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.context import WIDTH, Context
from vntextclean.lm.text.scan import NUMBER, SPECIALS, Scan
from vntextclean.vietnamese.letters import MARKED, VOWELS
from vntextclean.vietnamese.tones import to_old

#: Nats asked for more: measured on news, where victims and witnesses are called by one letter ("chị N ở").
_INITIAL = 8.0
_UNIT = 8.0
_VARIABLE = 5.0
_LISTED = 30.0
#: Consonants alone behind a plain word are rather a word that lost its vowel: "cho là nh" (nhơ). So are those before a
#: plain word with which they make a word without marks, "ch em" (chị); "tr ong" and "nh anh" gain more than this.
_LOST_VOWEL = 8.0
#: A letter stuck to one of these is the rest of a stammered word: "ơ..n ông".
_BROKEN_OFF = frozenset(".…-'’")
#: What stands behind the letter of a list, and behind a word a teaser cut off.
_LABEL_ENDS = frozenset(".)…")
#: How often a stretch is weighed again because a neighbour was joined; a line in pieces is joined from its clear ends.
_ROUNDS = 12


class Broken(NamedTuple):
    """A stretch that should be one syllable, and how much likelier that is (nats)."""

    start: int
    end: int
    joined: str
    gain: float


class _Try(NamedTuple):
    first: int
    last: int
    id: int
    pieces: tuple[str, ...]


class _Words:
    """The words of a scan as lists: a look at one of them takes a third of the time that it takes in an array."""

    def __init__(self, scan: Scan, plain: npt.NDArray[np.bool_]) -> None:
        self.text = scan.text
        self.starts: list[int] = scan.starts.tolist()
        self.ends: list[int] = scan.ends.tolist()
        self.at: list[int] = scan.at.tolist()
        self.ids: list[int] = scan.ids.tolist()
        self.lower: list[int] = scan.lower.tolist()
        #: The length of each word that the model does not know, 0 of others.
        self.strange: list[int] = np.where(scan.lower < len(SPECIALS), scan.ends - scan.starts, 0).tolist()
        #: Which are words that text is full of.
        self.plain: list[bool] = plain[scan.lower].tolist()

    def is_letter(self, index: int) -> bool:
        """Whether there is a word at this place, of one letter."""
        return 0 <= index < len(self.starts) and self.ends[index] - self.starts[index] == 1


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

    def syllable(self, word: str) -> int | None:
        """The lower-case id of a syllable worth joining to; None for what is none, or is written in mixed case."""
        if not (word.islower() or word.isupper() or word.istitle()):
            return None
        return self.survey.joinable.get(to_old(word.lower()))

    def find(self, scan: Scan, joins: list[tuple[int, int]], accepts: Callable[[Broken], bool]) -> list[Broken]:
        """All broken syllables in order, disjoint, the doubtful ones too; those accepted count as joined for others.

        ``joins`` are the stretches that may be words, by their first and last token (:meth:`survey`).
        """
        tries = self.stretches(scan, joins) if joins else []
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

    def stretches(self, scan: Scan, joins: list[tuple[int, int]]) -> list[_Try]:
        """The stretches that are words when joined, and not all plain words."""
        text, starts, ends, initial = scan.text, scan.starts.tolist(), scan.ends.tolist(), scan.initial
        found: list[_Try] = []
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
            found.append(_Try(first, last, number, pieces))
        return sorted(found)

    def _joined(self, stretch: str) -> tuple[int, tuple[str, ...]]:
        """The lower-case id of the word that a stretch is when joined, -1 for none, and its pieces."""
        pieces = stretch.split(" ")
        word = "".join(pieces)
        if not word.isalpha() or not _may_be_one(pieces, word):
            return -1, ()
        return self.survey.joinable.get(to_old(word.lower()), -1), tuple(pieces)

    def _weigh(self, scan: Scan, tries: list[_Try], accepts: Callable[[Broken], bool]) -> list[Broken]:
        text, stream, words = scan.text, Context(scan.stream), _Words(scan, self._plain)
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
            for i in sorted(waiting, key=lambda i: -best[i].gain):
                tokens = range(tries[i].first, tries[i].last + 1)
                if taken.isdisjoint(tokens) and accepts(best[i]):
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

    def _gains(self, words: _Words, tries: list[_Try], stream: Context, taken: set[int]) -> list[float]:
        sequences: list[list[int]] = []
        begins: list[int] = []
        costs: list[float] = []
        at = words.at
        for attempt in tries:
            before, after = stream.before(at[attempt.first]), stream.after(at[attempt.last])
            apart = words.ids[attempt.first : attempt.last + 1]
            sequences += [[*before, *apart, *after], [*before, attempt.id, *after]]
            begins += [len(before)] * 2
            letters = sum(words.strange[attempt.first : attempt.last + 1])
            costs.append(LETTER * letters - _doubt(words, attempt, taken))
        scores = self.segmenter.score(sequences, begins)
        return [scores[2 * i + 1] - scores[2 * i] + costs[i] for i in range(len(tries))]


def _doubt(words: _Words, attempt: _Try, taken: set[int]) -> float:
    """What joining costs where the first piece may be a unit, a list's letter or one that stands for a name."""
    first, last, _, pieces = attempt
    text, plain, start = words.text, words.plain, words.starts[first]
    if len(pieces[0]) == len(pieces[1]) == 1 and (
        (first - 1 not in taken and words.is_letter(first - 1)) or (last + 1 not in taken and words.is_letter(last + 1))
    ):
        return _LISTED
    if len(pieces[-1]) == 1 and text[words.ends[last] : words.ends[last] + 1] in _LABEL_ENDS:
        return _INITIAL
    bare_end = VOWELS.isdisjoint(pieces[-1].lower())
    if bare_end and all(plain[first:last]):
        return _LOST_VOWEL
    bare_start = len(pieces[0]) > 1 and VOWELS.isdisjoint(pieces[0].lower())
    if bare_start and len(pieces[-1]) > 1 and "".join(pieces).isascii() and plain[last]:
        return _LOST_VOWEL
    if len(pieces[0]) == 1 and text[max(0, start - 1) : start] in _BROKEN_OFF:
        return _LISTED
    if not all(plain[first + 1 : last + 1]):
        return 0.0
    if len(pieces[0]) == 1 and pieces[0].isupper() and not pieces[1][:1].isupper():
        return _INITIAL
    behind_number = first > 0 and words.lower[first - 1] == NUMBER
    if behind_number and VOWELS.isdisjoint(pieces[0].lower()):
        return _UNIT
    return _VARIABLE if len(pieces[0]) == 1 and pieces[0].lower() not in VOWELS else 0.0


def _may_be_one(pieces: list[str], word: str) -> bool:
    """Lower, Title or UPPER as one word; without marks a piece must be unreadable by itself."""
    if not (word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())):
        return False
    if len(word) < 2 or (word.isupper() and any(len(piece) == 1 for piece in pieces) and len(word) < 3):
        return False
    if not MARKED.isdisjoint(word):
        return True
    return any(len(piece) > 1 and not any(letter in VOWELS for letter in piece.lower()) for piece in pieces)
