"""Lines that end in the sign of a link to themselves, as generators of pages put it behind a heading."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_SIGNS = "#\N{PILCROW SIGN}"


def anchored(text: str, ends: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which lines, by their ends, close with such a sign right behind a word.

    >>> anchored("Công cụ#\\n## Công cụ ##\\nCài đặt¶\\nbản #", np.array([8, 22, 31, 37])).tolist()
    [True, False, True, False]
    """
    found = np.zeros(len(ends), bool)
    if any(sign in text for sign in _SIGNS):
        for index, end in enumerate(ends.tolist()):
            found[index] = text[end - 1] in _SIGNS and text[end - 2 : end - 1].strip("# ") != ""
    return found
