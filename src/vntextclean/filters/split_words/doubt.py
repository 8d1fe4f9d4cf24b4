"""What speaks against joining pieces: one may be a unit, an initial, a letter of a list, or a word without vowel."""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.filters.split_words.stretch import Try, Words
from vntextclean.filters.split_words.survey import ALONE
from vntextclean.lm.text.scan import NUMBER
from vntextclean.vietnamese.letters import MARKED, VOWELS
from vntextclean.vietnamese.syllables import is_syllable

#: Nats asked for more: measured on news, where victims and witnesses are called by one letter ("chị N ở").
_INITIAL = 8.0
_UNIT = 8.0
_VARIABLE = 5.0
_LISTED = 30.0
#: Consonants alone behind a plain word are rather a word that lost its vowel: "cho là nh" (nhơ). So are those before a
#: plain word with which they make a word without marks, "ch em" (chị); "tr ong" and "nh anh" gain more than this.
_LOST_VOWEL = 8.0
#: "anh c an gì" (cần) gains 6 as *can*, and "b oi co" (bơi có) 8; "với a nh em" gains 19.
_BARE, _BARE_AMONG_BARE = 4.0, 12.0
#: A letter stuck to one of these is the rest of a stammered word: "ơ..n ông".
_BROKEN_OFF = frozenset(".…-'’")
#: Short forms of chats: *mày*, *tao*, *không*. Where one stands alone elsewhere it is a word before a blunt *không* as
#: well: "tao bảo m rồi mà m éo tin" has no *méo*. Before any other half it is a piece, though "30 m" stands elsewhere.
#: In text with more stretches that may be words lone letters are pieces too.
_CHAT, _NOT, _FEW = frozenset("mtk"), frozenset(("éo", "ếu")), 2
#: What touches the letter of a format or of a variable in front: "%d", "$a".
_OF_CODE = frozenset("%$@#\\/&_=")
#: What stands behind the letter of a list, and behind a word a teaser cut off.
_LABEL_ENDS = frozenset(".)…")


def doubt(words: Words, attempt: Try, taken: set[int]) -> float:
    """What joining costs (nats) where a piece may be a unit, the letter of a list, or one that stands for a name.

    ``taken`` are the words that are joined already.
    """
    first, last, _, pieces = attempt
    text, plain, start = words.text, words.plain, words.starts[first]
    if len(pieces[0]) == len(pieces[1]) == 1 and (
        (first - 1 not in taken and words.is_letter(first - 1)) or (last + 1 not in taken and words.is_letter(last + 1))
    ):
        return _LISTED
    if len(pieces[-1]) == 1 and text[words.ends[last] : words.ends[last] + 1] in _LABEL_ENDS:
        return _INITIAL
    bare_end = VOWELS.isdisjoint(pieces[-1].lower())
    if bare_end and all(plain[first:last]):
        return _LOST_VOWEL
    bare_start = len(pieces[0]) > 1 and VOWELS.isdisjoint(pieces[0].lower())
    if bare_start and pieces[-1] in MARKED and plain[last]:
        return _VARIABLE  # "con ch à" may be *chị à*
    if bare_start and len(pieces[-1]) > 1 and "".join(pieces).isascii() and plain[last]:
        return _LOST_VOWEL
    if len(pieces[0]) == 1 and text[max(0, start - 1) : start] in _BROKEN_OFF:
        return _LISTED
    if pieces[-1] in ALONE and all(plain[first : last + 1]):
        return _VARIABLE  # one is called y, another u: "bà y" gains 5 at most, "tạ i" and "củ a" 6 and more beyond this
    if pieces[0] in _CHAT and pieces[1] in _NOT and len(words.firsts) <= _FEW and pieces[0] in words.lone:
        return _LISTED
    if not all(plain[first + 1 : last + 1]):
        return 0.0
    if len(pieces[0]) == 1 and pieces[0].isupper() and not pieces[1][:1].isupper():
        return _INITIAL
    behind_number = first > 0 and words.lower[first - 1] == NUMBER
    if behind_number and VOWELS.isdisjoint(pieces[0].lower()):
        return _UNIT
    return _VARIABLE if len(pieces[0]) == 1 and pieces[0].lower() not in VOWELS else 0.0


def doubt_of_bare(words: Words, attempt: Try, taken: set[int]) -> float:
    """What joining costs (nats) where no mark shows that a word was broken: it may be typed bare, or be no word.

    ``taken`` are the words that are joined already.
    """
    if not _is_bare(attempt.pieces):
        return 0.0
    if _stands_in_code_or_letters(words, attempt, taken):
        return _LISTED
    return _BARE if _has_marks_beside(words, attempt) else _BARE_AMONG_BARE


def _has_marks_beside(words: Words, attempt: Try) -> bool:
    """Whether one of the words beside a stretch has a mark: "b oi co" is typed bare, and *bơi có*."""
    low = words.starts[max(0, attempt.first - 1)]
    high = words.ends[min(len(words.ends) - 1, attempt.last + 1)]
    return not MARKED.isdisjoint(words.text[low:high])


def _stands_in_code_or_letters(words: Words, attempt: Try, taken: set[int]) -> bool:
    """Whether a sign touches a stretch in front, as in "%d ay", or a letter stands one space away: "t ro n g".

    A letter that may be joined with what stands on its other side is none: "kin h d oanh".
    """
    before, behind = attempt.first - 1, attempt.last + 1
    start, end = words.starts[attempt.first], words.ends[attempt.last]
    if start and words.text[start - 1] in _OF_CODE:
        return True
    if words.is_letter(before) and not (before in taken or before in words.lasts) and start - words.ends[before] == 1:
        return True
    is_left = words.is_letter(behind) and not (behind in taken or behind in words.firsts)
    return is_left and words.starts[behind] - end == 1


def may_be_one(pieces: Sequence[str], word: str) -> bool:
    """Lower, Title or UPPER as one word; one without marks has a piece that is no word by itself."""
    if not (word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())):
        return False
    if len(word) < 2 or (word.isupper() and any(len(piece) == 1 for piece in pieces) and len(word) < 3):
        return False
    if not _is_bare(pieces):
        return True
    # "v i" may be what is left of *với*, and "N am" tells of one called N. In 12 000 000 syllables of sound text the
    # rest is met as pieces of a word only.
    if len(pieces) > 2 or len(word) < 3 or not (word.islower() or (len(pieces[0]) > 1 and not word.isupper())):
        return False
    return any(len(piece) == 1 or not is_syllable(piece.lower()) for piece in pieces)


def _is_bare(pieces: Sequence[str]) -> bool:
    """Whether no mark, nor a piece of several consonants, shows that a word was broken.

    >>> _is_bare(("c", "on")), _is_bare(("tr", "ong")), _is_bare(("khôn", "g"))
    (True, False, False)
    """
    if any(not MARKED.isdisjoint(piece) for piece in pieces):
        return False
    return not any(len(piece) > 1 and VOWELS.isdisjoint(piece.lower()) for piece in pieces)
