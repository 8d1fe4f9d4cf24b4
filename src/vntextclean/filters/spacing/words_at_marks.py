"""Whether a space is missing behind a punctuation mark, as the words on either side of it tell: a table by mark."""

from __future__ import annotations

from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.units import MEASURES

_DIGITS_OR_NONE = frozenset(["", *"0123456789"])
_SCHEME_NAMES = "http https ftp sftp mailto tel file data javascript urn localhost viber zalo skype"
_SCHEMES = frozenset(_SCHEME_NAMES.split())
#: Written with a capital behind a full stop without being a sentence: ASP.Net, Bkav.Com.
_ENDING_NAMES = "net com org vn info edu gov biz js py doc pdf jpg io tv me ai co ltd inc jr sr phd md"
_ENDINGS = frozenset(_ENDING_NAMES.split())
#: Short forms whose full stop ends no sentence.
_SHORT_FORMS = "tp tx tt th ths ts gs pgs bs ks cn ds mr mrs ms dr st q p h x đ no vs vol"
_SHORT = frozenset(_SHORT_FORMS.split())
#: Words without marks that begin sentences and end no address.
_OPENERS = frozenset(["Theo", "Khi", "Trong", "Sau", "Tuy", "Anh"])
#: Names of character references whose ampersand was lost.
_REFERENCES = frozenset(["ldquo", "rdquo", "lsquo", "rsquo", "nbsp", "amp", "quot", "hellip", "ndash", "mdash", "apos"])


class Gap:
    """The two words at a mark and the run of non-space characters they stand in."""

    def __init__(self, left: str, right: str, before: str, after: str) -> None:
        self.left, self.right, self.before, self.after = left, right, before, after


def is_marked(word: str) -> bool:
    """Whether a word has a letter with a mark."""
    return any(letter in MARKED for letter in word)


def _is_sentence_start(word: str) -> bool:
    """A capitalised syllable, a marked one-letter word, or a capital word after a marked one."""
    return (
        word[:1].isupper() and is_syllable(word) and (len(word) > 1 or is_marked(word)) and word.lower() not in _ENDINGS
    )


def _after_stop(gap: Gap) -> bool:
    left, right = gap.left, gap.right
    if not right[:1].isupper() or right.lower() in _ENDINGS or left.lower() in _SHORT:
        return _both_marked_and_low(gap)
    if not left:
        digits = gap.before[-1:]
        return (
            digits != ""
            and _is_sentence_start(right)
            and len(right) > 1
            and right[1:].islower()
            and digits[-1] in "0123456789%"
        )
    if left.islower():
        if not is_syllable(left) and not (len(left) > 3 and left.isascii()) and left not in MEASURES:
            return False
        if _is_sentence_start(right):
            return is_marked(left) or is_marked(right) or (len(left) > 2 and len(right) > 1)
        if is_syllable(left) and len(left) > 1 and len(right) > 4 and right[1:].islower():
            return True
        return is_marked(left) and len(right) > 1 and (right[1:].islower() or right.isupper())
    if left[1:].islower() and is_syllable(left):
        return _is_sentence_start(right) and is_marked(left + right) and not gap.before
    if "." in gap.before or not _is_sentence_start(right):
        return False
    return len(left) > 4 and (is_marked(right) or (left[1:].islower() and right in _OPENERS))


def _both_marked_and_low(gap: Gap) -> bool:
    left, right = gap.left, gap.right
    return (
        right.islower()
        and left[1:].islower()
        and len(left) > 1 < len(right)
        and is_syllable(left)
        and is_syllable(right)
        and is_marked(left)
        and is_marked(right)
    )


def _after_question(gap: Gap) -> bool:
    return is_syllable(gap.left) and (_is_sentence_start(gap.right) or _both_marked_and_low(gap))


def _after_ellipsis(gap: Gap) -> bool:
    return is_syllable(gap.left) and _is_sentence_start(gap.right) and len(gap.right) > 1


def after_comma(gap: Gap) -> bool:
    """Whether a comma or semicolon between two words lacks its space."""
    left, right = gap.left, gap.right
    if left in _REFERENCES:
        return False
    if not right:
        return len(left) > 1 and is_syllable(left) and is_marked(left) and left[1:].islower()
    if not left:
        return (
            gap.before[-1:].isdigit()
            and (len(right) > 2 or (len(right) > 1 and is_marked(right)))
            and (is_syllable(right) or (right[1:].islower() and right[0].isupper()))
        )
    if left in MEASURES and gap.before[-1:] in _DIGITS_OR_NONE:
        return len(right) > 1 and is_syllable(right) and (is_marked(right) or right[0].isupper())
    if (len(left) == 1 and not is_marked(left)) or (len(right) == 1 and not is_marked(right)):
        return False
    if is_marked(left) and is_syllable(left) and left[1:].islower() and right.isupper():
        return True
    if is_syllable(left) and is_syllable(right):
        return True
    if not (left[1:].islower() and right[1:].islower() and (len(right) > 2 or is_marked(right))):
        return False
    if is_marked(left) and is_syllable(left) and right[0].isupper():
        return True
    if len(left) < 3:
        return False
    return (left[0].isupper() and right[0].isupper()) or is_syllable(left) or is_syllable(right)


def _after_colon(gap: Gap) -> bool:
    left, right = gap.left, gap.right
    if not left or left.lower() in _SCHEMES or not is_syllable(left) or len(left) < 2:
        return False
    if not right:
        return is_marked(left) and not gap.after[1:2].isspace() and len(gap.after) > 1
    if len(right) == 1:
        return False
    return (is_marked(left) or is_marked(right)) and (right[0].isupper() or (is_syllable(right) and is_marked(right)))


def _after_closing(gap: Gap) -> bool:
    right = gap.right
    return (
        len(right) > 1 and is_syllable(right) and (is_marked(right) or (right[0].isupper() and is_syllable(gap.left)))
    )


#: Whether the space is missing behind a mark, by the mark.
DECIDE = {
    ".": _after_stop,
    "!": _after_question,
    "?": _after_question,
    "…": _after_ellipsis,
    ",": after_comma,
    ";": after_comma,
    ":": _after_colon,
    ")": _after_closing,
    "”": _after_closing,
    "»": _after_closing,
}
