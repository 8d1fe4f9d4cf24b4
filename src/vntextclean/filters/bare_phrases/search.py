"""Phrases that lost every mark inside a line that is otherwise marked.

Many sound phrases bear no marks ("cho em xem", "hai ba con"), so a run of unmarked words is doubted only where the
commonest spellings of its letters are others, and repaired only where the run, read with its marks between its marked
neighbours, is far likelier than what stands there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from vntextclean.filters.bare_phrases.detect import LEAST_CHANGED, LEAST_WORDS, UNKNOWN, BareRuns, stands_out
from vntextclean.filters.diacritics.decide import repairs
from vntextclean.filters.diacritics.doubts import doubts
from vntextclean.filters.diacritics.filter import in_case_of
from vntextclean.filters.diacritics.repair import Repair
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import MIXED, PAD, TITLE, UPPER, Scan
from vntextclean.restoration import lattice
from vntextclean.restoration.restore import candidates
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.tone_style import Style, in_style, style_of

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]

#: The least sure of the changed words stay as they are, half of them at most, until the others together are as sure
#: as this (nats): the filter of single words looks at those that stayed.
DOUBT_LEFT = 0.01
MOST_HELD = 0.5
#: A line is looked at again this often.
ROUNDS = 6
#: A longer line (characters) is read in parts of about this size.
LONG_LINE = 3000
#: Fitted by ``model/calibration/bare_phrases.py`` on 8024 runs stripped in 440 000 held-out syllables: of 6367
#: readings that reach 0.98, 6310 are what stood there; where the others differ every other line was misspelt before.
BASE, OF_SURE, OF_GAIN = -0.38, -0.84, 0.07
#: More gain than this (nats) proves no more; nothing is surer than this; what seems deliberate is only suggested.
MOST_GAIN = 10.0
MOST_SURE = 0.999
DELIBERATE = 0.9
_OPENING, _CLOSING = "\"'\u201c\u2018\u00ab([{<", "\"'\u201d\u2019\u00bb)]}>"


class Phrase(NamedTuple):
    """A phrase as it should read, in code points of the text; ``words`` of it get their marks back."""

    start: int
    end: int
    replacement: str
    words: int
    confidence: float


class Judge(Protocol):
    """Says which repairs of a text would be made: of phrases, and of the single words beside them."""

    def phrase(self, phrase: Phrase) -> bool:
        """Whether a phrase would be repaired."""
        ...

    def word(self, repair: Repair, at: int) -> bool:
        """Whether the filter of single words would repair the word that begins at ``at``."""
        ...


class Reading(NamedTuple):
    """What a run may have been, and the signs it is judged by.

    ``gain`` is how much likelier each changed word makes the text on average (nats), ``sure`` the log-posterior of all
    changed words, and ``deliberate`` whether the author seems to have meant it so.
    """

    start: int
    end: int
    replacement: str
    words: int
    gain: float
    sure: float
    deliberate: bool

    def confidence(self) -> float:
        """The share of right ones among such readings."""
        score = BASE + OF_SURE * math.log(max(-self.sure, 1e-4)) + OF_GAIN * min(self.gain, MOST_GAIN)
        return min(DELIBERATE if self.deliberate else MOST_SURE, 1 / (1 + math.exp(-score)))


class PhraseSearch:
    """Finds unmarked phrases with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.runs = BareRuns(model)

    def phrases(self, scan: Scan, judge: Judge, style: Style = "keep") -> list[Phrase]:
        """The phrases of a text that lost their marks; every line speaks for itself.

        Those that ``judge`` accepts count as repaired, and their line is looked at again, so that a second pass over
        the repaired text finds nothing new.
        """
        out: list[Phrase] = []
        for begin, end in _lines(scan, self.runs(scan)):
            found = self._of_line(scan.text[begin:end], begin, judge, style)
            out += [_moved(one, begin) for one in found]
        return out

    def _of_line(self, line: str, offset: int, judge: Judge, style: Style) -> list[Phrase]:
        made: list[Phrase] = []
        text = line
        for _ in range(ROUNDS):
            scan = self.model.scan(text)
            found = [_phrase(reading) for reading in self.readings(scan, style)]
            sure = [one for one in found if judge.phrase(_moved(one, offset))]
            for one in sure:
                text = text[: one.start] + one.replacement + text[one.end :]
            made = _joined(made + sure)
            if sure:
                continue
            # What the filter of single words will do beside a doubtful run may settle it.
            repaired = self._repaired(scan, offset, judge) if self.runs(scan) else text
            if repaired == text:
                break
            text = repaired
        doubtful = [one for one in found if one not in sure and all(_apart(one, other) for other in made)]
        return sorted([*(one._replace(replacement=text[one.start : one.end]) for one in made), *doubtful])

    def _repaired(self, scan: Scan, offset: int, judge: Judge) -> str:
        """A line with those of its single words repaired that keep their length."""
        text = scan.text

        def accepts(repair: Repair) -> bool:
            return judge.word(repair, offset + int(scan.starts[repair.token]))

        doubted = doubts(self.model, scan)
        if doubted is None:
            return text
        for repair in repairs(self.model, scan, doubted, accepts):
            start, end = int(scan.starts[repair.token]), int(scan.ends[repair.token])
            if len(repair.rival) == end - start and accepts(repair):
                text = text[:start] + in_case_of(repair.word, repair.rival) + text[end:]
        return text

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


def _lines(scan: Scan, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines that hold runs, each once; of longer ones the parts around them, disjoint and in order.

    What is asked of a line is asked once for each run in it, so a page on one line would cost its square.
    """
    text = scan.text
    line_end = done = -1
    spans = [(int(scan.starts[first]), int(scan.ends[last - 1])) for first, last in runs]
    for number, (start, end) in enumerate(spans):
        if start < done:
            continue
        if start >= line_end:
            line_start, line_end = line_of(text, start)
        if line_end - line_start <= LONG_LINE:
            done = line_end
            yield line_start, line_end
            continue
        begin = max(line_start, done, start - LONG_LINE // 3)
        begin = begin if begin in (line_start, done) else text.find(" ", begin, start) + 1 or begin
        done = min(line_end, end + LONG_LINE // 3)
        done = max([done, *(last for first, last in spans[number : number + LONG_LINE] if first < done)])
        space = text.find(" ", done, line_end)
        done = line_end if space < 0 else space
        yield begin, done


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


def _phrase(reading: Reading) -> Phrase:
    return Phrase(*reading[:4], reading.confidence())


def _moved(phrase: Phrase, offset: int) -> Phrase:
    """A phrase of a line in the offsets of the text; the line keeps its length while it is repaired."""
    return phrase._replace(start=phrase.start + offset, end=phrase.end + offset)


def _apart(one: Phrase, other: Phrase) -> bool:
    return one.end <= other.start or other.end <= one.start


def _joined(phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order, those that overlap as one; what they read is the line's to say."""
    out: list[Phrase] = []
    for one in sorted(phrases):
        if out and one.start < out[-1].end:
            last = out.pop()
            sure = min(last.confidence, one.confidence)
            one = Phrase(last.start, max(last.end, one.end), "", last.words + one.words, sure)
        out.append(one)
    return out


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
