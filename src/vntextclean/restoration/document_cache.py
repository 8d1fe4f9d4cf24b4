"""Cache model: a name or term that is decided at one position of a document helps at its other occurrences.

For one bare spelling, the posteriors of all other occurrences in the document are pooled. An occurrence is re-weighted
by ``CACHE_WEIGHT * log(pooled share / corpus share)``, so that only what differs from the corpus counts (for "tu", any
document has "từ"; two occurrences of "tủ" are information). Names and common words are pooled separately.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Floats, Ids, Model
from vntextclean.lm.text import scan as scanning

Ints = npt.NDArray[np.int64]
# For (common words, names): the weight of the cache, and the number of pseudo-occurrences that stand for the corpus
# shares. Fitted on 100 held-out newspaper articles (97.35 to 97.49 %).
CACHE_WEIGHT = (1.0, 1.2)
PRIOR_COUNT = (10.0, 1.5)


class DocumentCache:
    """Pooled posteriors of one document, from its ``windows``.

    A window is a triple: the token of each position (int64[n], -1: none), candidate ids (int32[n, k]) and posteriors
    (float32[n, k]).
    """

    def __init__(self, model: Model, windows: list[tuple[Ints, Ids, Floats]], scan: scanning.Scan) -> None:
        self._model = model
        self._name = scan.names
        self._bare = scan.bare
        self._forms = np.zeros(2 * model.size, np.float64)
        self._keys = np.zeros(2 * len(model.bare_starts), np.float64)
        for words, ids, share in windows:
            found = ((words >= 0) & (self._bare[words] >= 0)).nonzero()[0]
            form, key = self._places(words[found], ids[found])
            self._forms += np.bincount(form.ravel(), share[found].ravel(), len(self._forms))
            self._keys += np.bincount(key, minlength=len(self._keys))

    def _places(self, words: Ints, ids: Ids) -> tuple[Ints, Ints]:
        name = self._name[words].astype(np.int64)
        return self._model.lower_of[ids] * 2 + name[:, None], self._bare[words].astype(np.int64) * 2 + name

    def __call__(self, words: Ints, ids: Ids, share: Floats) -> Floats:
        """Log-weights (float32[n, k]) of the candidates ``ids[i]`` of token ``words[i]`` with posteriors ``share[i]``.

        An occurrence's own posterior is subtracted from the pool. The weight is 0 where there is no other occurrence.
        """
        out = np.zeros(ids.shape, np.float32)
        rows = (words >= 0).nonzero()[0]
        rows = rows[self._bare[words[rows]] >= 0]
        form, key = self._places(words[rows], ids[rows])
        others = self._keys[key] - 1
        some = (others > 0).nonzero()[0]
        rows, form, key, others = rows[some], form[some], key[some], others[some]
        name = key % 2
        real = ids[rows] > 0
        # A spelling may be two candidates, as a name and as a common word: both get the same weight.
        own = (np.where(form[:, :, None] == form[:, None, :], share[rows][:, None, :], 0)).sum(2)
        usual = np.where(
            real,
            np.exp(
                self._model.frequency[self._model.title_of[form // 2] * name[:, None] + form // 2 * (1 - name[:, None])]
            ),
            0,
        )
        usual = usual / np.maximum(usual.sum(1, keepdims=True), 1e-12)
        weight = np.array(PRIOR_COUNT)[name][:, None]
        pooled = np.maximum(self._forms[form] - own, 0) + weight * usual
        ratio = np.log(np.maximum(pooled, 1e-6) / (others[:, None] + weight)) - np.log(np.maximum(usual, 1e-6))
        out[rows] = np.where(real, np.array(CACHE_WEIGHT)[name][:, None] * ratio, 0)
        return out
