"""Bytes to text: the encoding that was declared, or the one that is beyond doubt, and never a guess.

What cannot be read is reported with its place; nothing is dropped. UTF-8 is tried first because no other encoding
passes for it by chance. A file in an encoding from before Unicode is recognised by its words: nearly all of its marked
words must be Vietnamese syllables under one table, and under no other. A page of HTML is read in the same way; what it
declares of itself counts where its words do not tell, because pages in TCVN3 and VNI declare Windows-1252 as a rule.
"""

from __future__ import annotations

import codecs
import re
from typing import Literal
from unicodedata import normalize

from vntextclean.errors import InputError
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.streams.encoding_names import TABLES, canonical, declared_by_page

Errors = Literal["strict", "replace", "keep"]

BOM = "\ufeff"
#: Longest byte-order mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HANDLERS = {"strict": "strict", "replace": "replace", "keep": "surrogateescape"}
#: Control characters that text does not hold; form feed and escape are met in old mail and manual pages.
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 16
#: What a reader of a page does not see; its words are no evidence of the encoding.
_MARKUP = late(rb"<(script|style)\b.*?</\1|<!--.*?-->|<[^<>]*>", re.IGNORECASE | re.DOTALL)


class Decoded(NamedTuple):
    """Text, the encoding it was read by (fit to be declared again), and what a user should know about it.

    ``head`` is U+FEFF where the bytes began with a UTF-8 byte-order mark: it is no part of the text, but belongs in
    front of it when the text is written as UTF-8 again.

    >>> decode("Việt".encode()).encoding
    'utf-8'
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    head: str = ""


def decode(
    data: bytes, encoding: str | None = None, errors: Errors = "strict", name: str = "<input>", *, offset: int = 0
) -> Decoded:
    r"""Read bytes as text, by the declared encoding or by the one that is beyond doubt.

    ``errors`` says what becomes of bytes that cannot be read: ``strict`` raises :class:`InputError`, ``replace`` puts
    U+FFFD, ``keep`` puts surrogates that write the same bytes back. ``offset`` is where ``data`` begins in its file.

    >>> decode(b"H\xb5 N\xe9i", "tcvn3").text
    'Hà Nội'
    >>> decode(b"Vi\xff", errors="replace").text
    'Vi\ufffd'
    """
    return _decoded(data, encoding, errors, name, offset)


def decode_page(data: bytes, encoding: str | None = None, errors: Errors = "strict", name: str = "<input>") -> Decoded:
    r"""Read the bytes of a page of HTML as text, as :func:`decode` does; raises the same errors.

    What tells the encoding, in this order: the one declared by the caller, a byte-order mark, valid UTF-8, the words of
    the page (its markup left out), what the page declares of itself.

    >>> decode_page(b'<meta charset="windows-1258"><p>c\xf4 g\xe1i').text[-6:]
    'cô gái'
    """
    return _decoded(data, encoding, errors, name, 0, page=True)


def _decoded(data: bytes, encoding: str | None, errors: Errors, name: str, offset: int, page: bool = False) -> Decoded:
    if encoding is not None:
        return _declared(data, canonical(encoding), errors, name, offset)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            if codec == "utf-8-sig":
                return _by_codec(data[len(mark) :], "utf-8", errors, name, offset + len(mark))._replace(head=BOM)
            return _by_codec(data, codec, errors, name, offset)._replace(encoding=_without_mark(codec, mark))
    wide = _wide(data)
    if wide:
        return _by_codec(data, wide, errors, name, offset)._replace(notes=(f"read as {wide.upper()}, without a mark",))
    if _BINARY.search(data[:_SAMPLE]) and not _is_text(data):
        raise _looks_binary(data, name, offset)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        table = _recognised(_MARKUP.sub(b" ", data) if page else data)
        if table:
            decoded = _by_table(data, table, errors, name, offset)
            return decoded._replace(
                notes=(f"recognised as {table}; declare it with --encoding {table}", *decoded.notes)
            )
        if page and (declared := declared_by_page(data)):
            return _declared(data, declared, errors, name, offset)
        if errors == "strict":
            raise _unreadable(data, error, "UTF-8", name, offset) from error
        return _by_codec(data, "utf-8", errors, name, offset)


def _is_text(data: bytes) -> bool:
    """Whether data are UTF-8 with stray control characters: fewer than one in a hundred bytes, or than marked letters.

    Crawled pages have them, but no NUL; ``invisibles`` takes them out. No picture, archive or program is valid UTF-8.
    """
    stray = len(_BINARY.findall(data))
    try:
        marked = len(data) - len(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data and (stray * 100 < len(data) or stray < marked)


def _declared(data: bytes, encoding: str, errors: Errors, name: str, offset: int) -> Decoded:
    if encoding in TABLES:
        return _by_table(data, encoding, errors, name, offset)
    head = BOM if encoding == "utf-8" and not offset and data.startswith(codecs.BOM_UTF8) else ""
    skipped = len(codecs.BOM_UTF8) if head else 0
    decoded = _by_codec(data[skipped:], encoding, errors, name, offset + skipped)
    if "\x00" in decoded.text[:_SAMPLE]:
        raise _looks_binary(data, name, offset)
    return decoded._replace(head=head)


def _by_codec(data: bytes, codec: str, errors: Errors, name: str, offset: int) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if errors == "strict":
            raise _unreadable(data, error, codec.upper(), name, offset) from error
    else:
        return Decoded(text, codec)
    kept = InputError(f"{name}: bytes of {codec.upper()} cannot be kept as they are; use --errors replace")
    if errors == "keep" and codec.startswith(("utf-16", "utf-32")):
        raise kept
    try:
        text = data.decode(codec, _HANDLERS[errors])
    except UnicodeDecodeError:  # a surrogate can stand for one byte from 0x80 on; these are of another kind
        raise kept from None
    count = text.count("\ufffd") if errors == "replace" else sum("\udc80" <= char <= "\udcff" for char in text)
    what = "replaced by U+FFFD" if errors == "replace" else "kept as they are"
    return Decoded(text, codec, (f"{count} bytes that are not {codec.upper()} were {what}",))


def _by_table(data: bytes, table: str, errors: Errors, name: str, offset: int) -> Decoded:
    """Read by one of our tables; a byte outside it is a sign of Windows-1252 (quotation marks, dashes) or an error."""
    from vntextclean.charsets.files import read_lines
    from vntextclean.charsets.tables import charset, codes_of

    if b"\x00" in data[:_SAMPLE]:
        raise _looks_binary(data, name, offset)
    if table == "cp1258":
        decoded = _by_codec(data, table, errors, name, offset)
        return decoded._replace(text=normalize("NFC", decoded.text))
    known = {code[0] for code in codes_of(table) if len(code) == 1}
    holes = {byte for byte in range(0x80, 0xA0) if byte not in known and not _windows_sign(byte)}
    found = [at for at, byte in enumerate(data) if byte in holes] if holes.intersection(data) else []
    if found and errors == "strict":
        place = f"{name}: byte 0x{data[found[0]]:02x} at offset {offset + found[0]}"
        if _is_utf8(data):
            raise InputError(f"{place} is no character of {table}, but all is UTF-8; leave out --encoding {table}")
        raise InputError(
            f"{place} is no character of {table}; declare another --encoding, or pass --errors replace or --errors keep"
        )
    left = {byte: "\ufffd" if errors == "replace" else chr(0xDC00 | byte) for byte in holes}
    signs = {byte: _windows_sign(byte) for byte in range(0x80, 0xA0) if byte not in known | holes}
    controls = {code[0]: letter for code, letter in codes_of(table).items() if code[0] < 0x20 or code == b"\xa0"}
    text = read_lines(data.decode("latin-1").translate(left | signs | controls), charset(table))
    what = "replaced by U+FFFD" if errors == "replace" else "kept as they are"
    return Decoded(text, table, (f"{len(found)} bytes that are not {table} were {what}",) if found else ())


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _windows_sign(byte: int) -> str:
    return bytes((byte,)).decode("cp1252", "ignore")


def _recognised(data: bytes) -> str:
    """The table under which a file is Vietnamese, if there is one only and it is beyond doubt."""
    from vntextclean.charsets.files import file_encoding

    sample = data[:_SAMPLE]
    return file_encoding(sample.decode("cp1252", "replace")) or ""


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, if every other byte of its spaces and letters says so."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return ""
    for codec, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = sample[high::2].count(0)
        others = sample[1 - high :: 2].count(0)
        if zeros * 2 > len(sample) // 2 and not others:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            if not _BINARY.search(text[:_SAMPLE].encode("latin-1", "ignore")):
                return codec
    return ""


def _without_mark(codec: str, mark: bytes) -> str:
    """UTF-16 by its order of bytes, so that the next block of the file can be read by the same name."""
    return f"{codec}-le" if mark[0] == 0xFF else f"{codec}-be"


#: Kinds of files whose records ``batch`` reads -> their first bytes.
PACKED = {"gzip": b"\x1f\x8b", "bz2": b"BZh", "xz": b"\xfd7zXZ\x00", "zstd": b"\x28\xb5\x2f\xfd", "Parquet": b"PAR1"}


def _looks_binary(data: bytes, name: str, offset: int) -> InputError:
    packed = next((kind for kind, magic in PACKED.items() if data.startswith(magic)), "") if not offset else ""
    if packed:
        return InputError(f"{name}: a {packed} file; unpack it first, or clean its records with vntextclean batch")
    hit = _BINARY.search(data)
    place = f" (byte 0x{data[hit.start()]:02x} at offset {offset + hit.start()})" if hit else ""
    return InputError(f"{name}: looks binary{place}; it is no text in any encoding known here; leave it out")


def _unreadable(data: bytes, error: UnicodeDecodeError, codec: str, name: str, offset: int) -> InputError:
    byte = data[error.start]
    return InputError(
        f"{name}: byte 0x{byte:02x} at offset {offset + error.start} is not {codec}; "
        f"declare the encoding with --encoding ({', '.join(TABLES[:5])}, …), or pass --errors replace or --errors keep"
    )
