"""Train the wide-context scorer: a small convolutional net that picks among the candidates of one bare syllable.

    train_wide.py tokens IDS WORK                the ids of encode.py -> WORK/vocabulary.json, WORK/<source>.npz
    train_wide.py train WORK [--syllables N]     WORK -> WORK/checkpoint.pt (resumes where it stopped)
    train_wide.py evaluate WORK [CHECKPOINT]     accuracy by source on the held-out blocks
    train_wide.py export CHECKPOINT OUT.npz      8-bit weights for vntextclean.lm.wide

The order of the training windows is a function of the seed and the step alone, so an interrupted run that resumes
sees the same windows as one that was never stopped. Needs PyTorch; one core is enough (docs/model-wide.md has the
figures).
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import time
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SEED = 20261122
HELD_BLOCK, HELD_EVERY = 1024, 200  # every 200th stretch of 1024 syllables is never trained on
WINDOW = 256  # syllables of one training window: the reach of the document summary
KEY_COUNT, FORM_COUNT, FORM_SHARE = 60, 25, 2e-4
MOST_CANDIDATES = 24

WIDTH, QUERY, POOL, POOL_AFTER = 160, 64, 64, 1
LAYERS = ((5, 1), (3, 2), (3, 4), (3, 8), (3, 16))  # reach, dilation: 33 syllables to either side in all
BATCH = 64
RATE = 2.5e-3
ALL_BARE = 0.55  # of the windows; in the others most neighbours are given with their marks
# The net is trained to add to what the next words to either side say (PairCounts), because the n-gram says that much
# better: held against it, a net trained to answer alone spends its few weights on learning bigrams. The first ALONE
# syllables of the shipped net were learnt without.
ALONE = 33669120
PAIR_SHARE = (1.0, 1.0, 1.0)  # of the form alone, and of what the left and the right word add; tried: 0.6 to 1.0
DOUBT_SHARE = 0.7  # of the last training steps: places where the n-gram itself is unsure (doubts.py)
DOUBTS_FROM = 46006272
EVALUATED = 100  # windows of each source at most
SHRINK = 3.0  # how many sightings the key's own distribution is worth beside a pair's counts
LOSS_SHARE = 0.6  # of the bare positions are asked for: the softmax costs as much as a layer

# Share of the training windows by source. Newspapers are what is cleaned most, the rest is what they lack.
MIXTURE = {
    "vietnews": 17.0, "baomoi": 16.0, "rssnews_tintuchangngay": 6.0, "news_unc": 2.0, "news_vietstock_rss": 1.0,
    "news_ktlab": 0.5, "viwiki_uts": 21.0, "lit_khudocmo": 8.0, "lit_namcao": 1.0, "forum_mn12cs": 12.0,
    "law_diepxuan": 2.5, "law_uts_vlc": 2.0, "med_yhoccotruyen": 4.0, "rel_thichminhchau": 1.0, "talk_3b1b": 1.5,
    "edu_d2l_vi": 1.5, "kieu_essays": 1.0,
}
VIETNEWS_SHARE = 2  # every second stretch: all of it would not be seen once

WIDTH, QUERY, POOL, POOL_AFTER = 160, 64, 64, 1
LAYERS = ((5, 1), (3, 2), (3, 4), (3, 8), (3, 16))  # reach, dilation: 33 syllables to either side in all
BATCH = 64
RATE = 2.5e-3
ALL_BARE = 0.55  # of the windows; in the others most neighbours are given with their marks
# The net is trained to add to what the next words to either side say (PairCounts), because the n-gram says that much
# better: held against it, a net trained to answer alone spends its few weights on learning bigrams. The first ALONE
# syllables of the shipped net were learnt without.
ALONE = 33669120
PAIR_SHARE = (1.0, 1.0, 1.0)  # of the form alone, and of what the left and the right word add; tried: 0.6 to 1.0
DOUBT_SHARE = 0.7  # of the last training steps: places where the n-gram itself is unsure (doubts.py)
DOUBTS_FROM = 46006272
EVALUATED = 100  # windows of each source at most
SHRINK = 3.0  # how many sightings the key's own distribution is worth beside a pair's counts
LOSS_SHARE = 0.6  # of the bare positions are asked for: the softmax costs as much as a layer

# Share of the training windows by source. Newspapers are what is cleaned most, the rest is what they lack.
MIXTURE = {
    "vietnews": 17.0, "baomoi": 16.0, "rssnews_tintuchangngay": 6.0, "news_unc": 2.0, "news_vietstock_rss": 1.0,
    "news_ktlab": 0.5, "viwiki_uts": 21.0, "lit_khudocmo": 8.0, "lit_namcao": 1.0, "forum_mn12cs": 12.0,
    "law_diepxuan": 2.5, "law_uts_vlc": 2.0, "med_yhoccotruyen": 4.0, "rel_thichminhchau": 1.0, "talk_3b1b": 1.5,
    "edu_d2l_vi": 1.5, "kieu_essays": 1.0,
}
VIETNEWS_BYTES = 200_000_000

SPECIALS = 8  # ids below are <none>, <s>, <p>, <num> and four kinds of unknown word: vntextclean.lm.scan


def bare(word: str) -> str:
    """Lower-case word without its marks."""
    return "".join(c for c in unicodedata.normalize("NFD", word.replace("đ", "d")) if not unicodedata.combining(c))


class Stream(NamedTuple):
    """One source: the lower-case id of each word, its case and what stands before it, and whether it is held out."""

    word: np.ndarray
    look: np.ndarray
    held: np.ndarray


def stream(ids: Path, name: str) -> Stream:
    lower, case = np.load(ids / "ids" / f"{name}.npy"), np.load(ids / "case" / f"{name}.npy")
    at = np.flatnonzero(lower > 2)
    before = lower[np.maximum(at - 1, 0)]
    gap = np.where(before == 1, 2, np.where(before == 2, 1, 0))
    place = np.arange(len(at)) // HELD_BLOCK % HELD_EVERY
    word, look, held = lower[at], (case[at] + 4 * gap).astype(np.uint8), place == HELD_EVERY // 2
    if name == "vietnews":
        kept = np.arange(len(at)) // (HELD_BLOCK * HELD_EVERY) % VIETNEWS_SHARE == 0
        word, look, held = word[kept], look[kept], held[kept]
    return Stream(word, look, held)


def tokens(ids: Path, work: Path) -> None:
    """Choose keys and candidates, and write every source as keys, forms and looks."""
    spelled = (ids / "vocab.txt").read_text(encoding="utf-8").splitlines()
    count = np.zeros(len(spelled), np.int64)
    for name in MIXTURE:
        count += np.bincount(stream(ids, name).word, minlength=len(spelled))
    keys: collections.Counter[str] = collections.Counter()
    forms: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for word, n in list(zip(spelled, count.tolist(), strict=True))[SPECIALS:]:
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
    to_key[:SPECIALS] = 1
    to_key[3] = 2
    to_form = np.array([form_id.get(word, 0) for word in spelled], np.uint16)
    for name in MIXTURE:
        word, look, held = stream(ids, name)
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
    """Which windows make up which step: every window of a source once, shuffled, then again at another offset."""

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
    """How often each form stood behind and before each key, as far as the stream goes: the net's sparring partner."""

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
        """The keys to the left and the right of each place; 0 over a sentence end, a number of its own over a mark."""
        left, right = np.zeros_like(key), np.zeros_like(key)
        left[..., 1:], right[..., :-1] = key[..., :-1], key[..., 1:]
        gap = look // 4
        after = np.zeros_like(gap)
        after[..., :-1] = gap[..., 1:]
        return (np.where(gap == 2, 0, np.where(gap == 1, self.keys - 1, left)),
                np.where(after == 2, 0, np.where(after == 1, self.keys - 1, right)))

    def features(self, left: np.ndarray, right: np.ndarray, first: np.ndarray, count: np.ndarray, seen: np.ndarray,
                 ) -> torch.Tensor:
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
        return torch.from_numpy(total.astype(np.float32))


