"""Words that look damaged and are something else by their form or place: units, abbreviations, words typed bare."""

from __future__ import annotations

from vntextclean.filters.diacritics.guards.exceptions import near_by
from vntextclean.filters.diacritics.guards.short_forms import is_short_form, is_unit
from vntextclean.filters.diacritics.proposing.without_vowel import VOWEL
from vntextclean.lm.text.scan import LOWER, TITLE, UPPER, Scan
from vntextclean.vietnamese.letters import VOWELS
from vntextclean.vietnamese.units import UNITS

#: What stands before units, and before other words for a great or a small number.
_PREFIXES = frozenset("giga mega tera peta nano pico micro kilo centi".split())
#: Words that may be exempt wherever they stand.
NAMED = UNITS | _PREFIXES
#: Letters with which no syllable ends.
_NEVER_ALONE = frozenset("ăắằẳẵặâấầẩẫậ")


def may_be_exempt(scan: Scan, token: int) -> bool:
    """Whether the form of a word, or what stands beside it, is a reason to ask :func:`is_exempt`.

    It is asked of each doubtful word, and most have none. Words that are exempt wherever they stand (:data:`NAMED`) are
    told apart by their spelling.
    """
    text, flat = scan.text, scan.flat
    start, end = flat.starts[token], flat.ends[token]
    before, behind = text[start - 1 : start], text[end : end + 1]
    return bool(
        before > "\x7f"
        or (before and before in "0123456789/.-")
        or (behind and behind in "-…")
        or (behind == "." and (flat.case[token] == TITLE or text.startswith(".", end + 1)))
        or (not flat.marked[token] and (flat.case[token] == UPPER or _may_be_typed_bare(scan, token)))
        or scan.single.count(1, max(0, token - 2), token + 3) > 1
        or end - start == 1
    )


def is_exempt(scan: Scan, token: int) -> bool:
    """Whether a word is a unit, an abbreviation, cut short by an ellipsis, typed bare, in a slug or among pieces.

    Nearly always it is asked in vain: what stands beside the word tells which of the questions need be put at all.
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


def _is_abbreviation(scan: Scan, token: int) -> bool:
    """Whether a word in capitals stands among words that are not."""
    case = scan.flat.case
    if case[token] != UPPER or scan.flat.marked[token]:
        return False
    near = near_by(case, token, 2)
    return 2 * sum(case[i] == UPPER for i in near) < len(near) or not near


def _may_be_typed_bare(scan: Scan, token: int) -> bool:
    """Whether no word beside a word has marks: in nearly every sentence the one before it or behind it has."""
    mark, marked = scan.flat.mark, scan.flat.marked
    if token and marked[token - 1] and not mark[token]:
        return False
    return not (marked[token + 1 : token + 2] == b"\1" and not mark[token + 1])


def _is_typed_bare(scan: Scan, token: int) -> bool:
    """Whether a word without marks stands among words without marks: a line of search keys, not damage.

    Behind a comma another hand may go on, so only the words of its own clause are asked. Numbers never have marks, and
    tell nothing: "; nam 2025 là" has one word beside this.
    """
    mark, marked, number = scan.flat.mark, scan.flat.marked, scan.flat.number
    if marked[token] or not _may_be_typed_bare(scan, token):
        return False
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
    near = [i for i in near_by(case, token, 2) if ends[i] - starts[i] == 1]
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
    return any(ends[i] - starts[i] == 1 for i in near_by(mark, token, 2))


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
