"""What was found of a text, and the tokens that it stands in: a token is read as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from vntextclean.misreadings.choosing.choose import Open
from vntextclean.misreadings.parsing.cells import Chain
from vntextclean.named_tuple import NamedTuple


class Found(NamedTuple):
    """One damaged stretch of a text and what it was.

    ``kind`` is "utf-8" where nothing was lost, "lossy" where one word only fits what is left, "chosen" where the
    language model chose among several; ``confidence`` is then its posterior, and ``among`` are the words that it
    chose among.
    """

    start: int
    end: int
    word: str
    kind: str
    confidence: float
    chain: Chain
    among: Open | None = None


class Line(NamedTuple):
    """A line of a text with a sign of misreading."""

    start: int
    end: int


_Part = TypeVar("_Part", bound=Found | Line)


def by_token(text: str, parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """The parts of a text, in order, by token: no blank stands between those of one, and none is read there.

    A blank that was read (Ġ of byte-level BPE) is a token of its own; else a line would be one.
    """
    token: list[_Part] = []
    after_blank = False
    for part in parts:
        is_blank = isinstance(part, Found) and part.word.isspace()
        if token and (is_blank or after_blank or any(map(str.isspace, text[token[-1].end : part.start]))):
            yield token
            token = []
        token.append(part)
        after_blank = is_blank
    if token:
        yield token


def together(token: list[Found | Line]) -> list[Found]:
    """What was found of a token, with the kind and the confidence of its least sure part; nothing if a part stays."""
    found = [part for part in token if isinstance(part, Found)]
    if len(found) < len(token):
        return []
    if len(found) == 1:
        return found
    confidence = min((one.confidence for one in found), default=1.0)
    kind = next((kind for kind in ("chosen", "lossy") if any(one.kind == kind for one in found)), "utf-8")
    return [one._replace(kind=kind, confidence=confidence) for one in found]