class Block(nn.Module):
    """Norm, dilated convolution, rectifier, projection; added to what came in."""

    def __init__(self, width: int, reach: int, dilation: int) -> None:
        super().__init__()
        self.reach, self.dilation = reach, dilation
        self.gain = nn.Parameter(torch.ones(width))
        self.conv = nn.Linear(reach * width, width)
        self.out = nn.Linear(width, width)
        nn.init.normal_(self.out.weight, std=0.3 / math.sqrt(width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        half, dtype, length = self.reach // 2 * self.dilation, x.dtype, x.shape[1]
        h = F.layer_norm(x, (x.shape[-1],), self.gain.to(dtype))
        h = F.pad(h, (0, 0, half, half))
        h = torch.cat([h[:, i * self.dilation : i * self.dilation + length] for i in range(self.reach)], -1)
        h = F.relu(F.linear(h, self.conv.weight.to(dtype), self.conv.bias.to(dtype)))
        return x + F.linear(h, self.out.weight.to(dtype), self.out.bias.to(dtype))


class Net(nn.Module):
    """Keys, known forms and looks of a document in; a vector per position out, to be held against the candidates."""

    def __init__(self, keys: int, forms: int) -> None:
        super().__init__()
        self.key = nn.Embedding(keys, WIDTH)
        self.known = nn.Embedding(forms + 1, WIDTH)
        self.look = nn.Embedding(12, WIDTH)
        self.blocks = nn.ModuleList([Block(WIDTH, k, d) for k, d in LAYERS])
        self.pool_in = nn.Linear(WIDTH, POOL)
        self.pool_out = nn.Linear(POOL, WIDTH)
        self.gain = nn.Parameter(torch.ones(WIDTH))
        self.query = nn.Linear(WIDTH, QUERY)
        self.form = nn.Embedding(forms, QUERY + 1)
        for table in (self.key, self.known, self.look):
            nn.init.normal_(table.weight, std=0.5)
        nn.init.normal_(self.form.weight, std=0.1)

    def trunk(self, key: torch.Tensor, known: torch.Tensor, look: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
        x = (self.key(key) + self.known(known) + self.look(look)).to(dtype)
        for number, block in enumerate(self.blocks):
            x = block(x)
            if number == POOL_AFTER:
                topic = F.relu(F.linear(x, self.pool_in.weight.to(dtype), self.pool_in.bias.to(dtype)))
                topic = topic.mean(1, keepdim=True)
                x = x + F.linear(topic, self.pool_out.weight.to(dtype), self.pool_out.bias.to(dtype))
        return x

    def queries(self, x: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
        h = x.reshape(-1, x.shape[-1])[at]
        h = F.layer_norm(h, (h.shape[-1],), self.gain.to(h.dtype))
        return F.linear(h, self.query.weight.to(h.dtype), self.query.bias.to(h.dtype)).float()

    def logits(self, query: torch.Tensor, first: torch.Tensor, count: torch.Tensor,
               beside: torch.Tensor | None = None) -> torch.Tensor:
        """One row per query, padded with a very small number behind the last candidate."""
        row = torch.repeat_interleave(torch.arange(len(first)), count)
        column = torch.arange(len(row)) - torch.repeat_interleave(count.cumsum(0) - count, count)
        table = self.form(first[row] + column)
        flat = (query[row] * table[:, :-1]).sum(-1) + table[:, -1]
        if beside is not None:
            flat = flat + beside
        return torch.full((len(first), int(count.max())), -1e4).index_put((row, column), flat)


class Batch(NamedTuple):
    key: torch.Tensor
    known: torch.Tensor
    look: torch.Tensor
    at: torch.Tensor
    first: torch.Tensor
    count: torch.Tensor
    right: torch.Tensor
    beside: torch.Tensor | None


def batch_of(key: np.ndarray, form: np.ndarray, look: np.ndarray, known: np.ndarray, wanted: np.ndarray,
             starts: np.ndarray, pieces: int = 1, pairs: PairCounts | None = None, counted: bool = False) -> Batch:
    """Rows of whole windows as tensors, each window cut into ``pieces`` documents."""
    at = np.flatnonzero((wanted & ~known & (form > 0)).ravel())
    ids = key.ravel()[at]
    first, count = starts[ids], starts[ids + 1] - starts[ids]
    right = form.ravel()[at].astype(np.int64) - 1 - first
    beside = None
    if pairs is not None:
        sides = (side.ravel()[at] for side in pairs.neighbours(key, look))
        beside = pairs.features(*sides, first, count, right if counted else np.full_like(right, -1))
    cut = (a.reshape(len(key) * pieces, -1).astype(np.int64) for a in (key, np.where(known, form, 0), look))
    return Batch(*map(torch.from_numpy, (*cut, at, first, count, right)), beside)


def training_batch(order: Order, data: dict[str, dict[str, np.ndarray]], starts: np.ndarray, step: int,
                   pairs: PairCounts | None) -> Batch:
    rng = np.random.default_rng([SEED, 3, step])
    windows = order.step(step)
    key, form, look = (
        np.stack([data[name]["train_" + part][at : at + WINDOW] for name, at in windows])
        for part in ("key", "form", "look")
    )
    everything_bare = rng.random((BATCH, 1)) < ALL_BARE
    rate = np.where(rng.random((BATCH, 1)) < 0.8, rng.uniform(0.1, 0.3, (BATCH, 1)), rng.uniform(0.1, 0.9, (BATCH, 1)))
    known = ~everything_bare & (rng.random(key.shape) > rate)
    wanted = rng.random(key.shape) < LOSS_SHARE
    pieces = int(rng.choice([1, 4, 8], p=[0.7, 0.15, 0.15]))  # documents of 256, 64 and 32 syllables
    if pairs is not None:
        wanted[:, [0, -1]] = False  # the counts know a neighbour that the window does not
        pairs = pairs if step * BATCH * WINDOW >= ALONE else None
    return batch_of(key, form, look, known, wanted, starts, pieces, pairs, counted=True)


class Doubts:
    """Windows of running text with the n-gram's candidates and posteriors at the places where it is unsure."""

    def __init__(self, paths: list[Path]) -> None:
        parts = [dict(np.load(path)) for path in paths]
        self.key, self.look, self.form, self.logp, self.right = (
            np.concatenate([part[name] for part in parts]) for name in ("key", "look", "form", "logp", "right"))
        offsets = np.cumsum([0, *(len(part["key"]) for part in parts)])
        self.at = np.concatenate([part["at"] + offset for part, offset in zip(parts, offsets[:-1], strict=True)])
        self.windows = len(self.key) // WINDOW
        self.drawn = 0

    def loss(self, net: Net) -> torch.Tensor:
        """The loss of the net's logits added to the n-gram's log-posteriors, over the next batch of windows."""
        rows, key, look = [], [], []
        for row in range(BATCH):
            epoch, place = divmod(self.drawn, self.windows)
            self.drawn += 1
            if place == 0 or not hasattr(self, "order"):
                self.order = np.random.default_rng([SEED, 4, epoch]).permutation(self.windows)
            start = int(self.order[place]) * WINDOW
            low, high = np.searchsorted(self.at, (start, start + WINDOW))
            rows.append(np.stack((np.arange(low, high), self.at[low:high] - start + row * WINDOW)))
            key.append(self.key[start:start + WINDOW])
            look.append(self.look[start:start + WINDOW])
        pieces = int(np.random.default_rng([SEED, 5, self.drawn]).choice([1, 4, 8], p=[0.7, 0.15, 0.15]))
        at, place = np.concatenate(rows, 1)
        shown = [torch.from_numpy(np.stack(a).astype(np.int64)).view(BATCH * pieces, -1) for a in (key, look)]
        x = net.trunk(shown[0], torch.zeros_like(shown[0]), shown[1], torch.bfloat16)
        query = net.queries(x, torch.from_numpy(place))
        form = torch.from_numpy(self.form[at].astype(np.int64))
        table = net.form(form.clamp(min=0))
        logits = (query[:, None] * table[..., :-1]).sum(-1) + table[..., -1]
        logits = torch.where(form >= 0, logits + torch.from_numpy(self.logp[at].astype(np.float32)), -1e4)
        return F.cross_entropy(logits, torch.from_numpy(self.right[at].astype(np.int64)))


def rate_at(seen: float, total: float) -> float:
    """Warm up over 4 million syllables, hold, fall to nothing over the last 35 %."""
    return RATE * min(1.0, (seen + 2e4) / 4e6, max(0.0, (total - seen) / (0.35 * total)))


def train(work: Path, total: int, minutes: float) -> None:
    torch.manual_seed(SEED)
    vocabulary, data = load(work)
    starts = np.array(vocabulary["starts"], np.int64)
    net = Net(len(vocabulary["keys"]), len(vocabulary["forms"]))
    print(sum(p.numel() for p in net.parameters()), "weights", flush=True)
    parameters = list(net.parameters())
    mean = [p.detach().clone() for p in parameters]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    order = Order({name: len(arrays["train_key"]) for name, arrays in data.items()})
    pairs = PairCounts(vocabulary, data)
    doubts = Doubts(sorted(work.glob("doubts_*.npz")))
    step, path = 0, work / "checkpoint.pt"
    if path.exists():
        state = torch.load(path, weights_only=True)
        net.load_state_dict(state["net"])
        mean = state["mean"]
        optimiser.load_state_dict(state["optimiser"])
        order.drawn, step, doubts.drawn = state["drawn"], state["step"], state.get("doubts", 0)
    began = saved = told = time.time()
    losses: list[float] = []
    told_doubts: list[float] = []
    while step * BATCH * WINDOW < total and time.time() - began < minutes * 60:
        for group in optimiser.param_groups:
            left = max(0.0, 1 - (time.time() - began) / (60 * minutes))
            group["lr"] = rate_at(step * BATCH * WINDOW, total) * left
        late = step * BATCH * WINDOW >= DOUBTS_FROM
        if late and np.random.default_rng([SEED, 6, step]).random() < DOUBT_SHARE:
            loss = doubts.loss(net)
            told_doubts.append(loss.item())
        else:
            batch = training_batch(order, data, starts, step, pairs)
            x = net.trunk(batch.key, batch.known, batch.look, torch.bfloat16)
            logits = net.logits(net.queries(x, batch.at), batch.first, batch.count, batch.beside)
            loss = F.cross_entropy(logits, batch.right)
            losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        step += 1
        if step % 5 == 0:
            torch._foreach_lerp_(mean, [p.detach() for p in parameters], min(0.02, 5 / (step + 5)))
        last = step * BATCH * WINDOW >= total or time.time() - began >= minutes * 60
        if step % 50 == 0:
            now = time.time()
            print(f"{step * BATCH * WINDOW / 1e6:.1f}M loss {np.mean(losses):.4f} "
                  f"in doubt {np.mean(told_doubts or [0]):.4f} "
                  f"{50 * BATCH * WINDOW / (now - told):.0f} syllables/s", flush=True)
            losses, told_doubts, told = [], [], now
        if last or time.time() - saved > 300:
            saved = time.time()
            state = {"net": net.state_dict(), "mean": mean, "optimiser": optimiser.state_dict(), "drawn": order.drawn,
                     "doubts": doubts.drawn, "step": step}
            torch.save(state, path.with_suffix(".new"))
            path.with_suffix(".new").replace(path)


def averaged(work: Path, checkpoint: Path) -> tuple[Net, dict[str, Any], int]:
    vocabulary = json.loads((work / "vocabulary.json").read_text())
    net = Net(len(vocabulary["keys"]), len(vocabulary["forms"]))
    state = torch.load(checkpoint, weights_only=True)
    with torch.no_grad():
        for parameter, value in zip(net.parameters(), state["mean"], strict=True):
            parameter.copy_(value)
    return net, vocabulary, state["step"]


@torch.no_grad()
def evaluate(work: Path, checkpoint: Path) -> None:
    """Accuracy and loss of the pair counts, the net, and both: everything bare, and with marked neighbours."""
    net, vocabulary, step = averaged(work, checkpoint)
    starts = np.array(vocabulary["starts"], np.int64)
    pairs = PairCounts(vocabulary, load(work)[1])
    print(f"step {step}, {step * BATCH * WINDOW / 1e6:.1f} million syllables")
    rng = np.random.default_rng(SEED)
    for name in MIXTURE:
        arrays = np.load(work / f"{name}.npz")
        n = min(len(arrays["held_key"]) // WINDOW, EVALUATED) * WINDOW
        key, form, look = (arrays["held_" + part][:n].reshape(-1, WINDOW) for part in ("key", "form", "look"))
        line = f"{name:24s}"
        for known in (np.zeros(key.shape, bool), rng.random(key.shape) > 0.2):
            batch = batch_of(key, form, look, known, np.ones(key.shape, bool), starts, 1, pairs)
            x = net.trunk(batch.key, batch.known, batch.look, torch.float32)
            query = net.queries(x, batch.at)
            for asked, beside in ((query * 0, batch.beside), (query, None), (query, batch.beside)):
                logits = net.logits(asked, batch.first, batch.count, beside)
                right = (logits.argmax(1) == batch.right).float().mean()
                line += f"  {100 * right:5.2f} {F.cross_entropy(logits, batch.right):.4f}"
            line += f" of {len(batch.at)}"
        print(line, flush=True)


def export(work: Path, checkpoint: Path, out: Path) -> None:
    """Matrices to 8 bits with one scale a row, vectors as they are."""
    net, vocabulary, step = averaged(work, checkpoint)
    arrays: dict[str, np.ndarray] = {
        "layers": np.array(LAYERS, np.int32),
        "setup": np.array([POOL_AFTER, WINDOW, step], np.int32),
        "starts": np.array(vocabulary["starts"], np.uint16),
        "keys": np.frombuffer("\n".join(vocabulary["keys"]).encode(), np.uint8),
        "forms": np.frombuffer("\n".join(vocabulary["forms"]).encode(), np.uint8),
    }
    for name, parameter in net.named_parameters():
        value = parameter.detach().numpy()
        if value.ndim == 1:
            arrays[name] = value.astype(np.float32)
            continue
        if name == "form.weight":
            arrays["form.bias"] = value[:, -1].astype(np.float32)
            value = value[:, :-1]
        scale = np.abs(value).max(1, keepdims=True) / 127 + 1e-12
        arrays[name] = np.round(value / scale).astype(np.int8)
        arrays[name + ".scale"] = scale[:, 0].astype(np.float32)
    np.savez(out, **arrays)  # type: ignore[arg-type]
    print(out, out.stat().st_size, "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("tokens")
    sub.add_argument("ids", type=Path)
    sub.add_argument("work", type=Path)
    sub = commands.add_parser("train")
    sub.add_argument("work", type=Path)
    sub.add_argument("--syllables", type=float, default=120e6, help="where the learning rate reaches nothing")
    sub.add_argument("--minutes", type=float, default=1e9, help="come to an end, and to a rate of nothing, in this time")
    sub = commands.add_parser("evaluate")
    sub.add_argument("work", type=Path)
    sub.add_argument("checkpoint", type=Path)
    sub = commands.add_parser("export")
    sub.add_argument("work", type=Path)
    sub.add_argument("checkpoint", type=Path)
    sub.add_argument("out", type=Path)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.command == "tokens":
        tokens(arguments.ids, arguments.work)
    elif arguments.command == "train":
        train(arguments.work, int(arguments.syllables), arguments.minutes)
    elif arguments.command == "evaluate":
        evaluate(arguments.work, arguments.checkpoint)
    else:
        export(arguments.work, arguments.checkpoint, arguments.out)


if __name__ == "__main__":
    main()
