"""The confusion channel: how often people and OCR engines write one letter or tone where another was meant.

A candidate is likely where the context calls for it (the language model) and where the written word is what becomes of
it (the channel). Both sources have one fixed table: a document's own confusions predict its second half worse than the
table of other documents does (top 20 kinds cover .20 of the errors beside .31, 83 scans), so only rates are taken from
a document (``page_rates.py``). The counts in ``data/channel.toml`` are measured by ``model/calibration/channel.py``.
"""

from __future__ import annotations

import math
import sys
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.named_tuple import NamedTuple

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from vntextclean.filters.diacritics.kinds.damage import MOST_HELD
from vntextclean.lm import kernel
from vntextclean.vietnamese.letters import MARKED, bare, tone_of, toneless

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

_TABLE = Path(__file__).parents[1] / "data" / "channel.toml"
#: What a confusion that was never seen counts as.
UNSEEN = 0.3
#: Bounds of a log-likelihood (nats); beyond them the counts say nothing.
LEAST, MOST = -16.0, -2.0
#: Words that differ in more letters than this are no slip.
_LONGEST = 2
#: Letters of the longest word that the kernel reads; code points with all letters of Vietnamese; one that no word has.
_LONGEST_HELD, _LETTERS, _NEVER = 40, 0x1F00, "\0"


class Likelihood(NamedTuple):
    """log p(written | meant) under each source, in nats."""

    people: float
    scan: float


class Source(NamedTuple):
    """How often each confusion was counted, how often what was meant stood in the texts, and their words.

    ``doubled`` is the share of damaged words with two confusions in one.
    """

    counts: dict[str, int]
    meant: dict[str, int]
    words: int
    doubled: float

    def log_likelihood(self, part: str) -> float:
        """Log p of a confusion where what was meant stood."""
        meant = self.meant.get(part.partition(">")[2], 0) or self.words
        return math.log((self.counts.get(part, 0) + UNSEEN) / max(meant, 1))


