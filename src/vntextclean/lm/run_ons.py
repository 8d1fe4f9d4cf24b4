"""Finds the run-ons of a text: which unknown tokens are several words, and which words touch a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.scan import NUMBER, SENTENCE, SPECIALS, TITLE, Scan
from vntextclean.lm.segment import Glued, Parting, Segmenter
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import forms, is_syllable

#: Words of context on each side; the model looks at three.
_CONTEXT = 3
#: How often a string is weighed again because a neighbour was repaired; three in a row are the most seen on real pages.
_ROUNDS = 4
#: What a capital inside a sentence costs where the model knows no name of that spelling.
_CAPITAL = 5.0
#: A full stop is put back if its reading is likelier than a name by this much (e^3 = 20 to 1).
_STOP_LEAD = 3.0
_JOINERS = "'’_@#/\\&-+~"


class Found(NamedTuple):
    """A string that should be parted: its pieces, what stands between them, and how much likelier that is (nats)."""

    start: int
    end: int
    pieces: tuple[str, ...]
    gaps: tuple[str, ...]
    gain: float
    runner_up: float
    marked: bool
    number: bool


class _Stream:
    """The ids of a text with the repairs made so far in place; only the windows asked for are unpacked."""

    def __init__(self, ids: npt.NDArray[np.int32]) -> None:
        self._ids = ids
        self.repaired: dict[int, tuple[int, ...]] = {}

    def before(self, at: int) -> tuple[int, ...]:
        return self._window(max(0, at - _CONTEXT), at)[-_CONTEXT:]

    def after(self, at: int) -> tuple[int, ...]:
        return self._window(at + 1, at + 1 + _CONTEXT)[:_CONTEXT]

    def _window(self, start: int, end: int) -> tuple[int, ...]:
        ids = self._ids[start:end].tolist()
        if not any(place in self.repaired for place in range(start, end)):
            return tuple(ids)
        return tuple(n for place, own in enumerate(ids, start) for n in self.repaired.get(place, (own,)))


class RunOnFinder:
    """Weighs the suspects of a text; ``keep`` are strings in lower case that stay whole."""

    def __init__(self, model: Model, keep: frozenset[str], accept: Callable[[Found], bool]) -> None:
        self._model = model
        self._segmenter = Segmenter(model)
        self._keep = keep
        self._accept = accept
        self._partable: dict[str, bool] = {}

    def find(self, text: str) -> list[Found]:
        """All run-ons in order, the doubtful ones too."""
        scan = self._model.scan(text)
        suspects = self._suspects(text, scan)
        found = self._weigh(text, scan, suspects) if suspects else []
        numbers = list(self._numbers(text, scan))
        return sorted([*found, *numbers]) if numbers else found

    def _suspects(self, text: str, scan: Scan) -> list[int]:
        unknown = np.flatnonzero((scan.lower < len(SPECIALS)) & (scan.lower != NUMBER) & (scan.ends - scan.starts > 2))
        if not len(unknown):
            return []
        return [
            index
            for index, start, end in zip(
                unknown.tolist(), scan.starts[unknown].tolist(), scan.ends[unknown].tolist(), strict=True
            )
            if self._is_suspect(text, start, end)
        ]

    def _is_suspect(self, text: str, start: int, end: int) -> bool:
        word = text[start:end]
        known = self._partable.get(word)
        if known is None:
            if len(self._partable) > 200_000:
                self._partable.clear()
            known = self._partable[word] = self._segmenter.can_part(word) and word.lower() not in self._keep
        if not known:
            return False
        before, after = text[start - 1 : start], text[end : end + 1]
        if (before and before in _JOINERS) or (after and after in _JOINERS):
            return not word.isascii() and before not in "'’_@#/\\" and after not in "'’_@#/\\"
        return not ((before.isdigit() or after.isdigit()) and word.isascii())

    def _weigh(self, text: str, scan: Scan, suspects: list[int]) -> list[Found]:
        stream = _Stream(scan.stream)
        at = scan.at[suspects].tolist()
        starts, ends = scan.starts[suspects].tolist(), scan.ends[suspects].tolist()
        initial = scan.initial[suspects].tolist()
        best: dict[int, Found] = {}
        settled: set[int] = set()
        waiting = list(range(len(suspects)))
        for _ in range(_ROUNDS):
            glued = [
                Glued(text[starts[i] : ends[i]], stream.before(at[i]), stream.after(at[i]), initial[i]) for i in waiting
            ]
            changed = []
            for i, entry, parting in zip(waiting, glued, self._segmenter.part(glued), strict=True):
                if parting is None:
                    continue
                best[i] = self._found(starts[i], ends[i], entry, parting)
                if self._accept(best[i]):
                    settled.add(i)
                    stream.repaired[at[i]] = parting.ids
                    changed.append(at[i])
            near = {place + offset for place in changed for offset in range(-_CONTEXT, _CONTEXT + 1)}
            waiting = [i for i in range(len(suspects)) if i not in settled and at[i] in near]
            if not waiting:
                break
        self._set_gaps(best, at, stream)
        return [best[i] for i in sorted(best)]

    def _found(self, start: int, end: int, entry: Glued, parting: Parting) -> Found:
        marked = any(letter in MARKED for letter in entry.text)
        gaps = (" ",) * (len(parting.pieces) - 1)
        return Found(start, end, parting.pieces, gaps, parting.gain, parting.runner_up, marked, number=False)

    def _set_gaps(self, best: dict[int, Found], at: list[int], stream: _Stream) -> None:
        """Put full stops back where a capital begins a sentence and no name."""
        sequences: list[list[int]] = []
        begins: list[int] = []
        asked: list[tuple[int, int]] = []
        for i, found in best.items():
            for gap, piece in enumerate(found.pieces[1:]):
                left = found.pieces[gap]
                if not (piece[0].isupper() and piece[1:].islower() and left.islower() and is_syllable(piece)):
                    continue
                ids = self._model.ids([*map(str.lower, found.pieces[: gap + 1])]).tolist()
                lower = self._model.ids([piece.lower()]).tolist()
                rest = self._model.ids(list(found.pieces[gap + 2 :])).tolist()
                name = self._model.title_of[lower].tolist()
                before, after = stream.before(at[i]), stream.after(at[i])
                sequences.append([*before, *ids, *name, *rest, *after])
                sequences.append([*before, *ids, SENTENCE, *lower, *rest, *after])
                begins += [len(before) + len(ids)] * 2
                asked.append((i, gap))
                if name == lower:
                    sequences[-2].append(-1)
        costs = [_CAPITAL if sequence[-1] == -1 else 0.0 for sequence in sequences]
        scores = self._segmenter.score([s[:-1] if s[-1] == -1 else s for s in sequences], begins)
        for number, (i, gap) in enumerate(asked):
            name_score = scores[2 * number] - costs[2 * number]
            if scores[2 * number + 1] - name_score > _STOP_LEAD:
                gaps = list(best[i].gaps)
                gaps[gap] = ". "
                best[i] = best[i]._replace(gaps=tuple(gaps))

    def _numbers(self, text: str, scan: Scan) -> Iterator[Found]:
        """Words that touch a number without being a unit or part of a code."""
        number = scan.lower == NUMBER
        touching = np.flatnonzero((scan.starts[1:] == scan.ends[:-1]) & (number[1:] != number[:-1]))
        if not len(touching):
            return
        legal = forms()
        for left in touching.tolist():
            right = left + 1
            word = right if number[left] else left
            a, b = int(scan.starts[word]), int(scan.ends[word])
            spelled = text[a:b]
            if (
                spelled.isascii()
                or spelled.lower() not in legal
                or b - a < 2
                or scan.lower[word] < len(SPECIALS)
                or not (spelled.islower() or (scan.case[word] == TITLE and word == right))
            ):
                continue
            outer_left, outer_right = int(scan.starts[left]), int(scan.ends[right])
            if _is_glue(text[outer_left - 1 : outer_left]) or _is_glue(text[outer_right : outer_right + 1]):
                continue
            place = int(scan.at[right])
            before, after = scan.stream[max(0, place - 4) : place - 1], scan.stream[place + 1 : place + 3]
            whole = [*before, *scan.stream[place - 1 : place + 1], *after]
            # A footnote mark stands at a word that goes on without it.
            bare = [*before, int(scan.ids[word]), *after]
            with_number, without = self._segmenter.score([whole, bare], [len(before), len(before)])
            gain = with_number - without + (4.0 if word == right else 2.0)
            pieces = (text[outer_left : int(scan.ends[left])], text[int(scan.starts[right]) : outer_right])
            yield Found(outer_left, outer_right, pieces, (" ",), gain, np.inf, marked=True, number=True)


def _is_glue(char: str) -> bool:
    return char != "" and (char.isalnum() or char in "_@#/\\&=")
