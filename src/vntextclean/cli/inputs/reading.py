"""Bytes become documents: where they are cut, what encoding they are in, whether they are HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO, Literal

from vntextclean.errors import InputError
from vntextclean.formats.catalogue import UNREAD, form_of
from vntextclean.formats.recognition import recognised
from vntextclean.named_tuple import NamedTuple
from vntextclean.streams.decoding import Errors, decode, decode_page
from vntextclean.streams.documents import Document, splitter

#: How much of a plain file is read at a time; ``streams.parts.PART`` says how much of it is one document.
LIMIT = 1 << 20
#: A line, and a page of HTML, of more bytes is refused: nothing of it can be cut off, and it must fit into memory.
LONGEST = 16 << 20
#: So are files in UTF-16 and UTF-32, which are read in one piece, and records.
LONGEST_RECORD = 64 << 20
#: How much of a stream of small documents is read at a time.
BLOCK = 1 << 20


class Reading(NamedTuple):
    """How a stream of bytes is read: what one document is, the encoding, and what becomes of bytes that are no text.

    ``input`` is a format, or auto: the suffix of a name tells the format of a whole file, and one without a telling
    suffix goes by its first bytes: HTML, subtitles and JSON are told by them. ``output`` says whether of HTML the text
    comes, or the page, which must be UTF-8 then, or stay in its encoding. ``main_text`` asks for the main text of HTML,
    and not all of it.
    ``note`` is told what a user should know about a stream that could be read: its encoding, or how much was replaced.
    ``met`` is told the name of each stream and the encoding it was read by.
    """

    documents: str = "file"
    encoding: str | None = None
    errors: Errors = "strict"
    input: str = "auto"
    output: Literal["text", "html"] = "text"
    keep_encoding: bool = False
    main_text: bool = False
    note: Callable[[str], None] = lambda _: None
    met: Callable[[str, str], None] = lambda _, __: None


#: Whole files in an encoding that is recognised, and no others.
PLAIN = Reading()


def read(stream: BinaryIO, name: str, reading: Reading = PLAIN) -> Iterator[Document]:
    """The documents of a binary stream; :class:`InputError` names the input and the place that is no text.

    A UTF-8 byte-order mark comes in the head of the first document, so that the stream is written as it was.
    """
    form = _form(name, reading) if reading.documents == "file" else "text"
    if form == "docx":
        yield _word(stream, name, reading)
        return
    first: bytes | None = None
    if form != "text":
        first = stream.read(LIMIT)
        if form == "auto":
            form = "html" if _begins_as_html(first) else _recognised(first, name, reading)
    if form == "html":
        assert first is not None
        yield _page(first if len(first) < LIMIT else _rest(stream, first, LONGEST, name, "page"), name, reading)
        return
    if reading.output == "html":
        raise InputError(f"{name}: no page of HTML; leave out --output html, or say --input html")
    if form != "text":
        assert first is not None
        whole = first if len(first) < LIMIT else _rest(stream, first, LONGEST, name, f"file of {form}")
        yield _structured(whole, name, form, reading)
        return
    blocks = _Blocks(stream, name, reading, first)
    number = 0
    for number, document in enumerate(splitter(reading.documents)(blocks, name), 1):
        if number == 1 and blocks.head:
            document = document._replace(head=blocks.head + document.head)
        if reading.input == "html":
            from vntextclean.streams.html import extract

            found = extract(document.text, reading.main_text)
            document = document.holding(found.text, found.how)
        yield document
    if not number and blocks.head:
        yield Document("", name, head=blocks.head)


def _form(name: str, reading: Reading) -> str:
    """The format of a whole file, or "auto" where its first bytes must tell; one without a reader is refused."""
    if reading.input != "auto":
        return reading.input
    way = UNREAD.get(PurePath(name).suffix.lower())
    if way:
        raise InputError(f"{name}: {PurePath(name).suffix.lower()} is not read as prose; {way}")
    form = form_of(name)
    return "auto" if form in (None, "text") else str(form)


def _recognised(first: bytes, name: str, reading: Reading) -> str:
    """The format that the first bytes of an input tell: prose, if they tell none."""
    form = recognised(first, whole=len(first) < LIMIT)
    if form == "jsonl":
        raise InputError(f"{name}: JSON lines are not read as prose; {UNREAD['.jsonl']}, or insist with --input text")
    if form:
        reading.note(f"{name}: begins as {form} does, and is read so; --input text reads it as prose")
    return form or "text"


def _structured(data: bytes, name: str, form: str, reading: Reading) -> Document:
    """A whole file of a format, of which a cleaner takes the text."""
    blocks = _Blocks(BytesIO(), name, reading, data)
    text = "".join(blocks)
    return Document(text, name, head=blocks.head, form=form)


def _word(stream: BinaryIO, name: str, reading: Reading) -> Document:
    """The text of a .docx, and the document that it is the text of."""
    from vntextclean.formats.docx.document import WordDocument
    from vntextclean.formats.docx.package import LONGEST as LONGEST_WORD

    if reading.output == "html":
        raise InputError(f"{name}: no page of HTML; leave out --output html, or say --input html")
    data = stream.read(LONGEST_WORD + 1)
    if len(data) > LONGEST_WORD:
        raise InputError(f"{name}: a .docx of more than {LONGEST_WORD >> 20} MiB; make its pictures smaller")
    try:
        word = WordDocument(data)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    return Document(word.text, name, tail="\n" if word.text else "", form="docx", word=word)


def _begins_as_html(data: bytes) -> bool:
    if b"<" not in data[:200]:
        return False
    from vntextclean.streams.html import looks_like_html

    return looks_like_html(data[:2000])


def _page(data: bytes, name: str, reading: Reading) -> Document:
    """A page of HTML as one document: all its text, or the main text; an encoding declared in the page is honoured."""
    from vntextclean.streams.html import extract

    decoded = decode_page(data, reading.encoding, reading.errors, name)
    for note in decoded.notes:
        reading.note(f"{name}: {note}")
    if reading.output == "html":
        reading.met(name, decoded.encoding)
        if not reading.keep_encoding and decoded.encoding not in ("utf-8", "ascii"):
            raise InputError(
                f"{name}: a page in {decoded.encoding}, and what is written is UTF-8, which its head would deny;"
                " use --keep-encoding, make it UTF-8 first, or leave out --output html"
            )
        return Document(decoded.text, name, head=decoded.head, form="html")
    found = extract(decoded.text, reading.main_text)
    reading.note(f"{name}: a page of HTML; {'its main text' if found.how == 'trafilatura' else 'all its text'} is read")
    return Document(found.text, name, tail="\n", extracted=found.how)


class _Blocks:
    """The text of a stream in blocks that end at line ends.

    The first block decides the encoding of all. UTF-16 and UTF-32 are read in one piece: their line ends cannot be
    found in bytes. The end of the stream is asked for once: on a terminal each time costs its user a Ctrl-D.
    ``head`` is the byte-order mark of the stream, known when the first block has come.
    """

    def __init__(self, stream: BinaryIO, name: str, reading: Reading, first: bytes | None) -> None:
        self.head = ""
        self._stream = stream
        self._name = name
        self._reading = reading
        self._first = first
        self._whole = reading.documents == "file"

    def __iter__(self) -> Iterator[str]:
        encoding, said, offset = self._reading.encoding, set[str](), 0
        for data in self._bytes():
            decoded = decode(data, encoding, self._reading.errors, self._name, offset=offset)
            if not offset:
                self.head = decoded.head
                self._reading.met(self._name, decoded.encoding)
            encoding = decoded.encoding
            for note in decoded.notes:
                if note not in said:
                    said.add(note)
                    self._reading.note(f"{self._name}: {note}")
            offset += len(data)
            yield decoded.text

    def _bytes(self) -> Iterator[bytes]:
        stream = self._stream
        take = stream.read if self._whole or not hasattr(stream, "read1") else stream.read1
        size = LIMIT if self._whole else BLOCK
        data = take(size) if self._first is None else self._first
        self._first = None
        while data:
            ended = self._whole and len(data) < size  # read(n) gives less than n at the end only
            if not ended and _is_wide(data, self._reading.encoding):
                data = _rest(stream, data, LONGEST_RECORD, self._name, "file in UTF-16 or UTF-32")
                ended = True
            elif not ended and not data.endswith(b"\n") and b"\x00" not in data[:4096]:  # a device may never end
                longest = LONGEST if self._whole else LONGEST_RECORD
                line = stream.readline(longest + 1)
                if len(line) > longest:
                    raise _too_long(self._name, longest, "line")
                data += line
                ended = not data.endswith(b"\n")
            yield data
            data = b"" if ended else take(size)


def _rest(stream: BinaryIO, first: bytes, longest: int, name: str, what: str) -> bytes:
    """All of a stream that cannot be cut, if it is not too long; a device or a pipe may never end."""
    data = first + stream.read(max(0, longest + 1 - len(first)))
    if len(data) > longest:
        raise _too_long(name, longest, what)
    return data


def _too_long(name: str, longest: int, what: str) -> InputError:
    return InputError(f"{name}: a {what} of more than {longest >> 20} MiB; break it into lines of UTF-8 text first")


def _is_wide(data: bytes, encoding: str | None) -> bool:
    """Whether bytes come in units of two or four: declared so, marked so, or half of them, and no others, are zero."""
    if (encoding or "").lower().replace("_", "").replace("-", "").startswith(("utf16", "utf32")):
        return True
    sample = data[:4096]
    marked = sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample[:4] == b"\x00\x00\xfe\xff"
    fewer, more = sorted((sample[::2].count(0), sample[1::2].count(0)))
    return marked or (more > len(sample) // 4 and fewer <= len(sample) // 64)
