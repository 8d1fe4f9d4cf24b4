"""The words of a text that came through a channel: where they stand, and what each may have been."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise

from vntextclean.misreadings.lost_letters.channels import Channel
from vntextclean.misreadings.lost_letters.spellings import is_abbreviation, is_met, spellings
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.syllables import is_syllable

#: No syllable is longer, with question marks behind it.
_LONGEST = 10
#: The log-weight (nats) of a word that stands as it was and is no syllable: a unit, the letter of an item.
_NO_SYLLABLE = -3.0
#: The same of a word whose last question mark asks: where a sentence may end, and where it goes on.
_ASKING, _GOES_ON = -1.0, -7.0
#: Capitals among small letters are what an abbreviation is written with; a word in capitals costs as much there
#: (:func:`.letter_case.case_weight`).
_ABBREVIATION = 8.0
#: What follows a mark that ends a sentence: nothing, or what is no small letter.
_ASKS = late(r"[”\"’)]*(?:\s*\Z|\s*\n|\s+[^\Wa-zà-ýđ\d_]|[”\"’)])")
#: A run of question marks by itself is a word only before a small one.
_FOLLOWED = late(r" (?=[a-zà-ý?])")
#: What makes a letter no word: the mark of an item and of a shortened name behind it, and numbers beside it.
_ITEM = late(r"[.)]|[ ]?[\d%+=]")
#: Capitals of several words before a stop: KT., TM.
_SHORTENED = late("[BCDGHKLMNPQRSTVX]{2,3}\\Z")
_NUMBER_BEFORE = late(r"[\d%)]\s?\Z")
#: So many words on either side tell whether capitals are the case of a place.
_NEAR = 2
#: And none that stands farther off is looked at.
_FARTHEST = 2 * _NEAR


class Way(NamedTuple):
    """The words that a stretch may have been with their log-weights, and what it tells of the text.

    ``left`` are, for each option, the question marks at the end of the stretch that stay. ``broken`` is a stretch that
    is no syllable as it stands.
    """

    options: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    left: tuple[int, ...] = ()
    broken: bool = False


class DamagedWord(NamedTuple):
    """A stretch of a text, and what it may have been: nothing if that is no syllable that is known."""

    start: int
    end: int
    way: Way


def words_of(text: str, channel: Channel, least: float = 0.0) -> list[DamagedWord]:
    """All words of a text, in order; none where less than this share of those of two letters and more is explained.

    Text in an old encoding may have come through any channel by its letters, and none explains its words: half of them
    tell that.

    >>> from vntextclean.misreadings.lost_letters.channels import CHANNELS
    >>> [word.way.options[:2] for word in words_of("nhà m?i", CHANNELS[0])]
    [('nhà',), ('mới', 'mọi')]
    """
    found = list(_token(channel.sign).finditer(text))
    case = _Case(text, found)
    size = explained = sum(len(match[0]) > 1 for match in found)
    words = []
    for number, match in enumerate(found):
        seen, end = match[0], match.end()
        way = Way(broken=True)
        if len(seen) <= _LONGEST and not _is_apart(text, seen, match.start(), end):
            asks = seen[-1] == "?" and _ASKS.match(text, end) is not None
            way = _way(seen, channel, asks, case.is_capital_at(number))
        words.append(DamagedWord(match.start(), end, way))
        if not way.options and len(seen) > 1:
            explained -= 1
            if explained < least * size:
                return []
    return words


@cache
def _token(sign: str) -> re.Pattern[str]:
    """A word with the sign of a channel in it; a digit or a joiner beside it makes it a code, an apostrophe a name."""
    letter = rf"(?:[^\W\d_]|{re.escape(sign)})" if sign else r"[^\W\d_]"
    return re.compile(rf"(?<![\w{sign}])(?<!\w['’]){letter}+(?!\w|['’]\w)")


def _is_apart(text: str, seen: str, start: int, end: int) -> bool:
    """Whether what stands at a place is no word: question marks that ask, the letter of an item."""
    if not seen.strip("?"):
        return len(seen) > 2 or _FOLLOWED.match(text, end) is None
    if len(seen) > 1 or not seen.isascii():
        return _SHORTENED.match(seen) is not None and text.startswith(".", end)
    return _ITEM.match(text, end) is not None or _NUMBER_BEFORE.search(text, max(0, start - 2), start) is not None


class _Case:
    """Where the words of a text stand among capitals; what is told of each word is told once."""

    def __init__(self, text: str, found: Sequence[re.Match[str]]) -> None:
        self._text = text
        self._found = found
        #: The letters of each word that is in capitals, as :func:`_capitals` counts them.
        self._capitals = [_capitals(match[0]) for match in found]

    @cached_property
    def _lines(self) -> list[int]:
        """The line of each word."""
        gaps = pairwise([0, *(match.start() for match in self._found)])
        return [*accumulate(self._text.count("\n", *gap) for gap in gaps)]

    @cached_property
    def _is_long(self) -> list[bool]:
        """Of each word, whether it has two letters and more."""
        return [len(match[0]) > 1 and sum(map(str.isalpha, match[0])) > 1 for match in self._found]

    def is_capital_at(self, number: int) -> bool:
        """Whether a word is one of several in capitals: of those beside it on its line, or itself and one beside it."""
        capitals = self._capitals
        if max(capitals[max(0, number - _FARTHEST) : number + _FARTHEST + 1]) < 2:
            return False  # as nearly everywhere: to look which words are beside one takes a third of the time
        before, behind = self._beside(number, -1), self._beside(number, 1)
        if capitals[number] > 1:
            return any(len(self._found[near][0]) > 2 and capitals[near] for near in (*before[:1], *behind[:1]))
        near = before + behind
        return bool(near) and 2 * sum(capitals[one] > 1 for one in near) > len(near)

    def _beside(self, number: int, step: int) -> list[int]:
        """The words nearest to one on its line, in one direction, those of two letters and more, by number."""
        lines, is_long = self._lines, self._is_long
        near: list[int] = []
        for at in range(number + step, max(-1, min(len(lines), number + step * (_FARTHEST + 1))), step):
            if lines[at] != lines[number]:
                break
            if is_long[at]:
                near.append(at)
                if len(near) == _NEAR:
                    break
        return near


def _capitals(word: str) -> int:
    """How many letters a word has, if all are capitals, else 0."""
    if not word.isupper():
        return 0
    letters = [char for char in word if char.isalpha()]
    return len(letters) if all(map(str.isupper, letters)) else 0


@lru_cache(maxsize=1 << 14)
def _way(seen: str, channel: Channel, asks: bool, among_capitals: bool) -> Way:
    """What a word may have been; of equal ones, the reading that takes most signs for letters."""
    known = spellings(channel)
    found: dict[str, tuple[float, int]] = {}
    core = seen
    for left in range(len(seen) - len(seen.rstrip("?")) + 1 if channel.lost else 1):
        core = seen[: len(seen) - left]
        weight = 0.0 if not left else _ASKING if asks else _GOES_ON
        for word in known(core):
            if _fits(word, among_capitals):
                found.setdefault(word, (weight + _of_case(word, among_capitals), left))
    broken = not is_syllable(seen)
    if not found:
        return Way(broken=broken)
    if core not in found and core.isalpha() and channel.shown(core) == core and is_met(core):
        found[core] = _NO_SYLLABLE + _of_case(core, among_capitals), len(seen) - len(core)
    weights, left_over = zip(*found.values(), strict=True)
    return Way(tuple(found), weights, left_over, broken)


def _fits(word: str, among_capitals: bool) -> bool:
    """Whether the case of a word is that of its place: a whole word in capitals stands among others."""
    if len(word) < 2 or not word.isupper():
        return not among_capitals or len(word) == 1
    return among_capitals or is_abbreviation(word)


def _of_case(word: str, among_capitals: bool) -> float:
    return _ABBREVIATION if len(word) > 1 and word.isupper() and not among_capitals else 0.0
