"""Letters drawn as no writer wrote them: those of other alphabets for Vietnamese ones (eth, ñ, Cyrillic), or twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import name

from vntextclean.edit import Edit
from vntextclean.filter import Phase
from vntextclean.filters.lookalikes.rules import RULES
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED

if TYPE_CHECKING:
    from vntextclean.filters.lookalikes.line import Line

#: Two marked letters side by side; our own words have them only behind đ and ư.
_MARKED = "".join(sorted(MARKED - set("đĐưƯ")))
_TWICE = Sign((_MARKED, _MARKED, ANY))


class Lookalikes:
    """Puts the Vietnamese letter for its double, in words that are Vietnamese with it.

    >>> [edit.replacement for edit in Lookalikes(Settings()).edits(TextState("Quận Ðống Ða"))]
    ['Đống', 'Đa']
    >>> list(Lookalikes(Settings()).edits(TextState("Reykjavík er höfuðborg Íslands")))
    []
    """

    name = "lookalikes"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = _TWICE | UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word written with a double."""
        made, text, rare = list(self._drawn_twice(state)), state.text, unusual(state)
        # A word is read once, by the first that can.
        for read in (self._disguised, self._styled, self._doubles) if rare else ():
            taken = {at for edit in made for at in range(edit.start, edit.end)}
            made += [edit for edit in read(text, rare) if taken.isdisjoint(range(edit.start, edit.end))]
        yield from sorted(made)

    def _drawn_twice(self, state: TextState) -> Iterator[Edit]:
        if not (places := _TWICE.places(state)):
            return
        from vntextclean.filters.lookalikes.doubles import in_latin
        from vntextclean.scanning.lines import line_of
        from vntextclean.vietnamese.overprint import drawn_twice

        done = 0
        for at in places:
            if at < done:
                continue
            start, end = line_of(state.text, at)
            done = end
            for first, last, after in drawn_twice(state.text[start:end], in_latin):
                reason = RULES["lookalikes.twice"].say(self._lang, after=after)
                yield Edit(start + first, start + last, after, "lookalikes.twice", reason)

    def _disguised(self, text: str, rare: str) -> Iterator[Edit]:
        from vntextclean.vietnamese.disguises import RARE, undisguised

        if not RARE.search(rare):
            return
        for start, end, after in undisguised(text):
            reason = RULES["lookalikes.alphabet"].say(self._lang, before=text[start:end], after=after)
            yield Edit(start, end, after, "lookalikes.alphabet", reason)

    def _styled(self, text: str, rare: str) -> Iterator[Edit]:
        from vntextclean.filters.lookalikes.styled import SEEN, styled

        if not SEEN.search(rare):
            return
        for start, end, after in styled(text):
            reason = RULES["lookalikes.styled"].say(self._lang, after=after)
            yield Edit(start, end, after, "lookalikes.styled", reason)

    def _doubles(self, text: str, rare: str) -> Iterator[Edit]:
        from vntextclean.filters.lookalikes.doubles import ANY_DOUBLE
        from vntextclean.filters.lookalikes.guards import eth_is_capital, writes_tilde
        from vntextclean.filters.lookalikes.line import lines_in

        if not ANY_DOUBLE.search(rare):
            return
        eth = "Ð" if eth_is_capital(text) else "ð"
        tilde = writes_tilde(text)
        start = 0
        for line in text.split("\n"):
            if not line.isascii() and ANY_DOUBLE.search(line):
                for at, part in lines_in(line, writes_tilde=tilde):
                    yield from self._line(part, start + at, eth)
            start += len(line) + 1

    def _line(self, line: Line, offset: int, eth: str) -> Iterator[Edit]:
        """The edits of a line; ``eth`` is the letter that its ð is."""
        from vntextclean.filters.lookalikes.doubles import ANY_DOUBLE, in_latin, kind_of
        from vntextclean.filters.lookalikes.guards import allows

        for word in line.words:
            before = word.group()
            found = None if before.isascii() else ANY_DOUBLE.search(before)
            if not found:
                continue
            after, kind = in_latin(before.replace("ð", eth)), kind_of(before)
            if after == before or not allows(kind, word, after, line):
                continue
            code = f"lookalikes.{kind}"
            reason = RULES[code].say(self._lang, before=before, after=after, name=name(found.group()[-1]).lower())
            yield Edit(offset + word.start(), offset + word.end(), after, code, reason)
