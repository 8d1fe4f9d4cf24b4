"""What the search for run-ons finds."""

from __future__ import annotations

from typing import NamedTuple


class RunOn(NamedTuple):
    """A string that should be parted: its pieces, what stands between them, and how much likelier that is (nats)."""

    start: int
    end: int
    pieces: tuple[str, ...]
    gaps: tuple[str, ...]
    gain: float
    runner_up: float
    marked: bool
    number: bool
