"""Syllables that were broken into pieces: "th ực hi ện", "t h ô n g b á o"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from math import exp
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.split_words.spelling_lessons import is_in_puzzle, is_spelt_out
from vntextclean.patterns import late
from vntextclean.settings import LEAST_CONFIDENCE, Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.lines import is_vietnamese, line_around
from vntextclean.vietnamese.stretches import stretches_of

if TYPE_CHECKING:
    from vntextclean.filters.spacing.letter_spaced import Word
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
_SPACED = late(r"(?<![^\W_])(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])")
_REST = late(r" ([^\W\d_]{2,})")
_GAP = late(r"\s+")
#: The confidence of all that is spread out; what stays in doubt is no edit.
_SPREAD = 0.99
#: Measured like the scale of run-ons: 98 of 100 are right above this gain, in nats, over the price of a broken word.
_SURE = 6.0
_STEP = 1.0
#: In a line full of pieces that make no words, two that would make one are only suggested; so in a text that lost
#: letters, where "ng ó" is what is left of "đứng đó".
_HOPELESS = 0.9


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
        if joins := list(self._joins(state)):
            from vntextclean.filters.spacing.beside_repairs import with_lost_spaces

            yield from with_lost_spaces(state.text, joins, state.accepts)

    def _joins(self, state: TextState) -> Iterator[Edit]:
        from vntextclean.filters.split_words.survey import Surveyor

        text, scan = state.text, self._model.scan_of(state)
        survey = self._model.derived(Surveyor)(scan)
        if not survey.joins and not survey.broken and not survey.spaced:
            return
        from vntextclean.filters.split_words.broken_lines import BrokenLines
        from vntextclean.filters.split_words.no_language import unconnected
        from vntextclean.filters.split_words.pages_in_pieces import is_in_pieces
        from vntextclean.filters.split_words.search import SplitSearch

        search = self._model.derived(SplitSearch)
        tries = search.stretches(scan, survey.joins) if survey.joins else []
        left_out = unconnected(self._model, scan, tries)
        if left_out is not None:
            tries = [attempt for attempt in tries if not left_out[attempt.first]]
        spaced = sorted(self._spaced(search, scan)) if survey.spaced else []
        lines = BrokenLines(search, scan, left_out)
        joined = lines.joined if survey.broken else []

        def is_broken(broken: Broken) -> bool:
            return not is_spelt_out(text, broken.end, broken.joined) and not is_in_puzzle(
                text, broken.start, broken.end
            )

        whole = [self._syllable(text, one) for one in joined if is_vietnamese(text, one.start) and is_broken(one)]
        taken = _disjoint(spaced, whole)
        syllables: list[Edit] = []

        def accepts(broken: Broken) -> bool:
            # Of the pieces of a page in pieces most are not sure: those need no edit.
            return _confidence(broken) >= state.least and is_broken(broken) and state.accepts(_unsaid(broken))

        found = search.find(scan, tries, accepts)
        in_pieces = cache(lambda: is_in_pieces(scan, [each for each in found if accepts(each)]))
        for broken in found:
            confidence = _confidence(broken)
            if confidence < LEAST_CONFIDENCE or not is_vietnamese(text, broken.start) or not is_broken(broken):
                continue
            # Whether letters were lost is told by all words of the text, so it is asked only where it says something.
            if confidence > _HOPELESS and (
                lines.is_hopeless(broken.start) or (_lost_letters(state, broken) and not in_pieces())
            ):
                confidence = _HOPELESS
            syllables.append(self._syllable(text, broken)._replace(confidence=confidence))
        yield from _disjoint(taken, syllables)

    def _syllable(self, text: str, broken: Broken) -> Edit:
        return self._edit(text, broken.start, broken.end, broken.joined, "syllable", _confidence(broken))

    def _spaced(self, search: SplitSearch, scan: Scan) -> Iterator[Edit]:
        from vntextclean.filters.spacing.letter_spaced import letter_spaced

        text = scan.text
        for low, high in _around(text, search.spaced_letters(scan)):
            wide = [
                spaced
                for spaced in letter_spaced(text, low, high)
                if spaced.reads and not _is_cut(text, low, high, spaced.start, spaced.end)
            ]
            for word in chain.from_iterable(spaced.words for spaced in wide):
                for edit in self._wide(search, text, word):
                    if edit.replacement != text[edit.start : edit.end]:
                        yield edit
            for match in _SPACED.finditer(text, low, high):
                if (
                    _is_cut(text, low, high, *match.span())
                    or _goes_on(search, text, match.end())
                    or is_in_puzzle(text, *match.span())
                ):
                    continue
                if any(one.start < match.end() and match.start() < one.end for one in wide):
                    continue
                letters = match[0].replace(" ", "")
                if not any(letter in MARKED for letter in letters) or len({*letters.lower()}) < 3:
                    continue
                joined = search.segmenter.word_or_words(letters)
                if joined is not None:
                    yield self._edit(text, match.start(), match.end(), joined, "spaced", _SPREAD)

    def _wide(self, search: SplitSearch, text: str, word: Word) -> Iterator[Edit]:
        """One edit for a word and the wide gap behind it; one for each gap where there are digits, which stay."""
        joined = search.segmenter.word_or_words(word.joined) or word.joined
        end = word.end - len(text[word.start : word.end]) + len(text[word.start : word.end].rstrip())
        if not any(letter.isdigit() for letter in joined):
            yield self._edit(text, word.start, word.end, joined + " " * (end < word.end), "spaced", _SPREAD)
            return
        for gap in _GAP.finditer(text, word.start, word.end):
            yield self._edit(text, *gap.span(), " " * (gap.start() == end), "spaced", _SPREAD)

    def _edit(self, text: str, start: int, end: int, joined: str, kind: str, confidence: float) -> Edit:
        code = f"split-words.{kind}"
        reason = RULES[code].say(self._lang, apart=text[start:end].rstrip(), joined=joined.rstrip())
        return Edit(start, end, joined, code, reason, confidence)


def _around(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands around stretches on their lines, disjoint and in order: two stretches of a line share it."""
    low = high = -1
    for start, end in stretches:
        left, right = line_around(text, start)[0], max(end, line_around(text, end)[1])
        if left > high >= 0:
            yield low, high
        low = left if left > high else low
        high = max(high, right)
    if high >= 0:
        yield low, high


