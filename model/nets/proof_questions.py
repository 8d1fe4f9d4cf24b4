"""Write the queries of the proofreading net in running text: positions, candidates, n-gram scores.

    python -m model.nets.proof_questions {repair,gap} CORPUS_DIR WORK [--held]    -> WORK/<task>_<source>_<part>.npz

repair: 4 % of the words are damaged; all proposed repairs are queries, also those on undamaged words. gap: one word in
25 is removed; all proposed lost words are queries. ``--again 1`` damages the same text at other positions, for more
files. ``--held`` does the same for the folder of held-out lines.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from model.damage import damage
from model.ngrams.corpus import HELD_OUT
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.lost_words.proposals import NOTHING
from vntextclean.filters.lost_words.search import MOST, GapSearch
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.text.scan import Scan

# Millions of letters to read of each source.
LETTERS = {
    "baomoi": 90, "vietnews": 110, "viwiki_uts": 56, "forum_mn12cs": 85, "rssnews_tintuchangngay": 32,
    "lit_khudocmo": 13, "lit_namcao": 0.85, "kieu_essays": 1.4, "news_unc": 8, "news_ktlab": 1.5,
    "news_vietstock_rss": 4.4, "med_yhoccotruyen": 14.5, "law_uts_vlc": 9, "law_diepxuan": 10, "talk_3b1b": 2.6,
    "edu_d2l_vi": 1.3, "rel_thichminhchau": 6,
}  # fmt: skip
HELD_LETTERS = 0.6
PAGE, STRETCH = 3500, 30  # letters of a document, pages in a row
PARTS = 4  # files for each source
DAMAGED, LOST = 0.04, 25
WORDS = {"letter", "plain-letter", "tone", "marks", "shape", "wrong-tone"}
SEED = 20261122

Ints = npt.NDArray[np.int64]
_WORD = re.compile(r"(?<= )[^\W\d_]{2,}(?= )")


class Found:
    """The queries of one page: its words, and per query the candidates, their n-gram scores and the right column."""

    def __init__(self, scan: Scan, lower: npt.NDArray[np.integer]) -> None:
        self.word = lower.astype(np.uint16)
        self.look = scan.look.astype(np.uint8)
        self.at: list[int] = []
        self.ids: list[list[int]] = []
        self.scores: list[list[float]] = []
        self.right: list[int] = []

    def ask(self, at: int, ids: list[int], scores: list[float], right: int) -> None:
        """Add one query. Raises ValueError if the right answer is not among the candidates."""
        pad = 1 + MOST - len(ids)
        self.at.append(at)
        self.ids.append(ids + [0] * pad)
        self.scores.append(scores + [-100.0] * pad)
        self.right.append(ids.index(right))


def repairing(model: Model) -> Callable[[str, random.Random], Found | None]:
    """The function that makes queries of REPAIR from a text."""
    candidates = CandidateSearch(model)

    def ask(text: str, rng: random.Random) -> Found | None:
        hurt = damage(text, DAMAGED, rng)
        scan = model.scan(hurt.text)
        if not len(scan):
            return None
        found = Found(scan, scan.lower)
        whole = {wound.start: wound.whole.lower() for wound in hurt.wounds if wound.kind in WORDS}
        other = [(wound.start, wound.end) for wound in hurt.wounds if wound.kind not in WORDS]
        for each in candidates.search(scan, candidates.padded(scan)):
            start, own = int(scan.starts[each.token]), int(scan.lower[each.token])
            if any(first <= start < last for first, last in other):
                continue
            wanted = int(model.lower_of[model.ids([whole[start]])[0]]) if start in whole else own
            ids = [own, *each.rivals.tolist()]
            if wanted in ids:
                found.ask(each.token, ids, [0.0, *each.gains.tolist()], wanted)
        return found

    return ask


def filling(model: Model) -> Callable[[str, random.Random], Found | None]:
    """The function that makes queries of GAP from a text."""
    gaps = GapSearch(model)

    def ask(text: str, rng: random.Random) -> Found | None:
        lost: dict[int, str] = {}
        lines: list[str] = []
        offset = 0
        for line in text.split("\n"):
            words = [word for word in _WORD.finditer(line) if word.group().islower()]
            count = max(len(words) // LOST, int(len(words) >= 6))
            parts, done, length = [], 0, 0
            for word in sorted(rng.sample(words, count), key=lambda found: found.start()):
                if word.start() < done:
                    continue
                parts.append(line[done : word.start()])
                length += len(parts[-1])
                lost[offset + length] = word.group()
                done = word.end() + 1
            lines.append("".join([*parts, line[done:]]))
            offset += len(lines[-1]) + 1
        scan = model.scan("\n".join(lines))
        found = Found(scan, scan.lower)
        for gap in gaps.search(scan):
            word_lost = lost.get(int(scan.starts[gap.token]))
            wanted = NOTHING if word_lost is None else int(model.lower_of[model.ids([word_lost])[0]])
            ids = [NOTHING, *gap.words.tolist()]
            if wanted in ids:
                found.ask(gap.token, ids, [0.0, *gap.gains.tolist()], wanted)
        return found

    return ask


ASKING = {Task.REPAIR: repairing, Task.GAP: filling}


def pages(path: Path, letters: float, held: bool) -> Iterator[tuple[int, str]]:
    """Documents of some 600 words, in numbered stretches spread over the file; held-out lines only if ``held``."""
    size = path.stat().st_size
    stretches = max(1, int(letters / (PAGE * STRETCH)))
    with path.open("rb") as file:
        for number in range(stretches):
            file.seek(size * number // stretches)
            file.readline()
            for _ in range(STRETCH):
                lines: list[str] = []
                length = 0
                while length < PAGE and file.tell() < size * (number + 1) // stretches and (line := file.readline()):
                    if held or zlib.crc32(line.rstrip(b"\n")) % HELD_OUT:
                        lines.append(line.decode("utf-8"))
                        length += len(lines[-1])
                if lines:
                    yield number, unicodedata.normalize("NFC", "".join(lines))


def write(path: Path, found: list[Found]) -> tuple[int, int]:
    """Write the concatenated pages; returns the number of words and of queries."""
    size = np.array([len(page.word) for page in found], np.int64)
    start = np.cumsum(size) - size
    asked = [page for page in found if page.at]
    np.savez(
        path,
        word=np.concatenate([page.word for page in found]),
        look=np.concatenate([page.look for page in found]),
        end=np.cumsum(size),
        at=np.concatenate([np.array(p.at) + s for p, s in zip(found, start, strict=True) if p.at]).astype(np.int32),
        ids=np.concatenate([np.array(page.ids, np.uint16) for page in asked]),
        scores=np.concatenate([np.array(page.scores, np.float16) for page in asked]),
        right=np.concatenate([np.array(page.right, np.int8) for page in asked]),
    )
    return int(size.sum()), sum(len(page.at) for page in asked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=[task.name.lower() for task in Task])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--sources", nargs="+", choices=list(LETTERS), default=list(LETTERS), help="for several cores")
    parser.add_argument("--again", type=int, default=0, help="how often this text was damaged before")
    parser.add_argument("--held", action="store_true", help="CORPUS_DIR holds held-out text: write held_*.npz")
    given = parser.parse_args()
    model = Model.open(given.model)
    ask = ASKING[Task[given.task.upper()]](model)
    for name in given.sources:
        letters = LETTERS[name]
        began, found = time.time(), [list[Found]() for _ in range(1 if given.held else PARTS)]
        rng = random.Random(f"{SEED + given.again} {given.task} {name}")
        million = min(letters, HELD_LETTERS) if given.held else letters
        for number, text in pages(given.corpus / f"{name}.txt", million * 1e6, given.held):
            if text.strip() and (page := ask(text, rng)):
                found[number % len(found)].append(page)
        for part, some in enumerate(found, PARTS * given.again):
            if any(page.at for page in some):
                stem = f"{'held_' if given.held else ''}{given.task}_{name}_{part}"
                size, asked = write(given.work / f"{stem}.npz", some)
                print(f"{stem} {size} words {asked} questions, {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
