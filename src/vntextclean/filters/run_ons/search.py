"""Finds the run-ons of a text: unknown words that are several, words that touch a number or a site's address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.run_ons.numbers import date_joins, number_joins
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import forms

if TYPE_CHECKING:
    from vntextclean.filters.run_ons.detect import SuspectFinder
    from vntextclean.lm.segmentation.segmenter import Segmenter

#: A site and a word that begins with a capital or has a mark; addresses have neither.
_SITE = late(r"\.(vn|com|net|org|info)([^\W\d_]{2,7})(?![\w/@.-])")
#: Nats: such a word is always parted from the address.
_SITE_GAIN = 3.0


class RunOnSearch:
    """Finds run-ons with one model; ``model.derived(RunOnSearch)`` is made once, and threads may share it."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @cached_property
    def _suspects(self) -> SuspectFinder:
        from vntextclean.filters.run_ons.detect import SuspectFinder  # imported when the first unknown word is met
        from vntextclean.lm.segmentation.pieces import Pieces
        from vntextclean.vietnamese.loans import SOLID_LOANS

        return SuspectFinder(self._model.derived(Pieces), SOLID_LOANS)

    @cached_property
    def _segmenter(self) -> Segmenter:
        from vntextclean.lm.segmentation.segmenter import Segmenter  # imported when the first suspect is met

        return Segmenter(self._model)

    def find(self, scan: Scan, accepts: Callable[[RunOn], bool], least: float = -np.inf) -> list[RunOn]:
        """All run-ons in order, the doubtful ones too; those that are accepted count as parted for their neighbours.

        What gains less than ``least`` (nats) is neither accepted nor shown: it is only found.
        """
        text = scan.text
        found: list[RunOn] = []
        if scan.unknown and (suspects := self._suspects(scan)).tokens:
            from vntextclean.filters.run_ons.weigh import Weighing

            found = Weighing(self._segmenter, scan, suspects, accepts, least).run_ons()
        touching = scan.touching
        others = [*number_joins(self._model, text, scan, touching), *_behind_sites(text, {x.end for x in found})]
        dates = list(date_joins(text, scan, touching, [one for one in (*found, *others) if accepts(one)]))
        if dates:
            places = {one.start for one in dates}
            others = [*dates, *(one for one in others if one.start + len(one.pieces[0]) not in places)]
        return sorted([*found, *others]) if others else found


def _behind_sites(text: str, done: set[int]) -> Iterator[RunOn]:
    """A word glued to the address of a site: "Zing.vnTheo"."""
    for match in _SITE.finditer(text):
        word = match[2]
        named = text[max(0, match.start() - 3) : match.start()].isalnum()
        if named and match.end() not in done and word.lower() in forms() and (word[0].isupper() or not word.isascii()):
            pieces = (match[1], word)
            yield RunOn(match.start(1), match.end(), pieces, (" ",), _SITE_GAIN, np.inf, True, number=False)
