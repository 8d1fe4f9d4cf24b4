"""UTF-8 that was read as Windows-1252 or Latin-1, once or more: ``Tiáº¿ng Viá»‡t`` back to *Tiếng Việt*.

ftfy does the work, on lines that a cheap scan picks; all its restyling is off. One thing is added that a general tool
cannot do: where the no-break space of an à became a space or bytes without a character were dropped (``ngÆ°á»i``),
the syllables of Vietnamese tell what was lost, if they leave one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING
from unicodedata import normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.mojibake.following_bytes import FOLLOWING
from vntextclean.lm.disambiguate import most_likely
from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

#: A following byte behind a leading one, or the remains of letters whose last byte is gone (``á»i``, ``vÃ ``).
_SCAN = late(rf"[{re.escape(FOLLOWING)}ÃÆ](?:(?<=[ÂÃÄÅÆÌÎÏÐÑâð].)|(?<=á[º»])|(?<=[a-z][ÃÆ]))")
_SIGN = Sign(("ÂÃÄÅÆÌÎÏÐÑâð", FOLLOWING + "ÃÆ", ANY), ("á", "º»", ANY), (ascii_lowercase, "ÃÆ", ANY))

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
_CAPITALS = late("[A-ZĐ\u00c0-\u00dd]{2}")

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
        repairs=("ngÆ°á»i dÃ¢n", "người dân"),
        keeps="ĐÃ ĐẾN GIỜ",
        reason="'{seen}' is what is left of '{word}' in UTF-8",
        reason_vi="'{seen}' là phần còn lại của '{word}' trong mã UTF-8",
    ),
}
_REAL_SPACE = late("(?<=[0-9A-Za-z.,;:!?)])\u00a0")


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
        if not _SIGN.may_be_in(state):
            return
        position = 0
        while hit := _SCAN.search(text, position):
            start, end = _line_around(text, hit.start())
            line = text[start:end]
            for first, last, word, code in _repairs(line):
                seen = line[first:last]
                reason = _RULES[code].say(self._lang, seen=seen, word=word)
                yield Edit(start + first, start + last, word, code, reason)
            position = end + 1


def _line_around(text: str, position: int) -> tuple[int, int]:
    """The line of a position, or so much of a very long one as is read at once: from its word on."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    if end - start > _LONGEST:
        start = max(start, text.rfind(" ", start, position) + 1)
        space = text.find(" ", min(end, start + _LONGEST), end)
        end = end if space < 0 else space
    return start, end


def _repairs(line: str) -> Iterator[tuple[int, int, str, str]]:
    """The words of one line that read otherwise: start, end, word and rule."""
    # Only now, as few texts come here.
    from vntextclean.filters.mojibake.cut_utf8 import fitting_words, is_cut, with_no_break_spaces

    # A no-break space behind a plain letter is one: as part of a hidden letter it stands behind a letter of the table.
    whole = _REAL_SPACE.sub(" ", with_no_break_spaces(line))
    tokens = whole.split(" ")
    cut = [is_cut(token) for token in tokens]
    # ftfy reads a line whole or in part; a word that lost a byte, or was right, would make it give up on the rest.
    masked = ["" if lossy or _RIGHT.search(token) else token for token, lossy in zip(tokens, cut, strict=True)]
    fixed = _by_ftfy(masked)
    proven = any(not MARKED.isdisjoint(new) for new, old in zip(fixed, masked, strict=True) if new != old)
    words = [new if new != old else token for token, new, old in zip(tokens, fixed, masked, strict=True)]
    choices = {}
    for index, token in enumerate(tokens):
        if cut[index]:
            choices[index] = fitting_words(token, proven)
        elif proven and words[index] and _SCAN.search(_WEAK.sub("", words[index])):
            words[index] = _read_through(words[index])
    _choose(words, choices)
    changed = sum(word != token for word, token in zip(words, tokens, strict=True))
    # What stays damaged for the most part was not UTF-8: noise, or another encoding.
    if sum(_SCAN.search(_WEAK.sub("", word)) is not None for word in words) > changed:
        return
    start = 0
    for index, token in enumerate(tokens):
        end = start + len(token)
        if words[index] not in (token, line[start:end]):
            code = "mojibake.lossy" if cut[index] or token != line[start:end] else "mojibake.utf-8"
            yield start, end, words[index], code
        start = end + 1


def _choose(words: list[str], choices: dict[int, list[str]]) -> None:
    """Put in the word that fits, where one does; among several, the one that the words around it ask for."""
    open_ones = {}
    for index, fitting in choices.items():
        if len(fitting) == 1:
            words[index] = fitting[0]
        elif fitting:
            open_ones[index] = fitting
    # A word that is found makes the context of the next; what stays open once all are tried stays open next time too.
    while open_ones:
        found = {}
        for index, fitting in open_ones.items():
            before, after = words[max(0, index - 3) : index], words[index + 1 : index + 4]
            if not any(word.isupper() and len(word) > 1 for word in before + after):
                fitting = [word for word in fitting if not _CAPITALS.search(word)] or fitting
            likely = most_likely(fitting, before, after)
            if likely:
                found[index] = words[index] = likely
        if not found:
            break
        open_ones = {index: fitting for index, fitting in open_ones.items() if index not in found}


def _by_ftfy(tokens: list[str]) -> list[str]:
    from ftfy import fix_encoding

    joined = fix_encoding(" ".join(tokens), _config())
    fixed = joined.split(" ")
    if len(fixed) != len(tokens):
        fixed = [fix_encoding(token, _config()) for token in tokens]
    changed = [(new, old) for new, old in zip(fixed, tokens, strict=True) if new != old]
    # One letter alone is how a text quotes such damage: “Ã©” for é.
    if not any(re.search(_LETTERS_OR_SIGNS, new) and _SCAN.search(_WEAK.sub("", old)) for new, old in changed):
        return tokens
    return [
        normalize("NFC", new) if new != old and _is_likely(new, old) else old
        for new, old in zip(fixed, tokens, strict=True)
    ]


def _is_likely(new: str, old: str) -> bool:
    """Whether a reading of one token is a word or sign of a text, and no chance hit in a table or another encoding."""
    if re.search(_MIXED, new) or _CONTROL.search(new):
        return False
    return len(old) < _LONG_TOKEN or len(_SCAN.findall(old)) * 20 > len(old)


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


def _read_through(token: str) -> str:
    """A token read until nothing more of it looks like UTF-8: ftfy stops where the rest of a line was seldom hurt."""
    from vntextclean.filters.mojibake.cut_utf8 import read_whole

    for _ in range(3):
        read = read_whole(token)
        if read == token or _CONTROL.search(read):
            break
        token = read
    return normalize("NFC", token)
