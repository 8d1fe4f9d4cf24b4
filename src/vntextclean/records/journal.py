"""The journal of a run: what has been written for good, so that a run that was stopped can go on from there.

It is a file of JSON lines beside the outputs. The first line tells the run, each other line a point at which the
outputs were synced: how far each is right, and what was counted since the line before. A line that was cut off counts
for nothing. The file is removed when the run is complete.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from vntextclean.errors import InputError
from vntextclean.records.formats.chunk import Done, Mark
from vntextclean.records.outputs import refuse, sync_folder

#: What a digest in the first line stands for, to be said where it is another.
_MEANT = {"settings": "settings, version or model"}


@dataclass
class Totals:
    """What was counted: over a whole run, or since the last point of its journal. ``inputs`` has (records, rejects).

    ``outputs`` are the files that are complete.
    """

    records: int = 0
    changed: int = 0
    changes: int = 0
    rejects: int = 0
    read: int = 0
    written: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    inputs: dict[int, tuple[int, int]] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    outputs: list[str] = field(default_factory=list)

    def add(self, source: int, done: Done, read: int, faults: int = 0) -> None:
        """Count a chunk of an input; ``faults`` of the input itself are rejects too."""
        rejects = sum(reject.begins for reject in done.rejects) + faults
        self.records += done.records
        self.changed += done.changed
        self.changes += done.changes
        self.rejects += rejects
        self.read += read
        self.written += done.size
        self.rules += done.rules or Counter()
        records, rejected = self.inputs.get(source, (0, 0))
        self.inputs[source] = (records + done.records, rejected + rejects)

    def merge(self, other: Totals) -> None:
        """Add what was counted since."""
        for name in ("records", "changed", "changes", "rejects", "read", "written"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.rules += other.rules
        for source, (records, rejects) in other.inputs.items():
            mine = self.inputs.get(source, (0, 0))
            self.inputs[source] = (mine[0] + records, mine[1] + rejects)
        self.faults.update(other.faults)
        self.outputs += other.outputs

    @classmethod
    def of(cls, told: dict[str, Any]) -> Totals:
        """Totals as the journal has them."""
        inputs = {int(source): (counts[0], counts[1]) for source, counts in told.pop("inputs").items()}
        faults = {int(source): fault for source, fault in told.pop("faults").items()}
        return cls(**{**told, "rules": Counter(told["rules"])}, inputs=inputs, faults=faults)


@dataclass
class Point:
    """Where a run can go on: the next input and the mark in it, the output in the making and how far it is right.

    ``output`` is empty between two outputs; ``finished`` says that it is complete and only its rename may be missing.
    ``policy`` is what became of the rejects up to here, empty if there were none.
    """

    source: int = 0
    mark: Mark = field(default_factory=Mark)
    output: str = ""
    size: int = 0
    written: int = 0
    shard: int = 0
    rejects: int = 0
    finished: bool = False
    policy: str = ""


def _parsed(line: bytes) -> dict[str, Any] | None:
    """A line of the journal, or None if it was cut off."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


class Journal:
    """The journal of one run, open for writing; no two runs can have it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: IO[bytes] | None = None

    def exists(self) -> bool:
        """Whether a run was begun here and is not complete."""
        return self.path.exists()

    def refuse_busy(self) -> None:
        """Raise :class:`InputError` where another run is at work here."""
        self._open("r+b")
        self.close()

    def begin(self, told: dict[str, Any]) -> None:
        """Start a new journal."""
        self._open("wb")
        self._append(told)
        sync_folder(self.path.parent)

    def resume(self, told: dict[str, Any]) -> tuple[Point, Totals]:
        """The last point of the journal of the same run. Raises :class:`InputError` if it is the journal of another."""
        self._open("r+b")
        assert self._stream
        lines = self._stream.read().split(b"\n")
        self._stream.seek(0)
        first = _parsed(lines[0]) if len(lines) > 1 else None
        if first is not None and first != json.loads(json.dumps(told)):
            self.close()
            wrong = [_MEANT.get(name, name) for name in told if first.get(name) != json.loads(json.dumps(told[name]))]
            raise InputError(
                f"{self.path}: the run that was stopped had other {' and '.join(wrong)}; give the same ones,"
                " or begin anew with --restart"
            )
        if first is None:
            self._stream.truncate()
            self._append(told)
            return Point(), Totals()
        end, point, totals = len(lines[0]) + 1, Point(), Totals()
        for line in lines[1:-1]:
            entry = _parsed(line)
            if entry is None:
                break
            point = Point(**{**entry["point"], "mark": Mark(*entry["point"]["mark"])})
            totals.merge(Totals.of(entry["since"]))
            end += len(line) + 1
        self._stream.seek(end)
        self._stream.truncate()
        return point, totals

    def note(self, point: Point, since: Totals) -> None:
        """Write down a point; the outputs have been synced before."""
        self._append({"point": vars(point), "since": vars(since)})

    def _open(self, mode: str) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self.path.open("r+b" if mode == "wb" and self.path.exists() else mode)
            with contextlib.suppress(ImportError):  # not on Windows
                import fcntl

                fcntl.lockf(self._stream, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not inherited by the workers, unlike flock
            if mode == "wb":
                self._stream.truncate(0)
        except BlockingIOError:
            raise InputError(
                f"{self.path}: another run is writing here; wait for it, or choose another place"
            ) from None
        except OSError as error:
            raise InputError(f"{self.path}: {error.strerror}; choose a place that can be written") from None

    def _append(self, told: dict[str, Any]) -> None:
        assert self._stream
        try:
            self._stream.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogateescape") + b"\n")
            self._stream.flush()
            os.fsync(self._stream.fileno())
        except OSError as error:
            refuse(self.path, error)

    def close(self) -> None:
        """Stop writing."""
        if self._stream:
            with contextlib.suppress(OSError):
                self._stream.close()

    def remove(self) -> None:
        """Take the journal away: the run is complete."""
        self.path.unlink(missing_ok=True)
        self.close()
