"""The words that make up a good share of what stands beside a word: a lost word is looked for among them alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm.collocations import PREFIX
from vntextclean.lm.format import not_usable
from vntextclean.lm.model import Model
from vntextclean.named_tuple import NamedTuple

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: Collocates that make up less than this of the neighbours never reached a certain repair, and cost 9 look-ups in 10.
SHARE = 0.1
#: Words this common (log-probability) join clauses in a dozen ways: "của", "và", "có". Grammar seldom forces one.
FUNCTION_WORD = -6.6


class Collocates(NamedTuple):
    """The collocates on one side of every word.

    By id, where they begin, how many they are and whether there are any; then of each its id and its share of what
    stands on that side.
    """

    start: Ints
    length: Ints
    some: Bools
    word: Ints
    share: Floats


def lists_of(model: Model, side: str) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """How many words the file lists on one side of each word, their ids, and their shares in 255ths."""
    read = model.file.read_section
    return read(f"{PREFIX}{side}_count"), read(f"{PREFIX}{side}_id"), read(f"{PREFIX}{side}_share")


def collocates(model: Model, side: str) -> Collocates:
    """Those that stand "before" or "after" every word, as the model file has them.

    Raises :class:`ModelError` where these do not fit the model.
    """
    count, numbers, share = lists_of(model, side)
    starts = np.concatenate(([0], count.cumsum(dtype=np.int64)))
    if len(count) != model.size or starts[-1] != len(numbers) or len(share) != len(numbers):
        raise not_usable(model.file.path, "the lists of collocates do not fit it")
    strong = share >= SHARE * 255
    words = np.minimum(numbers[strong], model.size - 1).astype(np.int64)
    rare = model.log_prob.take(words) <= FUNCTION_WORD
    strong[strong] = rare
    begin = np.concatenate(([0], strong.cumsum())).take(starts)  # of each list, the first that is left
    length = np.diff(begin)
    kept: Floats = (share[strong] / 255).astype(np.float32)
    return Collocates(begin[:-1], length, length > 0, words[rare], kept)
