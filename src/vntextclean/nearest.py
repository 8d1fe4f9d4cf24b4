"""The known name nearest to one that is not known, for error messages."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for the nearest known name, or the list of them all if none is near.

    Names are near if :func:`difflib.get_close_matches` says so at its usual cutoff (0.6).

    >>> did_you_mean("newx", ["keep", "old", "new"])
    "; did you mean 'new'?"
    >>> did_you_mean("fr", ["en", "vi"])
    '; there are: en, vi'
    """
    from difflib import get_close_matches

    names = list(known)
    if near := get_close_matches(given, names, 1):
        return f"; did you mean {near[0]!r}?"
    return f"; there are: {', '.join(names)}"
