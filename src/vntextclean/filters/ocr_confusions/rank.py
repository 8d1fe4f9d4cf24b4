"""Which of a few readings of a stretch of text is a common word that fits its place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.pieces import LETTER
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.context import Context
from vntextclean.lm.text.scan import SPECIALS, UNKNOWN_LOWER, UNKNOWN_MARKED, Scan
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.tones import to_old

#: A word rarer than this (log-probability) is not read into a text: one of 200 000 words.
_RAREST = -12.0
#: One without marks may be of another language, and must be one of the thousand commonest.
_RAREST_BARE = -9.5
#: Nats by which the word must fit its sentence better than an unknown one.
_FITS, _FITS_BARE = 2.0, 5.0
#: Nats by which the best reading must lead the next.
_LEAD = 2.0


class ReadingRanker:
    """Weighs readings with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._segmenter = Segmenter(model)

    def best(self, scan: Scan, start: int, end: int, readings: Sequence[str]) -> str | None:
        """The reading of ``scan.text[start:end]`` that is a common word, fits and leads; None if there is none."""
        model, text = self._model, scan.text
        if not readings:
            return None
        ids = model.ids([to_old(word.lower()) for word in readings]).tolist()
        own = int(model.ids([to_old(text[start:end].lower())])[0])
        if own >= len(SPECIALS):
            return None
        common = [
            (word, number)
            for word, number in zip(readings, ids, strict=True)
            if number >= len(SPECIALS) and model.log_prob[number] >= (_RAREST_BARE if bare(word) == word else _RAREST)
        ]
        if not common:
            return None
        first = int(np.searchsorted(scan.ends, start, side="right"))
        last = max(first, int(np.searchsorted(scan.starts, end, side="left")) - 1)
        stream = Context(scan.stream)
        before, after = stream.before(int(scan.at[first])), stream.after(int(scan.at[last]))
        unknown = UNKNOWN_MARKED if bare(text[start:end]) != text[start:end] else UNKNOWN_LOWER
        choices = [int(model.title_of[n]) if word.istitle() and not scan.initial[first] else n for word, n in common]
        ways = [[*before, number, *after] for number in (unknown, *choices)]
        whole, *scores = self._segmenter.score(ways, [len(before)] * len(ways))
        ranked = sorted(zip(scores, (word for word, _ in common), strict=True), reverse=True)
        score, word = ranked[0]
        gain = score - whole + LETTER * (end - start)
        lead = score - ranked[1][0] if len(ranked) > 1 else np.inf
        needed = _FITS_BARE if bare(word) == word else _FITS
        return word if gain >= needed and lead >= _LEAD else None
