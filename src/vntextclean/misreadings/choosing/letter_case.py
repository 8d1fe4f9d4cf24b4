"""The case of a word that lost bytes: Đ and đ may look the same, and what stands around them tells which it was."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

if TYPE_CHECKING:
    from vntextclean.lm.text.scan import Scan

#: Log-weights (nats) of a case that does not fit its place; see :func:`case_weight`.
_UNUSUAL_CASE, _ODD_CASE = -3.0, -9.0
#: A capital inside a sentence on a word that may be a name: the n-grams of names expect one too often (đẹp, đội, đời
#: behind a name). Of 31 000 words .2 % more are right at the same share of wrong ones; -2 gains nothing more.
_NAME = -1.0
#: A capital inside a sentence on a word that the model has never counted as a name.
_NO_NAME = -6.0
#: A capital inside a sentence on a word that is read as a common one: a title, a term of a contract.
TITLED = -5.5
#: Of the six words around a place so many begin with capitals, and none does not: there a small letter costs (nats).
#: Of 4 700 words of newspaper sentences .13 % had the wrong case without this, .09 % with it.
_HEADLINE, _SMALL_IN_HEADLINE = 4, -4.0
#: Words of a cell.
_CELL = 3
#: A small letter behind these signs (nats), in a line that is more than a cell of a table: of the ambiguous words of
#: 2 500 lines 11 of 16 are small behind an ellipsis, 6 of 33 behind a colon, 2 of 15 behind ? and !, 5 of 404 behind a
#: stop.
_SMALL_BEHIND = {"…": 0.5, ":": -1.5, "?": -1.5, "!": -1.5, ".": -4.4}
#: The mark of an item of a list. Of 142 000 items, of laws most, 74 begin with a small letter.
_MARKER = r"(?:[a-zđ]|\d{1,3})[).]"
_ITEM = late(rf"[ \t]*{_MARKER}[ \t]*\Z")
#: The same where nothing or a quotation mark stands before: at the head of a line of a page whose other lines begin
#: with capitals; and the most where others begin with small letters.
SMALL_HEAD, _SMALL_AMONG_SMALL = -5.0, 1.0
_HEAD = late(rf"(?:^|\n)(?:{_MARKER}[ \t]*)?(?!{_MARKER})([A-Z]|[a-z])")
#: A quotation mark that opens.
_OPENS = late("[ (][\"“‘'«]\\Z")
#: Blanks between sentences that are looked over.
_BLANKS = 20


def small_head(text: str) -> float:
    r"""The log-weight of a small letter at the head of a line of a text, by its other lines.

    >>> small_head("Nhà\nMưa"), small_head("Nhà\nmưa") > -1
    (-5.0, True)

    The mark of an item of a list is no head.

    >>> small_head("Nhà\na) Mưa\nb) Nắng")
    -5.0
    """
    heads = _HEAD.findall(text)
    small = sum(map(str.islower, heads))
    if not small:
        return SMALL_HEAD
    return max(SMALL_HEAD, min(_SMALL_AMONG_SMALL, math.log((small + 0.25) / (len(heads) - small + 0.25))))


def has_both(options: Sequence[str]) -> bool:
    """Whether some of the words that may stand at a place are in small letters, and others not.

    >>> has_both(["đội", "Đội"]), has_both(["đội", "đổi"])
    (True, False)
    """
    return 0 < sum(map(str.islower, options)) < len(options)


def is_title(word: str) -> bool:
    """Whether a word begins with a capital and is not written in capitals.

    >>> is_title("Ở"), is_title("Đội"), is_title("ĐỘI"), is_title("đội")
    (True, True, False, False)
    """
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


class Place(NamedTuple):
    """What the place of a word tells of its case.

    Whether it is the head of a sentence or of an item of a list, whether the words beside it are in capitals; behind a
    sentence end in a whole line, the character before it, else None; how many words beside it begin with capitals, if
    all that tell do; whether a small word is before it and behind it with a space between; whether any word is
    before it with a space or a comma between; and whether a quotation begins with it inside a line.
    """

    initial: bool
    upper: bool
    before: str | None
    titled: int
    small_before: bool
    small_behind: bool
    goes_on: bool
    quoted: bool = False


def places_of(scan: Scan, both: Container[int]) -> list[Place]:
    """What each place of a line tells; of the tokens in ``both`` the case is asked, so that they tell nothing."""
    from vntextclean.lm.text.scan import LOWER, SENTENCE, TITLE, UPPER

    case, starts, ends = scan.case.tolist(), scan.starts.tolist(), scan.ends.tolist()
    number, initial, mark = scan.tokens.number.tolist(), scan.initial.tolist(), scan.mark.tolist()
    size = len(case)
    told = [-1 if number[at] or ends[at] - starts[at] < 2 or at in both else case[at] for at in range(size)]
    places = []
    for token in range(size):
        near = told[max(0, token - 3) : token] + told[token + 1 : token + 4]
        upper = UPPER in near and LOWER not in near and near.count(UPPER) > near.count(TITLE)
        heads = mark[token] == SENTENCE and size > _CELL
        before = _before(scan.text, starts[token]) if heads else None
        item = token in both and size > _CELL and _heads_an_item(scan.text, starts[token])
        titled = near.count(TITLE) if LOWER not in near and UPPER not in near else 0
        between = scan.text[ends[token - 1] : starts[token]] if token else ""
        small_before = between == " " and told[token - 1] == LOWER
        small_behind = token + 1 < size and not mark[token + 1] and told[token + 1] == LOWER
        place = Place(
            item or bool(initial[token]), upper, "" if item else before, titled,
            small_before, small_behind, between in (" ", ", "), _OPENS.search(between) is not None,
        )  # fmt: skip
        places.append(place)
    return places


def _heads_an_item(text: str, at: int) -> bool:
    """Whether nothing but the mark of an item stands before a word on its line."""
    start = text.rfind("\n", 0, at) + 1
    return at - start <= _BLANKS and _ITEM.match(text, start, at) is not None


def _before(text: str, at: int) -> str:
    """The character before a word on its line; "" at its head, and an ellipsis for three stops."""
    found = text[max(0, at - _BLANKS) : at].rpartition("\n")[2].rstrip()
    return "…" if found.endswith("...") else found[-1:]


def case_weight(word: str, place: Place, head: float, has_name: bool) -> float:
    """What the case of a word costs at its place, in nats; ``head`` that of a small letter where a line begins."""
    title = is_title(word)
    weight = _odd(word, title, place, has_name)
    if title or place.upper:
        return weight
    if place.initial:
        return weight if place.before is None else weight + _SMALL_BEHIND.get(place.before, head) - _UNUSUAL_CASE
    return weight + (_SMALL_IN_HEADLINE if place.titled >= _HEADLINE and word.islower() else 0.0)


def _odd(word: str, title: bool, place: Place, has_name: bool) -> float:
    """The same but for a small letter at the head of a sentence, and in a headline."""
    if len(word) > 1 and word.isupper():
        return 0.0 if place.upper else _ODD_CASE
    if title:
        if place.initial:
            return _UNUSUAL_CASE if place.upper else 0.0
        return (_NAME if has_name else _NO_NAME) + (_ODD_CASE if place.upper else 0.0)
    return (_UNUSUAL_CASE if place.initial else 0.0) + (_ODD_CASE if place.upper else 0.0)
