"""The training data of the wide net: streams of keys, candidates, the order of the windows, and the pair counts.

The order depends only on the seed and the step, so that an interrupted run continues like an uninterrupted one.
"""

from __future__ import annotations

import collections
import json
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from model.ngrams.corpus import SOURCES, Source, chunks
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import NUMBER, SPECIALS

SEED = 20261122
HELD_BLOCK, HELD_EVERY = 1024, 200  # every 200th stretch of 1024 syllables is never trained on
WINDOW = 256  # syllables of one training window, and of the document mean
BATCH = 64
KEY_COUNT, FORM_COUNT, FORM_SHARE = 60, 25, 2e-4
MOST_CANDIDATES = 24
PAIR_SHARE = (1.0, 1.0, 1.0)  # weights of the form alone and of the left and the right word; tried: 0.6 to 1.0
SHRINK = 3.0  # pseudo-count of the key's own distribution beside the counts of a pair

# Share of the training windows by source. Newspapers are cleaned most; the other sources have what newspapers lack.
MIXTURE = {
    "vietnews": 17.0, "baomoi": 16.0, "rssnews_tintuchangngay": 6.0, "news_unc": 2.0, "news_vietstock_rss": 1.0,
    "news_ktlab": 0.5, "viwiki_uts": 21.0, "lit_khudocmo": 8.0, "lit_namcao": 1.0, "forum_mn12cs": 12.0,
    "law_diepxuan": 2.5, "law_uts_vlc": 2.0, "med_yhoccotruyen": 4.0, "rel_thichminhchau": 1.0, "talk_3b1b": 1.5,
    "edu_d2l_vi": 1.5, "kieu_essays": 1.0,
}
VIETNEWS_SHARE = 2  # every second stretch: training is too short to see all of it once


