"""The words of a page as numbers, found and compared without a loop over them.

A word is a run of letters and digits; it is known by a hash of its small letters. Which words are common ones, which
begin or end two lines alike and which the prose of the page has too is then a matter of comparing arrays.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.boilerplate.text.char_classes import DIGIT, kinds_of, small
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Words that hold Vietnamese sentences together and are rare in menus. Pages of prose have about one in four.
STOP_WORDS = frozenset(
    "và của là có được cho trong không với đã các những này khi một để người cũng từ về đến ra như thì tôi lại mà bị"
    " đó nhưng sẽ vào tại theo trên sau trước phải nếu còn rất nhiều làm do vì nên hơn đang bạn chúng ta mình anh chị"
    " em ông bà ở rằng việc cả chỉ vẫn nào gì đây đều bằng qua giữa cùng thể nhất nữa mới rồi hay hoặc".split()
)

#: Letters beyond this one of a word count like the letter at it.
_REACH = 63

_SPREAD, _STEP = np.uint64(0x9E3779B97F4A7C15), 0xBF58476D1CE4E5B9


class Words(NamedTuple):
    """Each word's hash, line and whether it is a common one; each line's counts, and its first and last word."""

    keys: NDArray[np.uint64]
    lines: NDArray[np.int64]
    common: NDArray[np.bool_]
    per_line: NDArray[np.float32]
    stops: NDArray[np.float32]
    capitals: NDArray[np.float32]
    head: NDArray[np.uint64]
    tail: NDArray[np.uint64]


class RareWords(NamedTuple):
    """The words of a page that are no common ones, with the line and paragraph of each.

    Equal ones stand side by side, in their order on the page.
    """

    keys: NDArray[np.uint64]
    lines: NDArray[np.int64]
    paragraphs: NDArray[np.int64]


def rare_words(words: Words, number: NDArray[np.int64]) -> RareWords:
    """The rare ones of some words; ``number`` is that of the paragraph of each line."""
    if kernel.native is not None:
        keys, *places = kernel.native.rare_words(words.keys, words.common, words.lines, number)
        return RareWords(np.frombuffer(keys, np.uint64), *(np.frombuffer(each, np.int64) for each in places))
    rare = (~words.common).nonzero()[0]
    order = rare[np.argsort(words.keys[rare], kind="stable")]  # equal ones stay in order of their paragraphs
    lines = words.lines[order]
    return RareWords(words.keys[order], lines, number[lines])


@cache
def hash_powers() -> NDArray[np.uint64]:
    """What the letters of a word are multiplied by, the last for all further ones."""
    powers = [1]
    while len(powers) <= _REACH:
        powers.append(powers[-1] * _STEP % 2**64)
    return np.array(powers, np.uint64)


class Known:
    """A few keys, and which of many are among them: a look at sixteen bits of each passes most by.

    >>> Known(keys_of("mưa gió")).among(keys_of("trời mưa to")).tolist()
    [False, True, False]
    """

    def __init__(self, keys: NDArray[np.uint64]) -> None:
        ordered = np.sort(keys)  # ``np.unique`` would import numpy.ma: 10 ms before the first page
        self.keys = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
        self.first = np.zeros(0x10000, bool)
        self.first[self.keys >> np.uint64(48)] = True

    def places(self, keys: NDArray[np.uint64], *, with_next: bool = False) -> NDArray[np.int64]:
        """The places of the keys that are known, or of those that are with the one behind them.

        >>> Known(pairs(keys_of("mưa to"))).places(keys_of("trời mưa to"), with_next=True).tolist()
        [1]
        """
        if kernel.native is None:
            return self.among(pairs(keys) if with_next else keys).nonzero()[0]
        return np.frombuffer(kernel.native.known_words(keys, with_next, self.keys, self.first), np.int64)

    def among(self, keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Which of the keys are known."""
        found: NDArray[np.bool_] = self.first[keys >> np.uint64(48)]
        likely = found.nonzero()[0]
        found[likely] = among(keys[likely], self.keys)
        return found


@cache
def stop_words() -> Known:
    """The keys of the stop words."""
    return Known(keys_of(" ".join(sorted(STOP_WORDS))))


def keys_of(phrase: str) -> NDArray[np.uint64]:
    """The keys of the words of a phrase.

    >>> len(keys_of("sửa mã nguồn")), len(keys_of("--")), bool((keys_of("Mưa") == keys_of("mưa,")).all())
    (3, 0, True)
    """
    codes = np.minimum(np.array([ord(char) for char in phrase], np.uint32), np.uint32(0xFFFF))
    return _hashes(codes, *_spans(kinds_of(codes) <= DIGIT))


def _spans(inside: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the runs of true values start and end."""
    edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    if len(inside) and inside[0]:
        edges = np.concatenate(([0], edges))
    if len(edges) % 2:
        edges = np.concatenate((edges, [len(inside)]))
    return edges[::2], edges[1::2]


def pairs(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A key for each word with the one after it.

    >>> len(pairs(keys_of("mưa to gió lớn")))
    3
    """
    return pair(keys[:-1], keys[1:])


def pair(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The key of each word of the first and the word of the second at the same place."""
    found: NDArray[np.uint64] = first * _SPREAD + second
    return found


def _hashes(codes: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
    if not len(starts):
        return np.zeros(0, np.uint64)
    sizes = ends - starts
    bounds = np.cumsum(sizes) - sizes
    place = np.arange(int(sizes.sum()))
    inner = place - np.repeat(bounds, sizes)
    letters = small(codes[inner + np.repeat(starts, sizes)]).astype(np.uint64) * _SPREAD
    letters ^= letters >> np.uint64(29)
    letters *= hash_powers()[np.minimum(inner, _REACH)]
    keys: NDArray[np.uint64] = np.add.reduceat(letters, bounds)
    return keys


def among(keys: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which keys stand in a sorted list of them.

    >>> among(np.array([3, 5], np.uint64), np.array([1, 5, 9], np.uint64)).tolist()
    [False, True]
    """
    if not len(known):
        return np.zeros(len(keys), bool)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, keys), len(known) - 1)] == keys
    return found


def word_stats(
    codes: NDArray[np.uint32],
    inside: NDArray[np.bool_],
    capital: NDArray[np.bool_],
    line_of: NDArray[np.int64],
    lines: int,
) -> Words:
    """The words of a text, ``inside`` being true for each character of one.

    ``line_of`` is the line of each character, and there are so many ``lines``.
    """
    starts, ends = _spans(inside)
    keys, line = _hashes(codes, starts, ends), line_of[starts]
    common = stop_words().among(keys)
    head, tail = np.zeros((2, lines), np.uint64)
    head[line[::-1]] = keys[::-1]
    tail[line] = keys
    counted = line, line[common], line[capital[starts]]
    per_line, stops, capitals = (np.bincount(which, minlength=lines).astype(np.float32) for which in counted)
    return Words(keys, line, common, per_line, stops, capitals, head, tail)
