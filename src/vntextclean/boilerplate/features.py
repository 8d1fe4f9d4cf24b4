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
    STOP_WORDS,
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
    columns += _kinship(page)
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
    copied = np.zeros(len(texts), np.float32)
    keys = [text.strip() for text in texts]
    index = 0
    while index < len(keys):
        longest, other = 0, -1
        for above in seen[keys[index]][:4]:
            if above >= index:
                break
            length = 0
            while above + length < index and index + length < len(keys):
                if keys[above + length] != keys[index + length]:
                    break
                length += 1
            if length > longest:
                longest, other = length, above
        if longest > 1:
            copied[index : index + longest] = np.maximum(copied[index : index + longest], longest)
            copied[other : other + longest] = np.maximum(copied[other : other + longest], longest)
        index += max(longest, 1)
    often *= np.float32(0.5)
    logs = (np.log1p(copied) / 3).astype(np.float32)
    return [far, often, logs, (copied >= 5).astype(np.float32)]


def _kinship(page: Page) -> list[Floats]:
    """How a line is related to those beside it and to the prose of the page.

    Entries of a menu or a table begin or end alike; headings, captions and table rows speak of what the prose speaks
    of, and a menu of the site does not.
    """
    tokens, size = page.tokens, len(page)
    head = [row[0] if row else "" for row in tokens]
    tail = [row[-1] if row else "" for row in tokens]
    lead = [text[: len(text) - len(text.lstrip(" *-+#>\t\N{BULLET}"))] for text in page.texts]
    columns = [np.zeros(size, np.float32) for _ in range(5)]
    for index in range(1, size):
        if head[index] == head[index - 1]:
            columns[0][index - 1 : index + 1] = 1
        if tail[index] == tail[index - 1]:
            columns[1][index - 1 : index + 1] = 1
        if lead[index] == lead[index - 1]:
            columns[2][index - 1 : index + 1] += 0.5 if lead[index] else 0
    body: set[str] = set()
    long = [len(text) >= 120 for text in page.texts]
    for row, is_long in zip(tokens, long, strict=True):
        if is_long:
            body.update(row)
    body -= STOP_WORDS
    for index, row in enumerate(tokens):
        if row and not long[index]:
            own = set(row) - STOP_WORDS
            columns[3][index] = len(own & body) / max(len(own), 1)
            columns[4][index] = min(len(own & body), 6) / 6
    return columns


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
    marks = [hint, page.stops > 0, counts[:, STOP] > 0, page.shape >= 0, where == 0, where == size - 1]
    runs = means_of_runs(np.stack(marks), short)
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
        *runs[:4],
        runs[4] > 0,
        runs[5] > 0,
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


def means_of_runs(values: np.ndarray, marks: np.ndarray) -> np.ndarray:
    """For each line of a run of marked lines, the mean of each row of ``values`` over the run; 0 outside."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marks.astype(np.int8), [0])))).reshape(-1, 2)
    out = np.zeros(values.shape, np.float32)
    if len(edges):
        sizes = edges[:, 1] - edges[:, 0]
        total = np.zeros((len(values), values.shape[1] + 1))
        np.cumsum(values, axis=1, out=total[:, 1:])
        means = (total[:, edges[:, 1]] - total[:, edges[:, 0]]) / sizes
        out[:, marks] = np.repeat(means, sizes, axis=1)
    return out


def short_lines(page: Page) -> np.ndarray:
    """The lines too short or too bare to be prose."""
    length = page.counts.sum(1)
    prose = (length >= 90) & (page.stops / np.maximum(page.words, 1) > 0.08)
    short: np.ndarray = (length < 70) & ~prose
    return short


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