def bare(word: str) -> str:
    """Lower-case word without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word.replace("đ", "d")) if not unicodedata.combining(c))


class Stream(NamedTuple):
    """One source: the lower-case id of each word, its case and border, and whether it is held out."""

    word: np.ndarray
    look: np.ndarray
    held: np.ndarray


def stream(path: Path, source: Source, model: Model) -> Stream:
    """The words and numbers of one source, without the lines held out from the n-gram."""
    words, looks = [], []
    for text in chunks(path, source.keep):
        scan = model.scan(text)
        words.append(scan.lower.astype(np.uint16))
        looks.append(scan.look.astype(np.uint8))
    word, look = np.concatenate(words), np.concatenate(looks)
    place = np.arange(len(word)) // HELD_BLOCK
    held, kept = place % HELD_EVERY == HELD_EVERY // 2, np.ones(len(word), bool)
    if source.name == "vietnews":
        kept = place // HELD_EVERY % VIETNEWS_SHARE == 0
    return Stream(word[kept], look[kept], held[kept])


def tokens(corpus: Path, work: Path) -> None:
    """Choose keys and candidates, and write every source as keys, forms and looks."""
    model = Model.open()
    spelled = model.words[:model.size]
    streams = {source.name: stream(corpus / f"{source.name}.txt", source, model) for source in SOURCES
               if source.name in MIXTURE}
    count = np.zeros(len(spelled), np.int64)
    for found in streams.values():
        count += np.bincount(found.word, minlength=len(spelled))
    keys: collections.Counter[str] = collections.Counter()
    forms: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for word, n in list(zip(spelled, count.tolist(), strict=True))[len(SPECIALS):]:
        keys[bare(word)] += n
        forms[bare(word)][word] += n
    table = ["<pad>", "<unknown>", "<number>"] + sorted(k for k, n in keys.items() if n >= KEY_COUNT)
    starts, names = [0, 0, 0], []
    for key in table[3:]:
        starts.append(len(names))
        good = [f for f, n in forms[key].most_common(MOST_CANDIDATES) if n >= max(FORM_COUNT, FORM_SHARE * keys[key])]
        if len(good) > 1:
            names += sorted(good)
    starts.append(len(names))
    vocabulary = {"keys": table, "forms": names, "starts": starts}
    (work / "vocabulary.json").write_text(json.dumps(vocabulary, ensure_ascii=False))
    print(len(table), "keys", len(names), "forms", max(np.diff(starts)), "candidates at most", flush=True)
    key_id, form_id = {k: i for i, k in enumerate(table)}, {f: i + 1 for i, f in enumerate(names)}
    to_key = np.array([key_id.get(bare(word), 1) for word in spelled], np.uint16)
    to_key[:len(SPECIALS)] = 1
    to_key[NUMBER] = 2
    to_form = np.array([form_id.get(word, 0) for word in spelled], np.uint16)
    for name, (word, look, held) in streams.items():
        out = {}
        for part, chosen in (("train", ~held), ("held", held)):
            out[part + "_key"], out[part + "_form"] = to_key[word[chosen]], to_form[word[chosen]]
            out[part + "_look"] = look[chosen]
        np.savez(work / f"{name}.npz", **out)
        print(name, int((~held).sum()), int(held.sum()), flush=True)


def load(work: Path) -> tuple[dict[str, Any], dict[str, dict[str, np.ndarray]]]:
    vocabulary = json.loads((work / "vocabulary.json").read_text())
    return vocabulary, {name: dict(np.load(work / f"{name}.npz")) for name in MIXTURE}


class Order:
    """The windows of each step: every window of a source once, shuffled, then again at another offset."""

    def __init__(self, lengths: dict[str, int]) -> None:
        self.names = list(lengths)
        self.lengths = lengths
        self.windows = {name: (n - WINDOW) // WINDOW for name, n in lengths.items()}
        share = np.array([MIXTURE[name] for name in self.names])
        self.share = share / share.sum()
        self.drawn = dict.fromkeys(self.names, 0)
        self.shuffled: dict[tuple[str, int], np.ndarray] = {}

    def step(self, number: int) -> list[tuple[str, int]]:
        chosen = np.random.default_rng([SEED, number]).choice(len(self.names), BATCH, p=self.share)
        return [self.window(self.names[i]) for i in chosen]

    def window(self, name: str) -> tuple[str, int]:
        epoch, place = divmod(self.drawn[name], self.windows[name])
        self.drawn[name] += 1
        source = self.names.index(name)
        if (name, epoch) not in self.shuffled:
            self.shuffled.pop((name, epoch - 1), None)
            order = np.random.default_rng([SEED, 1, source, epoch]).permutation(self.windows[name])
            self.shuffled[name, epoch] = order
        offset = int(np.random.default_rng([SEED, 2, source, epoch]).integers(WINDOW))
        return name, int(self.shuffled[name, epoch][place]) * WINDOW + offset


class PairCounts:
    """Counts of each form after and before each key in the training streams: a baseline that is added to the net."""

    def __init__(self, vocabulary: dict[str, Any], data: dict[str, dict[str, np.ndarray]]) -> None:
        self.keys, self.forms = len(vocabulary["keys"]) + 1, len(vocabulary["forms"])
        starts = np.array(vocabulary["starts"], np.int64)
        tables = [np.zeros(self.keys * self.forms, np.int32) for _ in range(2)]
        for arrays in data.values():
            key, form, look = (arrays["train_" + part] for part in ("key", "form", "look"))
            some = np.flatnonzero(form)
            for table, neighbour in zip(tables, self.neighbours(key, look), strict=True):
                cell = neighbour[some].astype(np.int64) * self.forms + form[some] - 1
                table += np.bincount(cell, minlength=len(table)).astype(np.int32)
        self.left, self.right = tables
        alone = self.left.reshape(self.keys, self.forms).sum(0) + 0.5
        whole = np.add.reduceat(np.append(alone, 0), np.minimum(starts[:-1], self.forms))
        self.prior = np.log(alone / np.repeat(whole, np.diff(starts))).astype(np.float32)

    def neighbours(self, key: np.ndarray, look: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The keys to the left and the right of each position; 0 over a sentence end, a separate one over a border."""
        left, right = np.zeros_like(key), np.zeros_like(key)
        left[..., 1:], right[..., :-1] = key[..., :-1], key[..., 1:]
        gap = look // 4
        after = np.zeros_like(gap)
        after[..., :-1] = gap[..., 1:]
        return (np.where(gap == 2, 0, np.where(gap == 1, self.keys - 1, left)),
                np.where(after == 2, 0, np.where(after == 1, self.keys - 1, right)))

    def as_row(self, left: np.ndarray, right: np.ndarray, first: np.ndarray, count: np.ndarray, seen: np.ndarray,
                 ) -> np.ndarray:
        """For the candidates of each position, one after another, what PAIR_SHARE weighs, summed.

        ``seen`` is the column of the right one where its own sighting has to be left out of the counts, else -1.
        """
        row = np.repeat(np.arange(len(first)), count)
        column = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        form = first[row] + column
        prior = self.prior[form]
        own = column == seen[row]
        total = PAIR_SHARE[0] * prior
        for table, beside, share in ((self.left, left, PAIR_SHARE[1]), (self.right, right, PAIR_SHARE[2])):
            sightings = np.maximum(table[beside[row].astype(np.int64) * self.forms + form] - own, 0).astype(np.float32)
            whole = np.bincount(row, sightings, len(first))[row]
            total += share * (np.log((sightings + SHRINK * np.exp(prior)) / (whole + SHRINK)) - prior)
        return total.astype(np.float32)
