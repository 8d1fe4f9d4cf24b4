"""Which stretches of a text are Vietnamese: other languages have words that look like damaged syllables.

Portuguese "sem" is "xem" by its sound, Galician "ten" lost its marks, Haitian "Chèche" is two syllables. A stretch is a
line, or a quotation in it. Its words are evidence: syllables with marks for, words that no damage explains against.
What every language has (syllables without marks, capitals) says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import islice

from vntextclean.patterns import late
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import OWN_LETTERS
from vntextclean.vietnamese.quotations import quotations
from vntextclean.vietnamese.word_evidence import (
    ALIEN,
    OWN,
    Evidence,
    counted,
    evidence_of,
    is_explained,
    tells,
    words_in,
)
from vntextclean.vietnamese.words_apart import WordsApart, word_end, word_start

#: Of the evidence of a stretch this share must be for it. At 0.35 no word is changed in 51 350 lines of 264 languages
#: (``python -m benchmarks.foreign``), and of 16 010 words damaged in Vietnamese text 7 fewer are repaired.
SHARE = 0.35
#: A long line is read in blocks of so many code points: the block of a place and the one on either side.
BLOCK = 256

#: A text lost letters throughout ("V vic mua thc n") if it has so many words that are no syllables, and a letter
#: put back makes one of nearly all of them. Names tell nothing: of the words without a capital it is 0.89 to 1.0 in PDF
#: files and tables that lost letters, up to 0.77 in those that lost some, and up to 0.74 in other languages.
LOST, EXPLAINED = 20, 0.85
#: The same of a text whose words are repaired in part: those that are easy to explain are repaired first.
STILL = 12, 0.8
#: In a text of so many Vietnamese words, and so many to each other one, a quotation of one word is as its line is.
FEW, TO_ONE = 6, 10

_WORD = late(r"[^\W\d_]+")
#: A quotation with a place for a value is a message of a program.
_OF_PROGRAMS = late(r"%\(\w+\)|\{\w*\}")


class Stretches:
    """The lines and quotations of one text, each read once; made for one call.

    ``apart`` are spans of words that say nothing, in order: words run together are no foreign ones. ``read`` tells what
    the words of a line say, from what was read before.

    >>> text = "Anh đọc: “o símbolo ten a mesma codificación” rồi bỏ sách nhan xuống."
    >>> stretches = Stretches(text)
    >>> stretches.is_foreign(20, 23), stretches.is_foreign(56, 60)
    (True, False)
    """

    def __init__(
        self, text: str, apart: Iterable[tuple[int, int]] = (), read: Callable[[str], Evidence] | None = None
    ) -> None:
        self._text = text
        self._read = read or _read
        self._apart = WordsApart(text, apart)
        self._line = (0, -1)
        self._quotations: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._totals: dict[tuple[int, int], Evidence] = {}

    @cached_property
    def _whole(self) -> Evidence:
        """What all words of the text tell."""
        return self._total(0, len(self._text))

    @cached_property
    def lost_letters(self) -> bool:
        """Whether the text is Vietnamese that lost letters throughout: then no line of it is foreign."""
        return self._has_lost(LOST, EXPLAINED)

    @cached_property
    def may_have_lost_letters(self) -> bool:
        """Whether it may be what is left of such a text once some of its words are repaired."""
        return self._has_lost(*STILL)

    def _has_lost(self, least: int, share: float) -> bool:
        own, alien = self._whole
        if alien < least or own < SHARE * (own + alien):
            return False
        words = [word for word in self._alien_words() if word[0].islower()]
        if len(words) < least:
            return False
        explained = len(words)
        for word in words:
            explained -= not is_explained(word)
            if explained < share * len(words):  # so it is soon in a text that lost none
                return False
        return True

    def _alien_words(self) -> list[str]:
        """The words of the text that are of another language, or of none."""
        text = self._text
        if self._apart:
            return [text[start:end] for start, end, own in self._weighed(0, len(text), 0, len(text)) if not own]
        words = words_in(text)
        return [word for word, told in zip(words, map(tells, words), strict=True) if told == ALIEN]

    def is_foreign(self, start: int, end: int, own: int = 0) -> bool:
        """Whether the stretch around [start, end) is of another language, as far as the words beside it tell.

        ``own`` is added to the words that are Vietnamese.
        """
        if self._is_ours_without(start, end, own):
            return False
        found = self.evidence(start, end)
        foreign = found.alien > 0 and found.own + own < SHARE * (found.own + own + found.alien)
        return foreign and not self.lost_letters

    def _is_ours_without(self, start: int, end: int, own: int) -> bool:
        """Whether a line without quotations is not foreign, whatever the words that [start, end) reaches into tell.

        Their number is bounded by the length. That spares a look at the words of most spans.
        """
        low, high = window = self._window(start, end)
        if self._quotations_of(window):
            return False
        total = self._total(low, high)
        least = total.own - max((end - start + 1) // 2, 1) + own
        return not total.alien or (least > 0 and least >= SHARE * (least + total.alien))

    def evidence(self, start: int, end: int, *, closest: bool = False) -> Evidence:
        """What the words beside [start, end) tell: those of the quotation around it, else those of the line.

        ``closest`` asks the quotation alone, if there is one; in a text with hardly another word than Vietnamese ones
        the line around a quotation of one word speaks for it.
        """
        found = Evidence(0, 0)
        line = self._window(start, end)
        for low, high in self._around(start, end):
            if (low, high) != line and _OF_PROGRAMS.search(self._text, low, high):
                return Evidence(0, 1)
            found = self._beside(low, high, start, end)
            if any(found) or (closest and (low, high) != line and not self._is_one_word(low, high)):
                break
        return found

    def is_quoted_without_own_letter(self, start: int, end: int) -> bool:
        """Whether [start, end) stands in a quotation without a letter that only Vietnamese has.

        Not so in a text with hardly another word than Vietnamese ones: its quotations are as the rest is.
        """
        low, high = stretch = next(self._around(start, end))
        if stretch == self._window(start, end) or self._is_all_ours:
            return False
        return OWN_LETTERS.isdisjoint(self._text[low:start] + self._text[end:high])

    def _is_one_word(self, low: int, high: int) -> bool:
        return self._is_all_ours and len([*islice(_WORD.finditer(self._text, low, high), 2)]) == 1

    @cached_property
    def _is_all_ours(self) -> bool:
        own, alien = self._whole
        return own >= max(FEW, TO_ONE * alien)

    def _around(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The quotations around a span, the innermost first, then the line, or the blocks of a long one."""
        window = self._window(start, end)
        for a, b in self._quotations_of(window):
            if a < start and end < b:
                yield a, b
        yield window

    def _quotations_of(self, window: tuple[int, int]) -> list[tuple[int, int]]:
        found = self._quotations.get(window)
        if found is None:
            found = self._quotations[window] = quotations(self._text, *window)
        return found

    def _window(self, start: int, end: int) -> tuple[int, int]:
        text = self._text
        if not self._line[0] <= start <= self._line[1]:
            last = text.find("\n", start)
            self._line = text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last
        first, last = self._line
        if last - first <= 3 * BLOCK:
            return first, last
        low = first + max(0, (start - first) // BLOCK - 1) * BLOCK
        return low, min(last, first + ((end - first) // BLOCK + 2) * BLOCK)

    def _beside(self, low: int, high: int, start: int, end: int) -> Evidence:
        """What the words between two places tell, but for those that the span reaches into."""
        own, alien = self._total(low, high)
        first, last = word_start(self._text, start, low), word_end(self._text, end, high)
        if (first, last) == (start, end) and self._apart.is_span((start, end)):
            return Evidence(own, alien)
        touched = [word for word in self._weighed(first, last, low, high) if word[1] > start and word[0] < end]
        without = counted([word[2] for word in touched])
        return Evidence(own - without.own, alien - without.alien)

    def _total(self, low: int, high: int) -> Evidence:
        """What all words between two places tell."""
        found = self._totals.get((low, high))
        if found is None:
            first, last = self._whole_words(low, high)
            own, alien = self._read(self._text[first:last])
            apart = self._apart.tell(first, last)
            found = self._totals[low, high] = Evidence(own - apart.own, alien - apart.alien)
        return found

    def _whole_words(self, low: int, high: int) -> tuple[int, int]:
        """What is between two places, less the words that the border of a block cuts."""
        text, first, last = self._text, low, high
        if text[low - 1 : low].isalpha():
            first = word_end(text, low, high)
        if text[high : high + 1].isalpha():
            last = word_start(text, high, first)
        return first, last

    def _weighed(self, first: int, last: int, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
        """Those from ``first`` on and before ``last``, of the words between two places."""
        text, holds = self._text, self._apart.holds
        for match in _WORD.finditer(text, first, last):
            start, end = match.span()
            if (start == low and text[low - 1 : low].isalpha()) or (end == high and text[high : high + 1].isalpha()):
                continue  # cut by the border of a block
            if holds(start):
                continue
            told = tells(match[0])
            if told:
                yield start, end, told == OWN


def stretches_of(state: TextState, apart: Iterable[tuple[int, int]] = ()) -> Stretches:
    """The stretches of a text; lines that were read in it or in the texts before it are known."""
    return Stretches(state.text, apart, partial(state.lines.ask, _read))


def _read(line: str) -> Evidence:
    """What the words of a line tell."""
    return evidence_of(words_in(line))
