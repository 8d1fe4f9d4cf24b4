r"""The escapes of programs and mail in running text: ``\u1EC7``, ``\xe1\xbb\x87``, ``%u1EC7``, ``=E1=BB=87``.

Each is one way to write code points or the bytes of UTF-8 in ASCII. One escape proves nothing, so a line is read only
when two words of it, or more, become Vietnamese, and no word of it becomes anything else; one word, beside such a line.
"""

from __future__ import annotations

import re
import sys
from email.errors import MessageError
from email.header import decode_header
from unicodedata import category, normalize

from vntextclean.charsets.words import is_compound
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED, OWN_LETTERS
from vntextclean.vietnamese.syllables import is_bare_syllable, is_syllable

_ATTACHED = r"[^\W\d_]{0,8}"


class _Form(NamedTuple):
    """One form of escape: a sign that announces it, its token, the unit that is one escape, and what shows code."""

    sign: str
    token: re.Pattern[str]
    unit: re.Pattern[str]
    code: re.Pattern[str]


def _form(sign: str, unit: str, code: str, between: str = "", pads: str = "") -> _Form:
    """A token is a word with an escape in it or beside it; ``pads`` are escapes of spaces and signs between words."""
    escaped = rf"(?:{unit}){between}"
    inside = rf"(?:{escaped}|[^\W\d_]{{1,8}}(?={unit}))*{_ATTACHED}"
    token = rf"(?:(?<![^\W\d_\\%=]){_ATTACHED})?{between}{escaped}{inside}"
    if pads:
        token += rf"(?:(?:{pads})+[A-Za-z0-9.,]{{0,16}}{inside})*"
        unit = f"{unit}|{pads}"
    return _Form(sign, late(token), late(unit), late(code))


#: Quotes and brackets of strings in programs and data: their lines keep their escapes.
_STRINGS = r"""["'`{}=<>]"""


def _forms() -> tuple[_Form, ...]:
    return (
        _form("\\u", r"\\{1,4}u[0-9A-Fa-f]{4}|%u[0-9A-Fa-f]{4}", _STRINGS),
        _form("\\U0", r"\\U000[0-9A-Fa-f]{5}", _STRINGS),
        _form("\\u{", r"\\u\{[0-9A-Fa-f]{2,5}\}", r"""["'`=<>]"""),
        _form("<U+", r"<U\+[0-9A-Fa-f]{4,8}>", r"""["'`{}=]"""),
        _form("%u", r"%u[0-9A-Fa-f]{4}|%[89A-Fa-f][0-9A-Fa-f]", _STRINGS, pads="%2[0-9A-F]|%3[A-F]|%5[BDF]|%40"),
        _form("\\x", r"\\{1,4}x[0-9A-Fa-f]{2}", _STRINGS),
        _form("\\", r"\\{1,4}[0-3][0-7]{2}", _STRINGS),
        _form("<e", r"<[89a-f][0-9a-f]>", r"""["'`{}=]"""),
        _form("=", r"=[0-9A-F]{2}", r"""["'`{}<>]""", between=r"(?:=\n)?"),
    )


#: So many lines beyond doubt decide a document, if they are two thirds of those with escapes.
_DECIDING_LINES = 3
_SOFT_BREAK = late(r"=\n(?=.)")
_ENCODED_WORD = late(r"=\?utf-8\?[bq]\?[^?\s]+\?=(?:\s+=\?utf-8\?[bq]\?[^?\s]+\?=)*", re.IGNORECASE)
_WORD = late(r"[^\W\d_]+")
_HEX = late("[0-9A-Fa-f]+(?=[>}]?$)")


class Escape(NamedTuple):
    """A stretch of the text and what its escapes stand for."""

    start: int
    end: int
    char: str


def escapes(text: str) -> list[Escape]:
    r"""The words and signs that are written with escapes, in order.

    >>> [found.char for found in escapes(r"Ti\u1ebfng Vi\u1ec7t \u2013 \xe1\xba\xbf")][:3]
    ['Tiếng', 'Việt', '–']
    >>> escapes(r"print('\u1EC7 \n'), C:\users\u0110, a=20")
    []
    """
    if "=?" in text and (found := _encoded_words(text)):
        return found
    if not any(sign in text for sign in ("\\", "%u", "=E1=B", "=C3=", "<U+", "<e1><b")):
        return []
    found = []
    for form in _FORMS:
        # A unit is found to be absent ten times as fast as a token, which may begin with any letter.
        if form.sign in text and form.unit.search(text) and (more := _by_form(text, form)):
            taken = {at for one in found for at in range(one.start, one.end)}
            found += [one for one in more if taken.isdisjoint(range(one.start, one.end))]
    return sorted(found)


_FORMS = _forms()


