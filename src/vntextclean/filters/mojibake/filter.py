"""UTF-8 that was read as Windows-1252 or Latin-1, once or more: ``Tiáº¿ng Viá»‡t`` back to *Tiếng Việt*.

Lines that a cheap scan picks are read through every table of :mod:`vntextclean.misreadings`, and what makes them
Vietnamese is believed, also where bytes were lost. Lines that are no Vietnamese (a French word, a picture) are left to
ftfy, with all its restyling off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.misreadings.signature import FOLLOWING, SCAN, hurt_lines, may_be_utf8
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from ftfy import TextFixerConfig


#: Capitals before a closing quotation mark are clean text: “ĐÃ”, «LÃ».
_WEAK = late("(?<![a-z])[ÂÃÄÅÆÌÎÏÐÑ][‘’“”–—…•»°®™©](?![a-z])")
#: Letters that no byte of Windows-1252 looks like: their word was read rightly.
_RIGHT = late("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")

#: Two letters in a row, or a sign of print or a picture without a letter.
_LETTERS_OR_SIGNS = r"[^\W\d_][^\W\d_\u0300-\u036f]*[^\W\d_]|^[^\w]+$|[\u2190-\u2bff\U0001f000-\U0001faff]"
#: A Latin word with a letter of another script or of seldom used Latin in it: a chance reading of VISCII or VPS text.
_MIXED = "(?s)(?=.*[A-Za-z])(?=.*[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\u0370-\u1dff\u1f00-\u1fff\u2c00-\ud7ff])"

#: A token as long as this is no word; a hit or two in it may be chance.
_LONG_TOKEN = 100
#: A line longer than this (a whole text without a line end) is read piece by piece.
_LONGEST = 1 << 16
_CONTROL = late("[\u0080-\u009f\ufffd]")
#: Vietnamese that was read once and is to be read again: what stays of it would be neither the text nor its damage.
_HALF_READ = late("á[º»]")
_CUT = late(f"(?:[ÃÄÆ]|á[º»]|â[\u0080€])(?![{re.escape(FOLLOWING)}])\ufffd?")

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

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each word that the wrong table hides."""
        text = state.text
        is_utf8 = may_be_utf8(state)
        lines = hurt_lines(state, is_utf8)
        by_line = self._proven(text, lines) if lines else {}
        starts = set(by_line)
        if is_utf8:
            position = 0
            while hit := SCAN.search(text, position):
                start, end = _line_around(text, hit.start())
                if start not in starts:
                    by_line[start] = [
                        self._edit(start + first, start + last, text, word, "mojibake.utf-8", 1.0)
                        for first, last, word in _repairs(text[start:end])
                    ]
                position = end + 1
        made = [edit for start in sorted(by_line) for edit in by_line[start]]
        if "\ufffd" in text:
            made = self._with_unknown(text, made)
        yield from made

    def _proven(self, text: str, lines: list[tuple[int, int]]) -> dict[int, list[Edit]]:
        """The edits of the lines that are Vietnamese read wrongly, by the start of the line."""
        from vntextclean.misreadings.reader import found_in
        from vntextclean.misreadings.resolve import Line

        return {
            start: [
                self._edit(one.start, one.end, text, one.word, f"mojibake.{one.kind}", one.confidence) for one in found
            ]
            for start, found in found_in(text, [Line(*line) for line in lines]).items()
        }

    def _with_unknown(self, text: str, made: list[Edit]) -> list[Edit]:
        """The edits, and words in which a replacement character stands for a letter."""
        from vntextclean.misreadings.unknown_letters import unknown_letters

        taken = [(edit.start, edit.end) for edit in made]
        more = [
            self._edit(one.start, one.end, text, one.word, "mojibake.unknown", one.confidence)
            for one in unknown_letters(text)
            if not any(start < one.end and one.start < end for start, end in taken)
        ]
        return sorted([*made, *more])

    def _edit(self, start: int, end: int, text: str, word: str, code: str, confidence: float) -> Edit:
        reason = _RULES[code].say(self._lang, seen=text[start:end], word=word)
        return Edit(start, end, word, code, reason, confidence)


def _line_around(text: str, position: int) -> tuple[int, int]:
    """The line of a position, or so much of a very long one as is read at once: from its word on."""
    start, end = line_of(text, position)
    if end - start > _LONGEST:
        start = max(start, text.rfind(" ", start, position) + 1)
        space = text.find(" ", min(end, start + _LONGEST), end)
        end = end if space < 0 else space
    return start, end


def _repairs(line: str) -> Iterator[tuple[int, int, str]]:
    """The words of one line that ftfy reads otherwise: start, end and word."""
    tokens = line.split(" ")
    words = tokens if any(map(_CUT.search, tokens)) else _by_ftfy(tokens)
    if words == tokens or any(SCAN.search(_WEAK.sub("", word)) for word in words):
        # ftfy gives up on the rest of a line for a word that lost a byte, or was right: without these it reads on.
        masked = ["" if _RIGHT.search(token) or _CUT.search(token) else token for token in tokens]
        words = [new or token for new, token in zip(_by_ftfy(masked), tokens, strict=True)]
    changed = sum(word != token for word, token in zip(words, tokens, strict=True))
    # What stays damaged for the most part was not UTF-8: noise, or another encoding.
    if sum(SCAN.search(_WEAK.sub("", word)) is not None for word in words) > changed:
        return
    start = 0
    for token, word in zip(tokens, words, strict=True):
        if word != token:
            yield start, start + len(token), word
        start += len(token) + 1


def _by_ftfy(tokens: list[str]) -> list[str]:
    from ftfy import fix_encoding

    joined = fix_encoding(" ".join(tokens), _config())
    fixed = joined.split(" ")
    if len(fixed) != len(tokens):
        fixed = [fix_encoding(token, _config()) for token in tokens]
    changed = [(new, old) for new, old in zip(fixed, tokens, strict=True) if new != old]
    # One letter alone is how a text quotes such damage: “Ã©” for é.
    if not any(re.search(_LETTERS_OR_SIGNS, new) and SCAN.search(_WEAK.sub("", old)) for new, old in changed):
        return tokens
    return [
        normalize("NFC", new) if new != old and _is_likely(new, old) else old
        for new, old in zip(fixed, tokens, strict=True)
    ]


def _is_likely(new: str, old: str) -> bool:
    """Whether a reading of one token is a word or sign of a text, and no chance hit in a table or another encoding."""
    if re.search(_MIXED, new) or _CONTROL.search(new) or _HALF_READ.search(new):
        return False
    return len(old) < _LONG_TOKEN or len(SCAN.findall(old)) * 20 > len(old)


@cache
def _config() -> TextFixerConfig:
    """The settings of ftfy with nothing but the repair of encodings; its other habits change 8 % of clean lines."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        restore_byte_a0=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        fix_c1_controls=False,
        remove_control_chars=False,
        normalization=None,
    )
