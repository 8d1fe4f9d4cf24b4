"""Train the proofreading net: it ranks the candidates of a position, together with the n-gram.

    python -m model.nets.proof_questions {repair,gap} CORPUS_DIR WORK [--held]    training data
    python -m model.nets.train_proof train WORK                   -> WORK/checkpoint.pt; resumes where it stopped
    python -m model.nets.train_proof evaluate WORK CHECKPOINT     loss and accuracy by source on the held-out questions
    python -m model.nets.train_proof export WORK CHECKPOINT OUT   weights for vntextclean.lm.proofreader.net

Needs PyTorch; one core is enough. Experiments: docs/model-proof.md.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from model.nets.proof_batches import SEED, Material, Rows
from model.nets.proof_net import MASKED, Net, Questions
from vntextclean.lm.int4 import pack
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task

STEPS = 10_000
RATE, WARM, FALLS_FROM = 2e-3, 200, 0.25  # the rate rises for 200 steps and falls evenly from a quarter of the way on
SHARE = {Task.REPAIR: 0.65, Task.GAP: 0.35}  # of the steps
EVALUATED = 120_000  # words of each held-out source at most


def made(work: Path, model: Model) -> tuple[Rows, Net]:
    """The rows of the tables, and a net with initial weights."""
    torch.manual_seed(SEED)
    rows = Rows.of(work, model)
    return rows, Net(int(rows.word.max()) + 1, int(rows.form.max()) + 1)


def rate(step: int) -> float:
    """The learning rate of a step."""
    return RATE * min(1.0, (step + 1) / WARM, (1 - step / STEPS) / (1 - FALLS_FROM))


def train(work: Path, minutes: float) -> None:
    """Train from the checkpoint to the last step, or for some minutes."""
    rows, net = made(work, Model.open())
    material = {task: Material(work, task, rows) for task in Task}
    parameters = list(net.parameters())
    mean = [p.detach().clone() for p in parameters]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    step, path = 0, work / "checkpoint.pt"
    if path.exists():
        state = torch.load(path, weights_only=True)
        net.load_state_dict(state["net"])
        mean, step = state["mean"], state["step"]
        optimiser.load_state_dict(state["optimiser"])
    began = saved = time.time()
    pooled: dict[Task, list[tuple[float, float]]] = {task: [] for task in Task}
    while step < STEPS:
        for group in optimiser.param_groups:
            group["lr"] = rate(step)
        drawn = np.random.default_rng([SEED, 9, step]).choice(len(Task), p=[SHARE[task] for task in Task])
        questions = material[Task(int(drawn))].step(step)
        loss = F.cross_entropy(net.logits(questions), questions.right)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        pooled[questions.task].append((loss.item(), F.cross_entropy(questions.log_prob, questions.right).item()))
        step += 1
        if step % 5 == 0:
            torch._foreach_lerp_(mean, [p.detach() for p in parameters], min(0.03, 5 / (step + 5)))
        now = time.time()
        if step % 100 == 0:
            means = {task.name.lower(): np.mean(pairs, 0) for task, pairs in pooled.items() if pairs}
            told = " ".join(f"{task} {loss:.4f} of {before:.4f}" for task, (loss, before) in means.items())
            print(f"step {step}: loss {told}", flush=True)
            pooled = {task: [] for task in Task}
        last = step == STEPS or now - began >= minutes * 60
        if last or now - saved > 120:
            saved = now
            state = {"net": net.state_dict(), "mean": mean, "optimiser": optimiser.state_dict(), "step": step}
            torch.save(state, path.with_suffix(".new"))
            path.with_suffix(".new").replace(path)
        if last:
            break


def averaged(work: Path, checkpoint: Path) -> tuple[Rows, Net]:
    """The net with the running mean of the weights, which is shipped."""
    rows, net = made(work, Model.open())
    with torch.no_grad():
        for parameter, value in zip(net.parameters(), torch.load(checkpoint, weights_only=True)["mean"], strict=True):
            parameter.copy_(value)
    return rows, net


@torch.no_grad()
def evaluate(work: Path, checkpoint: Path) -> None:
    """Print accuracy and loss of the n-gram and of both together, and :func:`recall`, by task and source."""
    rows, net = averaged(work, checkpoint)
    for task in Task:
        material = Material(work, task, rows, held=True)
        for name in material.names:
            q = material.whole(name, EVALUATED)
            logits = net.logits(q, torch.float32)
            line = f"{task.name.lower():8s} {name:24s} {len(q.at):6d}"
            for scores in (q.log_prob, logits):
                right = (scores.argmax(1) == q.right).float().mean()
                line += f"  {100 * right:5.2f} {F.cross_entropy(scores, q.right):.4f}"
            line += "  " + " ".join(f"{recall(q, scores, 10):.3f}" for scores in (q.log_prob, logits))
            print(line, flush=True)


def recall(q: Questions, logits: torch.Tensor, wrong: int) -> float:
    """The share of damage that is repaired at the threshold with ``wrong`` changes in 100 000 undamaged words."""
    rivals = logits[:, 1:].masked_fill(q.form[:, 1:] == 0, MASKED)
    gain, best = rivals.max(1).values - logits[:, 0], rivals.argmax(1) + 1
    sound = torch.sort(gain[q.right == 0], descending=True).values
    if not len(sound) or not (q.right > 0).any():
        return float("nan")
    least = sound[min(len(q.word) * wrong // 100_000, len(sound) - 1)]
    return float(((best == q.right) & (gain > least))[q.right > 0].float().mean())


def export(work: Path, checkpoint: Path, out: Path) -> None:
    """Write the weights: word tables in 4 bits and matrices in 8 bits with one scale per row, vectors as float32."""
    rows, net = averaged(work, checkpoint)
    words, forms = rows.names(Model.open())
    arrays: dict[str, np.ndarray] = {"words": np.frombuffer("\n".join(words).encode(), np.uint8), "forms": forms}
    for name, parameter in net.named_parameters():
        value = parameter.detach().numpy()
        if name == "stay":
            continue
        if name == "form.weight":
            arrays["form.bias"] = value[:, -1].astype(np.float32)
            value = value[:, :-1]
        if value.ndim == 1:
            arrays[name] = value.astype(np.float32)
            continue
        if name in ("word.weight", "form.weight"):
            arrays[name], arrays[name + ".scale"] = pack(value)
            continue
        scale = np.abs(value).max(1, keepdims=True) / 127 + 1e-12
        arrays[name] = np.round(value / scale).astype(np.int8)
        arrays[name + ".scale"] = scale[:, 0].astype(np.float32)
    np.savez(out, **arrays)  # type: ignore[arg-type]
    print(out, out.stat().st_size, "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("train", "evaluate", "export"):
        sub = commands.add_parser(name)
        sub.add_argument("work", type=Path)
        if name == "train":
            sub.add_argument("--minutes", type=float, default=1e9, help="stop, resumable, after this long")
        else:
            sub.add_argument("checkpoint", type=Path)
        if name == "export":
            sub.add_argument("out", type=Path)
    given = parser.parse_args()
    torch.set_num_threads(1)
    if given.command == "train":
        train(given.work, given.minutes)
    elif given.command == "evaluate":
        evaluate(given.work, given.checkpoint)
    else:
        export(given.work, given.checkpoint, given.out)


if __name__ == "__main__":
    main()
