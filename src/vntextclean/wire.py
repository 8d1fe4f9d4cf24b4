"""Changes read back from JSON: what ``diff --format json`` printed and a person left of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from vntextclean.bounded import whole
from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.errors import InputError
from vntextclean.json_lines import digest


class Replay:
    """Applies the changes of a reviewed JSON lines file to the texts that they were made for.

    A reviewer deletes unwanted changes from the file, or moves suggestions among them, in any order; those there are
    applied. They are found by the SHA-256 of the text, because offsets of another text would destroy it. Raises
    :class:`InputError` if the file cannot be read or has a line of another format. Threads may share an instance.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._changes: dict[str, tuple[Change, ...]] = {}
        try:
            text = whole(Path(path)).decode("utf-8-sig")
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise InputError(f"{path}: not UTF-8, at byte {error.start}; write it as UTF-8") from None
        at = 0
        while record := _RECORD.search(text, at):
            at = self._read(text, record.start())

    def _read(self, text: str, at: int) -> int:
        """Take one record, on one line or indented, or a list of them; where it ends."""
        try:
            found, end = _DECODER.raw_decode(text, at)
            for record in found if isinstance(found, list) else [found]:
                self._changes[record["sha256"]] = tuple(
                    sorted(map(_from_wire, record["changes"]), key=lambda change: change[:2])
                )
        except (ValueError, KeyError, TypeError, OverflowError, AttributeError, RecursionError) as error:
            line = text.count("\n", 0, at) + 1
            told = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
            raise InputError(f"{self._path}:{line}: no record of `diff --format json`: {told}") from None
        return end

    def run(self, text: str, form: str = "text") -> Cleaned:
        """Apply the reviewed changes of ``text``; their places are those of the whole text, whatever its format.

        Raises :class:`InputError` if the file has none for this text, or if they overlap or lie outside the text.
        """
        del form
        key = digest(text)
        if key not in self._changes:
            raise InputError(
                f"{self._path} holds no changes for this text (sha256 {key[:12]}…);"
                " make them anew with `vntextclean diff --format json`"
            )
        changes = self._changes[key]
        at = 0
        for change in changes:
            if not at <= change.start <= change.end <= len(text):
                raise InputError(f"{self._path}: changes overlap or leave the text, at {change.start}; leave one out")
            at = change.end
        return Cleaned(text, apply(text, (change[:3] for change in changes)), changes)

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """Several texts, each with its reviewed changes made."""
        return [self.run(text) for text in texts]


_RECORD = re.compile(r"\S")
_DECODER = json.JSONDecoder()


def _from_wire(record: dict[str, Any]) -> Change:
    start, end, after = record["start"], record["end"], record["after"]
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(after, str)):
        raise ValueError("start and end must be numbers, after a string")
    after.encode("utf-8", "surrogateescape")  # half a surrogate pair could not be written
    rules = record.get("rules") or ["reviewed"]
    reasons = record.get("reasons") or [""]
    if not all(isinstance(part, str) for part in (*rules, *reasons)) or isinstance(rules, str):
        raise ValueError("rules and reasons must be lists of strings")
    confidence = float(record.get("confidence", 1.0))
    causes = zip_longest(rules, reasons[: len(rules)], fillvalue=reasons[-1])
    return Change(start, end, after, tuple(Edit(start, end, after, rule, why, confidence) for rule, why in causes))
