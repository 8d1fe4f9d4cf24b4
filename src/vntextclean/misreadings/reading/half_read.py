"""Tokens whose reading left half a letter of another reading: ``kh√°¬ªi`` as ``khá»i``, where a byte was lost before.

Such a token is neither the original nor the damage. Where the words cannot be told it stays as it came, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vntextclean.misreadings.parsing.evidence import readings
from vntextclean.misreadings.parsing.losses import losses_of
from vntextclean.misreadings.parsing.rows import row_of
from vntextclean.misreadings.parsing.words import is_abbreviation, is_vietnamese
from vntextclean.misreadings.reading.tokens import Found, by_token
from vntextclean.misreadings.tables.code_pages import NAMES, views
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of

#: What the first two bytes of a sign of print look like: no text holds them side by side.
_SIGNS = tuple(dict.fromkeys(views(page)[0xE2] + views(page)[0x80] for page in NAMES))
#: The second of two bytes that tell half a letter or sign.
_SECOND = frozenset("º»") | {sign[1] for sign in _SIGNS}
#: Half a letter of Vietnamese as Windows-1252 shows it, the first two bytes of three.
_HALF = late("[Áá][º»]")
#: A word in quotation marks may end so; a line has no more of these than of «.
_QUOTED = late(r"[Áá]»(?![^\W\d_])")
_WORD = late(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
#: First bytes of letters and signs. A writer has Ã too, and no word that begins with it.
_LEADS = frozenset("ÃÄÅÆ")


class _Token(NamedTuple):
    """A token in which something was found: what it becomes, what was found in it, and where it stands."""

    word: str
    found: list[Found]
    start: int
    end: int


def without_halves(text: str, made: Mapping[int, list[Found]]) -> dict[int, list[Found]]:
    """What was found in the lines of a text, by the start of the line, without the tokens that are half read.

    One such token tells that bytes were lost before the last reading. Then each token is left that holds a letter of a
    first byte, or a marked word that is no Vietnamese: ``cÃ„n`` is *cÄn* by one reading, and was *căn*. Where a further
    reading makes all these tokens of a line whole they stay found; with a token left as it came there may be no such
    reading. A line may have nothing left.

    >>> token = [Found(0, 7, "khá»i", "utf-8", 1.0, ())]
    >>> without_halves("kh√°¬ªi", {0: token})
    {0: []}
    >>> token = [Found(0, 6, "khói", "utf-8", 1.0, ())]
    >>> without_halves("kh√≥i", {0: token}) == {0: token}
    True
    """
    if not any(_may_end_half(text, one) for found in made.values() for one in found):
        return dict(made)
    tokens = [(start, [*_tokens(text, found)]) for start, found in made.items()]
    halves = {start: _halves(own) for start, own in tokens}
    if not any(map(any, halves.values())):
        return dict(made)
    kept: dict[int, list[Found]] = {}
    for start, own in tokens:
        doubted = [half or _may_be_half(token.word) for token, half in zip(own, halves[start], strict=True)]
        whole = any(doubted) and {
            token.start for token, doubt in zip(own, doubted, strict=True) if doubt
        } <= _whole_by_another(text, own)
        kept[start] = [
            one for token, doubt in zip(own, doubted, strict=True) if not doubt or whole for one in token.found
        ]
    return kept


def _may_end_half(text: str, one: Found) -> bool:
    """Whether what was found may be a part of half a letter; the tokens of most documents are not looked at."""
    return not _SECOND.isdisjoint(one.word) or (one.word[-1:] in "Áá" and text[one.end : one.end + 1] in ("º", "»"))


def _whole_by_another(text: str, tokens: list[_Token]) -> set[int]:
    """Where the tokens of a line begin that a further reading makes whole, if it is proven."""
    start, end = line_of(text, tokens[0].start, tokens[-1].end)
    parts, spans, at, size = [], [], start, 0
    for token in tokens:
        size += token.start - at
        parts += [text[at : token.start], token.word]
        spans.append((token.start, size, size + len(token.word)))
        size += len(token.word)
        at = token.end
    line = "".join(parts) + text[at:end]
    again = readings(row_of(line), losses_of(line))
    if not again or not again[0].is_proven:
        return set()
    words = again[0].words
    hurt = {word.start for word in words if word.cut or word.half or not (word.legal or not word.letters)}
    hurt.update(again[0].stray)
    read = {word.start for word in words}
    return {
        first
        for first, low, high in spans
        if not read.isdisjoint(range(low, high)) and hurt.isdisjoint(range(low, high))
    }


def _tokens(text: str, found: list[Found]) -> Iterator[_Token]:
    """The tokens of a line in which something was found."""
    tokens = [*by_token(text, found)]
    starts = [0, *(token[-1].end for token in tokens)]
    ends = [*(token[0].start for token in tokens[1:]), len(text)]
    for token, lowest, highest in zip(tokens, starts, ends, strict=False):
        first, last = token[0].start, token[-1].end
        while first > lowest and not text[first - 1].isspace():
            first -= 1
        while last < highest and not text[last].isspace():
            last += 1
        parts, at = [], first
        for one in token:
            parts += [text[at : one.start], one.word]
            at = one.end
        yield _Token("".join(parts) + text[at:last], token, first, last)


def _halves(tokens: list[_Token]) -> list[bool]:
    """Whether each token of a line holds half a letter."""
    words = [token.word for token in tokens]
    opened = sum(word.count("«") for word in words)
    quoted = opened and sum(len(_QUOTED.findall(word)) for word in words) <= opened
    return [
        any(sign in word for sign in _SIGNS) or _HALF.search(_QUOTED.sub("", word) if quoted else word) is not None
        for word in words
    ]


def _may_be_half(token: str) -> bool:
    if not _LEADS.isdisjoint(token):
        return True
    words = _WORD.findall(token)
    return any(not word.isascii() and not is_vietnamese(word) and not is_abbreviation(word) for word in words)
