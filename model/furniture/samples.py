"""Pages to train the furniture classifier on: annotated ones, ones with furniture exchanged, ones of content only."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """One page: its lines, their labels (1 furniture, 0 content, -1 not counted), its family of sites, its weight."""

    lines: list[str]
    labels: list[int]
    family: str
    weight: float
    page: str = ""
    extraction: str = ""
    kind: str = ""
    chosen: bool = True
    restyled: bool = False


#: What a line of a made-up page and of a document of nothing but content weighs; an annotated one weighs up to 1.
MADE_WEIGHT, PROSE_WEIGHT = 0.15, 0.3

#: The family of pages that belong to no site.
MADE_UP = "made up"

LABELS = {"content": 0, "boilerplate": 1, "unsure": -1}

#: Pages of one family count less the more of them there are, and so do the lines of long pages: a family of 300 lines
#: and a page of 150 have full weight.
FULL_FAMILY, FULL_PAGE = 300, 150


def load(paths: Sequence[str]) -> list[Sample]:
    """The annotated pages of JSON lines files, each weighed by how much of its kind there is."""
    records = []
    for path in paths:
        with Path(path).open(encoding="utf-8", newline="\n") as rows:
            records += [json.loads(row) for row in rows if row.strip()]
    lines: Counter[str] = Counter()
    for record in records:
        lines[_family(record)] += len(record["lines"])
    samples = []
    for record in records:
        rows = record["lines"]
        family = _family(record)
        weight = (max(lines[family] / FULL_FAMILY, 1) * max(len(rows) / FULL_PAGE, 1)) ** -0.5
        labels = [LABELS[row["label"]] for row in rows]
        page, extraction = record.get("page") or record["id"], record.get("extraction", "")
        chosen = record.get("chosen", True)
        texts = [row["text"] for row in rows]
        samples.append(Sample(texts, labels, family, weight, page, extraction, record["kind"], chosen))
    return samples


def _family(record: dict[str, str]) -> str:
    """The family of sites a page belongs to: its own, or its site without what stands before the owner's name."""
    family = record.get("family") or record["site"]
    return _FAMILIES.get(record["site"], _FAMILIES.get(family, family))


#: Sites of one owner or one program that the annotation names apart.
_FAMILIES = {"krongno.daknong": "daknong", "vozforums.com": "voz.vn"}


def prose_of(paths: Sequence[str], chance: random.Random, blocks: int = 60) -> list[list[str]]:
    """Stretches of consecutive paragraphs from all over each file."""
    stretches = []
    for path in paths:
        size = Path(path).stat().st_size
        with Path(path).open("rb") as file:
            for _ in range(blocks):
                file.seek(chance.randrange(max(size - 30_000, 1)))
                file.readline()
                found = [file.readline().decode("utf-8", "ignore").rstrip("\n") for _ in range(60)]
                found = [line for line in found if line.strip()]
                if len(found) > 10:
                    stretches.append(found)
    return stretches


def cut(lines: list[str], width: int) -> list[str]:
    """The lines hard-wrapped, as paper has them."""
    out = []
    for line in lines:
        row = ""
        for word in line.split():
            if row and len(row) + len(word) >= width:
                out.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        out.append(row)
    return [row for row in out if row]


def splintered(lines: list[str], chance: random.Random) -> list[str]:
    """Some sentences broken where a link stood, as naive extraction leaves them."""
    out = []
    for line in lines:
        words = line.split()
        if len(words) > 14 and chance.random() < 0.3:
            at = chance.randrange(4, len(words) - 6)
            end = at + chance.randrange(1, 5)
            out += [" ".join(words[:at]), " ".join(words[at:end]), " ".join(words[end:])]
        else:
            out.append(line)
    return out


def listed(lines: list[str], chance: random.Random) -> list[str]:
    """Short lines of content: clauses one a line, with or without bullets, numbers, labels or capitals."""
    mark = chance.choice(["", "", "- ", "+ ", "* ", "\u2022 ", "1", "a"])
    out = []
    for line in lines:
        for number, clause in enumerate(line.replace(";", ",").replace(". ", ", ").split(",")[:8]):
            clause = " ".join(clause.split()[: chance.randrange(4, 14)])
            if not clause:
                continue
            head = f"{number + 1}. " if mark == "1" else f"{chr(97 + number)}) " if mark == "a" else mark
            text = clause[0].upper() + clause[1:] if chance.random() < 0.7 else clause
            out.append(head + text + chance.choice(["", "", "", ",", ";", "."]))
    return out


