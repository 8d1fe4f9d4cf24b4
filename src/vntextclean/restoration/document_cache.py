"""What a document says of its own words: a name or term decided in one place helps its other mentions.

Under the n-gram alone every mention stands for itself. Here the spellings of all mentions of the same letters are
counted by their posteriors, and each mention hears what the others say: as much as they differ from what is usual for
these letters (for "tu", any document has "từ"; two mentions of "tủ" are news). Names and common words are apart.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Floats, Ids, Model
from vntextclean.lm.text import scan as scanning

Ints = npt.NDArray[np.int64]
# For (common words, names): how loud the others are, and how many mentions the usual shares weigh. Fitted on 100
# held-out newspaper articles (97.35 to 97.49 %).
CACHE_WEIGHT = (1.0, 1.2)
USUAL = (10.0, 1.5)


class DocumentCache:
    """The spellings found in one document; built from (token of each position, candidates, posteriors) by window."""

    def __init__(self, model: Model, windows: list[tuple[Ints, Ids, Floats]], scan: scanning.Scan) -> None:
        self._model = model
        self._name = scan.names
        self._bare = scan.bare
        self._forms = np.zeros(2 * model.size, np.float64)
        self._keys = np.zeros(2 * len(model.bare_starts), np.float64)
        for words, ids, share in windows:
            found = np.flatnonzero((words >= 0) & (self._bare[words] >= 0))
            form, key = self._places(words[found], ids[found])
            self._forms += np.bincount(form.ravel(), share[found].ravel(), len(self._forms))
            self._keys += np.bincount(key, minlength=len(self._keys))

    def _places(self, words: Ints, ids: Ids) -> tuple[Ints, Ints]:
        name = self._name[words].astype(np.int64)
        return self._model.lower_of[ids] * 2 + name[:, None], self._bare[words].astype(np.int64) * 2 + name

    def __call__(self, words: Ints, ids: Ids, share: Floats) -> Floats:
        """Log-weights of the candidates ``ids[i]`` of token ``words[i]``, whose posteriors are ``share[i]``."""
        out = np.zeros(ids.shape, np.float32)
        rows = np.flatnonzero(words >= 0)
        rows = rows[self._bare[words[rows]] >= 0]
        form, key = self._places(words[rows], ids[rows])
        others = self._keys[key] - 1
        some = np.flatnonzero(others > 0)
        rows, form, key, others = rows[some], form[some], key[some], others[some]
        name = key % 2
        real = ids[rows] > 0
        # A spelling may stand twice among the candidates, as a name and as a common word: both hear the same.
        own = (np.where(form[:, :, None] == form[:, None, :], share[rows][:, None, :], 0)).sum(2)
        usual = np.where(
            real,
            np.exp(
                self._model.frequency[self._model.title_of[form // 2] * name[:, None] + form // 2 * (1 - name[:, None])]
            ),
            0,
        )
        usual = usual / np.maximum(usual.sum(1, keepdims=True), 1e-12)
        weight = np.array(USUAL)[name][:, None]
        pooled = np.maximum(self._forms[form] - own, 0) + weight * usual
        ratio = np.log(np.maximum(pooled, 1e-6) / (others[:, None] + weight)) - np.log(np.maximum(usual, 1e-6))
        out[rows] = np.where(real, np.array(CACHE_WEIGHT)[name][:, None] * ratio, 0)
        return out
