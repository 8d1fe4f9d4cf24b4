"""Find the places of earlier decisions again in a page that was edited since.

Four passes, each over what the one before it left: the same place to the letter; the same rule, change and letters
around; the same change and letters, found by another rule; the same rule and change where the letters around have
changed in part. Among equal places the nearest counts. The cost is linear but for a logarithm.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence

from vntextclean.review.place import Place, folded

#: Letters around a place, of both sides together, that must be left of it where neither side is whole. Ten letters are
#: two or three words; fewer are met by chance.
ENOUGH = 10
#: How many candidates are compared for one place in the last pass, nearest first.
COMPARED = 32


def match(places: Sequence[Place], earlier: Sequence[Place]) -> list[int | None]:
    """For each place the index of the earlier place that it is, or None; each earlier place is given once.

    >>> then = Place(1, 4, "r", "vn", "vận", "công tác dân ", ", dân chủ")
    >>> now = then._replace(at=90, right="")
    >>> match([now, now._replace(after="vốn")], [then])
    [0, None]
    """
    found: list[int | None] = [None] * len(places)
    free = set(range(len(earlier)))
    _pair(places, earlier, found, free, lambda one: one)
    if free and None in found:
        around = {one: (folded(one.left), folded(one.right)) for one in {*places, *earlier}}
        _pair(places, earlier, found, free, lambda one: (one.rule, one.before, one.after, around[one]))
        _pair(places, earlier, found, free, lambda one: (one.before, one.after, around[one]))
        _pair_in_part(places, earlier, found, free, around)
    return found


def _order(one: Place) -> int:
    """One number for the document and the offset."""
    return one.document << 40 | one.at


def _pair(
    places: Sequence[Place],
    earlier: Sequence[Place],
    found: list[int | None],
    free: set[int],
    key: Callable[[Place], Hashable],
) -> None:
    """Pair what has equal keys: in order where there are as many on both sides, else each with the nearest."""
    there: dict[Hashable, list[int]] = {}
    for index in free:
        there.setdefault(key(earlier[index]), []).append(index)
    here: dict[Hashable, list[int]] = {}
    for index, one in enumerate(places):
        if found[index] is None:
            wanted = key(one)
            if wanted in there:
                here.setdefault(wanted, []).append(index)
    for wanted, open_ in here.items():
        candidates = sorted(there[wanted], key=lambda index: _order(earlier[index]))
        open_.sort(key=lambda index: _order(places[index]))
        if len(candidates) == len(open_):
            pairs = list(zip(open_, candidates, strict=True))
        else:
            pairs = _nearest(
                [_order(places[i]) for i in open_], open_, [_order(earlier[i]) for i in candidates], candidates
            )
        for mine, theirs in pairs:
            found[mine] = theirs
            free.discard(theirs)


def _nearest(at: list[int], mine: list[int], there: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """Pair sorted numbers, those that are nearest to each other first: what is left over is the farthest."""
    turned = len(at) > len(there)
    few, many = (there, at) if turned else (at, there)
    free = _Free(many)
    pairs = []
    for index, number in sorted(
        enumerate(few), key=lambda item: min(abs(many[o] - item[1]) for o in free.two(item[1]))
    ):
        best = min(free.two(number), key=lambda other: abs(many[other] - number))
        pairs.append((mine[best], theirs[index]) if turned else (mine[index], theirs[best]))
        free.take(best)
    return pairs


class _Free:
    """Which of some sorted numbers are free yet.

    Each number that was taken points to one that may be free, on either side; who asks makes its way shorter. So the
    cost of all questions is near their number, where to delete from a list costs its length each time.

    >>> free = _Free([10, 20, 30])
    >>> free.take(1)
    >>> free.two(21)
    [0, 2]
    """

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers
        # Places are counted from 1 here, so that each side ends in a place that is never taken.
        self._below = list(range(len(numbers) + 2))
        self._above = list(range(len(numbers) + 2))

    def two(self, number: int) -> list[int]:
        """The indexes of the nearest free numbers, below and above."""
        middle = bisect_left(self._numbers, number)
        below, above = _end(self._below, middle), _end(self._above, middle + 1)
        return [one - 1 for one in (below, above) if 1 <= one <= len(self._numbers)]

    def take(self, index: int) -> None:
        """Free no longer."""
        self._below[index + 1] = index
        self._above[index + 1] = index + 2


def _end(pointers: list[int], at: int) -> int:
    """Where the pointers from a place end; each one on the way then points two further."""
    while pointers[at] != at:
        pointers[at] = pointers[pointers[at]]
        at = pointers[at]
    return at


def _pair_in_part(
    places: Sequence[Place],
    earlier: Sequence[Place],
    found: list[int | None],
    free: set[int],
    around: dict[Place, tuple[str, str]],
) -> None:
    """Pair the same change of the same document where enough of the letters around is left."""
    there: dict[Hashable, list[tuple[int, int]]] = {}
    for index in free:
        one = earlier[index]
        there.setdefault((one.document, one.rule, one.before, one.after), []).append((one.at, index))
    for candidates in there.values():
        candidates.sort()
    for index, one in enumerate(places):
        candidates = there.get((one.document, one.rule, one.before, one.after), []) if found[index] is None else []
        middle = bisect_left(candidates, (one.at, 0))
        near = [c for c in candidates[max(0, middle - COMPARED // 2) : middle + COMPARED // 2] if c[1] in free]
        best = max(
            near, key=lambda c: (_in_common(around[one], around[earlier[c[1]]]), -abs(c[0] - one.at)), default=None
        )
        if best and _in_common(around[one], around[earlier[best[1]]]):
            found[index] = best[1]
            free.discard(best[1])


def _in_common(one: tuple[str, str], other: tuple[str, str]) -> int:
    """How many letters next to a place are the same, both sides together; 0 if they are not enough."""
    left, right = _equal(one[0][::-1], other[0][::-1]), _equal(one[1], other[1])
    whole = (one[0] == other[0] and left >= ENOUGH // 2) or (one[1] == other[1] and right >= ENOUGH // 2)
    return left + right if whole or left + right >= ENOUGH else 0


def _equal(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
