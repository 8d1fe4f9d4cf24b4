"""The known name nearest to one that is not known, for error messages."""

from __future__ import annotations

from collections.abc import Iterable

#: A list of more names than this hides the message it stands in; the built-in filters are 23.
LISTED = 30


def nearest(given: str, known: Iterable[str]) -> str | None:
    """The known name nearest to one that is not known, if any is near.

    Names are near if :func:`difflib.get_close_matches` says so at its usual cutoff (0.6).

    >>> nearest("newx", ["keep", "old", "new"]), nearest("fr", ["en", "vi"])
    ('new', None)
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(given, known, 1)), None)


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for the :func:`nearest` known name; if none is near, the list of them, unless it is long.

    >>> did_you_mean("newx", ["keep", "old", "new"])
    "; did you mean 'new'?"
    >>> did_you_mean("fr", ["en", "vi"])
    '; there are: en, vi'
    """
    names = list(known)
    if (near := nearest(given, names)) is not None:
        return f"; did you mean {near!r}?"
    return f"; there are: {', '.join(names)}" if len(names) <= LISTED else ""
