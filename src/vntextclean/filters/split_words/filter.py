"""Syllables that were broken into pieces: "th ực hi ện", "t h ô n g b á o"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.spacing.beside_repairs import with_lost_spaces
from vntextclean.settings import LEAST_CONFIDENCE, Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.lines import is_vietnamese, line_around

if TYPE_CHECKING:
    from vntextclean.filters.split_words.search import Broken, SplitSearch
    from vntextclean.lm.model import Model
    from vntextclean.lm.text.scan import Scan

RULES: dict[str, Rule] = {
    "split-words.syllable": Rule(
        "A syllable broken by a space is joined",
        "PDF and OCR put a space inside words. The pieces are joined where at least one of them is hardly a word and "
        "the model finds the whole likelier in its sentence. Initials, units, list letters and names stay.",
        ("Cơ quan nhà n ước tổ ch ức thực hiện.", "Cơ quan nhà nước tổ chức thực hiện."),
        "Chị N ở xã Ea H'leo cao 1 m ốm đã hai tháng",
        "'{apart}' is one syllable, '{joined}'",
        "'{apart}' là một chữ '{joined}' bị tách",
    ),
    "split-words.spaced": Rule(
        "A heading written with a space between its letters is joined",
        "Wide letter spacing becomes spaces when a page is read off paper. The letters are joined and parted into "
        "words.",
        ("T H Ô N G B Á O", "THÔNG BÁO"),
        "các chữ a ă â và đáp án A B C D",
        "'{apart}' is spaced out: '{joined}'",
        "'{apart}' bị giãn chữ: '{joined}'",
    ),
}

#: Three letters or more, each alone, on a line that has five: fewer may be the answers of a test.
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])")
#: Measured like the scale of run-ons: 98 of 100 are right above this gain, in nats, over the price of a broken word.
_SURE = 6.0
_STEP = 1.0
_SPACED_SURE = 0.0


class SplitWords:
    """Joins the pieces of broken syllables.

    >>> [edit.replacement for edit in SplitWords(Settings()).edits(TextState("Xã đã th ực hiện xong."))]
    ['thực']
    >>> list(SplitWords(Settings()).edits(TextState("Chị N ở xã bên; ống dài 5 m ở góc vườn.")))
    []
    """

    name = "split-words"
    phase = Phase.BOUNDARIES
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang
        self._path = settings.model

    @cached_property
    def _model(self) -> Model:
        from vntextclean.lm.model import Model

        return Model.open(self._path)

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each broken syllable or spaced-out heading; none for a text without marks."""
        if state.text.isascii():
            return
        yield from with_lost_spaces(state.text, list(self._joins(state)), state.accepts)

    def _joins(self, state: TextState) -> Iterator[Edit]:
        from vntextclean.filters.split_words.search import SplitSearch

        text, scan, search = state.text, self._model.scan_of(state), self._model.derived(SplitSearch)
        ends = iter([*self._spaced(search, scan), None])
        current = next(ends)
        for broken in search.find(scan, lambda broken: state.accepts(self._syllable(text, broken))):
            while current is not None and current.end <= broken.start:
                yield current
                current = next(ends)
            if current is not None and current.start < broken.end:
                continue
            edit = self._syllable(text, broken)
            if edit.confidence >= LEAST_CONFIDENCE and is_vietnamese(text, broken.start):
                yield edit
        while current is not None:
            yield current
            current = next(ends)

    def _syllable(self, text: str, broken: Broken) -> Edit:
        return self._edit(text, broken.start, broken.end, broken.joined, "syllable", _confidence(broken))

    def _spaced(self, search: SplitSearch, scan: Scan) -> Iterator[Edit]:
        text = scan.text
        stretches = search.spaced_letters(scan)
        lines = {line_around(text, start) for start, _ in stretches}
        for match in (m for start, end in sorted(lines) for m in _SPACED.finditer(text, start, end)):
            letters = match[0].replace(" ", "")
            if not any(letter in MARKED for letter in letters) or len({*letters.lower()}) < 3:
                continue
            joined = search.segmenter.word_or_words(letters)
            if joined is not None:
                yield self._edit(text, match.start(), match.end(), joined, "spaced", 0.99)

    def _edit(self, text: str, start: int, end: int, joined: str, kind: str, confidence: float) -> Edit:
        code = f"split-words.{kind}"
        reason = RULES[code].say(self._lang, apart=text[start:end], joined=joined)
        return Edit(start, end, joined, code, reason, confidence)


def _confidence(broken: Broken) -> float:
    excess = max(-30.0, min(30.0, (broken.gain - _SURE) / _STEP))
    return round(1 / (1 + exp(-3.89 - excess)), 4)
