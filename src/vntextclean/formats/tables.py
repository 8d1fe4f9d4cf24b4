"""Tables of cells, CSV and TSV: each line of each cell is text; separators, quotes and line ends are not.

The first record names the columns, and programs go by these names, so it stays as it is. A record of one cell without
quotes does not become an empty line: programs pass over such a line, and the record would be lost.
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import groupby, islice

from vntextclean.changes import apply
from vntextclean.edit import Change
from vntextclean.formats.view import Builder, View, lines
from vntextclean.scanning.lines import line_of

#: The kind of a piece inside quotes; one without them is 0.
QUOTED = 1
#: What may separate cells, the usual one first: Excel writes semicolons where a comma is the decimal sign.
SEPARATORS = ",;\t|"
#: So many records tell the separator.
_SAMPLE = 20
#: A cell is no longer than this: a quote that nobody closed must not swallow the table.
_LONGEST = 1 << 20


def comma_separated(source: str) -> View:
    """The cells of a CSV file; the separator is the one that gives all records the same number of cells.

    >>> comma_separated('id,bài\\n1,"Xin  ""chào"", bạn"\\n').text
    '1\\nXin  "chào", bạn'
    """
    return _read(source, _separator(source))


def tab_separated(source: str) -> View:
    """The cells of a TSV file."""
    return _read(source, "\t")


def _separator(source: str) -> str:
    """The separator by which most records of the head of a table have as many cells as its first one.

    One that would leave letters behind a closing quote is none, if another would not.
    """
    declared = re.match(r"\ufeff?sep=(.)\r?\n", source)  # Excel
    if declared and declared[1] in SEPARATORS:
        return declared[1]
    head = source[: 1 << 16]

    def records(separator: str, strict: bool = False) -> Iterator[list[str]]:
        return islice(csv.reader(io.StringIO(head, newline=""), delimiter=separator, strict=strict), _SAMPLE)

    def is_well_formed(separator: str) -> bool:
        try:
            deque(records(separator, strict=True), maxlen=0)
        except csv.Error as error:
            return "end of data" in str(error)  # the head was cut there
        return True

    def evenness(separator: str) -> tuple[bool, float, int]:
        try:
            rows = [len(row) for row in records(separator) if row]
        except csv.Error:
            return False, 0.0, 0
        if not rows or rows[0] < 2:
            return False, 0.0, 0
        return is_well_formed(separator), rows.count(rows[0]) / len(rows), rows[0]

    return max(SEPARATORS, key=evenness)  # of equals the first


def _read(source: str, separator: str) -> View:
    made = Builder(source)
    bare = re.compile(rf"[^{re.escape(separator)}\r\n]*")
    ends = frozenset((separator, "\r", "\n", ""))
    declared = re.match(r"\ufeff?sep=.\r?\n", source)
    begin = at = declared.end() if declared else 0  # begin: of the first record
    is_head = True
    while at < len(source):
        end = _closing_quote(source, at, ends) if source[at] == '"' else -1
        if end > 0:
            if not is_head:
                _quoted(made, at + 1, end)
            at = end + 1
        else:
            end = bare.match(source, at).end()  # type: ignore[union-attr]
            if not is_head:
                _bare(made, at, end)
            at = end
        if is_head and source[at : at + 1] in ("\r", "\n") and source[begin:at].strip():
            is_head = False
        at += 1
    return made.view(partial(_encoded, separator), _without_lost_records)


def _closing_quote(source: str, start: int, ends: frozenset[str]) -> int:
    """The quote that ends the cell which begins at ``start``; -1 if the cell is not one in quotes."""
    at = source.find('"', start + 1, start + _LONGEST)
    while at > 0 and source.startswith('"', at + 1):
        at = source.find('"', at + 2, start + _LONGEST)
    return at if source[at + 1 : at + 2] in ends else -1


def _quoted(made: Builder, start: int, end: int) -> None:
    for low, high in lines(made.source[start:end]):
        at, last = start + low, start + high
        while (quote := made.source.find('""', at, last)) >= 0:
            made.text(at, quote, QUOTED)
            made.shown(quote, quote + 2, '"', QUOTED)
            at = quote + 2
        made.text(at, last, QUOTED)
        made.cut()


def _bare(made: Builder, start: int, end: int) -> None:
    at = start
    while (quote := made.source.find('"', at, end)) >= 0:
        made.text(at, quote)
        made.shown(quote, quote + 1, '"', fixed=True)  # some readers take it for the beginning of a cell
        at = quote + 1
    made.text(at, end)
    made.cut()


def _encoded(separator: str, after: str, kind: int) -> str | None:
    """A replacement as its cell has it: a quote is doubled in quotes, and without them none comes in."""
    if "\n" in after or "\r" in after:
        return None
    if kind == QUOTED:
        return after.replace('"', '""')
    return None if separator in after or '"' in after else after


def _without_lost_records(source: str, changes: list[Change]) -> list[Change]:
    """The changes but for those that empty the line of a record; an empty line inside quotes is a part of its cell."""
    kept: list[Change] = []
    start = end = -1
    counted = quotes = 0  # from the last place where it was asked: a table may have a million emptied cells

    def line_with(change: Change) -> tuple[int, int]:
        nonlocal start, end
        if not start <= change.start <= end:
            start, end = line_of(source, change.start)
        return start, end

    for (low, high), of_line in groupby(changes, line_with):
        own = [*of_line]
        inside = [(one.start - low, one.end - low, one.after) for one in own if one.end <= high]
        if len(inside) == len(own) and not apply(source[low:high], inside).strip():
            quotes, counted = quotes + source.count('"', counted, low), low
            if not quotes % 2:
                continue
        kept += own
    return kept
