"""What is left of a page, judged as a page of its own until no more lines go: a cleaned page stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from vntextclean.filters.boilerplate.deciding.decision import BARE_ANCHORS, decide
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.line_forms import certain
from vntextclean.filters.boilerplate.reading.page import Page, different_ones, only
from vntextclean.filters.boilerplate.reading.triage import ANCHORS
from vntextclean.filters.boilerplate.site.recurrence import Recurrence

#: A page is judged so many times more at most. Of 560 annotated pages two lose lines the first time, none after that.
ROUNDS = 3


def lines_left_over(
    page: Page,
    gone: Sequence[bool],
    recurrences: Sequence[Recurrence | None],
    accepted: Callable[[Iterable[tuple[int, float]]], Iterable[int]],
) -> dict[int, float]:
    """The further lines that go once those in ``gone`` are away, and how sure that is.

    The lines around a line tell what it is. Where a menu has gone, the entry that was kept beside it stands among
    others, and may go when the page is cleaned once more: so it goes now.

    ``accepted`` says which lines of some would go, each given by its number and confidence.
    """
    stays = [index for index, each in enumerate(gone) if not each]
    found: dict[int, float] = {}
    for _ in range(ROUNDS):
        if not any(recurrences) and not _speaks_of_furniture(page, stays):
            break
        if len(stays) < ANCHORS:
            break
        left = only(page, stays)
        same_site = [recurrences[index] for index in stays] if recurrences else []
        confidence = decide(left, blocks_of(left), certain(left), same_site).confidence.tolist()
        likely = dict(zip(stays, confidence, strict=True))
        more = {index: likely[index] for index in accepted(likely.items())}
        if not more or len(more) == len(stays):
            break
        found |= more
        stays = [index for index in stays if index not in more]
    return found


def _speaks_of_furniture(page: Page, lines: Sequence[int]) -> bool:
    """Whether so many different lines speak of furniture that a page of them could lose any."""
    stay = np.array(lines, np.int64)
    bare = min(int(np.count_nonzero(page.bare[stay])), BARE_ANCHORS)
    return different_ones(page, stay[page.hints[stay]]) + bare >= ANCHORS
