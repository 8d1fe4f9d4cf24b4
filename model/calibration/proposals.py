"""What word repair proposes on held-out lines, as they stand and damaged: what its confidence is fitted on."""

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
#: Lines of one document: what stands alone has no topic, and words of a page vouch for one another.
SIZES = (1, 1, 3, 10, 30)
#: How often each line is damaged anew: what can be repaired is rare.
PASSES = 4
JOINTS = ("run-on", "split")
#: What is claimed to be likelier than this of a line as it stands is worth reading.
LIKELY = 0.2


class Verdict(NamedTuple):
    """Which proposal on a line as it stands was read: checksum of the line, start in it, checksum of the repair."""

    line: int
    start: int
    rival: int


class Proposal(NamedTuple):
    """A proposed repair: whether it was right (None: on a line as it stands, and nobody has read it)."""

    kind: Damage
    signs: Features
    right: bool | None
    damaged: bool
    where: str  # for a reader: what is repaired in what surroundings
    key: Verdict


def collect(
    model: Model, lines: list[str], seed: int, verdicts: dict[Verdict, bool]
) -> tuple[list[Proposal], int, int]:
    """All proposals on lines as they stand and damaged, the syllables of the former, and the words damaged."""
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
    """Whether two spellings are one word, be it with the tone of an open rime on its other letter: "toà" and "tòa"."""
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
    """A proposal on a line as it stands, with the verdict of whoever read it."""
    start = int(scan.starts[repair.token])
    number = scan.text.count("\n", 0, start)
    line = page[number]
    start -= sum(len(before) + 1 for before in page[:number])
    key = Verdict(zlib.crc32(line.encode()), start, zlib.crc32(repair.rival.encode()))
    end = start + len(repair.word)
    where = f"{line[max(0, start - 140):start]}⟦{repair.word}⟧ -> {repair.rival} ⟦⟧{line[end:end + 110]}"
    return Proposal(repair.kind, signs, verdicts.get(key), False, where, key)


def _words_hurt(page: list[Damaged]) -> dict[int, str]:
    """What stood where a word of a page was damaged, by its place."""
    gold: dict[int, str] = {}
    offset = 0
    for each in page:
        gold |= {wound.start + offset: wound.whole.lower() for wound in each.wounds if wound.kind not in JOINTS}
        offset += len(each.text) + 1
    return gold


def _judged(model: Model, texts: list[str]) -> list[tuple[Scan, list[tuple[Repair, Features]]]]:
    """All proposals for some documents, each with its signs."""
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
    """What readers found: one proposal a line, four numbers."""
    if not path.exists():
        return {}
    numbers = [tuple(map(int, line.split("\t"))) for line in path.read_text("ascii").splitlines()]
    return {Verdict(*row[:3]): bool(row[3]) for row in numbers}


def for_readers(claims: list[tuple[float, Verdict, str]]) -> str:
    """A line for each likely claim that nobody has read: its three numbers, how likely, and where; likeliest first."""
    likely = sorted((claim for claim in claims if claim[0] >= LIKELY), key=lambda claim: -claim[0])
    return "".join("\t".join((*map(str, key), f"{share:.3f}", where)) + "\n" for share, key, where in likely)


def read_lines(folder: Path, most: int) -> list[str]:
    """The held-out lines of all sources, ``most`` of each."""
    lines: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        lines += [line for line in path.read_text(encoding="utf-8").split("\n")[:most] if line.strip()]
    return lines
