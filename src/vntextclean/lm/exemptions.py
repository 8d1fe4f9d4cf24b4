"""Words that look damaged and are something else: units, abbreviations, words cut short, typed bare, or foreign."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.scan import UPPER, Scan

Lower = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]


def is_exempt(scan: Scan, token: int, lower: Lower, legal: Bools) -> bool:
    """Whether what stands there is a unit, an abbreviation, cut short by an ellipsis, typed bare, or foreign.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids that are
    Vietnamese syllables.
    """
    illegal = not legal[scan.lower[token]]
    return bool(
        (illegal and token and scan.tokens.number[token - 1])
        or scan.text.startswith(("...", "…"), int(scan.ends[token]))
        or _is_abbreviation(scan, token)
        or _is_typed_bare(scan, token)
        or _is_in_slug(scan, token)
        or _is_foreign(scan, token, lower, legal)
    )


def _is_foreign(scan: Scan, token: int, lower: Lower, legal: Bools) -> bool:
    """Whether most words around a word are no Vietnamese syllables: what looks like damage is another language.

    A word that stands alone has nothing to tell what it was either.
    """
    near = [i for i in _near(scan, token, 2) if not scan.tokens.number[i]]
    alien = sum(not legal[lower[i]] for i in near)
    return not near or (len(near) > 1 and 2 * alien >= len(near))


def _near(scan: Scan, token: int, reach: int) -> list[int]:
    """The tokens up to ``reach`` away on either side."""
    return [i for i in range(max(0, token - reach), min(len(scan), token + reach + 1)) if i != token]


def _is_typed_bare(scan: Scan, token: int) -> bool:
    """Whether a word without marks stands among words without marks: a line of search keys, not damage."""
    near = _near(scan, token, 3)
    return not scan.marked[token] and len(near) > 2 and not any(scan.marked[i] for i in near)


def _is_in_slug(scan: Scan, token: int) -> bool:
    """Whether a word without marks is joined by a hyphen to another: part of an address, a code, a foreign name."""
    if scan.marked[token]:
        return False
    before = token and not scan.marked[token - 1] and scan.starts[token] - scan.ends[token - 1] == 1
    after = token + 1 < len(scan) and not scan.marked[token + 1] and scan.starts[token + 1] - scan.ends[token] == 1
    return bool((before and scan.text[scan.starts[token] - 1] == "-") or (after and scan.text[scan.ends[token]] == "-"))


def _is_abbreviation(scan: Scan, token: int) -> bool:
    """Whether a word in capitals stands among words that are not."""
    if scan.case[token] != UPPER or scan.marked[token]:
        return False
    near = _near(scan, token, 2)
    return 2 * sum(scan.case[i] == UPPER for i in near) < len(near) or not near
