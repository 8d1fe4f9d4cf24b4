"""Glued strings (words without spaces between them), the pieces of their lattices, and the k-best search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Optional

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED, OWN, bare, toneless

#: Paths of a string that are kept for the second scoring.
KEPT = 6
_MARKED_VOWELS = MARKED - {"đ", "Đ"}
#: Words of one letter that can begin sentences and names: Ở, Ý, Á hậu.
_ONE_LETTER = frozenset("ỞÝÁÔỦÀỨY")


class Piece(NamedTuple):
    """One word of a glued string: its span [start, end) in code points, its model id, and an extra cost (nats)."""

    start: int
    end: int
    id: int
    cost: float


class Glued(NamedTuple):
    """A glued string and the model ids around it, in text order; ``initial``: a sentence begins with it."""

    text: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    initial: bool
    #: Names unknown to the model that stand as separate words elsewhere in the document.
    names: frozenset[str] = frozenset()


_THRICE = late(r"(.)\1\1")
#: A string with one vowel group that a syllable could have, without tones, where vowel shapes may be lost. The groups
#: "io" and "ơa" are two syllables.
_ONE_NUCLEUS = late(
    "(?!km|kg|cm|mm|ml)[^aăâeêioôơuưy]*(?:qu|gi)?"
    "(?:[aăâeêioôơuưy]|a[iouy]|â[uy]|e[ou]|êu|ia|i[eê]u?|iu|oa[ioy]?|oă|oeo?|o[oôi]|ô[oi]|ơi"
    "|[uư][oôơ][iu]?|[uư][aiuy]|uay|uây?|uê|ue|uy[aeê]?u?|y[eê]u?)"
    r"[^aăâeêioôơuưy]*\Z"
)
_OWN = late(f"[{OWN}]")


def is_drawn_out(word: str) -> bool:
    """Whether a word repeats a letter for emphasis, as in chats. Such a word is one word, whatever its syllables.

    >>> is_drawn_out("quáaaa"), is_drawn_out("đẹppp"), is_drawn_out("quáxa")
    (True, True, False)
    """
    return _THRICE.search(bare(word).lower()) is not None


@lru_cache(maxsize=1 << 13)
def has_one_nucleus(word: str) -> bool:
    """Whether all vowels of a word stand together: it may be one unusual syllable (choông, ngòam), not a run-on.

    >>> has_one_nucleus("choông"), has_one_nucleus("thựchiện"), has_one_nucleus("vợanh"), has_one_nucleus("khiông")
    (True, False, False, False)
    """
    if not word[1:].islower() or (not word.isascii() and sum(map(_MARKED_VOWELS.__contains__, word)) > 1):
        return False
    return _ONE_NUCLEUS.match(toneless(word).lower()) is not None


def is_own(word: str) -> bool:
    """Whether a word has a letter that only Vietnamese uses.

    >>> is_own("sẽ"), is_own("là")
    (True, False)
    """
    return _OWN.search(word) is not None


def well_cased(text: str, start: int, end: int) -> bool:
    """Whether a piece is lower, Title or UPPER case, and does not split a capital from its lower-case letters."""
    piece = text[start:end]
    if piece.islower():
        before = text[start - 1 : start]
        return not before.isupper() or text[start - 2 : start - 1].isupper() or before in _ONE_LETTER
    if piece[0].isupper() and (len(piece) == 1 or piece[1:].islower()):
        return end - start > 1 or end == len(text) or not text[end].islower() or piece in _ONE_LETTER
    return piece.isupper() and (end == len(text) or not text[end].islower())


def foreign_ends(text: str, start: int) -> Iterator[int]:
    """Where a foreign name or abbreviation that begins at ``start`` may end.

    An abbreviation ends with its capitals, or one letter before if small letters follow; a name may end anywhere from
    its third letter on.
    """
    if not (text[start].isupper() and text[start].isascii()) or (start and text[start - 1].isupper()):
        return
    end = start + 1
    if text[end : end + 1].isupper():
        while end < len(text) and text[end].isupper() and (text[end].isascii() or text[end] == "Đ"):
            end += 1
        if text[end : end + 1].isupper():
            return
        if start or end < len(text):
            yield end
        if text[end : end + 1].islower():
            yield end - 1
        return
    if start and len(text) - start < 3:
        yield len(text)
    while end < len(text) and text[end].isascii():
        end += 1
        if end - start >= 3 and (start > 0 or end < len(text)):
            yield end


def only_path(edges: dict[int, list[Piece]], size: int) -> tuple[Piece, ...] | None:
    """The one path of at least two pieces through a lattice; empty if there is none, None if there are several.

    >>> one, two, both = Piece(0, 2, 7, 0.0), Piece(2, 4, 8, 0.0), Piece(0, 4, 9, 0.0)
    >>> only_path({0: [one, both], 2: [two]}, 4) == (one, two), only_path({0: [both]}, 4), only_path({0: [one, one]}, 4)
    (True, (), None)
    """
    path: list[Piece] = []
    pieces = [piece for piece in edges.get(0, ()) if piece.end < size]
    while pieces:
        if len(pieces) > 1:
            return None
        path += pieces
        pieces = edges.get(path[-1].end, [])  # in a lattice the end is reached from each piece
    return tuple(path)


def k_best(
    entry: Glued, edges: dict[int, list[Piece]], scores: dict[tuple[int, int], float]
) -> list[tuple[Piece, ...]]:
    """The :data:`KEPT` best paths of at least two pieces through a lattice, best first: k-best Viterbi over bigrams.

    ``edges`` holds the pieces by their start, ``scores`` the bigram log-probabilities of adjacent ids (nats).
    """
    size = len(entry.text)
    if 0 not in edges:
        return []
    # For each position the paths that end there, by the id of the last piece; a path is the last piece and the path
    # before it, for a copy of each would cost the square of a long string's length.
    paths: list[dict[int, list[tuple[float, _Path]]]] = [{} for _ in range(size + 1)]
    for piece in edges[0]:
        start = scores[entry.before[-1], piece.id] - piece.cost
        paths[piece.end].setdefault(piece.id, []).append((start, (piece, None)))
    for at in range(1, size):
        here = paths[at]
        if not here or at not in edges:
            continue
        for piece in edges[at]:
            _, end, number, cost = piece
            found: list[tuple[float, _Path]] = [
                (score + scores[last, number] - cost, (piece, path))
                for last, kept in here.items()
                for score, path in kept
            ]
            _sort(found)
            held = paths[end].setdefault(number, [])
            held += found[:KEPT]
            _sort(held)
            del held[KEPT:]
    final: list[tuple[float, _Path]] = [
        (score + scores[last, entry.after[0]], path)
        for last, kept in paths[size].items()
        for score, path in kept
        if path[1] is not None
    ]
    _sort(final)
    return [_pieces_of(path) for _, path in final[:KEPT]]


#: A path through a lattice from its end: the last piece and the path before. A named one takes six times as long.
_Path = tuple[Piece, Optional["_Path"]]
_score = itemgetter(0)


def _sort(paths: list[tuple[float, _Path]]) -> None:
    """Put the best path first, and equal ones as they are."""
    if len(paths) > 1:
        paths.sort(key=_score, reverse=True)


def _pieces_of(path: _Path) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    here: _Path | None = path
    while here is not None:
        piece, here = here
        pieces.append(piece)
    return tuple(reversed(pieces))
