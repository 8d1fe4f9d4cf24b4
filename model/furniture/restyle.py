"""Annotated pages as other extractors would give them: bare, spaced, wrapped, indented, with bullets or Markdown links.

The words and their labels stay; only what extractors differ in is drawn by chance, so that a classifier trained on the
result cannot lean on it.
"""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING

from vntextclean.filters.boilerplate.text.residue import flattened, lead_of, words_of

if TYPE_CHECKING:
    from samples import Sample

Lines = list[tuple[str, int]]


def restyled(sample: Sample, chance: random.Random, weight: float) -> Sample:
    """The page in a style drawn by chance."""
    lines: Lines = list(zip(sample.lines, sample.labels, strict=True))
    if chance.random() < 0.6:
        lines = _bare(lines)
    for share, change in (
        (0.12, _splintered),
        (0.25, _wrapped),
        (0.25, _linked),
        (0.3, _bulleted),
        (0.15, _headed),
        (0.2, _indented),
        (0.3, _spaced),
    ):
        if chance.random() < share:
            lines = change(lines, chance)
    texts, labels = [text for text, _ in lines], [label for _, label in lines]
    return sample._replace(lines=texts, labels=labels, weight=weight * sample.weight, chosen=False, restyled=True)


def _bare(lines: Lines) -> Lines:
    """Without leads, residue and blank lines."""
    out = []
    for text, label in lines:
        smooth = flattened(text)
        words = words_of(smooth, lead_of(smooth))
        if words:
            out.append((words, label))
    return out


def _splintered(lines: Lines, chance: random.Random) -> Lines:
    """Some long lines in three pieces, as where a link stands in them."""
    out: Lines = []
    for text, label in lines:
        words = text.split()
        if len(words) > 14 and chance.random() < 0.4:
            at = chance.randrange(3, len(words) - 6)
            end = at + chance.randrange(1, 5)
            out += [(" ".join(part), label) for part in (words[:at], words[at:end], words[end:])]
        else:
            out.append((text, label))
    return out


def _wrapped(lines: Lines, chance: random.Random) -> Lines:
    """Long lines wrapped as browsers of the terminal do."""
    width = chance.choice([60, 72, 80, 80, 100, 110, 130])
    out: Lines = []
    for text, label in lines:
        row = ""
        for word in text.split(" "):
            if row and len(row) + len(word) >= width:
                out.append((row, label))
                row = word
            else:
                row = f"{row} {word}" if row else word
        out.append((row, label))
    return out


def _linked(lines: Lines, chance: random.Random) -> Lines:
    """Most furniture and some headings of the page as Markdown links."""
    host = chance.choice(["https://baixa.vn/", "/", "https://www.nalo.com.vn/muc/"])
    out = []
    for text, label in lines:
        share = 0.8 if label == 1 else 0.06
        lead = lead_of(text)
        words = words_of(text, lead)
        if words and "[" not in words and len(words) < 160 and chance.random() < share:
            text = f"{lead}[{words}]({host}{_slug(words)}.html)"
        out.append((text, label))
    return out


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(char for char in plain if not unicodedata.combining(char)))[:60]


def _bulleted(lines: Lines, chance: random.Random) -> Lines:
    """Runs of short lines as lists."""
    mark = chance.choice(["  * ", "* ", "• ", "  + ", "- ", "  • ", "        * "])
    out = []
    listed = False
    for text, label in lines:
        if chance.random() < 0.2:
            listed = chance.random() < (0.6 if label == 1 else 0.25)
        words = text.strip()
        if listed and words and len(words) < 90 and not lead_of(text).strip():
            text = mark + words
        out.append((text, label))
    return out


def _headed(lines: Lines, chance: random.Random) -> Lines:
    """Some short lines before longer ones as headings."""
    mark = chance.choice(["## ", "### ", "**", "#### "])
    out = []
    for index, (text, label) in enumerate(lines):
        below = lines[index + 1][0] if index + 1 < len(lines) else ""
        words = text.strip()
        if 8 < len(words) < 90 and len(below) > len(words) and not lead_of(text).strip() and chance.random() < 0.4:
            text = mark + words + ("**" if mark == "**" else "")
        out.append((text, label))
    return out


def _indented(lines: Lines, chance: random.Random) -> Lines:
    """Stretches of lines indented alike."""
    out = []
    depth = 0
    for text, label in lines:
        if chance.random() < 0.08:
            depth = chance.choice([0, 2, 4, 8, 12, 20])
        out.append((" " * depth + text, label))
    return out


def _spaced(lines: Lines, chance: random.Random) -> Lines:
    """Blank lines between all lines or between some."""
    share = chance.choice([1.0, 1.0, 0.5, 0.2])
    out: Lines = []
    for line in lines:
        out.append(line)
        if chance.random() < share:
            out.append(("", -1))
    return out
