"""Phrases that lost every mark inside a line that is otherwise marked.

Many sound phrases bear no marks ("cho em xem", "hai ba con"), so a run of unmarked words is doubted only where the
commonest spellings of its letters are others, and repaired only where the run, read with its marks between its marked
neighbours, is far likelier than what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from vntextclean.filters.bare_phrases.detect import BareRuns
from vntextclean.filters.bare_phrases.phrase import Phrase, apart, joined, moved
from vntextclean.filters.bare_phrases.readings import LineReader
from vntextclean.filters.diacritics.capitals import in_case_of
from vntextclean.filters.diacritics.decide import repairs
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.proposing.doubts import doubts
from vntextclean.filters.diacritics.proposing.no_context import in_context
from vntextclean.filters.diacritics.proposing.no_language import in_language
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.tone_style import Style

#: A line is looked at again this often.
ROUNDS = 6
#: Where a text has so many runs it is asked whether the words around tell anything of them. A line alone is mostly too
#: short to tell.
MANY_RUNS = 8
#: A longer line (characters) is read in parts of about this size.
LONG_LINE = 3000


class Judge(Protocol):
    """Says which repairs of a text would be made: of phrases, and of the single words beside them."""

    def phrase(self, phrase: Phrase) -> bool:
        """Whether a phrase would be repaired."""
        ...

    def word(self, repair: Repair, at: int) -> bool:
        """Whether the filter of single words would repair the word that begins at ``at``."""
        ...


class PhraseSearch:
    """Finds unmarked phrases with one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.runs = BareRuns(model)
        self._reader = LineReader(model, self.runs)

    def phrases(self, scan: Scan, judge: Judge, style: Style = "keep") -> list[Phrase]:
        """The phrases of a text that lost their marks; every line speaks for itself.

        Those that ``judge`` accepts count as repaired, and their line is looked at again, so that a second pass over
        the repaired text finds nothing new.
        """
        out: list[Phrase] = []
        for begin, end in _lines(scan, self._runs(scan)):
            found = self._of_line(scan.text[begin:end], begin, judge, style)
            out += [moved(one, begin) for one in found]
        return out

    def _runs(self, scan: Scan) -> list[tuple[int, int]]:
        """The doubtful runs of unmarked words, but for those that the words around tell nothing of."""
        runs = self.runs(scan)
        words = in_language(self.model, scan) if runs else None
        if len(runs) >= MANY_RUNS and (doubted := doubts(self.model, scan)) and doubted.left_out is not None:
            words = in_context(self.model, scan, doubted.left_out)
        if words is None:
            return runs
        told = set(words.tolist())
        return [run for run in runs if run[0] in told and run[1] - 1 in told]

    def _of_line(self, line: str, offset: int, judge: Judge, style: Style) -> list[Phrase]:
        made: list[Phrase] = []
        text, is_settled = line, False
        for _ in range(ROUNDS):
            scan = self.model.scan(text)
            found = [reading.phrase() for reading in self._reader.readings(scan, style)]
            sure = [one for one in found if judge.phrase(moved(one, offset))]
            for one in sure:
                text = text[: one.start] + one.replacement + text[one.end :]
            made = joined(made + sure)
            if sure:
                is_settled = False
                continue
            # What the filter of single words will do beside a doubtful run may settle it. It does all at once: where it
            # has just repaired words it is not asked again, which was half of its calls on text that is much damaged.
            repaired = self._repaired(scan, offset, judge) if not is_settled and self.runs(scan) else text
            if repaired == text:
                break
            text, is_settled = repaired, True
        doubtful = [one for one in found if one not in sure and all(apart(one, other) for other in made)]
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
