"""From how likely each line is furniture to which lines go.

The classifier judges lines; a page is decided as a whole. Nothing goes from a page without furniture's own words on it,
and a line between lines that go needs less evidence than one by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from vntextclean.boilerplate.classifier import Classifier
from vntextclean.boilerplate.glance import ANCHORS
from vntextclean.boilerplate.page import STOP, Floats, Page

#: Lines less likely to be furniture than this are not even suggested.
SUGGESTED = 0.6

#: On a page with anchors a line this likely is as good as sure: of such lines on sites left out of training more than
#: 99 in 100 were furniture.
SURE = 0.96

#: A line beside one that goes needs less evidence: so much, and so much if its words are furniture's. A gap of short
#: lines between lines that go is closed if its lines are so likely on average and none is less likely than the last
#: number. On sites left out of training the three raise F1 from 0.85 to 0.94, with four of 1 192 lines lost, not two.
BESIDE, BESIDE_KNOWN = 0.82, 0.5
GAP, GAP_MEAN, GAP_LEAST = 60, 0.5, 0.047

#: Short lines that recur across a learned site go; long ones unless the classifier is this sure they are content.
RECURRING = 0.02


def decide(
    page: Page, known: Mapping[int, int], recurring: Sequence[bool], minimum: float, odds: Floats | None = None
) -> Floats:
    """The probability of each line once its page is taken into account; 1 for lines known by form or by their site.

    ``known`` are the lines that are furniture by their form, ``recurring`` those that stand on many pages of the site.
    ``odds`` replaces the shipped classifier's judgement, to measure another one.
    """
    minimum = float(np.nextafter(np.float32(minimum), np.float32(2)))  # in the numbers the odds are kept in
    recurs = np.array(recurring, bool)
    hints = (page.whole >= 0) | (page.start >= 0) | (page.within >= 0)
    hints[list(known)] = True
    if int(hints.sum()) + int(recurs.sum()) < ANCHORS:  # no neighbourhood to judge by: the classifier is not asked
        odds = np.zeros(len(page), np.float32)
    else:
        odds = Classifier.shipped().judge(page) if odds is None else odds.copy()
        odds[list(known)] = 1.0
        anchors = {page.texts[index].strip() for index in np.flatnonzero((odds >= minimum) & hints).tolist()}
        if len(anchors) + int(recurs.sum()) < ANCHORS:
            odds = np.minimum(odds, np.float32(SUGGESTED - 0.01))
        else:
            odds[recurs & ((odds > RECURRING) | (page.counts.sum(1) < 90))] = 1.0
            odds[odds >= SURE] = np.maximum(odds[odds >= SURE], np.float32(minimum))
            _grow(odds, page, np.float32(minimum))
            _spare_bylines(odds, page, hints, np.float32(minimum))
    odds[list(known)] = 1.0
    doomed = odds >= minimum
    if doomed.all():  # a page of nothing but furniture keeps what is furniture by its neighbourhood only
        odds[[index for index in range(len(page)) if index not in known]] = 0
        if len(known) == len(page):
            odds[:] = 0
    return odds


def _spare_bylines(odds: Floats, page: Page, hints: np.ndarray, minimum: np.float32) -> None:
    """Keep the name under the last paragraph: the author's, though a menu may begin right below."""
    names = (page.words >= 2) & (page.words <= 5) & (page.capitals == page.words) & ~hints & (page.shape < 0)
    long = (page.counts.sum(1) >= 90) & (odds < minimum)
    for index in np.flatnonzero(names & (odds >= minimum)).tolist():
        if index and long[index - 1]:
            odds[index] = min(odds[index], minimum - np.float32(0.01))


def _grow(odds: Floats, page: Page, minimum: np.float32) -> None:
    """Let lines beside and between those that go, go with less evidence: downwards, upwards, then whole gaps.

    Lines marked as headings stay out of it: three of the five headings lost on sites left out of training were those.
    """
    asked = np.where(page.whole >= 0, BESIDE_KNOWN, BESIDE)
    asked[[index for index, text in enumerate(page.texts) if text.lstrip().startswith(("#", "**"))]] = minimum
    size = len(odds)
    for step, order in ((-1, range(1, size)), (1, range(size - 2, -1, -1))):
        for index in order:
            if asked[index] <= odds[index] < minimum <= odds[index + step]:
                odds[index] = minimum
    bare = (page.counts.sum(1) < 90) & (page.counts[:, STOP] == 0)
    edges = np.flatnonzero(np.diff((odds < minimum).astype(np.int8))) + 1
    for start, end in pairwise(edges.tolist()):
        gap = odds[start:end]
        if gap[0] < minimum and end - start <= GAP and start >= 2 and end <= size - 2:
            outside = odds[[start - 2, start - 1, end, end + 1]]
            logits = np.log(np.maximum(gap, 1e-6) / np.maximum(1 - gap, 1e-6))
            fits = bool(bare[start:end].all()) and bool((outside >= minimum).all()) and gap.min() >= GAP_LEAST
            if fits and logits.mean() >= np.log(GAP_MEAN / (1 - GAP_MEAN)):
                odds[start:end] = minimum
