"""Changes as JSON lines, and back: the format that ``diff --format json`` prints and ``clean --changes`` reads."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Any

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.errors import InputError


def digest(text: str) -> str:
    """The SHA-256 of the UTF-8 bytes of a source text (so, of the file itself if that is plain UTF-8).

    >>> digest("")[:8]
    'e3b0c442'
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_json(document: str, cleaned: Cleaned) -> str:
    """The changes and suggestions of one document as one line of JSON; offsets count code points of its source.

    >>> change = Change(0, 3, "Một", (Edit(0, 3, "Một", "diacritics.tone", "lost tone", 0.99),))
    >>> line = to_json("a.txt", Cleaned("Môt buổi", "Một buổi", (change,)))
    >>> json.loads(line)["changes"][0]["before"]
    'Môt'
    """
    record = {
        "document": document,
        "sha256": digest(cleaned.source),
        "changes": [_change(cleaned.source, change) for change in cleaned.changes],
        "suggestions": [_change(cleaned.source, change) for change in cleaned.suggestions],
    }
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # a lone surrogate can only be written as an escape
        return json.dumps(record)
    return line


def _change(source: str, change: Change) -> dict[str, Any]:
    return {
        "start": change.start,
        "end": change.end,
        "before": source[change.start : change.end],
        "after": change.after,
        "rules": list(change.rules),
        "confidence": round(change.confidence, 4),
        "reasons": list(change.reasons),
    }


class Replay:
    """Applies the changes of a reviewed JSON lines file to the texts that they were made for.

    A reviewer deletes unwanted changes from the file; the others are applied. Changes are found by the SHA-256 of the
    text, because offsets of another text would destroy it. Raises :class:`InputError` if the file cannot be read or has
    a line of another format. Threads may share an instance.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._changes: dict[str, tuple[Change, ...]] = {}
        try:
            with Path(path).open(encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        self._read(line, number)
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}") from None

    def _read(self, line: str, number: int) -> None:
        try:
            record = json.loads(line)
            self._changes[record["sha256"]] = tuple(map(_from_wire, record["changes"]))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{self._path}:{number}: no line of `diff --format json`: {error!r}") from None

    def run(self, text: str) -> Cleaned:
        """Apply the reviewed changes of ``text``.

        Raises :class:`InputError` if the file has none for this text, or if they overlap or lie outside the text.
        """
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
                raise InputError(f"{self._path}: changes overlap or leave the text, at {change.start}")
            at = change.end
        return Cleaned(text, apply(text, (change[:3] for change in changes)), changes)


def _from_wire(record: dict[str, Any]) -> Change:
    start, end, after = record["start"], record["end"], record["after"]
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(after, str)):
        raise ValueError("start and end must be numbers, after a string")
    rules = record.get("rules") or ["reviewed"]
    reasons = record.get("reasons") or [""]
    confidence = float(record.get("confidence", 1.0))
    causes = zip_longest(rules, reasons[: len(rules)], fillvalue=reasons[-1])
    return Change(start, end, after, tuple(Edit(start, end, after, rule, why, confidence) for rule, why in causes))
