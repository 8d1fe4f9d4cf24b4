"""Finds words that touch a number without being a unit or part of a code: "115cuộc", "có1 tỷ"."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import NUMBER, SPECIALS, TITLE, Scan
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import forms, is_syllable
from vntextclean.vietnamese.tones import to_standard

#: In nats: how much likelier than elsewhere a word must be beside a number is given back here, so that 0 is even.
_WORD_AFTER = 3.0
_NUMBER_AFTER = 2.0
_CALLS_FOR_NUMBER = 3.5
#: The places where a date lost its spaces; a number behind such a word may else be the mark of a footnote.
_DATE = late(
    r"(?<=[nN]gày)(?=\d\d?(?: ?tháng|/\d))|(?<=\d)(?=tháng ?\d)|(?<=[tT]háng)(?=\d\d?(?: ?năm|/\d{4}))"
    r"|(?<=[nN]ăm)(?=(?:19|20)\d\d(?!\d))|(?<=\d)(?=năm ?(?:19|20)\d\d(?!\d))|(?<=[qQ]uý)(?=[1-4] ?năm)"
)
_DATE_GAIN = 6.0
_DAY, _MONTH = late(r"[nN]gày ?\d\d? ?tháng\Z"), late(r"(?:1[0-2]|0?[1-9])(?![\w.,]{0,30}\d)")
_DAY_REACH = 16
#: A unit between a number and a word: "15hchiều". What is left must be a common word.
_UNIT = late(r"(h|kg|km|cm|mm|ha|tr)([^\W\d_]{2,7})\Z")
_COMMON_BEHIND_UNIT = -9.5
_UNIT_GAIN = 2.0
#: Asked for more where the number looks like a reference to a footnote.
_FOOTNOTE = 6.0
#: A marked syllable with a capital behind a number begins a sentence or an item: no code looks like that.
_SENTENCE_AFTER = 2.0
#: Rarer syllables are slips: "1ính".
_COMMON = -11.0


def number_joins(model: Model, text: str, scan: Scan, touching: list[int]) -> Iterator[RunOn]:
    """The places where a number and a marked syllable touch, with how likely the syllable is beside a number."""
    starts, ends, lower, case, _, number, _ = scan.flat
    legal = forms() if touching else frozenset()
    for left in touching:
        right = left + 1
        word = right if number[left] else left
        spelled = text[starts[word] : ends[word]]
        unit = _UNIT.match(spelled) if word == right and lower[word] < len(SPECIALS) else None
        if unit is not None and _is_common(model, unit[2]):
            at = starts[word] + len(unit[1])
            pieces = (text[starts[left] : at], unit[2])
            yield RunOn(starts[left], ends[right], pieces, (" ",), _UNIT_GAIN, np.inf, True, True)
            continue
        if len(spelled) > 2 and spelled.islower() and spelled not in legal and _is_common(model, to_standard(spelled)):
            # Its tone stands on the wrong letter, which is put right only later: part the two now all the same.
            pieces = (text[starts[left] : ends[left]], text[starts[right] : ends[right]])
            yield RunOn(starts[left], ends[right], pieces, (" ",), _UNIT_GAIN, np.inf, True, True)
            continue
        if (
            spelled.isascii()
            or len(spelled) < 2
            or spelled.lower() not in legal
            or lower[word] < len(SPECIALS)
            or model.log_prob[lower[word]] < _COMMON
            or not (spelled.islower() or (case[word] == TITLE and word == right))
        ):
            continue
        start, end = starts[left], ends[right]
        if word == right and text[start : ends[left]] == "1" and is_syllable("l" + spelled):
            # A one that was read for an l: "1ập".
            continue
        if _is_glue(text[start - 1 : start]) or _is_glue(text[end : end + 1]):
            continue
        gain = _after_number(model, scan, right) if word == right else _before_number(model, scan, right)
        if word == left and is_footnote(text, starts[right], end):
            gain -= _FOOTNOTE
        if spelled[0].isupper() and len(spelled) > 2:
            gain = max(gain, _SENTENCE_AFTER)
        pieces = (text[start : ends[left]], text[starts[right] : end])
        yield RunOn(start, end, pieces, (" ",), gain, np.inf, marked=True, number=True)


def date_joins(text: str, scan: Scan, touching: list[int], done: list[RunOn]) -> Iterator[RunOn]:
    """The places where a date lost its spaces that no other rule has seen: "ngày30tháng6năm2020"."""
    ends = scan.flat.ends
    places = [at for at in (ends[token] for token in touching) if _DATE.match(text, at) or _is_month(text, at)]
    seen = {place for found in done for place in _gaps_of(found)} if places else set()
    for at in places:
        if at not in seen:
            yield RunOn(at, at, ("", ""), (" ",), _DATE_GAIN, np.inf, marked=True, number=True)


def _is_month(text: str, at: int) -> bool:
    """Whether a number behind "tháng" is no footnote, because a day stands before it: "ngày 5 tháng6"."""
    # What stands behind is looked at no further than a token of a sound text goes: solid text is one token a line.
    return _MONTH.match(text, at) is not None and _DAY.search(text, max(0, at - _DAY_REACH), at) is not None


def _gaps_of(found: RunOn) -> Iterator[int]:
    if found.number:
        yield found.start + len(found.pieces[0])
        return
    at = found.start
    for piece in found.pieces[:-1]:
        at += len(piece)
        yield at


def _is_common(model: Model, word: str) -> bool:
    if word.isascii() or word not in forms():
        return False
    return bool(model.log_prob[model.ids([word])[0]] > _COMMON_BEHIND_UNIT)


def _after_number(model: Model, scan: Scan, right: int) -> float:
    at = int(scan.at[right])
    return gain_after_number(model, scan.stream[max(0, at - 2) : at].tolist(), int(scan.stream[at]))


def gain_after_number(model: Model, before: list[int], word: int) -> float:
    """How much likelier a word is behind these ids, a number last, than it is in general."""
    beside = float(model.logp(np.array([[*before, word]], np.int64))[0])
    return beside - float(model.log_prob[model.lower_of[word]]) + _WORD_AFTER


def gain_before_number(model: Model, before: list[int]) -> float:
    """How likely a number is behind these ids; words that call for one (năm, lớp, tổng cộng) come out above 1."""
    return float(model.logp(np.array([[*before, NUMBER]], np.int64))[0]) + _CALLS_FOR_NUMBER


def _before_number(model: Model, scan: Scan, right: int) -> float:
    """A footnote mark stands at a word that goes on without it; a number that was glued is part of the sentence."""
    at = int(scan.at[right])
    before, after = scan.stream[max(0, at - 3) : at], scan.stream[at + 1 : at + 3]
    rows = [[*before, NUMBER, *after[:i]] for i in range(len(after) + 1)]
    others = [[*before, *after[:i]] for i in range(1, len(after) + 1)]
    width = max(map(len, rows))
    scores = model.logp(np.array([[0] * (width - len(row)) + row for row in rows + others], np.int64))
    return float(scores[: len(rows)].sum() - scores[len(rows) :].sum()) + _NUMBER_AFTER


def is_footnote(text: str, start: int, end: int) -> bool:
    """Whether a number has the look of a reference: one or two digits, and a mark or the line's end behind them."""
    return end - start < 3 and text[end : end + 1] in ("", "\n", ".", ",", ";", ":", ")", "”", '"')


def _is_glue(char: str) -> bool:
    return char != "" and (char.isalnum() or char in "_@#/\\&=+*^~$%")