def _unsaid(broken: Broken) -> Edit:
    """The edit that joins a syllable, without its reason: that is not judged."""
    return Edit(broken.start, broken.end, broken.joined, "split-words.syllable", "", _confidence(broken))


def _is_cut(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether a heading may go on beyond the part of a long line that is read."""
    before, after = text[low - 1 : low], text[high : high + 1]
    return (start < low + 2 and before not in ("", "\n")) or (end > high - 2 and after not in ("", "\n"))


def _lost_letters(state: TextState, broken: Broken) -> bool:
    """Whether the words of a text look as if they had lost letters.

    Where a lone letter makes a word without marks, or three pieces are one, less is enough: "ng a" may be "ngựa" also
    on a page whose other words are repaired by now, and the text counts as it was before they were.
    """
    stretches = state.ask(stretches_of)
    if stretches.lost_letters:
        return True
    lone = " " in (state.text[broken.start + 1], state.text[broken.end - 2])
    spaces = state.text.count(" ", broken.start, broken.end)
    before = state.first or stretches
    return lone and (broken.joined.isascii() or spaces > 1) and before.may_have_lost_letters


def _goes_on(search: SplitSearch, text: str, end: int) -> bool:
    """Whether the last of some letters begins a syllable that a space broke: "hối l ộ c ác" (hối lộ các)."""
    rest = _REST.match(text, end)
    return rest is not None and text[end - 1].islower() and search.syllable(text[end - 1] + rest[1]) is not None


def _disjoint(first: list[Edit], others: list[Edit]) -> list[Edit]:
    """All of the first, and those of the others that touch none of them, in order."""
    kept = list(first)
    at = 0
    for edit in others:
        while at < len(first) and first[at].end <= edit.start:
            at += 1
        if at == len(first) or edit.end <= first[at].start:
            kept.append(edit)
    return sorted(kept)


def _confidence(broken: Broken) -> float:
    return _confidence_of(broken.gain)


@lru_cache(maxsize=1 << 12)
def _confidence_of(gain: float) -> float:
    excess = max(-30.0, min(30.0, (gain - _SURE) / _STEP))
    return round(1 / (1 + exp(-3.89 - excess)), 4)
