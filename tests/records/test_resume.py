"""The state of a run: journals that were cut off, and totals that add up over resumed runs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from vntextclean.errors import InputError
from vntextclean.records.formats.chunk import Done, Mark, Reject
from vntextclean.records.journal import Journal, Point, Totals

TOLD = {"settings": "a", "inputs": [["a", 1]]}


def counted(source: int) -> Totals:
    totals = Totals()
    totals.add(source, Done(b"", 5, 3, 2, 4, Counter({"spacing.run": 4}), (Reject(1, "x", b""),)), 7)
    return totals


def test_every_cut_of_a_journal_gives_a_point_that_was_written(tmp_path: Path) -> None:
    points = [Point(0, Mark(10, 2), "out", 8, 9, 0, 1), Point(1, Mark(), shard=1), Point(1, Mark(5, 3), "b", 2, 2, 1)]
    journal = Journal(tmp_path / "journal")
    journal.begin(TOLD)
    for number, point in enumerate(points):
        journal.note(point, counted(number % 2))
    journal.close()
    data = (tmp_path / "journal").read_bytes()
    ends = [at + 1 for at, byte in enumerate(data) if byte == 10]
    for cut in range(len(data) + 1):
        (tmp_path / "journal").write_bytes(data[:cut])
        again = Journal(tmp_path / "journal")
        point, totals = again.resume(TOLD)
        whole = sum(end <= cut for end in ends) - 1
        assert point == (points[whole - 1] if whole > 0 else Point())
        assert (totals.records, totals.rules["spacing.run"]) == (3 * max(whole, 0), 4 * max(whole, 0))
        again.note(points[0], counted(0))  # what was cut off does not spoil what comes after it
        again.close()
        last = Journal(tmp_path / "journal")
        assert last.resume(TOLD)[0] == points[0]
        last.close()


def test_totals_of_inputs_add_up() -> None:
    totals = counted(3)
    totals.merge(counted(3))
    totals.merge(counted(4))
    assert totals.inputs == {3: (6, 2), 4: (3, 1)}
    assert (totals.rejects, totals.changed, totals.read, totals.written) == (3, 6, 21, 15)


def test_the_journal_of_another_run_is_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    journal.begin(TOLD)
    journal.close()
    with pytest.raises(InputError, match="had other settings"):
        Journal(tmp_path / "journal").resume({**TOLD, "settings": "b"})
