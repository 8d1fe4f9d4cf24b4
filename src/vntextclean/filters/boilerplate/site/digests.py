"""What a table of a site knows lines and pairs of lines by: 64 bits each, in place of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

_WORDS = re.compile(r"[^\W\d_]+|\d+")

_MASK = 2**64 - 1


def digest_of(line: str) -> int:
    """The digest of a line by its words: marks count as nothing, and numbers as one."""
    words = _WORDS.findall(line.lower())
    key = " ".join("0" if word[0].isdigit() else word for word in words) or "".join(line.split())
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def pairs_of(digests: Sequence[int]) -> list[int]:
    """A digest for each line with the one before it, the ends of the page counting as lines."""
    around = [0, *digests, 0]
    return [(first * 0x9E3779B97F4A7C15 + second + 1) & _MASK for first, second in pairwise(around)]
