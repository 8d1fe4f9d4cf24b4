"""What the doubtful runs of one line would be with their marks.

A run is read by the lattice of restoration between its marked neighbours, and the signs of :class:`Reading` say how
far that is to be believed.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.bare_phrases.detect import LEAST_CHANGED, LEAST_WORDS, UNKNOWN, BareRuns, stands_out
from vntextclean.filters.bare_phrases.phrase import Reading
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import MIXED, PAD, TITLE, UPPER, Scan
from vntextclean.restoration import lattice
from vntextclean.restoration.restore import candidates
from vntextclean.vietnamese.tone_style import Style, in_style, style_of

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]

#: The least sure of the changed words stay as they are, half of them at most, until the others together are as sure
#: as this (nats): the filter of single words looks at those that stayed.
DOUBT_LEFT = 0.01
MOST_HELD = 0.5
_OPENING, _CLOSING = "\"'\u201c\u2018\u00ab([{<", "\"'\u201d\u2019\u00bb)]}>"


class LineReader:
    """Reads the unmarked runs of lines with one model."""

    def __init__(self, model: Model, runs: BareRuns) -> None:
        self.model = model
        self.runs = runs

    def readings(self, scan: Scan, style: Style = "keep") -> list[Reading]:
        """What the doubtful runs of one line would be with their marks."""
        runs = [run for run in self.runs(scan) if stands_out(scan, *run)]
        if not runs:
            return []
        free = np.zeros(len(scan), np.bool_)
        for first, last in runs:
            free[first:last] = ~scan.tokens.number[first:last] & (scan.case[first:last] != MIXED)
        places, words = _window(scan, runs, free)
        piece = lattice.Lattice(self.model, *candidates(scan, self.model, scan.stream[places], words))
        share = piece.posterior()
        lower = self.model.lower_of[piece.ids]
        # A spelling may stand twice among the candidates, as a name and as a common word.
        total = np.stack([np.where(lower == one[:, None], share, 0).sum(1) for one in lower.T], 1)
        best = total.argmax(1)
        row = np.flatnonzero(words >= 0)
        chosen, certain = scan.ids.copy(), np.ones(len(scan), np.float32)
        chosen[words[row]] = piece.ids[row, best[row]]
        certain[words[row]] = total[row, best[row]]
        own = style_of(scan.text) if style == "keep" else style  # the line is read for it, so once for all runs
        found = (self._reading(scan, *run, chosen, certain, own) for run in runs)
        return [reading for reading in found if reading is not None]

    def _reading(self, scan: Scan, first: int, last: int, chosen: Ids, certain: Floats, style: Style) -> Reading | None:
        """One run as it should read, from its first changed word to its last; None where too little changes."""
        lower = self.model.lower_of[chosen]
        changed = [t for t in range(first, last) if lower[t] != scan.lower[t] and not scan.tokens.number[t]]
        held = _held(changed, certain)
        changed = [t for t in changed if t not in held]
        if len(changed) < LEAST_CHANGED or changed[-1] - changed[0] + 1 < LEAST_WORDS:
            return None
        first, last = changed[0], changed[-1] + 1
        if not all(any(map(str.isspace, scan.text[scan.ends[t] : scan.starts[t + 1]])) for t in range(first, last - 1)):
            return None  # an address, a path, a foreign name by syllables
        start, end = int(scan.starts[first]), int(scan.ends[last - 1])
        letters = list(scan.text)
        for token in changed:
            own = slice(int(scan.starts[token]), int(scan.ends[token]))
            new = self.model.word(int(lower[token]))
            if len(new) != len(letters[own]):
                return None
            letters[own] = [n.upper() if o.isupper() else n for o, n in zip(letters[own], new, strict=True)]
        replacement = in_style(scan.text, "".join(letters), style)[start:end]
        if replacement.lower() in scan.text.lower():  # the line shows the phrase both ways: it is about the marks
            return None
        return Reading(
            start,
            end,
            replacement,
            len(changed),
            self._gain(scan, changed, chosen),
            float(np.log(np.maximum(certain[changed], 1e-6)).sum()),
            _is_deliberate(scan, changed),
        )

    def _gain(self, scan: Scan, changed: list[int], chosen: Ids) -> float:
        """How much likelier each changed word makes the text on average."""
        first, last = changed[0], changed[-1]
        begin = int(scan.at[first])
        left = max(0, begin - PAD)
        typed = scan.stream[left : int(scan.at[last]) + 1 + PAD]
        read = typed.copy()
        read[scan.at[changed] - left] = chosen[changed]
        new = self.model.stream_scores(read)[begin - left - 1 :]
        old = self.model.stream_scores(typed)[begin - left - 1 :]
        unknown = scan.at[[t for t in changed if not scan.known[t]]].astype(np.int64) - begin
        old[unknown] = np.minimum(old[unknown], UNKNOWN)
        return float(new.sum() - old.sum()) / len(changed)


def _window(scan: Scan, runs: list[tuple[int, int]], free: Bools) -> tuple[Ints, Ints]:
    """Stream positions of the runs and as far beside them as n-grams reach, and the free token at each (or -1)."""
    near = np.zeros(len(scan.stream), np.bool_)
    for first, last in runs:
        near[max(0, int(scan.at[first]) - PAD) : int(scan.at[last - 1]) + PAD + 1] = True
    token = np.full(len(scan.stream), -1, np.int64)
    token[scan.at[free]] = np.flatnonzero(free)
    places = np.flatnonzero(near)
    return places, token[places]


def _held(changed: list[int], certain: Floats) -> set[int]:
    """The least sure words, as many as have to stay as they are for the others to be sure together."""
    held: set[int] = set()
    doubt = -np.log(np.maximum(certain[changed], 1e-6))
    for place in np.argsort(-doubt, kind="stable").tolist():
        if float(doubt.sum()) <= DOUBT_LEFT or len(held) + 1 > MOST_HELD * len(changed):
            break
        held.add(changed[place])
        doubt[place] = 0
    return held


def _is_deliberate(scan: Scan, changed: list[int]) -> bool:
    """Whether a phrase is a name, is written in other capitals than its line, or is quoted."""
    text, first, last = scan.text, changed[0], changed[-1]
    names = sum(scan.case[t] == TITLE and not scan.initial[t] for t in changed)
    capitals = int((scan.case == UPPER).sum())
    upper = sum(scan.case[t] == UPPER for t in changed) if 2 * capitals <= len(scan) else 0
    if len(changed) - names - upper < LEAST_CHANGED:
        return True
    before, after = text[: scan.starts[first]].rstrip()[-1:], text[scan.ends[last] :].lstrip(" .,;:!?\u2026")[:1]
    return before != "" and after != "" and before in _OPENING and after in _CLOSING
