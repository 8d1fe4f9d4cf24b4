"""What the search for run-ons finds."""

from __future__ import annotations

from vntextclean.named_tuple import NamedTuple


class RunOn(NamedTuple):
    """A string that should be parted: its pieces, what stands between them, and how much likelier that is (nats).

    ``loan`` says that it looks like a loan or a foreign name in Vietnamese spelling. ``echo`` says that it is one word
    behind its own beginning; then there is one piece, and ``gain`` is its lead over the string parted.
    """

    start: int
    end: int
    pieces: tuple[str, ...]
    gaps: tuple[str, ...]
    gain: float
    runner_up: float
    marked: bool
    number: bool
    loan: bool = False
    echo: bool = False
