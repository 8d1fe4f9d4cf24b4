# ruff: noqa: E501 -- lists of phrases read better on one line than on ten
# fmt: off
"""The elements of generated pages: phrases, headlines, dates, numbers, addresses.

The phrases in quotes were written for this purpose; everything else is drawn at random from the corpus.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from vntextclean.filters.boilerplate.text.lexicon import KINDS

CONTENT, FURNITURE, EITHER = 0, 1, -1
Lines = list[tuple[str, int]]

_NAME = re.compile(r"(?:[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ][^\W\d_]{1,6} ){1,3}[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ][^\W\d_]{1,6}")
LEXICON = {kind.code: [phrase for phrase in kind.whole.split("|") if len(phrase) > 2] for kind in KINDS}
STARTS = {kind.code: [phrase for phrase in kind.start.split("|") if phrase] for kind in KINDS}


def bare(text: str) -> str:
    """The text without its diacritics."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return plain.replace("đ", "d").replace("Đ", "D")


def curt(lines: list[str]) -> list[str]:
    """The text in short sentences, one per line, as in stories for children, captions and short news."""
    out = []
    for line in lines:
        for sentence in re.split(r"(?<=[.!?…])\s+", line):
            words = sentence.split()
            for at in range(0, len(words), 14):
                part = " ".join(words[at : at + 14]).strip(" ,;:.")
                if len(part) > 14:
                    end = sentence[-1:] if at + 14 >= len(words) and sentence[-1:] in "!?…" else "."
                    out.append(part[0].upper() + part[1:] + end)
    return out


class Sources(NamedTuple):
    """The material of pages: stretches of paragraphs, (headline, teaser) pairs, names of people and places."""

    stretches: list[list[str]]
    news: list[tuple[str, str]]
    names: list[str]


