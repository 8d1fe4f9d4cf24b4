"""The file of decisions: read whole, written by appending, so that what was decided survives the end of the program.

``page.txt.vnreview.jsonl`` has one decision a line. A later line about the same place counts, and one that says
``open`` takes the decision back. Each line is synced to the disk before the next question is asked.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from vntextclean.bounded import whole
from vntextclean.errors import InputError
from vntextclean.review.decision import Decision, from_record
from vntextclean.review.place import Place

#: What the name of a file ends in that has the decisions about the file named before it.
SUFFIX = ".vnreview.jsonl"

_RECORD = re.compile(r"\S")


def beside(path: Path) -> Path:
    """The file of decisions of a page.

    >>> beside(Path("pages/a.txt")).name
    'a.txt.vnreview.jsonl'
    """
    return path.with_name(path.name + SUFFIX)


def read(path: Path) -> list[Decision]:
    """The decisions of a file that count, in order of their first line.

    JSON may stand on one line each or be indented. A last line that was cut off, as by a power failure, does not
    count. Raises :class:`InputError` if the file cannot be read, and for the line that is no decision.
    """
    try:
        text = whole(path).decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; make the decisions with `vntextclean review`") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8, at byte {error.start}; write it as UTF-8") from None
    count: dict[Place, Decision] = {}
    decoder = json.JSONDecoder()
    at = 0
    while found := _RECORD.search(text, at):
        try:
            record, at = decoder.raw_decode(text, found.start())
            made = from_record(record)
        except (ValueError, RecursionError) as error:
            if isinstance(error, json.JSONDecodeError) and "\n" not in text[found.start() :]:
                break
            line = text.count("\n", 0, found.start()) + 1
            raise InputError(f"{path}:{line}: no decision: {error}; correct the line or delete it") from None
        if made.verdict == "open":
            count.pop(made.place, None)
        else:
            count[made.place] = made
    return list(count.values())


def to_text(decisions: Iterable[Decision]) -> str:
    """Decisions as the text of a file."""
    return "".join(made.to_json() + "\n" for made in decisions)


class Log:
    """A file of decisions that is added to; it appears with the first decision. Not for use by several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._whole = False  # whether the file is known to end in a newline

    def read(self) -> list[Decision]:
        """The decisions so far; none if there is no file."""
        return read(self.path) if self.path.exists() else []

    def add(self, decisions: Iterable[Decision]) -> None:
        """Append decisions and wait until the disk has them; raises :class:`InputError` if it does not take them."""
        data = to_text(decisions).encode()
        if not data:
            return
        try:
            if not self._whole:
                self._mend()
            with self.path.open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self._whole = False
            raise InputError(
                f"{self.path}: the decision could not be saved: {error.strerror}; make room, or make it writable"
            ) from None
        self._whole = True

    def _mend(self) -> None:
        """End the last line if a program was stopped while it wrote it: a whole record stays, half a one goes."""
        if not self.path.exists():
            return
        with self.path.open("r+b") as file:
            data = file.read()
            if not data or data.endswith(b"\n"):
                return
            begin = data.rfind(b"\n") + 1
            try:
                json.loads(data[begin:])
            except ValueError:
                file.truncate(begin)
            else:
                file.write(b"\n")
