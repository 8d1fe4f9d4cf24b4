"""The header of a CSV or TSV file: the names of its columns, and what to say where they are not those asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vntextclean.errors import InputError
from vntextclean.records.formats.blocks import BOM
from vntextclean.records.formats.lines import decoded

TAB = "\t"
#: Signs that part cells where nothing else is said; Excel writes semicolons where a comma is the decimal sign.
USUAL = (",", ";", TAB, "|")
#: The line above the header that tells Excel what parts the cells.
_SAID = re.compile(rb"sep=([!-~\t])\r?\n")
#: So many columns, and letters of each, are shown: where there is no header, it is a row with a text.
_COLUMNS, _LETTERS = 20, 40


def is_said(line: bytes, delimiter: str) -> bool:
    """Whether a line is none of the table, but says what parts its cells.

    Raises :class:`InputError` where that is another sign than the one the file is read with.
    """
    found = _SAID.fullmatch(line)
    if found and found[1] != delimiter.encode():
        told = _shown(found[1].decode())
        raise InputError(f"its first line says that its cells are parted by {told}; say --delimiter {told}")
    return found is not None


def header_of(context: bytes) -> str:
    """The header alone, without its line end. Raises :class:`InputError` where there is none."""
    header, fault = decoded(_SAID.sub(b"", context.removeprefix(BOM), count=1))
    if fault:
        raise InputError(f"the header is {fault}")
    if not header.strip():
        raise InputError("the first line is empty, and should have the names of the columns")
    return header.rstrip("\r\n")


def places_of(fields: Sequence[str], names: Sequence[str], header: str) -> list[int]:
    """The place of each field among the names of columns. Raises :class:`InputError` where it is not there once."""
    for field in fields:
        if field not in names:
            raise InputError(f"there is no column {field!r}; there are {_listed(names)}{_hint(fields, header)}")
        if names.count(field) > 1:
            raise InputError(f"{names.count(field)} columns are called {field!r}; rename those that are not meant")
    return [names.index(field) for field in fields]


def _hint(fields: Sequence[str], header: str) -> str:
    """What to say where another delimiter parts the header into the columns that are asked for."""
    for sign in USUAL:
        names = [name.strip('"') for name in header.split(sign)]
        if len(names) > 1 and not set(fields) - set(names):
            return f"; with --delimiter {_shown(sign)} there would be"
    return "; if the first line has no names, put a line of names above it"


def _listed(names: Sequence[str]) -> str:
    told = [name if len(name) <= _LETTERS else name[:_LETTERS] + "…" for name in names[:_COLUMNS]]
    return ", ".join(told + ["…"] * (len(names) > _COLUMNS))


def _shown(sign: str) -> str:
    return "tab" if sign == TAB else repr(sign)
