"""What the classifier looks at: each line, its place, its neighbours, its page.

A menu is known less by its words (of 1738 furniture lines on 40 sites only 45 stood on three or more) than by standing
in a run of short lines without a full stop, away from prose and near other furniture. So most of these numbers are
about the neighbourhood.
"""

from __future__ import annotations

import numpy as np

from vntextclean.boilerplate.lexicon import KINDS
from vntextclean.boilerplate.page import (
    BRACKET,
    COMMA,
    DASH,
    DIGIT,
    LOWER,
    MARKED,
    OTHER,
    SEPARATOR,
    SHAPES,
    SPACE,
    STOP,
    SYMBOL,
    UPPER,
    Floats,
    Ints,
    Page,
)

#: How far the classifier sees the lines themselves on either side.
REACH = 3


def lines(page: Page) -> Floats:
    """One row a line: the line by itself, and where it is blank or repeated."""
    counts, size = page.counts, len(page)
    chars = np.maximum(counts.sum(1) - counts[:, SPACE], 1)
    letters = np.maximum(counts[:, LOWER] + counts[:, MARKED] + counts[:, UPPER] + counts[:, OTHER], 1)
    words = np.maximum(page.words, 1)
    first = [text.lstrip()[:1] for text in page.texts]
    last = [text.rstrip("\"'”’)*_ \N{NO-BREAK SPACE}")[-1:] for text in page.texts]
    length = chars + words
    columns = [
        np.log1p(length) / 5,
        np.log1p(words) / 4,
        chars <= 3,
        length <= 14,
        length <= 30,
        length <= 60,
        length >= 100,
        length >= 200,
        counts[:, MARKED] / letters,
        counts[:, UPPER] / letters,
        counts[:, DIGIT] / chars,
        np.log1p(counts[:, SEPARATOR]) / 2,
        counts[:, SEPARATOR] / chars,
        counts[:, SYMBOL] > 0,
        np.log1p(counts[:, STOP] + counts[:, COMMA]) / 2,
        counts[:, BRACKET] / chars,
        counts[:, DASH] / chars,
        letters <= 1,
        (counts[:, UPPER] >= 2) & (counts[:, LOWER] + counts[:, MARKED] == 0),
        page.capitals / words,
        page.stops / words,
        page.stops > 0,
        counts[:, MARKED] == 0,
        np.array([char in ".!?…" and char != "" for char in last]),
        np.array([char == ":" for char in last]),
        np.array([char in ",;" and char != "" for char in last]),
        np.array([char.islower() for char in first]),
        np.array([char.isdigit() for char in first]),
        np.array([char in "*-•+–·>»|" and char != "" for char in first]),
        np.array([char == "#" for char in first]),
        np.array([char in "\"“'‘([«_" and char != "" for char in first]),
    ]
    for number in range(len(KINDS)):
        columns.append(page.whole == number)
    for number in range(len(KINDS)):
        columns.append((page.start == number) | (page.within == number))
    for number in range(len(SHAPES)):
        columns.append(page.shape == number)
    columns += _repeats(page.texts)
    gaps = np.diff(page.rows) > 1
    columns += [np.concatenate(([True], gaps)), np.concatenate((gaps, [True]))] if size else [np.zeros(0)] * 2
    return np.stack([np.asarray(column, np.float32) for column in columns], 1)


def _repeats(texts: list[str]) -> list[Floats]:
    seen: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        seen.setdefault(text.strip(), []).append(index)
    far, often = np.zeros(len(texts), np.float32), np.zeros(len(texts), np.float32)
    for places in seen.values():
        if len(places) > 1:
            often[places] = np.log(len(places))
            if places[-1] - places[0] > 4:
                far[places] = 1
    return [far, often / 2]


