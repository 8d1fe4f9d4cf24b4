"""From how likely each line is furniture to which lines go.

The classifier judges lines; a page is decided as a whole. Nothing goes from a page without furniture's own words on it,
and a line between lines that go needs less evidence than one by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.char_classes import STOP, marks
from vntextclean.filters.boilerplate.classifier import Classifier
from vntextclean.filters.boilerplate.page import Floats, Page
from vntextclean.filters.boilerplate.site_table import Standing
from vntextclean.filters.boilerplate.triage import ANCHORS

#: Lines less likely to be furniture than this are not even suggested.
SUGGESTED = 0.6

#: On a page with anchors a line this likely is as good as sure: of 1 775 such lines on sites left out of training 99 in
#: 100 were furniture.
SURE = 0.97

#: A line with furniture's own words counts as an anchor from here on, and goes if there are enough of them. Lines of
#: nothing but marks, as icons leave them, may stand for so many.
LIKELY, BARE_ANCHORS = 0.7, 2

#: A line beside one that goes needs less evidence: so much, and so much if its words are furniture's. A gap of short
#: lines between lines that go is closed if its lines are so likely on average and none is less likely than the last
#: number. On sites left out of training the three raise F1 from 0.91 to 0.955, and lose no line more.
BESIDE, BESIDE_KNOWN = 0.8, 0.5
GAP, GAP_MEAN, GAP_LEAST = 60, 0.75, 0.1

#: A phrase of so many words at the edge of a block goes only if it is so likely by itself. Between menus and footers
#: this halves the lines lost of 30 000 lines of law, verse, news and forum (from 16 to 8 in 10 000).
EDGE, EDGE_WORDS = 0.99, 2

_ENDS = marks(".!?\N{HORIZONTAL ELLIPSIS}")

#: Short lines that recur across a learned site go; long ones unless the classifier is this sure they are content.
RECURRING = 0.02


def decide(
    page: Page,
    known: Mapping[int, int],
    standing: Sequence[Standing | None],
    minimum: float,
    odds: Floats | None = None,
) -> Floats:
    """The probability of each line once its page is taken into account; 1 for lines known by form or by their site.

    ``known`` are the lines that are furniture by their form, ``standing`` says which stand on other pages of the site;
    it may be empty.
    ``odds`` replaces the shipped classifier's judgement, to measure another one.
    """
    least = np.nextafter(np.float32(minimum), np.float32(2))  # in the numbers the odds are kept in
    weight = np.zeros(len(page), np.float32)
    recurs = np.zeros(len(page), bool)
    for index, found in enumerate(standing):
        if found:
            weight[index] = found.weight
            recurs[index] = found.recurs and found.sides > 0
    recurring = int((weight > 0).sum())
    hints = page.hints
    bare = page.bare
    likely: Floats
    judged: Floats
    if int(hints.sum()) + recurring + min(int(bare.sum()), BARE_ANCHORS) < ANCHORS:
        likely = judged = np.zeros(len(page), np.float32)  # no neighbourhood to judge by: the classifier is not asked
    else:
        judged = Classifier.shipped().judge(page) if odds is None else odds
        likely = _weighed(judged, weight)
        likely[list(known)] = 1.0
        heads = _headings(page)
        telling = hints & (likely >= np.where(heads, least, LIKELY))
        anchors = len({page.texts[index].strip() for index in telling.nonzero()[0].tolist()}) + recurring
        if anchors:
            anchors += min(int((bare & (likely >= SURE)).sum()), BARE_ANCHORS)
        if anchors < ANCHORS:
            np.minimum(likely, np.float32(SUGGESTED - 0.01), out=likely)
        else:
            likely[recurs & ((likely > RECURRING) | (page.length < 90))] = 1.0
            likely[telling] = np.maximum(likely[telling], least)
            sentences = _sentences(page, hints)
            whole = heads | sentences
            stated = sentences & (page.last == ord(".")) & (weight == 0)
            likely[stated] = np.minimum(likely[stated], least - np.float32(0.01))
            likely[(likely >= SURE) & ~whole] = np.maximum(likely[(likely >= SURE) & ~whole], least)
            _grow(likely, page, whole, least)
            _spare_edges(likely, page, hints | (weight > 0), least)
            _spare_bylines(likely, page, hints, least)
            _spare_title(likely, page, heads, least)
    likely[list(known)] = 1.0
    if len(page) and (likely >= least).all():  # no page is emptied: what is least like furniture stays
        likely[int(judged.argmin())] = 0
    return likely


def _weighed(odds: Floats, weight: Floats) -> Floats:
    """The odds with what the site's other pages say about each line."""
    weighed: Floats = odds.copy()
    if weight.any():
        weighed[:] = np.exp(weight) * odds / (1 - odds + np.exp(weight) * odds)
    return weighed


