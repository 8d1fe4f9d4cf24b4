"""UTF-8 that was read as Windows-1252 or Latin-1, once or more: ``Tiáº¿ng Viá»‡t`` back to *Tiếng Việt*.

Lines that a cheap scan picks are read through every table of :mod:`vntextclean.misreadings`, and what makes them
Vietnamese is believed, also where bytes were lost. Lines that are no Vietnamese (a French word, a picture) are left to
ftfy, with all its restyling off.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import accumulate
from operator import attrgetter

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.misreadings.before_decoding.signature import SCAN, SIGN, hurt_lines, may_be_utf8
from vntextclean.misreadings.lost_letters.left_over import is_left_over
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.unusual import UNUSUAL
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

_RULES = {
    "mojibake.utf-8": Rule(
        summary="Reads UTF-8 that was taken for Windows-1252 or Latin-1, once or more.",
        why="A server or an editor that names the wrong encoding turns each letter into two or three signs.",
        repairs=("Tiáº¿ng Viá»‡t", "Tiếng Việt"),
        keeps="“NHÃ NHẶN”, São Tomé, Ângela",
        reason="'{seen}' is UTF-8 for '{word}'",
        reason_vi="'{seen}' là '{word}' đọc sai mã UTF-8",
    ),
    "mojibake.lossy": Rule(
        summary="Reads such UTF-8 also where a byte was dropped or became a space, if one syllable only fits.",
        why="Bytes that have no character in Windows-1252 are dropped on the way: á» may be ề, ỏ, ọ, ờ, ử or Ố.",
        repairs=("tháng nÃ y vÃ  báº£n thÃ nh", "tháng này và bản thành"),
        keeps="ĐÃ ĐẾN GIỜ",
        reason="'{seen}' is what is left of '{word}' in UTF-8",
        reason_vi="'{seen}' là phần còn lại của '{word}' trong mã UTF-8",
    ),
    "mojibake.chosen": Rule(
        summary="Reads such UTF-8 where bytes were dropped and several words fit, as the sentence asks for.",
        why=(
            "A page that is decoded as Latin-1 and then stripped of control characters loses every letter of half the "
            "alphabet: á» alone may be any of 32. The language model reads the whole line; what it is not sure of "
            "stays. `lossless` leaves this rule out, because a choice may be wrong."
        ),
        repairs=("NgÆ°á»i dÃ¢n trong xÃ£ há»p bÃ n viá»c trá»ng rá»«ng", "Người dân trong xã họp bàn việc trồng rừng"),
        keeps="São Tomé, Ângela, ĐÃ ĐẾN GIỜ",
        reason="'{seen}' is what is left of '{word}' in UTF-8; the sentence tells it from other words",
        reason_vi="'{seen}' là phần còn lại của '{word}' trong mã UTF-8, chọn theo câu",
    ),
    "mojibake.unknown": Rule(
        summary="Fills a letter that a replacement character stands for, as the sentence asks for.",
        why=(
            "Programs put U+FFFD for bytes that they cannot read. Inside a word it is one letter; the language model "
            "reads the whole line, and what it is not sure of stays. `lossless` leaves this rule out."
        ),
        repairs=("Chị em rủ nhau đi ch\ufffd mua rau", "Chị em rủ nhau đi chợ mua rau"),
        keeps="Nhà nghèo \ufffd xã, na\ufffdve",
        reason="a letter of '{word}' was lost",
        reason_vi="'{word}' bị mất một chữ",
    ),
}


class Mojibake:
    r"""Reads UTF-8 that was decoded by the wrong table, one edit a word.

    >>> from vntextclean.settings import Settings
    >>> [edit.replacement for edit in Mojibake(Settings()).edits(TextState("ngÆ°á»\u009di Viá»‡t Nam"))]
    ['người', 'Việt']
    >>> list(Mojibake(Settings()).edits(TextState("người Việt Nam, São Paulo, naïve")))
    []
    """

    name = "mojibake"
    phase = Phase.CHARACTERS
    rules = _RULES
    sign = SIGN | UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word that the wrong table hides."""
        # Only now, for hardly any text comes here: to load these takes a fortieth of the start of `clean`.
        from vntextclean.filters.mojibake.foreign_lines import RIGHT, line_around, repairs
        from vntextclean.misreadings.old_encodings.read_as_utf8 import hidden_lines

        text = state.text
        is_utf8 = may_be_utf8(state)
        lines = hurt_lines(state, is_utf8)
        hidden: Collection[int] = ()
        if is_utf8 and (hidden := {line.start for line in hidden_lines(text)}):
            # In an old encoding; `legacy-fonts` reads both at once.
            lines = [line for line in lines if line[0] not in hidden]
        # Half of the time of a text that lost bytes goes into choices, which `lossless` has no use for.
        chooses = state.frame is not None or state.wants("mojibake.chosen")
        by_line = self._proven(text, lines, chooses) if lines else {}
        if is_utf8:
            starts = {*hidden, *by_line}
            among_ours = any(by_line.values()) or RIGHT.search(text) is not None
            position = 0
            while hit := SCAN.search(text, position):
                low, high = line_of(text, hit.start())
                if low in starts:  # read as a whole, however long it is
                    position = high + 1
                    continue
                start, end = line_around(text, hit.start())
                by_line[start] = [
                    self._edit(start + first, start + last, text, word, "mojibake.utf-8", 1.0)
                    for first, last, word in repairs(text[start:end], among_ours=among_ours)
                ]
                position = end + 1
        made = [edit for start in sorted(by_line) for edit in by_line[start]]
        if chooses and "\ufffd" in text and not (state.ruined or state.ask(is_left_over)):
            made = self._with_unknown(text, made)
        yield from made

    def _proven(self, text: str, lines: list[tuple[int, int]], chooses: bool) -> dict[int, list[Edit]]:
        """The edits of the lines that are Vietnamese read wrongly, by the start of the line."""
        from vntextclean.misreadings.reading.reader import found_in
        from vntextclean.misreadings.reading.tokens import Line

        return {
            start: [
                self._edit(one.start, one.end, text, one.word, f"mojibake.{one.kind}", one.confidence) for one in found
            ]
            for start, found in found_in(text, [Line(*line) for line in lines], chooses).items()
        }

    def _with_unknown(self, text: str, made: list[Edit]) -> list[Edit]:
        """The edits, and words in which a replacement character stands for a letter."""
        from vntextclean.misreadings.reading.unknown_letters import unknown_letters

        # Those that begin before a word's end touch it if one of them ends behind its beginning.
        in_order = sorted(made, key=attrgetter("start"))
        starts = [edit.start for edit in in_order]
        furthest = [-1, *accumulate((edit.end for edit in in_order), max)]
        more = [
            self._edit(one.start, one.end, text, one.word, "mojibake.unknown", one.confidence)
            for one in unknown_letters(text)
            if furthest[bisect_left(starts, one.end)] <= one.start
        ]
        return sorted([*made, *more])

    def _edit(self, start: int, end: int, text: str, word: str, code: str, confidence: float) -> Edit:
        reason = _RULES[code].say(self._lang, seen=text[start:end], word=word)
        return Edit(start, end, word, code, reason, confidence)