def body(stretch: list[str], chance: random.Random) -> list[str]:
    """An article made of a stretch of prose, with headings, captions, a list or broken sentences now and then."""
    at = chance.randrange(max(len(stretch) - 6, 1))
    lines = stretch[at : at + chance.randrange(2, 25)]
    title = " ".join(chance.choice(stretch).split()[: chance.randrange(5, 16)]).rstrip(".,;:")
    kind = chance.random()
    if kind < 0.25:
        lines = splintered(lines, chance)
    elif kind < 0.4:
        where = chance.randrange(len(lines))
        lines[where:where] = listed(chance.sample(stretch, 2), chance)
    elif kind < 0.5:
        lines = cut(lines, chance.randrange(45, 95))
    for _ in range(chance.randrange(0, 4)):
        where = chance.randrange(len(lines) + 1)
        lines.insert(where, " ".join(chance.choice(stretch).split()[: chance.randrange(2, 9)]).rstrip(".,;:"))
    return [title, *lines]


def runs(sample: Sample) -> tuple[list[str], list[str], list[list[str]]]:
    """The furniture above the content of a page, below it, and in its midst."""
    labels = sample.labels
    content = [index for index, label in enumerate(labels) if label == 0 and sample.lines[index].strip()]
    if not content:
        return list(sample.lines), [], []
    inside: list[list[str]] = []
    current: list[str] = []
    for index in range(content[0], content[-1] + 1):
        if labels[index] == 1:
            current.append(sample.lines[index])
        elif current and sample.lines[index].strip():
            inside.append(current)
            current = []
    head = [line for line, label in zip(sample.lines[: content[0]], labels, strict=False) if label == 1]
    tail = [
        line
        for line, label in zip(sample.lines[content[-1] + 1 :], labels[content[-1] + 1 :], strict=True)
        if label == 1
    ]
    return head, tail, inside


def part(lines: list[str], chance: random.Random) -> list[str]:
    """A piece of a run of furniture: pages differ in how much of it they have."""
    if len(lines) < 4 or chance.random() < 0.3:
        return list(lines)
    size = chance.randrange(2, len(lines))
    at = chance.randrange(len(lines) - size + 1)
    return lines[at : at + size]


def made_up(samples: list[Sample], stretches: list[list[str]], count: int, chance: random.Random) -> Iterator[Sample]:
    """Bodies of one kind with the furniture of two other sites around them."""
    kept = [runs(sample) for sample in samples if 1 in sample.labels]
    heads = [head for head, _, _ in kept if head]
    tails = [tail for _, tail, _ in kept if tail]
    insides = [run for _, _, inside in kept for run in inside if len(run) < 12]
    bodies = [
        [line for line, label in zip(sample.lines, sample.labels, strict=True) if label == 0] for sample in samples
    ]
    bodies = [lines for lines in bodies if len(lines) > 3]
    for _ in range(count):
        lines = body(chance.choice(stretches), chance) if chance.random() < 0.5 else list(chance.choice(bodies))
        labels = [0] * len(lines)
        if insides and chance.random() < 0.3 and len(lines) > 4:
            where = chance.randrange(2, len(lines))
            extra = chance.choice(insides)
            lines[where:where] = extra
            labels[where:where] = [1] * len(extra)
        head = part(chance.choice(heads), chance) if chance.random() < 0.75 else []
        tail = part(chance.choice(tails), chance) if chance.random() < 0.8 else []
        lines = [*head, *lines, *tail]
        labels = [1] * len(head) + labels + [1] * len(tail)
        if chance.random() < 0.3:
            lines = [piece for line in lines for piece in (line, "")]
            labels = [piece for label in labels for piece in (label, -1)]
        yield Sample(lines, labels, MADE_UP, MADE_WEIGHT)


def all_content(stretches: list[list[str]], count: int, chance: random.Random) -> Iterator[Sample]:
    """Documents without furniture: running text, wrapped text, lists."""
    for _ in range(count):
        stretch = chance.choice(stretches)
        at = chance.randrange(max(len(stretch) - 20, 1))
        lines = stretch[at : at + chance.randrange(3, 30)]
        kind = chance.random()
        if kind < 0.15:
            lines = cut(lines, chance.randrange(30, 95))[:80]
        elif kind < 0.4:
            lines = listed(lines, chance)[:60]
        elif kind < 0.6:
            lines = body(stretch, chance)
        if lines:
            yield Sample(lines, [0] * len(lines), MADE_UP, PROSE_WEIGHT)


def fold_families(samples: list[Sample], folds: int) -> list[set[str]]:
    """Families dealt into groups of about as many lines each."""
    size: dict[str, int] = {}
    for sample in samples:
        size[sample.family] = size.get(sample.family, 0) + sum(bool(line.strip()) for line in sample.lines)
    groups: list[set[str]] = [set() for _ in range(folds)]
    filled = [0] * folds
    for family in sorted(size, key=lambda name: -size[name]):
        least = filled.index(min(filled))
        groups[least].add(family)
        filled[least] += size[family]
    return groups
