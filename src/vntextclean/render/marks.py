"""What of a change is marked: the letter that changed and the space that came or went, not the whole word."""

from __future__ import annotations

from typing import Literal
from unicodedata import combining, normalize

from vntextclean.named_tuple import NamedTuple

Kind = Literal["same", "gone", "come", "note"]


class Piece(NamedTuple):
    """A stretch of a change: as it was, taken out, put in, or a note about what cannot be seen."""

    text: str
    kind: Kind


def pieces(before: str, after: str) -> list[Piece]:
    """A change as stretches in reading order.

    Those that stay and go are ``before``, those that stay and come are ``after``; but where only the form of Unicode
    changes, ``after`` stands with a note.

    >>> [tuple(piece) for piece in pieces("Môt", "Một")]
    [('M', 'same'), ('ô', 'gone'), ('ộ', 'come'), ('t', 'same')]
    >>> [tuple(piece) for piece in pieces("hiệntổ", "hiện tổ")]
    [('hiện', 'same'), (' ', 'come'), ('tổ', 'same')]
    """
    if before and normalize("NFC", before) == normalize("NFC", after):
        form = "NFD→NFC" if after == normalize("NFC", before) else "NFC→NFD"
        return [Piece(after, "same"), Piece(form, "note")]
    if not before.strip() or not after.strip():
        return _whole(before, after)
    if "".join(before.split()) == "".join(after.split()):
        return _spaces(before, after)
    old, new = before.split(" "), after.split(" ")
    if len(old) != len(new):
        return _trimmed(before, after)
    found: list[Piece] = []
    for number, (was, now) in enumerate(zip(old, new, strict=True)):
        _add(found, " " if number else "", "same")
        for piece in [Piece(was, "same")] if was == now else _trimmed(was, now):
            _add(found, *piece)
    return found


def _whole(before: str, after: str) -> list[Piece]:
    found: list[Piece] = []
    _add(found, before, "gone")
    _add(found, after, "come")
    return found


def _add(found: list[Piece], text: str, kind: Kind) -> None:
    """Append a stretch; one of the kind of the last is made one with it."""
    if text and found and found[-1].kind == kind:
        found[-1] = Piece(found[-1].text + text, kind)
    elif text:
        found.append(Piece(text, kind))


def _spaces(before: str, after: str) -> list[Piece]:
    """Two texts that differ in white space only."""
    found: list[Piece] = []
    i = j = 0
    while i < len(before) or j < len(after):
        start, begin = i, j
        while i < len(before) and before[i].isspace():
            i += 1
        while j < len(after) and after[j].isspace():
            j += 1
        was, now = before[start:i], after[begin:j]
        if was == now:
            _add(found, was, "same")
        else:
            _add(found, was, "gone")
            _add(found, now, "come")
        if i < len(before):
            _add(found, before[i], "same")
            i, j = i + 1, j + 1
    return found


def _trimmed(before: str, after: str) -> list[Piece]:
    """Two texts without what they share at either end; a letter stays with its combining marks."""
    limit = min(len(before), len(after))
    head = 0
    while head < limit and before[head] == after[head]:
        head += 1
    while head and (combining(before[head : head + 1] or "a") or combining(after[head : head + 1] or "a")):
        head -= 1
    tail = 0
    while tail < limit - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    while tail and combining(before[-tail]):
        tail -= 1
    found: list[Piece] = []
    _add(found, before[:head], "same")
    _add(found, before[head : len(before) - tail], "gone")
    _add(found, after[head : len(after) - tail], "come")
    _add(found, before[len(before) - tail :], "same")
    return found
