"""Gaps that lack nothing: before a foreign name, beside the word itself, and at half of another word."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import TITLE, UPPER, Scan
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: So far to either side of a gap the word that may be missing is looked for, and a half that goes so well with its
#: other neighbour (nats) is half of another word. In 6 000 000 syllables of corpora three of the 18 words put in were
#: wrong by that; of the others the best bound has 2.4 ("được thiết bởi").
_BESIDE, BOUND = 3, 4.0
#: Words that are said together, though one of them is often half of another word. In 17 700 000 syllables of corpora as
#: they are 53 words were put in, 33 where none was missing, 21 of them beside these.
_WHOLE = """
chiếm thành, hạ thành, vây thành, phá thành, giữ thành, đánh thành, cổng thành, rót đều, rót xuống, rót đầy, lời gọi,
tiếng gọi, là mơ, ngôn liệu, quần loe, váy loe, biên gộp, cước cá, dụng tài, thói uống, thói nói, hẳn với, quản quỹ,
quản thị, chỉnh mạnh, yếu nhất, chọn sáu, lựa góc, lãi tiền, thay bài, quây bên, các đích, là đục
"""
_PAIRS = frozenset(tuple(pair.split()) for pair in _WHOLE.split(","))
#: A right half at the end of its line without a mark, or before an ellipsis, may go on, and a left half with a capital
#: before another is rather a name, where the missing word makes up less than this of what stands beside it: "bảo đảm
#: toàn" may be cut off, and lack no *an*.
TIED_APART = 0.4
#: What stands behind a word that is cut off.
_CUT_OFF = late(r"\.\.\.|…|[ \t]*(?:\n|\Z)")
#: Unless the missing word is so likely behind both (nats).
GOES_ON = -3.0


def is_complete(model: Model, scan: Scan, token: int, half: int, word: int) -> bool:
    """Whether nothing is missing before a token.

    ``half`` is the token that would be half of a compound with the word (its id) that may be missing.
    """
    return (
        _is_foreign(scan, token)
        or _is_said_beside(scan, token, word)
        or _is_half_of_another(model, scan, token, half, word)
        or _is_whole(scan, token, half)
    )


def may_go_on(scan: Scan, token: int, half: int, share: float) -> bool:
    """Whether a half that is not tied by its share may go on where its line is cut off, or is rather a name."""
    return share < TIED_APART and (_is_cut_off(scan, token, half) or _is_in_name(scan, token, half))


def _is_cut_off(scan: Scan, token: int, half: int) -> bool:
    """Whether a right half ends its line without a mark or stands before an ellipsis, where its word may go on."""
    if half != token:
        return False
    return _CUT_OFF.match(scan.text, int(scan.ends[half])) is not None


def _is_in_name(scan: Scan, token: int, half: int) -> bool:
    """Whether a left half and the word behind it have capitals, as names of people have: "Ảnh: Duy Thành"."""
    return bool(half == token - 1 and scan.case[half] == TITLE and scan.case[token] == TITLE)


def _is_whole(scan: Scan, token: int, half: int) -> bool:
    """Whether the words beside a gap are said together, who is kissed follows, or the name of stars."""
    words = [scan.word(at).lower() if 0 <= at < len(scan) else "" for at in range(token - 2, token + 2)]
    if any(pair in _PAIRS for pair in pairwise(words)):
        return True
    word = scan.word(half).lower()
    if word == "hôn":
        return words[3] != "với"  # *kết hôn với*, but one kisses somebody
    return word == "chòm" and bool(scan.names[token])


def _is_said_beside(scan: Scan, token: int, word: int) -> bool:
    """Whether the missing word stands near by: "cười mỉm" lacks no *cười*, "răng anh nghiến" no *răng*."""
    first, last = token, token
    while first > max(0, token - _BESIDE) and not scan.mark[first]:
        first -= 1
    while last < min(len(scan), token + _BESIDE) and not scan.mark[last]:
        last += 1
    return bool((scan.lower[first:last] == word).any())


def _is_half_of_another(model: Model, scan: Scan, token: int, half: int, word: int) -> bool:
    """Whether the half goes with its other neighbour: "huyền bí" is a word, and lacks no *thư*.

    "tàu sân" is two thirds of one, and may lack *bay*.
    """
    first, second = (half, half + 1) if half == token else (half - 1, half)
    if first < 0 or second == len(scan) or scan.mark[second]:
        return False
    pair = scan.lower[[first, second]].astype(np.int64)
    score, seen = bigrams(model, pair[:1], pair[1:])
    if not seen[0] or score[0] - model.log_prob[pair[1]] < BOUND:
        return False
    return half == token or float(model.logp(np.array([[*pair.tolist(), word]], np.int64))[0]) < GOES_ON


def _is_foreign(scan: Scan, token: int) -> bool:
    """Whether a gap lies before a name that is no syllable, or behind an abbreviation or Roman number.

    "Nhân dân Kurd" and "chương V, VI về đất đai" lack nothing.
    """
    if scan.case[token - 1] == UPPER and scan.case[token] != UPPER:
        return True
    return bool(scan.case[token]) and not is_syllable(scan.text[scan.starts[token] : scan.ends[token]])