@cache
def sources() -> tuple[Source, Source]:
    """People and OCR engines, as they were counted."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    people, scan = (
        Source(table[name]["counts"], table[name]["meant"], table[name]["words"], table[name]["doubled"])
        for name in ("people", "scan")
    )
    return people, scan


@lru_cache(maxsize=MOST_HELD)
def _of_part(part: str) -> tuple[float, float]:
    """Log p of a confusion under each source: there are a few hundred, and each is asked of thousands of pairs."""
    people, scan = sources()
    return people.log_likelihood(part), scan.log_likelihood(part)


@lru_cache(maxsize=MOST_HELD)
def _sides(word: str) -> tuple[str, str, int]:
    """A word without its tone, without any mark, and its tone: the same few thousand are compared with one another."""
    return toneless(word), bare(word), tone_of(word)


def confusions(written: str, meant: str) -> tuple[str, ...] | None:
    """The single confusions that turn ``meant`` into ``written`` (both lower case); None if they are no slip.

    Tones are written by number, letters without their tone; nothing stands for a letter that is not there.

    >>> confusions("củng", "cũng"), confusions("xử", "sử"), confusions("vn", "vận")
    (('3>4',), ('x>s',), ('>*',))
    """
    first, plain, tone = _sides(written)
    second, other_plain, other = _sides(meant)
    tones = (f"{tone}>{other}",) if tone != other else ()
    if plain == other_plain:
        if first == second:
            return tones
        return (*tones, *[f"{a}>{b}" for a, b in zip(first, second, strict=True) if a != b])
    a, b = _difference(first, second)
    if not a and len(b) == 1:
        letter = _difference(written, meant)[1]
        return (">*",) if not letter.isascii() else (*tones, f">{b}")
    if a and len(b) < len(a) == 1:
        return (*tones, f"{a}>")
    if len(a) > _LONGEST or len(b) > _LONGEST:
        return None
    if len(a) == 2 and a[::-1] == b:
        return (*tones, "><")
    return (*tones, f"{a}>{b}")


def _difference(first: str, second: str) -> tuple[str, str]:
    """What is left of two words without what they begin and end alike with."""
    start, end, other_end = 0, len(first), len(second)
    while start < end and start < other_end and first[start] == second[start]:
        start += 1
    while start < end and start < other_end and first[end - 1] == second[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return first[start:end], second[start:other_end]


@lru_cache(maxsize=MOST_HELD)
def likelihood(written: str, meant: str) -> Likelihood:
    """How likely people and OCR engines write ``written`` (lower case) where ``meant`` stood.

    >>> slip, misread = likelihood("xử", "sử"), likelihood("tái", "tải")
    >>> slip.people > slip.scan, misread.scan > misread.people
    (True, True)
    """
    parts = confusions(written, meant)
    if parts is None:
        return Likelihood(LEAST, LEAST)
    people = scan = 0.0
    for part in parts:
        by_people, by_scan = _of_part(part)
        people += by_people
        scan += by_scan
    return Likelihood(min(max(people, LEAST), MOST), min(max(scan, LEAST), MOST))


#: Extraction loses letters and marks of any word; beside it, no other source is likelier than this (nats).
_EXTRACTION = -6.0
#: How much the channel counts beside the context in the choice of a candidate.
_SHARE = 0.7


@lru_cache(maxsize=MOST_HELD)
def prior(written: str, meant: str) -> float:
    """What the channel adds to a candidate in the choice among several (nats, 0 at most).

    >>> prior("vn", "vận"), prior("môt", "một"), prior("tái", "tải") > prior("tâi", "tải")
    (0.0, 0.0, True)
    """
    (_, plain, _), (second, other_plain, _) = _sides(written), _sides(meant)
    if plain == other_plain:
        if written in (second, other_plain):
            return 0.0
    elif len(meant) == len(written) + 1:
        return 0.0
    return _SHARE * min(max(likelihood(written, meant)) - _EXTRACTION, 0.0)


def confused(words: list[str], written: list[str], counts: list[int], ids: Ints) -> tuple[Floats, Doubles]:
    """What :func:`prior` and :func:`likelihood` say of words as they are written and of all that each may have been.

    ``ids`` are places in ``words``, ``counts[i]`` of them for ``written[i]``, one behind the other. The pairs of a text
    are seldom those of another: none is kept. float32[n], and float64[n, 2]: people, scan.
    """
    if (held := compiled_channel(written)) is not None:
        priors, likelihoods = kernel.native.confused(held, words, written, np.array(counts, np.int64), ids)
        return np.frombuffer(priors, np.float32), np.frombuffer(likelihoods, np.float64).reshape(-1, 2)
    pairs = zip((word for word, count in zip(written, counts, strict=True) for _ in range(count)), ids, strict=True)
    found = [(prior(word, words[meant]), likelihood(word, words[meant])) for word, meant in pairs]
    of_pairs = [each for _, each in found]
    return np.array([each for each, _ in found], np.float32), np.array(of_pairs, np.float64).reshape(-1, 2)


def compiled_channel(written: list[str]) -> Any:
    """The tables as the compiled kernel holds them, where it can read these words; else None."""
    readable = kernel.native is not None and all(len(word) <= _LONGEST_HELD for word in written)
    return _held() if readable else None


@cache
def _held() -> Any:
    """The tables as the compiled kernel holds them; None without it."""
    people, scan = both = sources()
    marked = np.array([*map(ord, MARKED)])  # of all letters that the table has room for only these have a mark
    without_tone = np.arange(_LETTERS, dtype=np.uint16)
    plain, tones = without_tone.copy(), np.zeros(_LETTERS, np.uint8)
    without_tone[marked] = [ord(toneless(letter)) for letter in MARKED]
    plain[marked] = [ord(bare(letter)) for letter in MARKED]
    tones[marked] = [tone_of(letter) for letter in MARKED]
    parts = {_key(part): part for part in {**people.counts, **scan.counts}}
    meant = {_letters_key(letter): letter for letter in {**people.meant, **scan.meant}}
    of_parts = [[source.log_likelihood(parts[key]) for source in both] for key in sorted(parts)]
    unseen = [[source.log_likelihood(f"{_NEVER}>{meant[key]}") for source in both] for key in sorted(meant)]
    return kernel.handle(
        "channel", without_tone, plain, tones, np.array(sorted(parts), np.int64), np.array(of_parts, np.float64),
        np.array(sorted(meant), np.int64), np.array(unseen, np.float64),
        np.array([source.log_likelihood(f"{_NEVER}>{_NEVER}") for source in both]),
        (LEAST, MOST, _EXTRACTION, _SHARE),
    )  # fmt: skip


def _key(part: str) -> int:
    """A confusion as a number, as the kernel has it."""
    read, _, was = part.partition(">")
    return _letters_key(read) << 31 | _letters_key(was)


def _letters_key(letters: str) -> int:
    """Up to two letters as a number: 15 bits each, with a one before them."""
    key = 1
    for letter in letters:
        key = key << 15 | ord(letter)
    return key
