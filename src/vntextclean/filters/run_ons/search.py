"""Finds the run-ons of a text: which unknown tokens are several words, and which words touch a number."""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, repeat

import numpy as np

from vntextclean.filters.run_ons.detect import SuspectFinder, Suspects
from vntextclean.filters.run_ons.lost_punctuation import Gap, read_gaps
from vntextclean.filters.run_ons.numbers import (
    date_joins,
    gain_after_number,
    gain_before_number,
    is_footnote,
    number_joins,
    touching_numbers,
)
from vntextclean.filters.run_ons.run_on import Found
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.glued import Glued
from vntextclean.lm.segmentation.segmenter import Parting, Segmenter
from vntextclean.lm.text.context import WIDTH, Context
from vntextclean.lm.text.scan import SPECIALS, Scan
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import forms

#: How often a string is weighed again because a neighbour was repaired; three in a row are the most seen on real pages.
_ROUNDS = 4
#: A syllable this much commoner with the coda than without it (e^3 = 20 times) is rather meant.
_TWIN = 3.0
#: Asked of the first word of a run-on behind a number, like any word there.
_BESIDE_NUMBER = 1.0
_TITLED = 4
_NONE: frozenset[str] = frozenset()
#: A site and a word that begins with a capital or has a mark; addresses have neither.
_SITE = re.compile(r"\.(vn|com|net|org|info)([^\W\d_]{2,7})(?![\w/@.-])")
_SITE_GAIN = 3.0