def headlines(path: str, chance: random.Random, count: int = 4000) -> list[tuple[str, str]]:
    """(headline, teaser) pairs from a file in which headlines and teasers alternate."""
    pairs = []
    size = Path(path).stat().st_size
    with Path(path).open("rb") as file:
        for _ in range(count // 40):
            file.seek(chance.randrange(max(size - 40_000, 1)))
            file.readline()
            lines = [file.readline().decode("utf-8", "ignore").strip() for _ in range(81)]
            pairs += [(a, b) for a, b in pairwise(lines)
                      if 20 < len(a) < 120 and a[-1:] not in ".,;" and len(b) > 90 and len(b) > len(a)]
    return pairs


def sources(stretches: list[list[str]], news: list[tuple[str, str]], chance: random.Random) -> Sources:
    names = [name for lines in chance.sample(stretches, min(200, len(stretches))) for line in lines[:10]
             for name in _NAME.findall(line)]
    return Sources(stretches, news, names or ["Nguyễn Văn An"])


class Chooser:
    """Generates the words of pages; all choices are random."""

    def __init__(self, found: Sources, chance: random.Random) -> None:
        self.found = found
        self.chance = chance
        self.begin()

    def begin(self) -> None:
        """Choose the topic of the next page, and how much of its furniture has the same topic."""
        stretch = self.chance.choice(self.found.stretches)
        at = self.chance.randrange(max(len(stretch) - 8, 1))
        self.stretch = stretch[at : at + 30]
        self.subject = self.chance.choice(self.found.news)
        self.curt = self.maybe(0.06)
        self.kin = self.one_of([0.0, 0.0, 0.0, 0.15, 0.4, 0.75])

    def one(self, *options: str) -> str:
        return self.chance.choice(options)

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def number(self, low: int = 1, high: int = 9) -> int:
        return self.chance.randint(low, high)

    def one_of(self, options: Sequence[float]) -> float:
        return self.chance.choice(options)

    def title(self) -> str:
        """A headline; made of words of the page where the furniture has its topic."""
        if self.maybe(self.kin * 0.8):
            words = (self.chance.choice(self.stretch) if self.maybe(0.6) else self.subject[0]).split()
            at = self.chance.randrange(max(len(words) - 5, 1))
            text = " ".join(words[at : at + self.number(4, 14)]).strip(".,;:\"'“”() ")
            if len(text) > 12:
                return text[0].upper() + text[1:]
        return self.chance.choice(self.found.news)[0]

    def paragraphs(self, low: int, high: int) -> list[str]:
        stretch = self.stretch if self.maybe(0.8) else self.chance.choice(self.found.stretches)
        at = self.chance.randrange(max(len(stretch) - low, 1))
        lines = stretch[at : at + self.number(low, high)]
        if self.curt:
            return curt(lines)[: 2 * high] or [self.title()]
        if self.maybe(0.5):  # sentences joined into longer paragraphs
            lines = [" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]
        return lines or [self.title()]

    def phrase(self, low: int = 1, high: int = 5) -> str:
        """A few words from a random text, like the entries of a menu."""
        if self.maybe(0.2):
            return self.chance.choice(self.found.names)
        source = self.chance.choice(self.found.news)[self.number(0, 1)]
        if self.maybe(self.kin):
            source = self.chance.choice(self.stretch) if self.maybe(0.6) else self.subject[self.number(0, 1)]
        words = re.findall(r"[^\W_]+", source)
        size = self.number(low, high)
        at = self.chance.randrange(max(len(words) - size, 1))
        text = " ".join(words[at : at + size]) or "Tin"
        return text[0].upper() + text[1:]

    def known(self, *codes: str) -> str:
        text = self.chance.choice(LEXICON[self.chance.choice(codes)])
        return text[0].upper() + text[1:]

    def cased(self) -> Callable[[str], str]:
        return self.chance.choice([str, str, str, str.upper, str.title, str.lower])

    def date(self) -> str:
        d, m, y, h, s = self.number(1, 28), self.number(1, 12), self.number(2008, 2025), self.number(0, 23), self.number(0, 59)
        return self.one(f"{d:02}/{m:02}/{y}", f"{d}/{m}/{y} {h:02}:{s:02}", f"{h:02}:{s:02} {d:02}-{m:02}-{y}",
                        f"Thứ {self.one('hai', 'ba', 'tư', 'năm', 'sáu', 'bảy')}, {d}/{m}/{y}", f"{d:02}.{m:02}.{y}",
                        f"{d} Tháng {m}, {y}", f"{h}:{s:02} | {d:02}/{m:02}/{y}", f"{y}-{m:02}-{d:02}", f"Thứ {self.one('Hai', 'Tư', 'Bảy')}, Ngày {d:02} tháng {m:02} năm {y}", f"{self.number()} giờ trước")

    def count(self) -> str:
        n = int(10 ** (self.chance.random() * 6.5))
        return self.one(str(n), f"{n:,}", f"{n:,}".replace(",", "."), f"{n // 1000}K" if n > 999 else str(n))

    def phone(self) -> str:
        d = "".join(str(self.number(0, 9)) for _ in range(9))
        return self.one(f"0{d}", f"0{d[:3]}.{d[3:6]}.{d[6:]}", f"(0{d[:2]}) {d[2:]}", f"0{d[:3]} {d[3:6]} {d[6:]}", f"1900 {d[:4]}", f"+84 {d}")

    def site(self) -> str:
        return self.one("tin", "bao", "thpt", "cty", "shop", "blog", "so") + self.one("ngaymoi", "hoabinh", "xanh", "vietsao", "minhan", "phuloc") + self.one(".vn", ".com", ".gov.vn", ".edu.vn", ".com.vn", ".net")

    def organisation(self) -> str:
        head = self.one("Công ty TNHH", "Công ty Cổ phần", "Sở Nội vụ tỉnh", "UBND xã", "Trường THPT", "Báo", "Bệnh viện", "Phòng Giáo dục", "Ủy ban nhân dân huyện", "Trung tâm", "Hội Nông dân tỉnh", "Cục")
        return f"{head} {self.chance.choice(self.found.names)}"

    def address(self) -> str:
        return f"{self.one('Số ', '', 'Lô ', 'Tầng ')}{self.number(1, 300)} {self.one('đường', 'phố', 'ngõ', '')} {self.chance.choice(self.found.names)}, {self.one('phường', 'quận', 'huyện', 'TP')} {self.chance.choice(self.found.names)}"
