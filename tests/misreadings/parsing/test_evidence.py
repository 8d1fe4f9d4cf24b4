"""Chains that leave the same of a line share what the next table makes of it, and each pays for its own steps."""

from __future__ import annotations

import pytest

from vntextclean.misreadings.parsing.evidence import Reading, readings
from vntextclean.misreadings.parsing.losses import losses_of
from vntextclean.misreadings.parsing.parsed_lines import LineState, ParsedLine, Parts
from vntextclean.misreadings.parsing.rows import Row, row_of

TEXT = "Mẹ phơi mớ rau cải ngồng trên nong, gió bấc thổi rạp cả bờ giậu"


def _by_itself(row: Row, reading: Reading) -> Reading:
    """A reading by its chain, step by step, with nothing that other chains left."""
    parts = Parts(row)
    line: ParsedLine | None = None
    for step in reading.chain:
        made = line.made if line else tuple(part.given for part in parts.each)
        line = LineState(parts, made, is_first=line is None).then(step)
    assert line is not None
    return Reading(reading.chain, line)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_each_reading_is_as_by_itself(times: int) -> None:
    text = TEXT
    for _ in range(times):
        text = text.encode("utf-8").decode("cp1252", "ignore")
    row = row_of(text)
    found = readings(row, losses_of(text))
    assert found
    for reading in found:
        alone = _by_itself(row_of(text), reading)
        assert (reading.score, reading.proofs, reading.faults, reading.words) == (
            alone.score,
            alone.proofs,
            alone.faults,
            alone.words,
        )
