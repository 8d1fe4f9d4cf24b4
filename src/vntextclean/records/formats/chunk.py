"""The values of a batch run: where a reader is, a chunk of records, and what became of it."""

from __future__ import annotations

from collections import Counter

from vntextclean.named_tuple import NamedTuple


class Mark(NamedTuple):
    """A place between two records of an input, at which reading can begin.

    ``offset`` counts bytes of the decompressed input (rows of a Parquet file), ``number`` is that of the next record,
    from 1: its line, or its place where records are no lines. ``inside`` says that it is in the middle of a record
    that passes in parts.
    """

    offset: int = 0
    number: int = 1
    inside: bool = False


class Passing(NamedTuple):
    """A part of a record that is too long to be held: whether the record begins and ends with it, and what to say."""

    begins: bool
    ends: bool
    fault: str


class Piece(NamedTuple):
    """What a reader cuts off an input: whole records, the mark after them, and what else is needed to read them.

    ``context`` is the same for all pieces of an input (the header of a CSV file, the schema of a Parquet file).
    ``fault`` says what is wrong with the input from here on, with no data: it ended early, or is no such file.
    ``passing`` is set where the data is a part of one record, which is not cleaned.
    """

    data: bytes
    after: Mark
    context: bytes = b""
    fault: str = ""
    passing: Passing | None = None


class Chunk(NamedTuple):
    """A piece with its place in the run: the number of its input and the mark it begins at.

    The last chunk of an input has ``ends`` set and no data; ``failed`` says that the input cannot be cleaned at all.
    ``read`` is how many bytes of the input file were read.
    """

    source: int
    begins: Mark
    piece: Piece
    read: int = 0
    ends: bool = False
    failed: bool = False


class Reject(NamedTuple):
    """A record that could not be cleaned: its number, why, and its bytes as they were, or a part of them."""

    number: int
    error: str
    raw: bytes
    begins: bool = True
    ends: bool = True


class Done(NamedTuple):
    """A chunk as it is written (compressed, if the output is), and what was done to it.

    ``size`` is the number of bytes before compression; ``rules`` counts the changes that each rule took part in.
    """

    data: bytes
    size: int = 0
    records: int = 0
    changed: int = 0
    changes: int = 0
    rules: Counter[str] | None = None
    rejects: tuple[Reject, ...] = ()