def _spare_edges(odds: Floats, page: Page, hints: np.ndarray, minimum: np.float32) -> None:
    """Keep a phrase at the edge of what goes unless it is surely furniture: a title stands below a menu."""
    goes = odds >= minimum
    phrases = goes & (odds < EDGE) & (page.words.per_line >= EDGE_WORDS) & ~hints & (page.shape < 0)
    above, below = np.ones((2, len(odds)), bool)
    above[1:], below[:-1] = goes[:-1], goes[1:]
    odds[phrases & ~(above & below)] = minimum - np.float32(0.01)


def _spare_bylines(odds: Floats, page: Page, hints: np.ndarray, minimum: np.float32) -> None:
    """Keep the name under the last paragraph: the author's, though a menu may begin right below."""
    names = (page.words.per_line >= 2) & (page.words.per_line <= 5) & (page.words.capitals == page.words.per_line)
    names &= ~hints & (page.shape < 0)
    long = (page.length >= 90) & (odds < minimum)
    for index in (names & (odds >= minimum)).nonzero()[0].tolist():
        if index and long[index - 1]:
            odds[index] = min(odds[index], minimum - np.float32(0.01))


def _spare_title(odds: Floats, page: Page, heads: np.ndarray, minimum: np.float32) -> None:
    """Keep the first line marked as a heading of the first order, with the headings right under it."""
    for index in heads.nonzero()[0].tolist():
        if page.texts[index].startswith("# "):
            while index < len(heads) and heads[index]:
                odds[index] = min(odds[index], minimum - np.float32(0.01))
                index += 1
            return


def _headings(page: Page) -> np.ndarray:
    """The lines marked as headings."""
    heads: np.ndarray = page.first == ord("#")
    for index in (page.first == ord("*")).nonzero()[0].tolist():
        heads[index] = page.texts[index].lstrip().startswith("**")
    return heads


def _sentences(page: Page, hints: np.ndarray) -> np.ndarray:
    """The lines that are sentences: six words with a common one among them, most of them small, and an end mark.

    One that ends in a full stop goes by its form or by its site's other pages, never by its neighbourhood: of the
    furniture of 32 sites left out of training that spares four lines, and it keeps short stories between menus.
    """
    ended = (_ENDS[page.last] > 0) & (page.words.per_line >= 6) & (page.words.stops >= 1)
    sentences: np.ndarray = ended & (page.words.capitals < page.words.per_line / 2) & ~hints & (page.shape < 0)
    return sentences


def _grow(odds: Floats, page: Page, whole: np.ndarray, minimum: np.float32) -> None:
    """Let lines beside and between those that go, go with less evidence: downwards, upwards, then whole gaps.

    Sentences and lines marked as headings stay out of it: they go by what they are themselves or not at all.
    """
    asked = np.where(page.whole >= 0, BESIDE_KNOWN, BESIDE)
    asked[whole] = minimum
    size = len(odds)
    near = (asked <= odds) & (odds < minimum)
    for step in (-1, 1):  # marked lines that follow, or come before, one that goes
        goes = odds >= minimum
        for index in near.nonzero()[0][::-step].tolist():
            if 0 <= index + step < size and goes[index + step]:
                goes[index] = True
        odds[goes] = np.maximum(odds[goes], minimum)
    bare = (page.length < 90) & (page.counts[:, STOP] == 0)
    stays = odds < minimum
    edges = (stays[1:] != stays[:-1]).nonzero()[0] + 1
    for start, end in pairwise(edges.tolist()):
        if stays[start] and end - start <= GAP and start >= 2 and end <= size - 2 and bare[start:end].all():
            gap = odds[start:end]
            above = start - 1 if page.form[start - 1] >= 0 else start - 2  # a heading of furniture is enough above
            outside = odds[[above, start - 1, end, end + 1]]
            logits = np.log(np.maximum(gap, 1e-6) / np.maximum(1 - gap, 1e-6))
            fits = bool((outside >= minimum).all()) and gap.min() >= GAP_LEAST
            if fits and logits.mean() >= np.log(GAP_MEAN / (1 - GAP_MEAN)):
                odds[start:end] = minimum
