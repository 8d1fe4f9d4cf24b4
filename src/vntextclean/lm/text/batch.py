"""Several texts looked at as one, because numpy answers a thousand questions as fast as one.

What comes out is, to the last bit, what each text gives alone: a line end parts texts as it parts sentences, and
between their streams stands the room that each has alone.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, MutableMapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.scan import (
    MEMORY,
    PAD,
    Scan,
    Spelled,
    Tokens,
    Vocabulary,
    cased,
    look_up,
    padded_stream,
    scan,
    tokens,
)

_T = TypeVar("_T", bound=np.generic)
_Found = TypeVar("_Found", bound="_AtToken")


class Together(NamedTuple):
    """The scans of several texts as one scan.

    ``tokens`` are the borders between their tokens, ``places`` where the padded stream of each begins.
    """

    scan: Scan
    parts: tuple[Scan, ...]
    tokens: list[int]
    places: list[int]


def scan_all(texts: Sequence[str], model: Vocabulary) -> list[Scan]:
    """The scans of several texts, those not held from the last batch in one pass; held until the next batch."""
    held = [MEMORY.of(text, model) for text in texts]
    fresh = iter(_scan_fresh([text for text, each in zip(texts, held, strict=True) if each is None], model))
    scans = [next(fresh) if each is None else each for each in held]
    MEMORY.keep_all(scans, model)
    return scans


def _scan_fresh(texts: list[str], model: Vocabulary) -> list[Scan]:
    if len(texts) < 2 or kernel.native is not None:  # by the kernel one text costs no more than its share of many
        return [scan(text, model) for text in texts]
    found = tokens("\n".join(texts))
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    borders = found.starts.searchsorted(begins)
    heads = borders[(borders > 0) & (borders < len(found.starts))]
    heads = heads[np.diff(heads, prepend=0) > 0]
    spelled = look_up(found, model.lexicon, model.bare_lexicon, model.bare_of)
    ids = cased(spelled.lower, found, model.title_of)
    padded, at = padded_stream(found.mark, ids, heads)
    scans = []
    edges = zip(texts, begins.tolist(), borders[:-1].tolist(), borders[1:].tolist(), strict=False)
    for text, begin, first, last in edges:
        if first == last:
            scans.append(scan(text, model))
            continue
        own = slice(first, last)
        start = int(at[first]) - 1
        stream = padded[start : int(at[last - 1]) + 2 + 2 * PAD]
        part = Tokens(
            found.starts[own] - begin,
            found.ends[own] - begin,
            found.case[own],
            found.number[own],
            found.mark[own],
            found.initial[own],
            found.marked[own],
            found.low[begin : begin + len(text)],
        )
        spellings = Spelled(spelled.lower[own], spelled.bare[own])
        scans.append(Scan(text, part, spellings, ids[own], (stream, at[own] - start)))
    return scans


def gathered(scans: Iterable[Scan]) -> Together | None:
    """The scans that have words, each once, as one; None where fewer than two have, and nothing is gained."""
    some = dict.fromkeys(scan for scan in scans if len(scan))
    return together(list(some)) if len(some) > 1 else None


def together(scans: Sequence[Scan]) -> Together:
    """Scans as one; each must have words. Kept for the last scans, so that all filters share it."""
    parts = tuple(scans)
    if not _kept or len(_kept[0].parts) != len(parts) or not all(map(operator.is_, _kept[0].parts, parts)):
        _kept[:] = [_together(parts)]
    return _kept[0]


_kept: list[Together] = []


def _together(parts: tuple[Scan, ...]) -> Together:
    begins = np.cumsum([0, *(len(part.text) + 1 for part in parts)]).tolist()
    borders = np.cumsum([0, *(len(part) for part in parts)]).tolist()
    places = np.cumsum([0, *(len(part.padded) for part in parts)]).tolist()
    found = Tokens(
        np.concatenate([part.starts + begin for part, begin in zip(parts, begins, strict=False)]),
        np.concatenate([part.ends + begin for part, begin in zip(parts, begins, strict=False)]),
        _joined([part.case for part in parts]),
        _joined([part.tokens.number for part in parts]),
        _joined([part.mark for part in parts]),
        _joined([part.initial for part in parts]),
        _joined([part.marked for part in parts]),
        parts[0].tokens.low[:0],  # only asked of a text that is looked up
    )
    spelled = Spelled(_joined([part.lower for part in parts]), _joined([part.bare for part in parts]))
    at = np.concatenate([part.at + place for part, place in zip(parts, places, strict=False)])
    stream = (_joined([part.padded for part in parts]), at)
    whole = Scan("\n".join(part.text for part in parts), found, spelled, _joined([part.ids for part in parts]), stream)
    return Together(whole, parts, borders, places)


class _AtToken(Protocol):
    """Something found at a token."""

    @property
    def token(self) -> int: ...

    def _replace(self: _Found, *, token: int) -> _Found: ...  # noqa: PYI019 - Self came with Python 3.11


def shared(held: MutableMapping[Scan, list[_Found]], several: Together, found: Iterable[_Found]) -> None:
    """File what was found in several texts under each of them, in its own numbers of tokens."""
    left = iter([*found, None])
    each = next(left)
    for part, begin, end in zip(several.parts, several.tokens, several.tokens[1:], strict=False):
        own = held[part] = []
        while each is not None and each.token < end:
            own.append(each._replace(token=each.token - begin))
            each = next(left)


def _joined(arrays: list[npt.NDArray[_T]]) -> npt.NDArray[_T]:
    return np.concatenate(arrays)
