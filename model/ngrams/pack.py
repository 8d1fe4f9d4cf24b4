"""From pruned n-grams to the arrays of the model file: values quantised to one byte, in static tables."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from model.ngrams.count import BITS, Pruned
from model.ngrams.encode import Vocabulary
from vntextclean.lm import fuse_table
from vntextclean.lm.format import write_file
from vntextclean.lm.ngrams import TOP_BITS

Array = npt.NDArray[Any]


def book(values: npt.NDArray[np.float64], size: int, rounds: int = 20) -> npt.NDArray[np.float32]:
    """A codebook of ``size`` levels for values, by k-means in one dimension.

    The initial levels are at equal steps of rank and of width.
    """
    if not len(values):
        return np.zeros(size, np.float32)
    ordered = np.sort(values)
    half = size // 2
    even = np.linspace(ordered[0], ordered[-1], half + 1)[:-1]
    levels = np.unique(np.concatenate((ordered[np.linspace(0, len(ordered) - 1, half).astype(np.int64)], even)))
    sums = np.concatenate(([0.0], np.cumsum(ordered)))
    for _ in range(rounds):
        edges = np.searchsorted(ordered, (levels[1:] + levels[:-1]) / 2)
        edges = np.concatenate(([0], edges, [len(ordered)]))
        sizes = np.diff(edges)
        levels = np.where(sizes > 0, (sums[edges[1:]] - sums[edges[:-1]]) / np.maximum(sizes, 1), levels)
    out = np.full(size, levels[-1])
    out[: len(levels)] = np.sort(levels)
    return out.astype(np.float32)


def codes(values: npt.NDArray[np.float64], levels: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """The index of the nearest level of each value."""
    return np.searchsorted((levels[1:] + levels[:-1]) / 2, values)


def sections(
    vocabulary: Vocabulary, pruned: list[Pruned], raw: npt.NDArray[np.int64]
) -> tuple[dict[str, Any], dict[str, Array]]:
    """The description and all arrays of an n-gram model; ``raw`` are the counts of all ids."""
    unigram = pruned[0].log_prob.astype(np.float32)
    lower = np.arange(vocabulary.size)
    number = vocabulary.bare_of[: vocabulary.size]
    has = lower[number >= 0]
    order = has[np.lexsort((has, -raw[has], number[has]))]
    starts = np.searchsorted(number[order], np.arange(len(vocabulary.bare_words) + 1))
    out: dict[str, Array] = {
        "vocabulary/words": np.frombuffer("\n".join(vocabulary.words).encode(), np.uint8),
        "vocabulary/keys": vocabulary.lexicon.keys,
        "vocabulary/values": vocabulary.lexicon.values.astype(np.int16),
        "vocabulary/title_of": vocabulary.title_of.astype(np.int16),
        "vocabulary/bare_of": vocabulary.bare_of.astype(np.int16),
        "bare/keys": vocabulary.bare_lexicon.keys,
        "bare/values": vocabulary.bare_lexicon.values.astype(np.int16),
        "bare/starts": starts.astype(np.int32),
        "bare/ids": order.astype(np.int16),
        "unigram/log_prob": unigram,
        "unigram/backoff": pruned[0].backoff.astype(np.float32),
        "unigram/frequency": np.log((raw + 0.5) / (raw.sum() + 0.5 * len(raw))).astype(np.float32),
    }
    arrays, layout = orders(pruned)
    about: dict[str, Any] = {
        "order": len(pruned),
        "size": vocabulary.size,
        "orders": [{"seed": seed, "segment": segment} for seed, segment in layout],
        "counts": [len(grams.keys) for grams in pruned[1:]],
    }
    return about, out | arrays


def orders(pruned: list[Pruned]) -> tuple[dict[str, Array], list[tuple[int, int]]]:
    """The static tables of all orders from 2, and the seed and segment length of each.

    An n-gram is stored as its gain over backing off to the quantised lower order, so that errors do not add up.
    """
    out: dict[str, Array] = {}
    layout: list[tuple[int, int]] = []
    log_prob = pruned[0].log_prob.astype(np.float32).astype(np.float64)
    backoff = pruned[0].backoff.astype(np.float32).astype(np.float64)
    keys = np.arange(len(log_prob), dtype=np.uint64)
    for size, grams in enumerate(pruned[1:], 2):
        more = size < len(pruned)
        history = grams.keys & np.uint64((1 << (BITS * (size - 1))) - 1)
        fallback = (
            log_prob[np.searchsorted(keys, grams.keys >> np.uint64(BITS))] + backoff[np.searchsorted(keys, history)]
        )
        gain = grams.log_prob - fallback
        gains = book(gain, 256 if more else 1 << TOP_BITS)
        code = codes(gain, gains)
        log_prob, keys = fallback + gains[code], grams.keys
        out[f"{size}/gains"] = gains
        if more:
            backoffs = book(grams.backoff, 256)
            code_backoff = codes(grams.backoff, backoffs)
            backoff = backoffs[code_backoff].astype(np.float64)
            out[f"{size}/backoffs"] = backoffs
            table = fuse_table.build(grams.keys, code << 8 | code_backoff, 16, np.uint32)
        else:
            table = fuse_table.build(grams.keys, code, TOP_BITS, np.uint16)
        out[f"{size}/slots"] = table.slots
        layout.append((table.seed, table.segment))
    return out, layout


def write(path: Path, about: dict[str, Any], arrays: dict[str, Array]) -> tuple[int, str]:
    """Write the file; returns its size in bytes and its SHA-256."""
    size = write_file(path, about, arrays)
    return size, hashlib.sha256(path.read_bytes()).hexdigest()
