"""The proposals of word repair on held-out lines, undamaged and damaged: the data of its calibration."""

from __future__ import annotations

import random
import zlib
from pathlib import Path
from typing import NamedTuple

from model.damage import Damaged, damage
from vntextclean.filters.diacritics.damage import Damage
from vntextclean.filters.diacritics.features import Features
from vntextclean.filters.diacritics.search import Repair, RepairSearch
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS, Scan

LINES_TOGETHER = 30
#: Numbers of lines of a document: a single line has no topic and no document counts.
SIZES = (1, 1, 3, 10, 30)
#: How many times each line is damaged: repairable damage is rare.
PASSES = 4
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
    damaged: bool
    where: str  # the repair in its context, for readers
    key: Verdict


def collect(
    model: Model, lines: list[str], seed: int, verdicts: dict[Verdict, bool]
) -> tuple[list[Proposal], int, int]:
    """All proposals on undamaged and damaged lines, the syllables of the former, and the number of damaged words."""
    rng = random.Random(seed)
    syllables = wounds = 0
    found: list[Proposal] = []
    for begin in range(0, len(lines), LINES_TOGETHER):
        pages = cut(lines[begin : begin + LINES_TOGETHER], rng)
        for page, (scan, judged) in zip(pages, _judged(model, ["\n".join(page) for page in pages]), strict=True):
            syllables += len(scan)
            found += [_of_sound_line(page, scan, repair, signs, verdicts) for repair, signs in judged]
        for _ in range(PASSES):
            hurt = [[damage(line, 0.02, rng) for line in page] for page in pages]
            texts = ["\n".join(each.text for each in page) for page in hurt]
            for page, (scan, judged) in zip(hurt, _judged(model, texts), strict=True):
                gold = _words_hurt(page)
                wounds += len(gold)
                for repair, signs in judged:
                    if whole := gold.get(int(scan.starts[repair.token])):
                        right = _is_same_word(model, whole, repair.rival)
                        found.append(Proposal(repair.kind, signs, right, True, "", Verdict(0, 0, 0)))
    return found, syllables, wounds


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
    page: list[str], scan: Scan, repair: Repair, signs: Features, verdicts: dict[Verdict, bool]
) -> Proposal:
    """A proposal on an undamaged line, with the verdict of a reader if there is one."""
    start = int(scan.starts[repair.token])
    number = scan.text.count("\n", 0, start)
    line = page[number]
    start -= sum(len(before) + 1 for before in page[:number])
    key = Verdict(zlib.crc32(line.encode()), start, zlib.crc32(repair.rival.encode()))
    end = start + len(repair.word)
    where = f"{line[max(0, start - 140):start]}⟦{repair.word}⟧ -> {repair.rival} ⟦⟧{line[end:end + 110]}"
    return Proposal(repair.kind, signs, verdicts.get(key), False, where, key)


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

    def weigh(_: Damage, each: Features) -> float:
        signs.append(each)
        return 0.0

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
    lines: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        lines += [line for line in path.read_text(encoding="utf-8").split("\n")[:most] if line.strip()]
    return lines
