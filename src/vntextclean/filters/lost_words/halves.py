"""Whether half of a compound was left alone: it is part of no other word at its place, and stands nowhere else so.

"Đã soát việc phân công" has a half alone: nothing else goes with "soát". In "xử lý do không nộp phí" the word "lý" is
half of "lý do", and in a text about the kingdoms of nature, "ba giới", "giới" is a word of its own.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean.lm.collocations import Collocations
from vntextclean.lm.text.scan import Scan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: Two neighbours are one word if one of them makes up this share of what stands beside the other.
TIED = 0.06
#: Of so many words the places are looked for one by one. Texts of 20 lines ask about three at most, and to sort all
#: words of a text takes as long as twenty looks.
FEW = 16


class Halves:
    """The halves of one text that stand alone; made for one call.

    The cost is that of a look at each occurrence of the words asked about, each word once: linear in the text.
    """

    def __init__(self, scan: Scan, collocations: Collocations) -> None:
        self._scan = scan
        self._collocations = collocations
        self._alone: dict[int, int] = {}
        self._asked = 0

    def is_alone(self, token: int, share: float = 0.0) -> bool:
        """Whether a token is part of no compound with the word before it or behind it.

        ``share`` is that of the word which may be missing: "gây ô nhiễm" makes a pair of "gây ô" too.
        """
        return max(self._share(token), self._share(token + 1)) * (1 - share) < TIED

    def elsewhere(self, token: int) -> int:
        """How often the word of a token stands alone at other places."""
        word = int(self._scan.lower[token])
        count = self._alone.get(word)
        if count is None:
            count = self._alone[word] = sum(map(self.is_alone, self._places(word)))
        return count - self.is_alone(token)

    def written(self, left: int, right: int) -> int:
        """How often the text has a word (its id) before another."""
        lower = self._scan.lower
        return sum(place > 0 and int(lower[place - 1]) == left for place in self._places(right))

    def _places(self, word: int) -> list[int]:
        places: list[int]
        self._asked += 1
        if self._asked <= FEW:
            places = (self._scan.lower == word).nonzero()[0].tolist()
        else:
            order, words = self._sorted
            places = order[words.searchsorted(word) : words.searchsorted(word, "right")].tolist()
        return places

    @cached_property
    def _sorted(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """The places of all words, by word, and the words there."""
        order = self._scan.lower.argsort(kind="stable")
        return order, self._scan.lower.take(order)

    def _share(self, token: int) -> float:
        """How much a token belongs to the one before it."""
        if not 0 < token < len(self._scan) or self._scan.mark[token]:
            return 0.0
        left, right = self._scan.lower[token - 1 : token + 1].tolist()
        return self._collocations.share(left, right)
