"""The proposals of word repair on held-out lines, undamaged and damaged: the data of its calibration."""

from __future__ import annotations

import random
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.damage import Damaged, confuse, damage
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.channel import sources
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.search import RepairSearch
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS, Scan

LINES_TOGETHER = 30
#: Numbers of lines of a document: a single line has no topic and no document counts.
SIZES = (1, 1, 3, 10, 30)
#: The sources of damage, and the share of words that each damages in a document.
RATES = {"extraction": 0.02, "people": 0.02, "scan": 0.04}
#: A proposal at most so many words from a damaged one is a result of the damage.
BESIDE = 2
JOINTS = ("run-on", "split")
#: Proposals on undamaged lines with more confidence than this are worth reading.
LIKELY = 0.2


class Verdict(NamedTuple):
    """The key of a judged proposal on an undamaged line: checksum of the line, start in it, checksum of the repair."""

    line: int
    start: int
    rival: int


class Proposal(NamedTuple):
    """A proposed repair, its features, and whether it is right (None: on an undamaged line and not judged yet)."""

    kind: Damage
    signs: Features
    right: bool | None
    source: str  # of the damage; empty on undamaged lines
    page: int
    where: str  # the repair in its context, for readers
    key: Verdict

    @property
    def damaged(self) -> bool:
        """Whether it was made on a damaged page."""
        return bool(self.source)


class Collected(NamedTuple):
    """All proposals, the syllables of the undamaged lines, and how many words each source damaged."""

    proposals: list[Proposal]
    syllables: int
    wounds: Counter[str]


def collect(model: Model, lines: list[str], seed: int, verdicts: dict[Verdict, bool]) -> Collected:
    """All proposals on lines as they are, and on the same lines damaged by each source."""
    rng = random.Random(seed)
    people, scan_engine = sources()
    hands = {
        "extraction": lambda line: damage(line, RATES["extraction"], rng),
        "people": lambda line: confuse(line, RATES["people"], people, rng),
        "scan": lambda line: confuse(line, RATES["scan"], scan_engine, rng),
    }
    out = Collected([], 0, Counter())
    syllables = number = 0
    for begin in range(0, len(lines), LINES_TOGETHER):
        pages = cut(lines[begin : begin + LINES_TOGETHER], rng)
        for page, (scan, judged) in zip(pages, _judged(model, ["\n".join(page) for page in pages]), strict=True):
            syllables += len(scan)
            number += 1
            out.proposals.extend(_of_sound_line(page, scan, *each, number, verdicts) for each in judged)
        for source, hand in hands.items():
            hurt = [[hand(line) for line in page] for page in pages]
            texts = ["\n".join(each.text for each in page) for page in hurt]
            for page, (scan, judged) in zip(hurt, _judged(model, texts), strict=True):
                gold = _words_hurt(page)
                number += 1
                out.wounds[source] += len(gold)
                places = np.searchsorted(scan.starts, np.array([*gold], np.int64))
                for repair, signs in judged:
                    whole = gold.get(int(scan.starts[repair.token]))
                    if whole or (np.abs(places - repair.token) <= BESIDE).any():
                        right = whole is not None and _is_same_word(model, whole, repair.rival)
                        out.proposals.append(
                            Proposal(repair.kind, signs, right, source, number, "", Verdict(0, 0, 0))
                        )
    return out._replace(syllables=syllables)


def _is_same_word(model: Model, whole: str, rival: str) -> bool:
    """Whether two spellings are the same word, in either tone style ("toà" and "tòa")."""
    first, second = model.ids([whole, rival]).tolist()
    return whole == rival or (first == second and first >= len(SPECIALS))


def cut(lines: list[str], rng: random.Random) -> list[list[str]]:
    """Lines in documents of different lengths."""
    pages, at = [], 0
    while at < len(lines):
        size = rng.choice(SIZES)
        pages.append(lines[at : at + size])
        at += size
    return pages


def _of_sound_line(
    page: list[str], scan: Scan, repair: Repair, signs: Features, number: int, verdicts: dict[Verdict, bool]
) -> Proposal:
    """A proposal on an undamaged line, with the verdict of a reader if there is one."""
    start = int(scan.starts[repair.token])
    row = scan.text.count("\n", 0, start)
    line = page[row]
    start -= sum(len(before) + 1 for before in page[:row])
    key = Verdict(zlib.crc32(line.encode()), start, zlib.crc32(repair.rival.encode()))
    end = start + len(repair.word)
    where = f"{line[max(0, start - 140):start]}⟦{repair.word}⟧ -> {repair.rival} ⟦⟧{line[end:end + 110]}"
    return Proposal(repair.kind, signs, verdicts.get(key), "", number, where, key)


def _words_hurt(page: list[Damaged]) -> dict[int, str]:
    """The original words of the damaged words of a page, by position."""
    gold: dict[int, str] = {}
    offset = 0
    for each in page:
        gold |= {wound.start + offset: wound.whole.lower() for wound in each.wounds if wound.kind not in JOINTS}
        offset += len(each.text) + 1
    return gold


def _judged(model: Model, texts: list[str]) -> list[tuple[Scan, list[tuple[Repair, Features]]]]:
    """The scan of each document, and its proposals with their features."""
    signs: list[Features] = []

    def weigh(kinds: list[Damage], each: list[Features]) -> list[float]:
        signs[:] = each  # all are asked about twice, at last with what their document says
        return [0.5] * len(kinds)

    search = RepairSearch(model, weigh)
    out = []
    for text in texts:
        scan = model.scan(text)
        signs.clear()
        repairs = search.first(scan)
        out.append((scan, list(zip(repairs, signs, strict=True))))
    return out


def read_verdicts(path: Path) -> dict[Verdict, bool]:
    """The verdicts of readers, from a file with one proposal of four numbers per line."""
    if not path.exists():
        return {}
    numbers = [tuple(map(int, line.split("\t"))) for line in path.read_text("ascii").splitlines()]
    return {Verdict(*row[:3]): bool(row[3]) for row in numbers}


def for_readers(claims: list[tuple[float, Verdict, str]]) -> str:
    """One line per confident proposal without a verdict: its key, confidence and context; most confident first."""
    likely = sorted((claim for claim in claims if claim[0] >= LIKELY), key=lambda claim: -claim[0])
    return "".join("\t".join((*map(str, key), f"{share:.3f}", where)) + "\n" for share, key, where in likely)


def read_lines(folder: Path, most: int) -> list[str]:
    """The held-out lines of all sources, at most ``most`` of each."""
    return [line for path in sorted(folder.glob("*.txt")) for line in lines_of(path, most)]


def lines_of(path: Path, most: int) -> list[str]:
    """The held-out lines of one source, at most ``most``."""
    return [line for line in path.read_text(encoding="utf-8").split("\n")[:most] if line.strip()]
