"""The ids around a position of a text, after the repairs made so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: Ids of context on each side. An n-gram of order 4 reads three.
WIDTH = 3


class Context:
    """The id stream of a text (int32[n]); ``repaired`` maps a position to the ids that replace it.

    Changed while one text is repaired: not to be shared by threads.

    >>> import numpy as np
    >>> stream = Context(np.array([1, 10, 11, 12, 1], np.int32))
    >>> stream.repaired[2] = (20, 21)
    >>> stream.before(3), stream.after(3)
    ((10, 20, 21), (1,))
    """

    def __init__(self, ids: npt.NDArray[np.int32]) -> None:
        self._ids = ids.data  # windows of an array cost three times as much, and a list is as long as the text
        self.repaired: dict[int, tuple[int, ...]] = {}

    def before(self, at: int) -> tuple[int, ...]:
        """The last ids before a position, nearest last; at most :data:`WIDTH`."""
        return self._window(max(0, at - WIDTH), at)[-WIDTH:]

    def after(self, at: int) -> tuple[int, ...]:
        """The first ids behind a position; at most :data:`WIDTH`."""
        return self._window(at + 1, at + 1 + WIDTH)[:WIDTH]

    def _window(self, start: int, end: int) -> tuple[int, ...]:
        ids = self._ids[start:end]
        if not self.repaired or self.repaired.keys().isdisjoint(range(start, end)):
            return tuple(ids)
        return tuple(n for place, own in enumerate(ids, start) for n in self.repaired.get(place, (own,)))
