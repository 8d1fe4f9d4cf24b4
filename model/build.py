"""From corpora to the model file: ``python -m model.build FOLDER OUT``.

FOLDER holds the corpora (one sentence or paragraph a line, NAME.txt for each [[source]] of corpora.toml). The same
corpora give the same file, byte for byte. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from model.ngrams import count, pack, weigh
from model.ngrams.companions import companions
from model.ngrams.corpus import SOURCES, Source, chunks, forms, sources
from model.ngrams.encode import Vocabulary, choose, streams
from vntextclean.lm.format import ModelFile
from vntextclean.lm.model import Model

ORDER = 3
FLOORS = {2: (2, 5), 3: (2, 5), 4: (3, 5)}
DAMPING = 0.55


class Clock:
    """Prints progress messages with the time since the start."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def say(self, what: str) -> None:
        """Print one line with the elapsed time."""
        print(f"{time.monotonic() - self._began:6.0f} s  {what}", flush=True)


def encoded(
    folder: Path,
    named: tuple[Source, ...],
    vocabulary: Vocabulary,
    order: int,
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint8]]:
    """The packed n-grams of all sources, and the source of each."""
    keys: list[npt.NDArray[np.uint64]] = []
    origins: list[npt.NDArray[np.uint8]] = []
    groups: dict[str, int] = {}
    for source in named:
        number = groups.setdefault(source.origin or source.name, len(groups))
        if number > 15:
            raise SystemExit("at most 16 origins can be told apart: give some sources a common origin in corpora.toml")
        for piece in streams(folder / f"{source.name}.txt", source, vocabulary):
            packed = count.packed(piece.ids, order)
            keys += [packed] * source.times
            origins += [np.full(len(packed), number, np.uint8)] * source.times
    return np.concatenate(keys), np.concatenate(origins)


class Trained(NamedTuple):
    """The description and the arrays of a model, and the counts they were estimated from."""

    about: dict[str, Any]
    arrays: dict[str, npt.NDArray[Any]]
    tables: list[count.Grams]


def train(
    folder: Path,
    named: tuple[Source, ...],
    sizes: dict[int, int],
    order: int = ORDER,
    title_floor: int = 60,
    say: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Count, estimate, prune and pack the n-grams."""
    say("counting spellings")
    found = forms(folder, named)
    vocabulary = choose(found, title_floor=title_floor)
    say(f"{vocabulary.size} spellings, {len(vocabulary.words) - vocabulary.size} names; reading the corpora")
    tables = count.count(*encoded(folder, named, vocabulary, order), order)
    say(f"{[len(table.keys) for table in tables]} n-grams; estimating")
    about, arrays = sections(vocabulary, tables, sizes)
    about["spellings"] = int(found.count.sum())
    about["sources"] = [source.name for source in named]
    return Trained(about, arrays, tables)


def build(folder: Path, out: Path, named: tuple[Source, ...], sizes: dict[int, int], parts: Path | None) -> None:
    """Train the n-gram model, add the parts that are trained separately, and write the file."""
    clock = Clock()
    about, arrays, _ = train(folder, named, sizes, say=clock.say)
    if parts is not None:
        for path in sorted(parts.glob("*.npz")):
            with np.load(path) as held:
                part = path.name.partition(".")[0]  # calibration.gap.npz belongs to the part "calibration"
                arrays |= {f"{part}/{name}": held[name] for name in held.files}
    size, digest = pack.write(out, about, arrays)
    clock.say(f"{out}: {size:,} bytes, SHA-256 {digest}")


def sections(
    vocabulary: Vocabulary,
    tables: list[count.Grams],
    sizes: dict[int, int],
) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """The description and arrays of the n-gram part of a model."""
    words = len(vocabulary.words)
    raw = np.bincount(tables[0].keys.astype(np.int64), tables[0].raw, words).astype(np.int64)
    estimates = count.estimate(tables, words)
    worth = None
    if len(tables) > 2:
        pairs = count.prune(tables[:2], estimates[:2], FLOORS, {2: 2 * sizes[2]}, vocabulary.size, DAMPING)
        judge = Model(ModelFile(Path("bigrams"), *pack.sections(vocabulary, pairs, raw), {}))
        worth = lambda keys: weigh.doubt(judge, keys)  # noqa: E731
    pruned = count.prune(tables, estimates, FLOORS, sizes, vocabulary.size, DAMPING, worth)
    about, arrays = pack.sections(vocabulary, pruned, raw)
    arrays |= {f"companions/{name}": array for name, array in neighbours(vocabulary, tables[1]).items()}
    return about, arrays


def neighbours(vocabulary: Vocabulary, grams: count.Grams) -> dict[str, npt.NDArray[Any]]:
    """The collocates of every spelling, from bigrams in which names and common words are counted together."""
    first = vocabulary.lower_of[(grams.keys & count.MASK).astype(np.int64)].astype(np.int64)
    second = vocabulary.lower_of[(grams.keys >> np.uint64(count.BITS)).astype(np.int64)].astype(np.int64)
    pairs, inverse = np.unique(first * vocabulary.size + second, return_inverse=True)
    total = np.bincount(inverse, grams.raw).astype(np.int64)
    seen = total >= 3
    return companions(pairs[seen] // vocabulary.size, pairs[seen] % vocabulary.size, total[seen], vocabulary.size)


def held_out(folder: Path, out: Path, named: tuple[Source, ...]) -> None:
    """Write the held-out lines, one file per source. They are used for evaluation and calibration."""
    out.mkdir(parents=True, exist_ok=True)
    for source in named:
        (out / f"{source.name}.txt").write_text("\n".join(chunks(folder / f"{source.name}.txt", 1.0, True)), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpora", type=Path, help="another table than corpora.toml")
    parser.add_argument("--bigrams", type=int, default=1_000_000, help="bigrams kept, besides those trigrams need")
    parser.add_argument("--trigrams", type=int, default=5_100_000, help="trigrams kept")
    parser.add_argument(
        "--parts",
        type=Path,
        help="folder of trained parts: wide, proof, spelling and calibration.gap, each an .npz",
    )
    parser.add_argument("--held-out", type=Path, help="folder to write the held-out lines to")
    given = parser.parse_args()
    named = sources(given.corpora) if given.corpora else SOURCES
    if given.held_out:
        held_out(given.folder, given.held_out, named)
    build(given.folder, given.out, named, {2: given.bigrams, 3: given.trigrams}, given.parts)


if __name__ == "__main__":
    main()