def place(page: Page) -> Floats:
    """One row a line: how far it stands from prose and from other furniture, and what page it is on."""
    size = len(page)
    counts = page.counts
    length = counts.sum(1)
    stops = page.stops / np.maximum(page.words, 1)
    prose = (length >= 90) & (stops > 0.08) & (counts[:, STOP] + counts[:, COMMA] > 0)
    hint = (page.whole >= 0) | (page.start >= 0) | (page.within >= 0)
    short = (length < 70) & ~prose
    where = np.arange(size)
    weight = np.where(prose, np.minimum(length, 600), 0).astype(np.float64)
    before = np.cumsum(weight) - weight
    total = max(float(weight.sum()), 1)
    behind, ahead = _since(prose), _since(prose[::-1])[::-1]
    hint_behind, hint_ahead = _since(hint), _since(hint[::-1])[::-1]
    columns = [
        where / max(size, 1),
        np.log1p(where) / 5,
        np.log1p(size - 1 - where) / 5,
        before / total,
        before == 0,
        before + weight >= total,
        np.log1p(behind) / 4,
        np.log1p(ahead) / 4,
        np.log1p(np.minimum(behind, ahead)) / 4,
        np.log1p(hint_behind) / 4,
        np.log1p(hint_ahead) / 4,
        _share(hint, 3),
        _share(hint, 8),
        _share(hint, 25),
        _share(prose, 3),
        _share(prose, 8),
        _share(prose, 25),
        np.log1p(_run(short)) / 4,
        _share(length < 30, 6),
        _share((counts[:, STOP] > 0) & (length > 40), 6),
        _spread(length, 4),
        np.full(size, np.log1p(size) / 6),
        np.full(size, hint.mean() if size else 0),
        np.full(size, np.log1p(hint.sum()) / 4),
        np.full(size, prose.mean() if size else 0),
        np.full(size, np.log1p(total) / 9),
        np.full(size, np.log1p(np.median(length)) / 5 if size else 0),
    ]
    return np.stack([np.asarray(column, np.float32) for column in columns], 1)


def _since(marks: np.ndarray) -> Ints:
    """Lines since the last marked one, 99 where there is none before."""
    where = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, where, -99))
    return np.minimum(where - last, 99)


def _run(marks: np.ndarray) -> Ints:
    """The length of the run of marked lines each line stands in, 0 outside."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marks.astype(np.int8), [0]))))
    out = np.zeros(len(marks), np.int64)
    for start, end in edges.reshape(-1, 2).tolist():
        out[start:end] = end - start
    return out


def _share(marks: np.ndarray, reach: int) -> np.ndarray:
    """The share of marked lines among those at most ``reach`` away."""
    size = len(marks)
    total = np.concatenate(([0], np.cumsum(marks)))
    low = np.maximum(np.arange(size) - reach, 0)
    high = np.minimum(np.arange(size) + reach + 1, size)
    share: np.ndarray = (total[high] - total[low]) / np.maximum(high - low, 1)
    return share


def _spread(length: np.ndarray, reach: int) -> np.ndarray:
    """How unlike in length the lines around are: verses and table rows are alike, teasers alternate."""
    size = len(length)
    logs = np.log1p(length)
    first, second = (np.concatenate(([0], np.cumsum(values))) for values in (logs, logs * logs))
    low = np.maximum(np.arange(size) - reach, 0)
    high = np.minimum(np.arange(size) + reach + 1, size)
    count = np.maximum(high - low, 1)
    mean = (first[high] - first[low]) / count
    spread: np.ndarray = np.sqrt(np.maximum((second[high] - second[low]) / count - mean * mean, 0))
    return spread


def window(rows: Floats, reach: int = REACH) -> Floats:
    """Each row with those of its neighbours beside it; beyond the ends stand zeros and a mark that says so."""
    size, width = rows.shape
    padded = np.zeros((size + 2 * reach, width + 1), np.float32)
    padded[:, -1] = 1
    padded[reach : reach + size, :width] = rows
    padded[reach : reach + size, -1] = 0
    return np.concatenate([padded[at : at + size] for at in range(2 * reach + 1)], 1)
