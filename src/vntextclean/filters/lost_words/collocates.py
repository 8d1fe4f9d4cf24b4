"""The words that make up a good share of what stands beside a word: a lost word is looked for among them alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.collocations import PREFIX
from vntextclean.lm.format import not_usable
from vntextclean.lm.model import Model

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


def collocates(model: Model, side: str) -> Collocates:
    """Those that stand "before" or "after" every word, as the model file has them.

    Raises :class:`ModelError` where these do not fit the model.
    """
    read = model.file.read_section
    count = read(f"{PREFIX}{side}_count").astype(np.int64)
    numbers, share = read(f"{PREFIX}{side}_id").astype(np.int64), read(f"{PREFIX}{side}_share")
    starts = np.concatenate(([0], np.cumsum(count)))
    if len(count) != model.size or starts[-1] != len(numbers) or len(share) != len(numbers):
        raise not_usable(model.file.path, "the lists of collocates do not fit it")
    numbers = np.minimum(numbers, model.size - 1)
    strong = (share >= SHARE * 255) & (model.log_prob[numbers] <= FUNCTION_WORD)
    owner = np.repeat(np.arange(len(count)), count)[strong]
    length = np.bincount(owner, minlength=len(count))
    kept: Floats = (share[strong] / 255).astype(np.float32)
    return Collocates(np.cumsum(length) - length, length, length > 0, numbers[strong], kept)
