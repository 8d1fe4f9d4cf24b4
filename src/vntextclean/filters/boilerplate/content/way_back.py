"""A route with its way back: the stops stand again, from the last to the first.

The names of stops are short lines that begin with capitals, and each stands twice, as entries of menus do. But a menu
that stands twice has its entries in one order both times.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page

#: So many stops stand on both ways, each so many lines at most from the next on either way: on one-way streets a stop
#: has none on the other side. On 560 annotated pages there is none.
STOPS, APART = 4, 3


def way_back(page: Page) -> Bools:
    """The stops of both ways, with the line above each way that names it.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> there, back = "Bến đò\\nChợ gốm\\nCầu ván\\nĐình cả\\n", "Đình cả\\nCầu ván\\nChợ gốm\\nBến đò\\n"
    >>> way_back(read(f"Liên hệ\\nLượt đi\\n{there}Lượt về\\n{back}Tin mới")).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    >>> way_back(read(f"Liên hệ\\n{there}Tin mới\\n{there}")).nonzero()[0].tolist()
    []
    """
    out = np.zeros(len(page), bool)
    run: list[tuple[int, int]] = []
    for first, second in [*_said_twice(page), (len(page) + APART + 1, 0)]:
        if run and 0 < first - run[-1][0] <= APART and 0 < run[-1][1] - second <= APART:
            run.append((first, second))
            continue
        if len(run) >= STOPS:
            for start, end in ((run[0][0], run[-1][0]), (run[-1][1], run[0][1])):
                named = start > 0 and not page.hints[start - 1]
                out[start - int(named) : end + 1] = True
        run = [(first, second)]
    return out


def _said_twice(page: Page) -> list[tuple[int, int]]:
    """Where each line of words stands that stands twice."""
    same = page.same
    if len(page.lows) > len(same) - STOPS:
        return []
    times = np.bincount(same)
    twice = (times[same] == 2) & ~page.bare
    if np.count_nonzero(twice) < 2 * STOPS:
        return []
    lines = twice.nonzero()[0]
    pairs = lines[np.argsort(same[lines], kind="stable")].reshape(-1, 2)
    return sorted(map(tuple, pairs.tolist()))
