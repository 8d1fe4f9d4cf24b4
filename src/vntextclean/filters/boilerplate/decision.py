"""From how likely each line is furniture to which lines go.

The classifier judges lines; a page is decided as a whole. Nothing goes from a page without furniture's own words on it,
and what belongs to the article is kept by what it is, whatever the classifier thinks of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from vntextclean.filters.boilerplate.article import bylines, find_article, legal_text, talk
from vntextclean.filters.boilerplate.blocks import PageBlocks
from vntextclean.filters.boilerplate.classifier import Classifier
from vntextclean.filters.boilerplate.page import Floats, Page
from vntextclean.filters.boilerplate.posts import people_with_posts
from vntextclean.filters.boilerplate.site_evidence import evidence, recurring
from vntextclean.filters.boilerplate.site_table import Recurrence
from vntextclean.filters.boilerplate.triage import ANCHORS

#: Lines less likely to be furniture than this are not even suggested.
SUGGESTED = 0.6

#: What log-odds mean, measured on families of sites left out of training: the confidence is the share of furniture
#: among all lines at least so likely. Who takes every line from some confidence on is right that often.
LOG_ODDS = np.array([-1.0, 0.0, 0.6, 1.6, 2.4, 3.5, 5.0, 8.0], np.float32)
CONFIDENCE = np.array([0.5, 0.6, 0.9, 0.98, 0.985, 0.993, 0.998, 0.9995], np.float32)

#: The log-odds at which the presets, which ask for 0.98, let a line go.
THRESHOLD = 1.6

#: Lines of nothing but marks, as icons leave them, may stand for so many lines with furniture's own words.
BARE_ANCHORS = 2

#: What a line of the article loses of its log-odds: only one that is furniture beyond doubt goes all the same.
PROTECTION = 4.0

#: Short lines that recur in a block of a learned site go; longer ones unless the classifier is surer than this that
#: they are content.
SHORT, RECURRING = 90, -3.9

#: A front page: so many lines, so likely on average to be furniture, and hardly any of its characters in lines that the
#: classifier takes for content. There each line needs less by so much. On families left out that finds 600 more lines
#: of furniture of 44 800 and loses 13 more of content of 23 100.
FRONT_LINES, FRONT_MEAN, FRONT_CONTENT, FRONT_CREDIT = 100, 2.0, 0.1, 1.1
CONTENT = -1.0


class Decision(NamedTuple):
    """The confidence of each line, and the lines kept because most of the prose would have gone."""

    confidence: Floats
    spared: frozenset[int] = frozenset()


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
    elsewhere = recurring(recurrences)
    certain = list(known)
    confidence: Floats = np.zeros(size, np.float32)
    spared: list[int] = []
    if int(page.hints.sum()) + elsewhere + min(int(page.bare.sum()), BARE_ANCHORS) >= ANCHORS:
        odds = Classifier.shipped().log_odds(page, blocks) if log_odds is None else log_odds
        article = find_article(page, blocks, odds, THRESHOLD)
        people = bylines(page, blocks, odds, THRESHOLD) | talk(page, odds, THRESHOLD)
        clauses = legal_text(page) | people_with_posts(page)
        if not article.kept.any() and _is_front_page(page, odds):
            odds = odds + np.float32(FRONT_CREDIT)
        protected = article.kept | people | clauses
        weight, often = evidence(page, recurrences, article.kept, protected | (odds < CONTENT))
        odds = np.where(protected, odds - np.float32(PROTECTION), odds + weight)
        odds[often & ~protected & ((odds > RECURRING) | (page.length < SHORT))] = LOG_ODDS[-1]
        odds[certain] = LOG_ODDS[-1]
        if _anchors(page, odds) + elsewhere >= ANCHORS:
            confidence = np.interp(odds, LOG_ODDS, CONFIDENCE, left=0.0).astype(np.float32)
            spared = (article.spared & protected).nonzero()[0].tolist()
            confidence[spared] = np.maximum(confidence[spared], np.float32(SUGGESTED))
    confidence[certain] = 1.0
    return Decision(confidence, frozenset(spared))


def _anchors(page: Page, odds: Floats) -> int:
    """How many different lines speak of furniture and would go: a cleaned page has hardly any left, and stays."""
    telling = page.hints & (odds >= THRESHOLD)
    anchors = len({page.texts[index].lower() for index in telling.nonzero()[0].tolist()})
    if anchors:
        anchors += min(int((page.bare & (odds >= THRESHOLD)).sum()), BARE_ANCHORS)
    return anchors


def _is_front_page(page: Page, odds: Floats) -> bool:
    """Whether a page has nothing but furniture and lists of articles."""
    content = float(page.length[odds < CONTENT].sum())
    mostly = content < FRONT_CONTENT * float(page.length.sum())
    return len(page) >= FRONT_LINES and mostly and float(odds.mean()) > FRONT_MEAN
