"""Read the corpora: sources, weights, held-out lines, and counts of spellings."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.text import scan

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CHUNK = 24 << 20


class Source(NamedTuple):
    """One corpus file; ``keep`` is the share of its lines that is counted, ``times`` how often each line counts."""

    name: str
    keep: float = 1.0
    origin: str = ""
    times: int = 1


def sources(path: Path) -> tuple[Source, ...]:
    """The sources listed in a file such as corpora.toml."""
    with path.open("rb") as file:
        return tuple(Source(**entry) for entry in tomllib.load(file)["source"])


SOURCES = sources(Path(__file__).with_name("corpora.toml"))
HELD_OUT = 200


def chunks(path: Path, keep: float = 1.0, held_out: bool = False) -> Iterator[str]:
    """The lines to count (or the held-out lines), in pieces of some 24 MB cut at line ends."""
    rest = b""
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            block = rest + block
            cut = block.rfind(b"\n") + 1
            rest, block = block[cut:], block[:cut]
            if text := _chosen(block, keep, held_out):
                yield text
    if text := _chosen(rest, keep, held_out):
        yield text


def _chosen(block: bytes, keep: float, held_out: bool) -> str:
    lines = block.split(b"\n")
    marks = [zlib.crc32(line) for line in lines]
    if held_out:
        chosen = [line for line, mark in zip(lines, marks, strict=True) if mark % HELD_OUT == 0 and line]
    else:
        limit = int(keep * 2**32)
        chosen = [
            line
            for line, mark in zip(lines, marks, strict=True)
            if mark % HELD_OUT and (keep >= 1 or (mark * 2654435761) % 2**32 < limit)
        ]
    return b"\n".join(chosen).decode("utf-8").translate({0xF0: 0x111, 0xD0: 0x110})


class Forms(NamedTuple):
    """All spellings: their hashes, counts, the number of sources that have them, and the spellings."""

    hashed: npt.NDArray[np.uint64]
    count: npt.NDArray[np.int64]
    title: npt.NDArray[np.int64]
    sources: npt.NDArray[np.int64]
    words: list[str]


def forms(folder: Path, named: tuple[Source, ...] = SOURCES, floor: int = 5) -> Forms:
    """Count the spellings of all sources, and keep those seen at least ``floor`` times."""
    keys: list[npt.NDArray[np.uint64]] = []
    counts: list[npt.NDArray[np.int64]] = []
    titles: list[npt.NDArray[np.int64]] = []
    origin: list[npt.NDArray[np.int64]] = []
    spelled: dict[int, str] = {}
    groups: dict[str, int] = {}
    for source in named:
        number = groups.setdefault(source.origin or source.name, len(groups))
        for text in chunks(folder / f"{source.name}.txt", source.keep):
            found = scan.tokens(text)
            hashed = scan.hashes(found.low, found.starts, found.ends)
            words = np.flatnonzero(~found.number)
            unique, first, inverse = np.unique(hashed[words], return_index=True, return_inverse=True)
            names = (found.case[words] == scan.TITLE) & ~found.initial[words]
            keys.append(unique)
            counts.append(np.bincount(inverse, minlength=len(unique)))
            titles.append(np.bincount(inverse[names], minlength=len(unique)))
            origin.append(np.full(len(unique), number))
            for key, at in zip(unique.tolist(), words[first].tolist(), strict=True):
                if key not in spelled:
                    spelled[key] = "".join(map(chr, found.low[found.starts[at] : found.ends[at]]))
    key, count, title, source_of = map(np.concatenate, (keys, counts, titles, origin))
    unique, inverse = np.unique(key, return_inverse=True)
    total = np.bincount(inverse, count).astype(np.int64)
    titles_of = np.bincount(inverse, title).astype(np.int64)
    pairs = np.unique(inverse * 1024 + source_of)
    spread = np.bincount(pairs // 1024, minlength=len(unique))
    good = np.flatnonzero(total >= floor)
    order = good[np.lexsort((unique[good], -total[good]))]
    return Forms(
        unique[order], total[order], titles_of[order], spread[order], [spelled[k] for k in unique[order].tolist()]
    )
