"""UTF-8 that was read as Windows-1252 or Latin-1, once or more: ``Tiáº¿ng Viá»‡t`` back to *Tiếng Việt*.

ftfy does the work, on lines that a cheap scan picks; all its restyling is off. One thing is added that a general tool
cannot do: where the no-break space of an à became a space or bytes without a character were dropped (``ngÆ°á»i``),
the syllables of Vietnamese tell what was lost, if they leave one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import TYPE_CHECKING
from unicodedata import normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.settings import Settings
from vntextclean.vietnamese.charsets_recognition import COMMON
from vntextclean.vietnamese.charsets_words import is_word
from vntextclean.vietnamese.letters import MARKED

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

#: What the bytes 80 to BF of UTF-8 look like in the two views.
_FOLLOWING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
#: A following byte behind a leading one, or the remains of letters whose last byte is gone (``á»i``, ``vÃ ``).
_SCAN = re.compile(rf"[{_FOLLOWING}ÃÆ](?:(?<=[ÂÃÄÅÆÌÎÏÐÑâð].)|(?<=á[º»])|(?<=[a-z][ÃÆ]))")

#: Capitals before a closing quotation mark are clean text: “ĐÃ”, «LÃ».
_WEAK = re.compile("[ÂÃÄÅÆÌÎÏÐÑ][‘’“”–—…•»°®™©](?![a-z])")
#: Letters that no byte of Windows-1252 looks like: their word was read rightly.
_RIGHT = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")

#: A letter of UTF-8 as bytes seen in Latin-1, whole or without its last byte.
_LETTER = re.compile("[\u00c3-\u00c6\u00cc][\u0080-\u00bf]|\u00e1[\u00ba\u00bb][\u0080-\u00bf]")
_CUT_LETTER = re.compile("[\u00c3\u00c4\u00c6](?![\u0080-\u00bf])|\u00e1[\u00ba\u00bb](?![\u0080-\u00bf])")
#: The bytes that Windows-1252 has no character for, and the soft hyphen: what programs drop.
_DROPPED = "\u0081\u008d\u008f\u0090\u009d\u00ad"

#: Two letters in a row, or a sign of print or a picture without a letter.
_LETTERS_OR_SIGNS = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*[^\W\d_]|^[^\w]+$|[\u2190-\u2bff\U0001f000-\U0001faff]")
#: A Latin word with a letter of another script or of seldom used Latin in it: a chance reading of VISCII or VPS text.
_MIXED = re.compile(
    "(?=.*[A-Za-z])(?=.*[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\u0370-\u1dff\u1f00-\u1fff\u2c00-\ud7ff])", re.DOTALL
)

#: Sequences that no clean text holds: đ, ơ, ư and the letters of three bytes.
_SURELY = re.compile("Ä‘|Æ[°¡]|á[º»][\u0080-\u00bf‚-›€]")
#: What follows a space that was the last byte of a word: nothing, the true space, or a sign that no space precedes.
_ENDS = ("", " ", "\u00a0", ",", ".", ";", ":", "!", "?", ")")

_WINDOWS = {bytes((byte,)).decode("cp1252", "ignore"): chr(byte) for byte in range(0x80, 0xA0)}
_TO_LATIN1 = str.maketrans({seen: byte for seen, byte in _WINDOWS.items() if seen})

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


class Mojibake:
    """Reads UTF-8 that was decoded by the wrong table, one edit a word.

    >>> from vntextclean.settings import Settings
    >>> [edit.replacement for edit in Mojibake(Settings()).edits("ngÆ°á»\u009di Viá»‡t Nam")]
    ['người', 'Việt']
    >>> list(Mojibake(Settings()).edits("người Việt Nam, São Paulo, naïve"))
    []
    """

    name = "mojibake"
    phase = Phase.CHARACTERS
    rules = _RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, text: str) -> Iterator[Edit]:
        """One edit for each word that the wrong table hides."""
        position = 0
        while hit := _SCAN.search(text, position):
            start = text.rfind("\n", 0, hit.start()) + 1
            end = text.find("\n", hit.start())
            end = len(text) if end < 0 else end
            line = text[start:end]
            for first, last, word, code in _repairs(line):
                seen = line[first:last]
                reason = _RULES[code].say(self._lang, seen=seen, word=word)
                yield Edit(start + first, start + last, word, code, reason)
            position = end + 1


def _repairs(line: str) -> Iterator[tuple[int, int, str, str]]:
    """The words of one line that read otherwise: start, end, word and rule."""
    whole = _with_no_break_spaces(line)
    tokens = whole.split(" ")
    cut = [_CUT_LETTER.search(token.translate(_TO_LATIN1)) is not None for token in tokens]
    # ftfy reads a line whole or in part; a word that lost a byte, or was right, would make it give up on the rest.
    masked = ["" if lossy or _RIGHT.search(token) else token for token, lossy in zip(tokens, cut, strict=True)]
    fixed = _by_ftfy(masked)
    proven = any(not MARKED.isdisjoint(new) for new, old in zip(fixed, masked, strict=True) if new != old)
    start = 0
    for token, new, old, lossy in zip(tokens, fixed, masked, cut, strict=True):
        end = start + len(token)
        word = _with_lost_bytes(token, proven) if lossy else new if new != old else ""
        if word and word != line[start:end]:
            code = "mojibake.lossy" if lossy or whole[start:end] != line[start:end] else "mojibake.utf-8"
            yield start, end, word, code
        start = end + 1


def _by_ftfy(tokens: list[str]) -> list[str]:
    from ftfy import fix_encoding

    joined = fix_encoding(" ".join(tokens), _config())
    fixed = joined.split(" ")
    if len(fixed) != len(tokens):
        fixed = [fix_encoding(token, _config()) for token in tokens]
    changed = [(new, old) for new, old in zip(fixed, tokens, strict=True) if new != old]
    # One letter alone is how a text quotes such damage: “Ã©” for é.
    if not any(_LETTERS_OR_SIGNS.search(new) and _SCAN.search(_WEAK.sub("", old)) for new, old in changed):
        return tokens
    return [
        normalize("NFC", new) if new != old and not _MIXED.search(new) else old
        for new, old in zip(fixed, tokens, strict=True)
    ]


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


def _with_no_break_spaces(line: str) -> str:
    """The line with the spaces that were the second byte of an à, and no longer are, put back; its length stays.

    ``thÃ nh`` is *thành* because the joined word is a syllable; ``vÃ  táº¥n`` has a space too many.
    """
    position = line.find("Ã ")
    while position >= 0:
        before = re.search(r"[^\W_]*$", line[:position])
        onset = _plain(before[0] if before else "")
        rest = re.match(r"[^\s\d_.,;:!?()\"“”]*", line[position + 2 :])
        tail = _plain(rest[0] if rest else "")
        after = line[position + 2 : position + 3]
        if after in _ENDS:
            # One capital before it may be clean: ``UBND X\u00c3  ``.
            joins = onset[1:].islower() or onset.islower() or (len(onset) == 1 and _SURELY.search(line) is not None)
        else:
            joins = tail[:1].islower() and is_word(onset + "à" + tail)
        if joins:
            line = line[: position + 1] + "\u00a0" + line[position + 2 :]
        position = line.find("Ã ", position + 1)
    return line


def _plain(piece: str) -> str:
    """A piece of a word with its whole letters read."""
    return _LETTER.sub(lambda match: match[0].encode("latin-1").decode("utf-8", "replace"), piece.translate(_TO_LATIN1))


def _with_lost_bytes(token: str, proven: bool) -> str:
    """The only syllable that fits a word some of whose letters are cut short, or nothing.

    A word with nothing but a lone Ã is Portuguese as likely as not; it needs a proven line.
    """
    bytes_seen = token.translate(_TO_LATIN1)
    parts = re.fullmatch(r"([^\w\u00c3\u00c4\u00c6\u00e1]*)(.*?)([.,;:!?()\"\u0093\u0094%]*)", bytes_seen, re.DOTALL)
    if parts is None or not (
        proven or _LETTER.search(parts[2]) or "\u00e1\u00bb" in parts[2] or "\u00e1\u00ba" in parts[2]
    ):
        return ""
    core = parts[2]
    pieces: list[tuple[str, ...]] = []
    at = 0
    for match in _CUT_LETTER.finditer(core):
        pieces += [(_plain(core[at : match.start()]),), _candidates(match[0], match.end() == len(core))]
        at = match.end()
    pieces.append((_plain(core[at:]),))
    fitting = {word for word in map("".join, product(*pieces)) if is_word(normalize("NFC", word))}
    if len(fitting) > 1:
        fitting = {word for word in fitting if word.lower() in COMMON}
    if len(fitting) != 1:
        return ""
    edge = token[: len(parts[1])], token[len(token) - len(parts[3]) :] if parts[3] else ""
    return edge[0] + normalize("NFC", fitting.pop()) + edge[1]


@cache
def _candidates(cut: str, at_end: bool) -> tuple[str, ...]:
    """The letters that a cut sequence may have been; at the end of a word also à, whose last byte is a space."""
    made = [
        (cut + byte).encode("latin-1").decode("utf-8", "ignore") for byte in _DROPPED + ("\u00a0" if at_end else "")
    ]
    return tuple(letter for letter in made if letter in MARKED)
