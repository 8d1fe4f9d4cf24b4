"""Words that look damaged and are something else: units, abbreviations, words cut short, typed bare, or foreign."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.guards.short_forms import is_short_form, is_unit
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.without_vowel import VOWEL
from vntextclean.lm.text.scan import LOWER, SPECIALS, TITLE, UPPER, Scan
from vntextclean.vietnamese.letters import VOWELS
from vntextclean.vietnamese.units import UNITS

#: Damage that a foreign word looks like.
STRUCK = frozenset({Damage.EXTRA_LETTER, Damage.EXCHANGED, Damage.OTHER_LETTER})

Lower = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

#: Words of the South and of chats that are no others ("hông" is a hip), and how far around a word they are looked for.
#: Beside them words are written as they are said: "mất tiu" is *tiêu*, "dễ thương ghia" is *ghê*.
_SPOKEN = frozenset("tui hok dợ zậy dzậy lun nhìu òi rùi mún kiu zui zô ẻm".split())
_HEARD = 16
#: What stands before units, and before other words for a great or a small number.
_PREFIXES = frozenset("giga mega tera peta nano pico micro kilo centi".split())
#: The phonetic mark of length, which some type for a colon.
_LENGTH = "\u02d0"
#: Letters with which no syllable ends.
_NEVER_ALONE = frozenset("ăắằẳẵặâấầẩẫậ")


def is_exempt(scan: Scan, token: int) -> bool:
    """Whether a word is a unit, an abbreviation, cut short by an ellipsis, typed bare, in a slug or among pieces.

    It is asked of each doubtful word, and nearly always in vain: what stands beside the word tells which of the
    questions need be put at all.
    """
    text, flat = scan.text, scan.flat
    start, end = flat.starts[token], flat.ends[token]
    before, behind, word = text[start - 1 : start], text[end : end + 1], text[start:end].lower()
    return bool(
        (
            (before == "/" or before.isdigit() or word in UNITS)
            and is_unit(scan, token)
            and not is_short_form(scan, token)
        )
        or (behind == "." and (text.startswith("...", end) or _is_initial(scan, token)))
        or behind == "…"
        or (before == "." and (_is_stammered(scan, token) or _is_domain(scan, token)))
        or (before == "…" and _is_stammered(scan, token))
        or ((before == "-" or behind == "-") and _is_in_slug(scan, token))
        or (not flat.marked[token] and (_is_abbreviation(scan, token) or _is_typed_bare(scan, token)))
        or (scan.single.count(1, max(0, token - 2), token + 3) > 1 and _is_among_pieces(scan, token))
        or (end - start == 1 and (_is_lone_letter(scan, token) or _is_in_row_of_letters(scan, token)))
        or word in _PREFIXES
    )


def is_loan(scan: Scan, token: int, kind: Damage, legal: Bools) -> bool:
    """Whether a foreign word that the model knows looks like a syllable with a wrong letter: "icon" like "con"."""
    number = scan.flat.lower[token]
    return kind in STRUCK and number >= len(SPECIALS) and not scan.flat.marked[token] and not legal[number]


def holds_a_capital_of_its_own(word: str, rival: str) -> bool:
    """Whether a capital stands before a whole word: it may be a word itself, glued to the next.

    >>> holds_a_capital_of_its_own("Ikiêng", "kiêng"), holds_a_capital_of_its_own("Ttôi", "tôi")
    (True, False)
    """
    return word[:1].isupper() and word[1:] == rival and word[:1].lower() != rival[:1]


def kept_its_capital(word: str, rival: str) -> bool:
    """Whether a word lost no first letter, for the one that would be behind it has the capital: "Ây" is no *Đây*.

    >>> kept_its_capital("Ây", "đây"), kept_its_capital("ây", "đây"), kept_its_capital("Nhng", "nhưng")
    (True, False, False)
    """
    return len(word) > 1 and word[0].isupper() and not word.isupper() and word.lower() == rival[1:]


def loses_a_word(scan: Scan, token: int, rival: str) -> bool:
    """Whether a letter that would go says something: "10gdược" is "10g dược", "huyếtv.v." "huyết v.v.".

    So does a mark of length that stands for a colon: "gồm cóː".
    """
    text, start, end = scan.text, scan.flat.starts[token], scan.flat.ends[token]
    word = text[start:end].lower()
    return (word[1:] == rival and text[start - 1 : start].isdigit()) or (
        word[:-1] == rival and (text.startswith(f".{word[-1]}", end) or word[-1] == _LENGTH)
    )


def is_spoken(scan: Scan, token: int) -> bool:
    """Whether words around a word are written as they are said."""
    return any(scan.word(near).lower() in _SPOKEN for near in _near(scan.flat.number, token, _HEARD))


def lost_a_capital(scan: Scan, token: int, rival: str) -> bool:
    """Whether a piece in small letters stands behind two words of a name: of "Nguyễn Tấn ũng" a D is lost, no c."""
    first = token - 2
    if first < 0 or rival[1:] != scan.word(token) or any(scan.flat.mark[token - 1 : token + 1]):
        return False
    return all(scan.names[first:token])


def _is_stammered(scan: Scan, token: int) -> bool:
    """Whether a word goes on behind its first letter and an ellipsis: "C...ảm ơn"."""
    before = scan.text[max(0, scan.flat.starts[token] - 5) : scan.flat.starts[token]].replace("…", "...")
    return before.endswith("...") and before[-4:-3].isalpha() and not before[-5:-4].isalnum()


def _is_initial(scan: Scan, token: int) -> bool:
    """Whether letters without a vowel and a full stop stand before another name in their line: "Th. Nguyễn"."""
    start, end = scan.flat.starts[token], scan.flat.ends[token]
    word = scan.text[start:end]
    if scan.flat.case[token] != TITLE or len(word) < 2 or not word.isascii() or VOWEL.search(word):
        return False
    if scan.text[end : end + 1] != "." or token + 1 == len(scan) or scan.flat.case[token + 1] != TITLE:
        return False
    return "\n" not in scan.text[end : scan.flat.starts[token + 1]]


def _is_domain(scan: Scan, token: int) -> bool:
    """Whether a word is the end of an address by itself: the domain “.vn”."""
    text, start = scan.text, scan.flat.starts[token]
    return start > 1 and text[start - 1] == "." and text[start - 2] in " \n\"“‘'("


def foreign_share(scan: Scan, token: int, lower: Lower, legal: Bools) -> float:
    """How many of the words around a word are no Vietnamese syllables: there, what looks like damage is a name.

    A word that stands alone has nothing to tell what it was either, and counts as one among foreign words. ``lower``
    are the ids of the scan's spellings with the repairs already made put in, ``legal`` the ids of Vietnamese syllables.
    """
    number = scan.flat.number
    first, last = max(0, token - 2), min(len(number), token + 3)
    words, known = lower.data, legal.data  # an element of an array takes three times as long
    numbers = number.count(1, first, last)  # no number is a syllable
    near = last - first - numbers - (not number[token])
    if near < 2:
        return float(not near)
    alien = [known[each] for each in words[first:last]].count(False) - numbers
    return (alien - (not (number[token] or known[words[token]]))) / near


def is_among_foreign_words(scan: Scan, token: int, lower: Lower, legal: Bools) -> bool:
    """Whether two words around a word are foreign and none has marks: other languages have a "da" and a "Nai" too.

    A lone letter is a piece of a word ("Thu Cính C"), and tells nothing of a language.
    """
    number, starts, ends = scan.flat.number, scan.flat.starts, scan.flat.ends
    words, known = lower.data, legal.data
    near = [i for i in _near(number, token, 2) if not number[i] and ends[i] - starts[i] > 1]
    if [known[words[i]] for i in near].count(False) < 2:
        return False
    marked, before = scan.flat.marked, scan.flat.lower
    return not any((marked[i] or words[i] != before[i]) and known[words[i]] for i in _near(number, token, 3))


def _near(of: bytes, token: int, reach: int) -> list[int]:
    """The tokens up to ``reach`` away on either side."""
    return [*range(max(0, token - reach), token), *range(token + 1, min(len(of), token + reach + 1))]


def _is_typed_bare(scan: Scan, token: int) -> bool:
    """Whether a word without marks stands among words without marks: a line of search keys, not damage.

    Behind a comma another hand may go on, so only the words of its own clause are asked. Numbers never have marks, and
    tell nothing: "; nam 2025 là" has one word beside this.
    """
    mark, marked, number = scan.flat.mark, scan.flat.marked, scan.flat.number
    if marked[token] or (token and marked[token - 1] and not mark[token]):
        return False
    if marked[token + 1 : token + 2] == b"\1" and not mark[token + 1]:
        return False  # the word before it or behind it has a mark in nearly every sentence
    first = last = token
    while first > max(0, token - 3) and not mark[first]:
        first -= 1
    while last + 1 < min(len(mark), token + 4) and not mark[last + 1]:
        last += 1
    if last - first <= 2 or any(marked[first : last + 1]):
        return False
    return last + 1 - first - sum(map(bool, number[first : last + 1])) > 2


def _is_in_slug(scan: Scan, token: int) -> bool:
    """Whether a word is joined by a hyphen to another: part of an address, a code, a foreign name ("Kháp-gi").

    So is a letter behind a hyphen: the ending "-o".
    """
    text, start, end = scan.text, scan.flat.starts[token], scan.flat.ends[token]
    return (start > 1 and text[start - 1] == "-" and (text[start - 2].isalnum() or end - start == 1)) or (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()
    )


def _is_among_pieces(scan: Scan, token: int) -> bool:
    """Whether two of the words around a word are lone consonants ("h củ c ủa"): spaces broke the words of this line."""
    starts, ends, _, case, _, number, _ = scan.flat
    near = [i for i in _near(case, token, 2) if ends[i] - starts[i] == 1]
    if len(near) < 2:
        return False
    lone = [i for i in near if case[i] == LOWER and not number[i]]
    return sum(scan.text[starts[i]] not in VOWELS for i in lone) >= 2


def _is_lone_letter(scan: Scan, token: int) -> bool:
    """Whether a letter that ends no syllable stands alone in its line or among lone letters.

    It is a piece of a word, "ấ" of "mất", and not "á"; "châu Ấ" in a sentence may be "châu Á".
    """
    starts, ends, mark = scan.flat.starts, scan.flat.ends, scan.flat.mark
    if ends[token] - starts[token] != 1 or scan.word(token).lower() not in _NEVER_ALONE:
        return False
    last = token + 1 == len(scan)
    if mark[token] and (last or mark[token + 1]):
        return True
    return any(ends[i] - starts[i] == 1 for i in _near(mark, token, 2))


def _is_in_row_of_letters(scan: Scan, token: int) -> bool:
    """Whether single letters stand on both sides of one, or two on one side: a primer's "ê, ề, ế" or "ơ ờ ớ".

    In a sentence hardly two words of one letter meet ("ở ý"), and no three.
    """
    starts, ends, number = scan.flat.starts, scan.flat.ends, scan.flat.number
    first, last = max(0, token - 2), min(len(number), token + 3)
    lone = [
        ends[i] - starts[i] == 1 and not number[i] and scan.text[starts[i]].lower() in VOWELS
        for i in range(first, last)
    ]
    return any(all(lone[at : at + 3]) for at in range(len(lone) - 2))


def _is_abbreviation(scan: Scan, token: int) -> bool:
    """Whether a word in capitals stands among words that are not."""
    case = scan.flat.case
    if case[token] != UPPER or scan.flat.marked[token]:
        return False
    near = _near(case, token, 2)
    return 2 * sum(case[i] == UPPER for i in near) < len(near) or not near