def _by_form(text: str, form: _Form) -> list[Escape]:
    by_line: dict[int, list[Escape]] = {}
    line_start = at = 0
    for match in form.token.finditer(text):
        line_start, at = text.rfind("\n", at, match.start()) + 1 or line_start, match.start()
        word = form.unit.sub("\ue000", match[0])
        units = iter(_decoded(form.unit.findall(match[0])))
        made = "".join(next(units, "") if char == "\ue000" else char for char in word.replace("=\n", ""))
        by_line.setdefault(line_start, []).append(Escape(*match.span(), made))
    found: list[Escape] = []
    lines: list[tuple[int, int]] = []
    proven = sum(_is_proven(words, 2) for words in by_line.values())
    least = 1 if proven else 2
    decided = proven >= _DECIDING_LINES and proven * 3 >= len(by_line) * 2
    for start, words in by_line.items():
        end = text.find("\n", words[-1].end)
        line = text[start : len(text) if end < 0 else end]
        if decided:
            words = [word for word in words if _is_text(word.char)]
        shows_code = form.code.search(form.unit.sub("", line)) is not None
        if decided or (not shows_code and (_is_proven(words, least) or _is_short_line(line, words, form))):
            found += [word._replace(char=normalize("NFC", word.char)) for word in words]
            lines.append((start, start + len(line)))
    if form.sign == "=":
        if decided and lines:
            lines = [(lines[0][0], lines[-1][1])]
        found += _soft_breaks(text, lines, found)
    return found


def _soft_breaks(text: str, lines: list[tuple[int, int]], found: list[Escape]) -> list[Escape]:
    """The ``=`` and line feed by which quoted-printable breaks a long line, but for those inside a word."""
    taken = {at for one in found for at in range(one.start, one.end)}
    places = [at for low, high in lines for at in _breaks_between(text, low, high)]
    return [Escape(at, at + 2, "") for at in dict.fromkeys(places) if at not in taken and at + 1 not in taken]


def _breaks_between(text: str, low: int, high: int) -> list[int]:
    return [match.start() for match in _SOFT_BREAK.finditer(text, low, min(high + 2, len(text)))]


def _decoded(units: list[str]) -> list[str]:
    """What each escape of a token stands for; where several make one character, the first does and the rest nothing."""
    codes = [int(_HEX.search(unit)[0], 8 if unit.lstrip("\\").isdigit() else 16) for unit in units]  # type: ignore[index]
    if max(codes, default=0) > 0xFFFF:  # written as code points, not as halves of UTF-16
        return [chr(code) if code <= sys.maxunicode else "\0" for code in codes]
    if all(code < 0x100 for code in codes):
        try:
            text = bytes(codes).decode("utf-8")
        except UnicodeDecodeError:
            return list(map(chr, codes))
        sizes = [len(char.encode()) for char in text]
    else:
        try:
            text = b"".join(code.to_bytes(2, "little") for code in codes).decode("utf-16-le")
        except UnicodeDecodeError:
            return list(map(chr, codes))
        sizes = [len(char.encode("utf-16-le")) // 2 for char in text]
    made = []
    for char, size in zip(text, sizes, strict=True):
        made += [char, *[""] * (size - 1)]
    return made


def _is_proven(words: list[Escape], least: int) -> bool:
    """Whether so many words at least become Vietnamese, and what is no word becomes a sign or a picture."""
    good = attached = 0
    for _, _, made in words:
        attached += max(len(made) > 1, sum(len(word) > 1 for word in _WORD.findall(made)))
        if not _is_text(made):
            return False
        for word in _WORD.findall(normalize("NFC", made)):
            if (is_syllable(word) or is_compound(word)) and not MARKED.isdisjoint(word):
                good += 1
            elif not (is_syllable(word) or (word.isupper() and len(word) < 7) or word == "đ" or _is_name(word)):
                return False  # đ is the sign of the currency: "35.000đ"
    return good >= least and attached >= least


def _is_name(word: str) -> bool:
    """Whether a word may be a name of the highlands, with a letter of Vietnamese alone: Đắk, Lắk."""
    return word.istitle() and len(word) < 7 and not OWN_LETTERS.isdisjoint(word)


def _is_short_line(line: str, words: list[Escape], form: _Form) -> bool:
    """Whether one word of a line in ASCII becomes Vietnamese, and all others are syllables: a cell of a table."""
    return (
        line.isascii()
        and _is_proven(words, 1)
        and all(is_syllable(word) or is_bare_syllable(word) for word in _WORD.findall(form.token.sub(" ", line)))
    )


def _is_text(made: str) -> bool:
    """Whether what escapes stand for is text: no control character, and no byte that was no UTF-8."""
    return all(category(char)[0] != "C" or category(char) == "Cf" for char in made)


def _encoded_words(text: str) -> list[Escape]:
    """The encoded words of mail headers (RFC 2047), where they hold letters of Vietnamese."""
    found = []
    for match in _ENCODED_WORD.finditer(text):
        try:
            parts = decode_header(match[0])
            made = "".join(part.decode("utf-8") if isinstance(part, bytes) else part for part, _ in parts)
        except (MessageError, ValueError):
            continue
        if not MARKED.isdisjoint(made) and all(category(char)[0] != "C" for char in made):
            found.append(Escape(*match.span(), normalize("NFC", made)))
    return found