class RunOnFinder:
    """Weighs the suspects of a text; ``keep`` are strings in lower case that stay whole."""

    def __init__(self, model: Model, keep: frozenset[str], accept: Callable[[Found], bool]) -> None:
        self._model = model
        self._segmenter = Segmenter(model)
        self._suspects = SuspectFinder(self._segmenter.pieces, keep)
        self._accept = accept
        #: The ids of the best way of each string of the text in hand, by its start.
        self._ids: dict[int, tuple[int, ...]] = {}
        #: The names of the text in hand that a string of it begins or ends with.
        self._names: dict[str, frozenset[str]] = {}
        self._foreseen: weakref.WeakKeyDictionary[Scan, Suspects] = weakref.WeakKeyDictionary()

    def foresee(self, scans: Sequence[Scan]) -> None:
        """Weigh the suspects of several texts at once, for :meth:`find` to find it done."""
        glued: list[Glued] = []
        for scan in scans:
            suspects = self._foreseen[scan] = self._suspects(scan)
            if suspects.tokens:
                stream, at = Context(scan.stream), scan.at[suspects.tokens].tolist()
                initial = scan.initial[suspects.tokens].tolist()
                words = (scan.text[scan.starts[token] : scan.ends[token]] for token in suspects.tokens)
                self._names = suspects.names
                glued += map(self._glued, words, repeat(stream), at, initial)
        self._segmenter.foresee(glued)

    def find(self, text: str) -> list[Found]:
        """All run-ons in order, the doubtful ones too."""
        scan = self._model.scan(text)
        held = self._foreseen.pop(scan, None)
        suspects, self._names = self._suspects(scan) if held is None else held
        found = self._weigh(text, scan, suspects) if suspects else []
        touching = touching_numbers(scan)
        others = [*number_joins(self._model, text, scan, touching), *self._behind_sites(text, {x.end for x in found})]
        dates = list(date_joins(text, scan, touching, [one for one in (*found, *others) if self._accept(one)]))
        if dates:
            places = {one.start for one in dates}
            others = [*dates, *(one for one in others if one.start + len(one.pieces[0]) not in places)]
        return sorted([*found, *others]) if others else found

    def _behind_sites(self, text: str, done: set[int]) -> Iterator[Found]:
        """A word glued to the address of a site: "Zing.vnTheo"."""
        for match in _SITE.finditer(text):
            word = match[2]
            named = text[max(0, match.start() - 3) : match.start()].isalnum()
            if (
                named
                and match.end() not in done
                and word.lower() in forms()
                and (word[0].isupper() or not word.isascii())
            ):
                yield Found(
                    match.start(1), match.end(), (match[1], word), (" ",), _SITE_GAIN, np.inf, True, number=False
                )

    def _weigh(self, text: str, scan: Scan, suspects: list[int]) -> list[Found]:
        stream = Context(scan.stream)
        self._ids.clear()
        at = scan.at[suspects].tolist()
        starts, ends = scan.starts[suspects].tolist(), scan.ends[suspects].tolist()
        initial = scan.initial[suspects].tolist()
        best: dict[int, Found] = {}
        settled: set[int] = set()
        waiting = list(range(len(suspects)))
        for _ in range(_ROUNDS):
            glued = [self._glued(text[starts[i] : ends[i]], stream, at[i], initial[i]) for i in waiting]
            changed = []
            for i, entry, parting in zip(waiting, glued, self._segmenter.part(glued), strict=True):
                if parting is None:
                    continue
                best[i] = self._found(starts[i], ends[i], entry.text, parting)
                if self._accept(best[i]):
                    settled.add(i)
                    stream.repaired[at[i]] = parting.ids
                    changed.append(at[i])
            near = {place + offset for place in changed for offset in range(-WIDTH, WIDTH + 1)}
            waiting = [i for i in range(len(suspects)) if i not in settled and at[i] in near]
            if not waiting:
                break
        self._pair_up(text, best, at, (starts, ends, initial), settled, stream)
        self._set_gaps(best, at, stream)
        self._touch_numbers(text, best, at, stream)
        return [best[i] for i in sorted(best)]

    def _glued(self, word: str, stream: Context, at: int, initial: bool) -> Glued:
        names = self._names.get(word, _NONE)
        return Glued(word, stream.before(at), stream.after(at), initial, names)

    def _pair_up(
        self,
        text: str,
        best: dict[int, Found],
        at: list[int],
        spans: tuple[list[int], list[int], list[bool]],
        settled: set[int],
        stream: Context,
    ) -> None:
        """Weigh two neighbours together where each hides the other: "lễkỷ niệmlà"."""
        starts, ends, initial = spans
        for i in sorted(best):
            j = i + 1
            if i in settled or j in settled or j not in best or at[j] - at[i] > WIDTH - 1:
                continue
            gains = []
            for changed, asked in ((i, j), (j, i)):
                stream.repaired[at[changed]] = self._ids[best[changed].start]
                where = text[starts[asked] : ends[asked]]
                glued = self._glued(where, stream, at[asked], initial[asked])
                parting = self._segmenter.part([glued])[0]
                del stream.repaired[at[changed]]
                gains.append(parting)
            second, first = gains
            if first is None or second is None:
                continue
            both = (
                self._found(starts[i], ends[i], text[starts[i] : ends[i]], first),
                self._found(starts[j], ends[j], text[starts[j] : ends[j]], second),
            )
            # What both gain together is what one gains alone and the other beside it.
            together = both[1]._replace(gain=best[i].gain + second.gain)
            if all(map(self._accept, (*both, together))):
                best[i], best[j] = both
                settled |= {i, j}
                stream.repaired[at[i]], stream.repaired[at[j]] = first.ids, second.ids

    def _found(self, start: int, end: int, word: str, parting: Parting) -> Found:
        marked = any(letter in MARKED for letter in word)
        self._ids[start] = parting.ids
        gaps = (" ",) * (len(parting.pieces) - 1)
        runner_up = 0.0 if self._lost_twin(parting.pieces) else parting.runner_up
        return Found(start, end, parting.pieces, gaps, parting.gain, runner_up, marked, number=False)

    def _lost_twin(self, pieces: tuple[str, ...]) -> bool:
        """Whether the onset behind it swallowed a coda: "trongười" is "trong người", not "tro người"."""
        ids = self._segmenter.pieces.ids
        for left, right in pairwise(map(str.lower, pieces)):
            for coda in ("ng", "nh", "ch", "c", "m", "n", "t"):
                longer = ids.get(left + coda) if right.startswith(coda) else None
                if longer is not None and left in ids:
                    prob = self._model.log_prob
                    if prob[longer] > prob[ids[left]] + _TWIN:
                        return True
        return False

    def _touch_numbers(self, text: str, best: dict[int, Found], at: list[int], stream: Context) -> None:
        """Part a run-on from the number that touches it: "2021bịbuộc", "vàonăm1868"."""
        for i, found in best.items():
            if not self._accept(found):
                continue
            pieces, gaps = found.pieces, found.gaps
            ids = self._ids[found.start]
            before = stream.before(at[i])
            touches_before = text[found.start - 1 : found.start].isdigit() and _may_touch(pieces[0])
            if touches_before and gain_after_number(self._model, list(before), ids[0]) > _BESIDE_NUMBER:
                pieces, gaps = ("", *pieces), (" ", *gaps)
            touches_after = _may_touch(pieces[-1]) and _starts_number(text, found.end)
            if touches_after and gain_before_number(self._model, [*before, *ids]) > _BESIDE_NUMBER:
                pieces, gaps = (*pieces, ""), (*gaps, " ")
            best[i] = found._replace(pieces=pieces, gaps=gaps)

    def _set_gaps(self, best: dict[int, Found], at: list[int], stream: Context) -> None:
        """Put back the commas and full stops that were lost with the spaces."""
        asked: list[tuple[int, int]] = []
        gaps: list[Gap] = []
        for i, found in best.items():
            if not self._accept(found):
                continue
            ids = self._model.lower_of[list(self._ids[found.start])].tolist()
            before, after = stream.before(at[i]), stream.after(at[i])
            for number, piece in enumerate(found.pieces[1:], 1):
                if min(ids[number - 1], ids[number]) < len(SPECIALS) or (piece.isupper() and len(piece) > 1):
                    continue
                capital = piece[0].isupper()
                written = int(self._model.title_of[ids[number]]) if capital else ids[number]
                rest = (*ids[number + 1 :], *after)
                gaps.append(Gap((*before, *ids[:number]), ids[number], written, capital, rest))
                asked.append((i, number - 1))
        for (i, number), gap in zip(asked, read_gaps(self._segmenter, gaps), strict=True):
            # Where each word of a string begins with a capital, none begins a sentence (a table's head).
            if gap == ", " or (gap == ". " and sum(piece[:1].isupper() for piece in best[i].pieces) < _TITLED):
                held = best[i].gaps
                best[i] = best[i]._replace(gaps=(*held[:number], gap, *held[number + 1 :]))


def _may_touch(piece: str) -> bool:
    return len(piece) > 1 and not piece.isascii()


def _starts_number(text: str, at: int) -> bool:
    """Whether digits begin at a place that are a number: no code, which ends with a letter, and no footnote mark."""
    start = at
    while text[at : at + 1].isdigit():
        at += 1
    return at > start and not text[at : at + 1].isalpha() and not is_footnote(text, start, at)
