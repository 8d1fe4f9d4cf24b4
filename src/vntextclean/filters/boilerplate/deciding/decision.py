"""From how likely each line is furniture to which lines go.

The classifier judges lines; a page is decided as a whole. Nothing goes from a page without furniture's own words on it,
and what belongs to the article is kept by what it is, whatever the classifier thinks of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from vntextclean.filters.boilerplate.content.anchored_headings import anchored_headings
from vntextclean.filters.boilerplate.content.article import around_links, find_article, legal_text, lone_sentence, talk
from vntextclean.filters.boilerplate.content.bylines import bylines, written
from vntextclean.filters.boilerplate.content.edges import edges
from vntextclean.filters.boilerplate.content.headlines import (
    above_headline,
    line_above,
    marked_title,
    over_byline,
    quoted_title,
    repeated_title,
)
from vntextclean.filters.boilerplate.content.listed_headings import listed_headings
from vntextclean.filters.boilerplate.content.named_titles import named_titles
from vntextclean.filters.boilerplate.content.own_forms import encyclopedia, last_headings, notice, recipients, song
from vntextclean.filters.boilerplate.content.own_titles import own_titles
from vntextclean.filters.boilerplate.content.posts import people_with_posts
from vntextclean.filters.boilerplate.content.records import labelled_records, papers_to_bring, personal_record
from vntextclean.filters.boilerplate.content.rows_of_cells import rows_of_cells
from vntextclean.filters.boilerplate.content.tables import columns, keys, measures, numbered_rows
from vntextclean.filters.boilerplate.content.timetables import timetables, years
from vntextclean.filters.boilerplate.content.verse import verse
from vntextclean.filters.boilerplate.content.way_back import way_back
from vntextclean.filters.boilerplate.deciding.classifier import Classifier
from vntextclean.filters.boilerplate.deciding.emptied import text_of_emptied
from vntextclean.filters.boilerplate.deciding.other_articles import other_articles
from vntextclean.filters.boilerplate.deciding.parted_rows import parted_rows
from vntextclean.filters.boilerplate.deciding.place import by_place
from vntextclean.filters.boilerplate.deciding.residue_alone import residue_alone
from vntextclean.filters.boilerplate.deciding.text_ends import text_ends
from vntextclean.filters.boilerplate.reading.blocks import PageBlocks
from vntextclean.filters.boilerplate.reading.page import Floats, Page, different_ones
from vntextclean.filters.boilerplate.reading.triage import ANCHORS
from vntextclean.filters.boilerplate.site.evidence import evidence, recurring
from vntextclean.filters.boilerplate.site.recurrence import Recurrence
from vntextclean.filters.boilerplate.text import first_words
from vntextclean.named_tuple import NamedTuple

#: Lines less likely to be furniture than this are not even suggested.
SUGGESTED = 0.6

#: What log-odds mean: the confidence is a lower bound of the share of furniture among all lines at least so likely. On
#: families of sites left out of training who takes all from 0.98 on is right 99.7 times in 100 (99.4 with one
#: extraction a page), from 0.993 on 99.9 times; other kinds of sites may be harder.
LOG_ODDS = np.array([-1.0, 0.0, 0.6, 1.6, 2.4, 3.5, 5.0, 8.0], np.float32)
CONFIDENCE = np.array([0.5, 0.6, 0.9, 0.98, 0.985, 0.993, 0.998, 0.9995], np.float32)

#: The log-odds at which the presets, which ask for 0.98, let a line go.
THRESHOLD = 1.6

#: Lines of nothing but marks, as icons leave them, may stand for so many lines with furniture's own words.
BARE_ANCHORS = 2

#: What a line of the article loses of its log-odds: only one that is furniture beyond doubt goes all the same.
PROTECTION = 4.5

#: What a line in a block that lists other articles has at least: see :func:`other_articles`.
OTHERS = 3.5

#: What a line between the title of a page and its headline has more: see :func:`above_headline`. So one goes that the
#: classifier does not take for content.
HEAD = 3.5

#: Short lines that recur in a block of a learned site go; longer ones unless the classifier is surer than this that
#: they are content.
SHORT, RECURRING = 90, -3.9

#: Lines that the classifier takes for content are below this.
CONTENT = -1.0

#: What is content by its own form: rules that look at every page, and rules for pages where a line may open what they
#: look for.
_OF_TABLES = (
    labelled_records, papers_to_bring, measures, rows_of_cells, anchored_headings, years, way_back, verse, encyclopedia,
)  # fmt: skip
_OPENED = {
    first_words.ROW_NUMBER: numbered_rows,
    first_words.TELLING: personal_record,
    first_words.COLUMN_HEADING: columns,
    first_words.KEY: keys,
    first_words.DAY: timetables,
    first_words.SENT_TO: recipients,
    first_words.ABOUT: notice,
    first_words.PART: song,
}


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
    sections = last_headings(page)
    certain = [index for index in known if not sections[index]]
    confidence: Floats = np.zeros(size, np.float32)
    spared: list[int] = []
    if np.count_nonzero(page.hints) + elsewhere + min(int(np.count_nonzero(page.bare)), BARE_ANCHORS) >= ANCHORS:
        odds = Classifier.shipped().log_odds(page, blocks) if log_odds is None else log_odds
        listed = listed_headings(page)
        others = other_articles(page, blocks) | parted_rows(page) | (residue_alone(page) & (odds > 0)) | listed.entries
        odds = np.where(others, np.maximum(odds, np.float32(OTHERS)), odds)
        head = above_headline(page, blocks, odds, THRESHOLD) & (odds > 2 * CONTENT)
        odds = odds + np.float32(HEAD) * head
        article = find_article(page, blocks, odds, THRESHOLD, others)
        people = bylines(page, blocks, odds, THRESHOLD) | talk(page, blocks, odds, THRESHOLD)
        clauses = legal_text(page) | around_links(page, odds, THRESHOLD)
        title = repeated_title(page, odds, THRESHOLD) | line_above(page, blocks, odds, THRESHOLD)
        title |= marked_title(page) | named_titles(page, odds, THRESHOLD)
        if first_words.BYLINE in page.openings:
            title |= over_byline(page, odds, THRESHOLD)
        if first_words.QUOTE in page.openings:
            title |= quoted_title(page, blocks)
        headless = not np.count_nonzero(article.kept)
        if headless:
            title |= edges(page, odds, THRESHOLD) | lone_sentence(page, blocks, odds, article.kept)
        tables = sections | listed.headings
        for rule in _OF_TABLES:
            tables |= rule(page)
        for opening, rule in _OPENED.items():
            if opening in page.openings:
                tables |= rule(page)
        unplaced = odds
        odds = odds + by_place(page, odds, article.kept)
        if first_words.WRITTEN in page.openings:
            title |= written(page)
        beyond_doubt = tables | people_with_posts(page) | (title & ~others)
        protected = article.kept | ((people | clauses) & ~others) | beyond_doubt
        weight, often = evidence(page, recurrences, article.kept, protected | (odds < CONTENT))
        odds = np.where(protected, odds - np.float32(PROTECTION), odds + weight)
        odds[often & ~protected & ((odds > RECURRING) | (page.length < SHORT))] = LOG_ODDS[-1]
        odds[beyond_doubt] = -LOG_ODDS[-1]
        if headless:
            odds[text_of_emptied(page, unplaced, odds >= THRESHOLD)] -= np.float32(PROTECTION)
            odds[text_ends(page, unplaced, odds >= THRESHOLD)] -= np.float32(PROTECTION)
        odds[own_titles(page, odds >= THRESHOLD, article.kept)] -= np.float32(2 * PROTECTION)
        odds[certain] = LOG_ODDS[-1]
        if _anchors(page, odds) + elsewhere >= ANCHORS:
            confidence = np.interp(odds, LOG_ODDS, CONFIDENCE, left=0.0).astype(np.float32)
            spared = (article.spared & protected).nonzero()[0].tolist()
            confidence[spared] = np.maximum(confidence[spared], np.float32(SUGGESTED))
    confidence[certain] = 1.0
    return Decision(confidence, frozenset(spared))


def _anchors(page: Page, odds: Floats) -> int:
    """How many different lines speak of furniture and would go: a cleaned page has hardly any left, and stays."""
    goes = odds >= THRESHOLD
    anchors = different_ones(page, (page.hints & goes).nonzero()[0])
    if anchors:
        anchors += min(int(np.count_nonzero(page.bare & goes)), BARE_ANCHORS)
    return anchors
