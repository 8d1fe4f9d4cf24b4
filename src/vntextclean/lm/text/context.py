"""The ids around a place in a text, with the repairs made so far in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: Words of context on each side; the model looks at three.
WIDTH = 3


class Context:
    """The id stream of a text; repairs replace single ids, and only the windows asked for are unpacked.

    >>> import numpy as np
    >>> stream = Context(np.array([1, 10, 11, 12, 1], np.int32))
    >>> stream.repaired[2] = (20, 21)
    >>> stream.before(3), stream.after(3)
    ((10, 20, 21), (1,))
    """

    def __init__(self, ids: npt.NDArray[np.int32]) -> None:
        self._ids = ids
        self.repaired: dict[int, tuple[int, ...]] = {}

    def before(self, at: int) -> tuple[int, ...]:
        """The ids before a place, nearest last."""
        return self._window(max(0, at - WIDTH), at)[-WIDTH:]

    def after(self, at: int) -> tuple[int, ...]:
        """The ids behind a place."""
        return self._window(at + 1, at + 1 + WIDTH)[:WIDTH]

    def _window(self, start: int, end: int) -> tuple[int, ...]:
        ids = self._ids[start:end].tolist()
        if not any(place in self.repaired for place in range(start, end)):
            return tuple(ids)
        return tuple(n for place, own in enumerate(ids, start) for n in self.repaired.get(place, (own,)))
