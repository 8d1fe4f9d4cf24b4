"""What a format of records must be able to do, and the errors a record may have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Piece


@dataclass(slots=True)
class Record:
    """One record: its number, its bytes, the texts to clean, or why it cannot be cleaned.

    ``places`` is what its format needs to put the texts back. ``shown`` makes the bytes that a rejects file has of it,
    where that are not ``raw``.
    """

    number: int
    raw: bytes
    texts: tuple[str, ...] = ()
    fault: str = ""
    places: Any = field(default=None, repr=False)
    shown: Callable[[], bytes] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Added:
    """Fields that are added to each record: the names asked for, and what they hold."""

    signals: str = ""
    fingerprint: str = ""

    def __bool__(self) -> bool:
        return bool(self.signals or self.fingerprint)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record: its cleaned texts in order, and the fields that are added to it."""

    texts: tuple[str, ...]
    extra: dict[str, Any]


class Format(Protocol):
    """How records are cut out of an input, read, and written.

    ``pieces`` runs in the main process and must be fast; where it cuts depends on the mark it begins at and on the
    bytes after it alone. ``records`` and ``write`` run in the worker processes. ``write`` gets each record of a piece
    with its outcome, or None where it stays as it is; records that are dropped are not among them. It gives the bytes
    of each record, in one or several parts; parts are compressed together unless ``packs_each``.
    """

    name: str
    packs_each: bool
    has_columns: bool

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
        """The pieces of an input from a mark on, of some ``size`` bytes each; first one without data.

        Raises :class:`~vntextclean.errors.InputError` for an input that cannot be cleaned at all.
        """

    def prologue(self, context: bytes, added: Added) -> bytes:
        """What an output begins with, before its first record."""

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:
        """The records of a piece, the first with the number ``first``."""

    def write(
        self, kept: Sequence[tuple[Record, Outcome | None]], data: bytes, context: bytes, added: Added
    ) -> list[bytes]:
        """The bytes of the records that are kept."""
