"""Tokenization: a text as words and numbers, vectorised over its characters. No Python loop runs over words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text import characters
from vntextclean.lm.text.characters import Codes, Kinds, beside, code_points, fold
from vntextclean.named_tuple import NamedTuple

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]

NONE, SENTENCE, CLAUSE, NUMBER, UNKNOWN_LOWER, UNKNOWN_TITLE, UNKNOWN_UPPER, UNKNOWN_MARKED = range(8)
SPECIALS = ("<none>", "<s>", "<p>", "<num>", "<unk>", "<Unk>", "<UNK>", "<ưnk>")
LOWER, TITLE, UPPER, MIXED = range(4)

#: The case of a word by three bits: it has a capital, a capital behind another letter, a letter that is no capital.
_CASE = np.array([LOWER, TITLE, LOWER, UPPER, LOWER, TITLE, LOWER, MIXED], np.uint8)
_CASE_AT = 2

# A gap between two tokens as one number: the kinds of characters in it (four bits), its length from 0 to 3 or more (two
# bits), and four flags about the tokens on both sides.
_SOFT_AT = 6
_LENGTH, _AFTER_LOWER, _AFTER_NUMBER, _BEFORE_NUMBER, _SHORT = 4, 6, 7, 8, 9
_MERGED = 4
kernel.agree(
    SENTENCE=SENTENCE, CLAUSE=CLAUSE, NUMBER=NUMBER, UNKNOWN_LOWER=UNKNOWN_LOWER, UNKNOWN_MARKED=UNKNOWN_MARKED,
    SPECIALS=len(SPECIALS), LOWER=LOWER, TITLE=TITLE, UPPER=UPPER, CASE_AT=_CASE_AT, SOFT_AT=_SOFT_AT,
    GAP_LENGTH=_LENGTH, GAP_AFTER_LOWER=_AFTER_LOWER, GAP_AFTER_NUMBER=_AFTER_NUMBER,
    GAP_BEFORE_NUMBER=_BEFORE_NUMBER, GAP_SHORT=_SHORT, MERGED=_MERGED,
)  # fmt: skip


def _gaps() -> Bytes:
    """The border by the number of a gap: 0, CLAUSE or SENTENCE; plus _MERGED where it only groups digits (1.500)."""
    number = np.arange(1 << 10)
    soft, length = number & 15, number >> _LENGTH & 3
    lower, after_number, before_number, short = (
        number >> bit & 1 > 0 for bit in (_AFTER_LOWER, _AFTER_NUMBER, _BEFORE_NUMBER, _SHORT)
    )
    line, stop, clause, hyphen = (
        (soft >= bit >> _SOFT_AT) & (soft < 2 * bit >> _SOFT_AT)  # the strongest character decides
        for bit in (characters.LINE, characters.STOP, characters.CLAUSE, characters.HYPHEN)
    )
    ends = line | (stop & (length != 1) & (after_number | (~lower & ~short)))
    pauses = ((clause | stop) & ~ends) | (hyphen & (length == 3))
    merged = before_number & after_number & (length == 1) & (soft > 0) & ~line
    marks = np.where(ends, SENTENCE, np.where(pauses, CLAUSE, 0)) + _MERGED * merged
    return np.asarray(marks, np.uint8)


_GAPS = _gaps()

#: All tables of the tokenizer, in the order in which the compiled kernel takes them.
TABLES = (
    characters.KIND, characters.LOWERED, characters.BARED, characters.FOLD_FIRST, characters.FOLD_TO, _GAPS, _CASE,
)  # fmt: skip


class Tokens(NamedTuple):
    """The tokens of a text before they are looked up, one entry per token in each array but ``low``.

    ``starts`` and ``ends`` are offsets in code points, ``mark`` is the border before a token (0, CLAUSE or SENTENCE),
    ``initial`` whether a sentence begins with it, ``marked`` whether it has a diacritic. ``low`` are the folded code
    points of the whole text.
    """

    starts: Ints
    ends: Ints
    case: Bytes
    number: Bools
    mark: Bytes
    initial: Bools
    marked: Bools
    low: Codes


def tokens(text: str) -> Tokens:
    """Cut a text into words and numbers, and find the border before each.

    >>> tokens("Hôm nay, 1.500 người. Vâng").mark.tolist()
    [1, 0, 2, 0, 1]
    """
    codes = code_points(text)
    places = codes.astype(np.int64)
    kind = np.zeros(len(codes) + 2, np.uint16)
    characters.KIND.take(places, mode="clip", out=kind[1:-1])
    low: Codes = characters.LOWERED.take(places, mode="clip")
    pairs = beside(kind[1:-1])
    fold(low, pairs)
    pairs &= characters.UPPER
    kind[2:-1] |= pairs << 1  # INNER
    solid = kind & characters.SOLID
    edge = (solid[1:] != solid[:-1]).nonzero()[0]
    if not len(edge):
        none = np.zeros(0, np.int64)
        few, no = none.astype(np.uint8), none.astype(np.bool_)
        return Tokens(none, none, few, no, few, no, no, low)
    # The bits of all characters of each stretch. Tokens and gaps alternate, except where a number touches a word.
    has = np.bitwise_or.reduceat(kind, edge + 1)
    at = (has & characters.SOLID).nonzero()[0]
    own = has.take(at)
    starts, ends = edge.take(at), edge.take(at + 1)
    number = (own & characters.DIGIT) > 0
    case = _CASE.take((own >> _CASE_AT) & 7)
    marked = (own & characters.MARKED) > 0
    gap = _gap_numbers(codes, starts, ends, case, number)
    gap |= (has.take(at - 1)[1:] & characters.SOFT) >> _SOFT_AT
    mark = np.empty(len(at), np.uint8)
    mark[0] = SENTENCE
    _GAPS.take(gap, out=mark[1:], mode="clip")
    if (mark > _MERGED - 1).any():
        # A number such as 1.500 is one token; its end is that of its last part.
        heads = (mark < _MERGED).nonzero()[0]
        ends = np.maximum.reduceat(ends, heads)
        starts, case, mark = starts.take(heads), case.take(heads), mark.take(heads)
        number, marked = number.take(heads), marked.take(heads)
    return Tokens(starts, ends, case, number, mark, mark == SENTENCE, marked, low)


def _gap_numbers(codes: Codes, starts: Ints, ends: Ints, case: Bytes, number: Bools) -> Kinds:
    """The numbers of the gaps between tokens, without the bits of the characters in them."""
    left = ends[:-1]
    small = case == LOWER
    short = (ends - starts <= 2) & ~small
    out: Kinds = np.minimum(starts[1:] - left, 3).astype(np.uint16)
    out <<= _LENGTH
    dotted = short[:-1] & (codes.take(left) == ord("."))
    for flags, bit in (
        (small[1:], _AFTER_LOWER), (number[1:], _AFTER_NUMBER), (number[:-1], _BEFORE_NUMBER), (dotted, _SHORT),
    ):  # fmt: skip
        out |= flags.astype(np.uint16) << bit
    return out
