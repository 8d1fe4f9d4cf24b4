"""Train the wide-context net: a small convolutional net that ranks the candidates of one bare syllable.

    python -m model.nets.train_wide tokens CORPUS_DIR WORK        text -> WORK/vocabulary.json, WORK/<source>.npz
    python -m model.nets.places_in_doubt CORPUS_DIR WORK          uncertain positions -> WORK/doubts_<source>.npz
    python -m model.nets.train_wide begin WORK [--model FILE]     -> WORK/checkpoint.pt from the net in a model file
    python -m model.nets.train_wide train WORK                    -> WORK/checkpoint.pt; resumes where it stopped
    python -m model.nets.train_wide evaluate WORK CHECKPOINT      accuracy by source on the held-out stretches
    python -m model.nets.train_wide export WORK CHECKPOINT OUT    weights for vntextclean.restoration.wide_net

Needs PyTorch; one core is enough. Experiments: docs/model-wide.md.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from model.nets.wide_batches import Doubts, batch_of, training_batch
from model.nets.wide_data import BATCH, MIXTURE, SEED, WINDOW, Order, PairCounts, load, tokens
from model.nets.wide_net import LAYERS, POOL_AFTER, Net
from vntextclean.lm.int4 import Nibbles, pack
from vntextclean.lm.model import Model

EVALUATED = 100   # windows of each source at most
FINE = 1800  # most frequent keys, whose vectors keep 8 bits: nine tenths of running text
SHIPPED = 165.0  # million syllables of training of the shipped net


class Phase(NamedTuple):
    """One phase of training, up to ``end`` million syllables; the learning rate changes linearly during it.

    ``pairs`` adds scores from pair counts of adjacent words to the net's logits, so that the net learns only what they
    do not predict. ``doubts`` is the share of steps that add the n-gram's posteriors instead, at its uncertain
    positions. ``shrink`` scales the net's logits when the phase begins.
    """

    end: float
    rate: float
    last_rate: float
    pairs: bool
    doubts: float
    shrink: float = 1.0


PHASES = (
    Phase(33.67, 2.5e-3, 2.5e-3, pairs=False, doubts=0.0),
    Phase(46.01, 2.5e-3, 2.5e-3, pairs=True, doubts=0.0),
    Phase(53.84, 2.5e-3, 1.6e-3, pairs=True, doubts=0.7),
    Phase(72.16, 1.7e-3, 0.0, pairs=True, doubts=0.9, shrink=0.6),
    Phase(115.0, 1.2e-3, 0.0, pairs=True, doubts=1.0),
    Phase(SHIPPED, 1.0e-3, 0.0, pairs=True, doubts=1.0),
)


def shrink(net: Net, mean: list[torch.Tensor], share: float) -> None:
    """Scale all logits of the net and of its running mean."""
    with torch.no_grad():
        for (name, parameter), average in zip(net.named_parameters(), mean, strict=True):
            for tensor in (parameter, average):
                if name.startswith("query."):
                    tensor *= share
                elif name == "form.weight":
                    tensor[:, -1] *= share


def train(work: Path, minutes: float) -> None:
    """Train from the checkpoint to the end of the last phase, or for some minutes."""
    torch.manual_seed(SEED)
    vocabulary, data = load(work)
    starts = np.array(vocabulary["starts"], np.int64)
    net = Net(len(vocabulary["keys"]), len(vocabulary["forms"]))
    parameters = list(net.parameters())
    mean = [p.detach().clone() for p in parameters]
    optimiser = torch.optim.AdamW(parameters, lr=PHASES[0].rate, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    order = Order({name: len(arrays["train_key"]) for name, arrays in data.items()})
    pairs, doubts = PairCounts(vocabulary, data), Doubts(sorted(work.glob("doubts_*.npz")))
    step, path = 0, work / "checkpoint.pt"
    if path.exists():
        state = torch.load(path, weights_only=True)
        net.load_state_dict(state["net"])
        mean = state["mean"]
        optimiser.load_state_dict(state["optimiser"])
        order.drawn, step, doubts.drawn = state["drawn"], state["step"], state["doubts"]
    began = saved = told = time.time()
    pooled: dict[bool, list[float]] = {False: [], True: []}
    ends = [round(phase.end * 1e6 / (BATCH * WINDOW)) for phase in PHASES]
    while step < ends[-1]:
        number = int(np.searchsorted(ends, step, "right"))
        phase, first = PHASES[number], ends[number - 1] if number else 0
        if step == first and phase.shrink != 1:
            shrink(net, mean, phase.shrink)
        share = (step - first) / (ends[number] - first)
        for group in optimiser.param_groups:
            group["lr"] = (phase.rate + share * (phase.last_rate - phase.rate)) * min(1.0, (step - first + 2) / 250)
        late = np.random.default_rng([SEED, 6, step]).random() < phase.doubts
        if late:
            loss = doubts.loss(net)
        else:
            batch = training_batch(order, data, starts, step, pairs if phase.pairs else None)
            x = net.trunk(batch.key, batch.known, batch.look, torch.bfloat16)
            logits = net.logits(net.queries(x, batch.at), batch.first, batch.count, batch.beside)
            loss = F.cross_entropy(logits, batch.right)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        pooled[late].append(loss.item())
        step += 1
        if step % 5 == 0:
            torch._foreach_lerp_(mean, [p.detach() for p in parameters], min(0.02, 5 / (step + 5)))
        now = time.time()
        if step % 50 == 0:
            line = " ".join(f"{np.mean(losses):.4f}" if losses else "-" for losses in pooled.values())
            print(f"{step * BATCH * WINDOW / 1e6:.1f}M loss, and in doubt: {line}; "
                  f"{50 * BATCH * WINDOW / (now - told):.0f} syllables/s", flush=True)
            pooled, told = {False: [], True: []}, now
        last = step == ends[-1] or now - began >= minutes * 60
        if last or now - saved > 300:
            saved = now
            state = {"net": net.state_dict(), "mean": mean, "optimiser": optimiser.state_dict(), "drawn": order.drawn,
                     "doubts": doubts.drawn, "step": step}
            torch.save(state, path.with_suffix(".new"))
            path.with_suffix(".new").replace(path)
        if last:
            break


def begin(model: Path | None, work: Path) -> None:
    """Write a checkpoint from the net of a model file, so that a later phase can start without the earlier ones.

    The weights are quantised to 4 and 8 bits; some hundred steps make up for it. The vectors of neighbours with
    diacritics are not in the file and start at zero. Raises SystemExit if the vocabularies differ.
    """
    arrays = Model.open(model).file.group("wide")
    vocabulary = json.loads((work / "vocabulary.json").read_text())
    if any(bytes(arrays[name]).decode().split("\n") != vocabulary[name] for name in ("keys", "forms")):
        raise SystemExit(f"the model's net was trained with another vocabulary than that of {work}")
    net = Net(len(vocabulary["keys"]), len(vocabulary["forms"]))
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            parameter.copy_(torch.from_numpy(unpacked(arrays, name, parameter.shape)))
    optimiser = torch.optim.AdamW(net.parameters(), lr=PHASES[0].rate, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    state = {"net": net.state_dict(), "mean": [p.detach().clone() for p in net.parameters()],
             "optimiser": optimiser.state_dict(), "drawn": dict.fromkeys(MIXTURE, 0), "doubts": 0,
             "step": int(arrays["setup"][2])}
    torch.save(state, work / "checkpoint.pt")


def unpacked(arrays: Mapping[str, np.ndarray], name: str, shape: tuple[int, ...]) -> np.ndarray:
    """A parameter of the net from the arrays of :func:`export`."""
    if name == "known.weight":
        return np.zeros(shape, np.float32)
    if name == "key.weight":
        coarse = Nibbles(arrays["key.coarse"], arrays["key.coarse.scale"])
        fine = arrays["key.fine"] * arrays["key.fine.scale"][:, None]
        return np.concatenate((fine, coarse.rows(np.arange(coarse.shape[0]))))[arrays["key.place"]]
    if arrays[name].dtype != np.int8:
        return np.array(arrays[name], np.float32)
    whole = arrays[name] * arrays[name + ".scale"][:, None]
    return np.concatenate((whole, arrays["form.bias"][:, None]), 1) if name == "form.weight" else whole


def averaged(work: Path, checkpoint: Path) -> tuple[Net, dict[str, Any], int]:
    """The net with the running mean of the weights, which is shipped; its vocabulary and step."""
    vocabulary = json.loads((work / "vocabulary.json").read_text())
    net = Net(len(vocabulary["keys"]), len(vocabulary["forms"]))
    state = torch.load(checkpoint, weights_only=True)
    with torch.no_grad():
        for parameter, value in zip(net.parameters(), state["mean"], strict=True):
            parameter.copy_(value)
    return net, vocabulary, state["step"]


@torch.no_grad()
def evaluate(work: Path, checkpoint: Path) -> None:
    """Print accuracy and loss of pair counts, net and both, on bare text and with most neighbours given."""
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
    """Write the weights: word tables in 4 and 8 bits, matrices in 8 bits with one scale per row, vectors as float32."""
    net, vocabulary, step = averaged(work, checkpoint)
    seen = sum(np.bincount(part["train_key"], minlength=len(vocabulary["keys"])) for part in load(work)[1].values())
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
        if name == "known.weight":  # given neighbours brought nothing; the row of a bare one is added to the looks
            continue
        if name == "look.weight":
            value = value + net.known.weight.detach().numpy()[0]
        if name == "key.weight":
            rows = np.argsort(-seen, kind="stable")
            place = np.empty(len(rows), np.uint16)
            place[rows] = np.arange(len(rows))
            arrays["key.place"] = place
            arrays["key.coarse"], arrays["key.coarse.scale"] = pack(value[rows[FINE:]])
            name, value = "key.fine", value[rows[:FINE]]
        scale = np.abs(value).max(1, keepdims=True) / 127 + 1e-12
        arrays[name] = np.round(value / scale).astype(np.int8)
        arrays[name + ".scale"] = scale[:, 0].astype(np.float32)
    np.savez(out, **arrays)  # type: ignore[arg-type]
    print(out, out.stat().st_size, "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("tokens")
    sub.add_argument("corpus", type=Path)
    sub.add_argument("work", type=Path)
    sub = commands.add_parser("begin")
    sub.add_argument("work", type=Path)
    sub.add_argument("--model", type=Path, help="the model file; by default the one in the package")
    sub = commands.add_parser("train")
    sub.add_argument("work", type=Path)
    sub.add_argument("--minutes", type=float, default=1e9, help="stop, resumable, after this long")
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
        tokens(arguments.corpus, arguments.work)
    elif arguments.command == "begin":
        begin(arguments.model, arguments.work)
    elif arguments.command == "train":
        train(arguments.work, arguments.minutes)
    elif arguments.command == "evaluate":
        evaluate(arguments.work, arguments.checkpoint)
    else:
        export(arguments.work, arguments.checkpoint, arguments.out)


if __name__ == "__main__":
    main()
