"""Text to bytes of the encoding a file had; what cannot be written back to the letter is refused."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from vntextclean.errors import InputError
from vntextclean.streams.decoding import decode
from vntextclean.streams.encoding_names import TABLES

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def encode(text: str, encoding: str, name: str = "<output>") -> bytes:
    r"""The bytes that :func:`~vntextclean.streams.decoding.decode` reads as this text by the same encoding.

    Raises :class:`InputError` if there are none: a letter that the encoding lacks, or a capital of a font that draws
    capitals and small letters by the same codes.

    >>> encode("Hà Nội", "tcvn3")
    b'H\xb5 N\xe9i'
    >>> encode("Việt", "cp1258").decode("cp1258")
    'Viê\u0323t'
    """
    try:
        if encoding not in TABLES:
            return text.encode(encoding, "surrogateescape")
        data = (
            _tones_apart(text).encode("cp1258", "surrogateescape")
            if encoding == "cp1258"
            else _by_table(text, encoding)
        )
        if decode(data, encoding, "keep").text != normalize("NFC", text) and text:
            raise InputError(f"{name}: what was repaired cannot be read back as {encoding}; leave out --keep-encoding")
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise InputError(
            f"{name}: {encoding} has no {letter!r} (U+{ord(letter):04X}); leave out --keep-encoding to get UTF-8"
        ) from None
    return data


def _tones_apart(text: str) -> str:
    """Text with each tone behind its letter, as Windows-1258 has them."""
    return "".join(map(_tone_apart, text)) if not text.isascii() else text


@cache
def _tone_apart(letter: str) -> str:
    parts = normalize("NFD", letter)
    tone = next((mark for mark in parts if mark in _TONES), "")
    return normalize("NFC", parts.replace(tone, "")) + tone if tone else letter


def _by_table(text: str, table: str) -> bytes:
    codes = _letters(table)
    parts: list[bytes] = []
    for at, letter in enumerate(text):
        code = codes.get(letter) or codes.get(letter.lower())  # fonts of capitals have the codes of small letters
        if code is None:
            code = (
                letter.encode("ascii" if ord(letter) < 0x80 else "cp1252", "surrogateescape")
                if _is_sign(letter)
                else b""
            )
        if not code:
            raise UnicodeEncodeError(table, text, at, at + 1, "no code")
        parts.append(code)
    return b"".join(parts)


def _is_sign(letter: str) -> bool:
    """Whether a character that is no letter of a table may be written: ASCII, a sign of Windows-1252, a kept byte."""
    if ord(letter) < 0x80 or 0xDC80 <= ord(letter) <= 0xDCFF:
        return True
    return not letter.isalpha() and bool(letter.encode("cp1252", "ignore"))


@cache
def _letters(table: str) -> dict[str, bytes]:
    from vntextclean.charsets.tables import codes_of

    return {letter: code for code, letter in reversed(list(codes_of(table).items()))}
