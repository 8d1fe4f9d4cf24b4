"""Text typed for the fonts that came before Unicode, read as Windows-1252: ``Hµ Néi`` back to *Hà Nội*.

The decision is made for a line at a time, from all its words together, and never from one word: half of the accented
words of an Italian page become possible syllables under some table. Lines too short to decide are read as the rest of
the document is, if at least three lines of it are beyond doubt and agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vntextclean.changes import apply
from vntextclean.edit import Edit
from vntextclean.filter import Phase
from vntextclean.filters.legacy_fonts.lines import (
    CONTROLS_OF_TEX,
    SIGN,
    UNICODE,
    Line,
    decided,
    sure_lines,
    telling_lines,
    with_short_lines,
)
from vntextclean.filters.legacy_fonts.rules import RULES
from vntextclean.misreadings.before_decoding.traces import LOST_LETTERS, LOST_MARKS, TRACE
from vntextclean.patterns import late
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.charsets.words import Reading
    from vntextclean.misreadings.old_encodings.read_as_utf8 import Hidden
    from vntextclean.misreadings.parsing.words import Chosen

#: Rules that read fonts of LaTeX.
_OF_TEX = ("legacy-fonts.t5", "legacy-fonts.t5-blanks")
#: Letters of Latin that neither Vietnamese nor the fonts have, and a mark of Taiwanese: a line with one is of another
#: language.
_OF_OTHERS = late("[\u0100\u0101\u0104-\u010f\u0112-\u0127\u012a-\u0151\u0154-\u015f\u0162-\u0167\u016a-\u0177\u030d]")


class LegacyFonts:
    """Finds the lines of a text that are in an old encoding and reads them, one edit a word.

    >>> from vntextclean.settings import Settings
    >>> [edit.replacement for edit in LegacyFonts(Settings()).edits(TextState("Céng hßa x· héi chñ nghÜa"))]
    ['Cộng', 'hòa', 'xã', 'hội', 'chủ', 'nghĩa']
    >>> list(LegacyFonts(Settings()).edits(TextState("Blåbærsyltetøy på brød")))
    []
    """

    name = "legacy-fonts"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = SIGN | TRACE | UNUSUAL | LOST_MARKS | LOST_LETTERS

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterable[Edit]:
        """One edit for each word that an old encoding hides."""
        from vntextclean.misreadings.before_decoding.see_through import see_through

        if CONTROLS_OF_TEX.search(unusual(state)):
            read = list(self._edits(state))
            if any(edit.rule in _OF_TEX for edit in read):
                return read
        if "(cid:" in state.text and (read := list(self._glyphs(state.text))):
            return read
        return see_through(state, self._edits)

    def _edits(self, state: TextState) -> Iterator[Edit]:
        from vntextclean.misreadings.old_encodings.read_as_utf8 import hidden_lines, may_hide

        text = state.text
        if LOST_LETTERS.may_be_in(state) and (filled := self._filled(state)):
            yield from filled  # such a text lost them throughout
            return
        hidden = hidden_lines(text) if may_hide(unusual(state)) else []
        if hidden and (read := list(self._hidden(text, hidden))):
            yield from read
            return  # the rest is read by the next pass, beside what was read now
        if LOST_MARKS.may_be_in(state) and (marked := self._marked(text)):
            yield from marked  # such a text is in Windows-1258 throughout
            return
        hurt = self._swapped(state) if unusual(state) else []
        if TRACE.may_be_in(state) and (converted := self._converted(text)):
            taken = {at for edit in hurt for at in range(edit.start, edit.end)}
            hurt = sorted([*hurt, *(one for one in converted if taken.isdisjoint(range(one.start, one.end)))])
        telling = list(telling_lines(state))
        if not telling:
            yield from hurt
            return
        sure = list(sure_lines(state, telling))
        lines = list(with_short_lines(text, sure))
        read = [edit for line in lines if line.name != "t5" for edit in self._line(text[line.start : line.end], line)]
        read += self._of_tex(text, [line for line in lines if line.name == "t5"])
        read = sorted([*read, *self._strays(text, telling, lines)])
        if hurt:
            spans = [(line.start, line.end) for line in lines] + [(edit.start, edit.end) for edit in read]
            hurt = [edit for edit in hurt if not any(start < edit.end and edit.start < end for start, end in spans)]
            read = sorted([*read, *hurt])
        yield from read

    def _glyphs(self, text: str) -> Iterator[Edit]:
        """The edits of lines in fonts of LaTeX whose codes a reader of PDF wrote by number."""
        from vntextclean.misreadings.old_encodings.tex_glyphs import as_codes

        if found := as_codes(text):
            codes, places = found
            for edit in self._edits(TextState(codes)):
                start, end = places[edit.start], places[edit.end]
                if edit.rule in _OF_TEX and text[start:end] != edit.replacement:
                    yield edit._replace(start=start, end=end)

    def _hidden(self, text: str, lines: list[Hidden]) -> Iterator[Edit]:
        """The edits of lines in an old encoding that were written as UTF-8 and read wrongly, one a token."""
        from vntextclean.filters.legacy_fonts.tokens import by_token

        page = "\n".join(line.seen for line in lines)
        spans = [at for line in lines for at in line.spans()]
        read = sorted(self._edits(TextState(page)))
        for start, end, own in by_token(page, sorted([*read, *self._left(lines, read)])):
            first, last = spans[start], spans[end]
            word = apply(page[start:end], [(edit.start - start, edit.end - start, edit.replacement) for edit in own])
            reason = self.rules[own[0].rule].say(self._lang, seen=text[first:last], word=word)
            yield Edit(first, last, word, own[0].rule, reason, min(edit.confidence for edit in own))

    def _left(self, lines: list[Hidden], read: list[Edit]) -> Iterator[Edit]:
        """What stays of lines that were read by VNI alone; ``read`` is in order."""
        from vntextclean.misreadings.old_encodings.read_as_utf8 import left_in_vni

        code, low = "legacy-fonts.vni", 0
        starts = [edit.start for edit in read]
        for line in lines:
            own = read[bisect_left(starts, low) : bisect_left(starts, low + len(line.seen))]
            if own and all(edit.rule == code for edit in own):
                taken = {at for edit in own for at in range(edit.start, edit.end)}
                for start, end, word in left_in_vni(line.seen):
                    if taken.isdisjoint(range(low + start, low + end)):
                        reason = self.rules[code].say(self._lang, seen=line.seen[start:end], word=word)
                        yield Edit(low + start, low + end, word, code, reason)
            low += len(line.seen) + 1

    def _swapped(self, state: TextState) -> list[Edit]:
        from vntextclean.charsets.cp1258_swapped import swapped

        return [self._edit(reading, 0, "legacy-fonts.swapped") for reading in swapped(state)]

    def _marked(self, text: str) -> list[Edit]:
        """What became of marks that Windows-1258 does not have."""
        from vntextclean.misreadings.old_encodings.lost_marks import with_lost_marks

        return self._chosen(text, with_lost_marks(text), "legacy-fonts.lost-marks")

    def _filled(self, state: TextState) -> list[Edit]:
        """What became of letters that a way had no place for."""
        from vntextclean.misreadings.lost_letters.proof import channel_of

        channel = channel_of(state.text)
        if channel is None or not state.accepts(Edit(0, 0, "", f"legacy-fonts.{channel.name}", "", 1.0)):
            return []
        from vntextclean.misreadings.lost_letters.read import read

        return self._chosen(state.text, read(state.text, channel), f"legacy-fonts.{channel.name}")

    def _converted(self, text: str) -> list[Edit]:
        """What a converter for VNI made of Unicode."""
        from vntextclean.misreadings.old_encodings.unicode_as_vni import converted

        return self._chosen(text, converted(text), "legacy-fonts.unicode-as-vni")

    def _chosen(self, text: str, words: list[Chosen], code: str) -> list[Edit]:
        return [
            Edit(start, end, word, code, self.rules[code].say(self._lang, seen=text[start:end], word=word), confidence)
            for start, end, word, confidence in words
        ]

    def _line(self, seen: str, line: Line) -> Iterator[Edit]:
        from vntextclean.charsets import viqr
        from vntextclean.charsets.line_repair import repaired
        from vntextclean.charsets.tables import charset
        from vntextclean.lm.disambiguate import gain, most_likely
        from vntextclean.misreadings.old_encodings.mixed_lines import settled

        found: list[Reading]
        if line.name == "viqr":
            found = [
                reading
                for reading in viqr.readings(seen, most_likely)
                if reading.legal or viqr.is_abbreviation(reading)
            ]
        else:
            table = charset(line.name)
            found = settled(seen, repaired(seen, table), table)
        for reading in found:
            if not _is_cut(seen, reading.start, reading.end):
                yield self._edit(reading, line.start, f"legacy-fonts.{line.name}")
        if line.name not in ("tcvn3", "viqr"):
            from vntextclean.charsets.lone_signs import signs_as_words

            for reading in signs_as_words(seen, found, charset(line.name), gain):
                yield self._edit(reading, line.start, f"legacy-fonts.{line.name}")
        if line.name == "tcvn3":
            from vntextclean.charsets.line_repair import lost_soft_hyphens
            from vntextclean.charsets.lone_onsets import with_horns
            from vntextclean.charsets.words import readings

            if lost_soft_hyphens(seen, readings(seen, charset(line.name))):
                for reading in with_horns(seen, found, most_likely):
                    yield self._edit(reading, line.start, "legacy-fonts.lost-horn")

    def _of_tex(self, text: str, lines: list[Line]) -> Iterator[Edit]:
        """The words of lines in fonts of LaTeX, and those whose letters were lost."""
        if not lines:
            return
        from vntextclean.charsets.words import Reading
        from vntextclean.misreadings.old_encodings.tex_lines import read_tex

        for one in read_tex(text, [(line.start, line.end) for line in lines]):
            if isinstance(one, Reading):
                yield self._edit(one, 0, "legacy-fonts.t5")
            else:
                yield from self._chosen(text, [one], "legacy-fonts.t5-blanks")

    def _strays(self, text: str, telling: list[tuple[int, int]], lines: list[Line]) -> Iterator[Edit]:
        """Words of the document's encoding, or of VNI, on lines of Unicode."""
        from vntextclean.misreadings.old_encodings.mixed_lines import (
            is_proof,
            is_vietnamese_line,
            may_have_strays,
            strays,
        )

        known = decided(lines)
        taken = {line.start for line in lines}
        name = known if known in ("vni", "tcvn3") else "vni"
        found: list[Reading] = []
        for start, end in telling:
            if start not in taken and may_have_strays(text[start:end], known == name):
                line = text[start:end]
                if not _OF_OTHERS.search(line) and is_vietnamese_line(line, UNICODE):
                    found += strays(line, start, name, known == name)
        if known == name or is_proof(found):
            for reading in found:
                yield self._edit(reading, 0, f"legacy-fonts.{name}")

    def _edit(self, reading: Reading, offset: int, code: str) -> Edit:
        reason = self.rules[code].say(self._lang, seen=reading.seen, word=reading.word)
        return Edit(offset + reading.start, offset + reading.end, reading.word, code, reason)


def _is_cut(line: str, start: int, end: int) -> bool:
    """Whether a "?" parts a word from its other half: ``toò?i`` lost a mark, and *tọ* would be no part of it."""
    behind, before = line[end : end + 2], line[max(0, start - 2) : start]
    lost = behind[:1] == "?" and (behind[1:].isalpha() or line[end - 1] in "òÒ")
    return lost or (before[-1:] == "?" and before[:-1].isalpha())
