"""From how likely each line is furniture to which lines go.

The classifier judges lines; a page is decided as a whole. Nothing goes from a page without furniture's own words on it,
and what belongs to the article is kept by what it is, whatever the classifier thinks of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from vntextclean.filters.boilerplate.article import protected
from vntextclean.filters.boilerplate.blocks import PageBlocks, blocks_of
from vntextclean.filters.boilerplate.classifier import Classifier
from vntextclean.filters.boilerplate.page import Bools, Floats, Page
from vntextclean.filters.boilerplate.site_table import Recurrence
from vntextclean.filters.boilerplate.triage import ANCHORS

#: Lines less likely to be furniture than this are not even suggested.
SUGGESTED = 0.6

#: What the log-odds of a line mean on families of sites left out of training: of all lines at least so likely, which
#: share was furniture. A filter that takes all lines from some confidence on is right that often.
LOG_ODDS = np.array([-1.0, 0.0, 1.0, 1.6, 2.4, 3.5, 5.0, 8.0], np.float32)
SHARE = np.array([0.5, 0.6, 0.9, 0.98, 0.985, 0.993, 0.998, 0.9995], np.float32)

#: A line with furniture's own words counts as an anchor from these log-odds on. Lines of nothing but marks, as icons
#: leave them, may stand for so many.
LIKELY, BARE_ANCHORS = 0.85, 2

#: What a protected line loses of its log-odds: only one that is furniture beyond doubt goes all the same.
PROTECTION = 4.0


class Decision(NamedTuple):
    """The confidence of each line, and whether blocks were kept because most of the prose would have gone."""

    confidence: Floats
    spared: bool


def decide(
    page: Page,
    blocks: PageBlocks,
    known: Mapping[int, int],
    recurrences: Sequence[Recurrence | None],
    log_odds: Floats | None = None,
) -> Decision:
    """The confidence that each line is furniture, once its page is taken into account; 1 for lines known by form.

    ``known`` are the lines that are furniture by their form, ``recurrences`` says which stand on other pages of the
    site; it may be empty. ``log_odds`` replaces the shipped classifier's judgement, to measure another one.
    """
    size = len(page)
    weight = np.array([found.weight if found else 0.0 for found in recurrences] or [0.0] * size, np.float32)
    recurring = int((weight > 0).sum())
    marks = min(int(page.bare.sum()), BARE_ANCHORS)
    sure = list(known)
    confidence: Floats = np.zeros(size, np.float32)
    spared = False
    if int(page.hints.sum()) + recurring + marks >= ANCHORS:
        odds = Classifier.shipped().log_odds(page, blocks) if log_odds is None else log_odds
        odds = odds + weight
        odds[sure] = np.maximum(odds[sure], LOG_ODDS[-1])
        kept, spared = protected(page, blocks, odds)
        kept[sure] = False
        odds = np.where(kept & (weight == 0), odds - PROTECTION, odds)
        telling = page.hints & (odds >= LIKELY)
        anchors = len({page.texts[index] for index in telling.nonzero()[0].tolist()}) + recurring
        if anchors:
            anchors += min(int((page.bare & (odds >= LOG_ODDS[3])).sum()), BARE_ANCHORS)
        if anchors >= ANCHORS:
            confidence = np.interp(odds, LOG_ODDS, SHARE, left=0.0).astype(np.float32)
    confidence[sure] = 1.0
    return Decision(confidence, spared)


__all__ = ["SUGGESTED", "Bools", "Decision", "blocks_of", "decide"]
