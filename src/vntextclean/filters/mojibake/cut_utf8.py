"""UTF-8 seen through a one-byte table, letter by letter, also where a byte of a letter is gone.

A marked letter of Vietnamese is two or three bytes: C3 to C6 or CC and one more, or E1, BA or BB, and one more.
Programs that know Windows-1252 drop 81, 8D, 8F, 90, 9D and the soft hyphen, and make the no-break space a space; then
only the syllable tells which letter it was.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from unicodedata import normalize

from vntextclean.charsets.words import is_word
from vntextclean.filters.mojibake.following_bytes import FOLLOWING, WINDOWS
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED

_TO_LATIN1 = str.maketrans({seen: byte for seen, byte in WINDOWS.items() if seen})
_FOLLOWING = re.escape(FOLLOWING)
_LETTER = late(f"[\u00c2-\u00c6\u00cc][{_FOLLOWING}]|\u00e1[º»][{_FOLLOWING}]|\u00e2[\u0080-\u0082€‚][{_FOLLOWING}]")
#: The last byte is gone, or a replacement character stands for it.
_CUT = late(f"(?:[ÃÄÆ]|á[º»]|â[\u0080€])(?![{_FOLLOWING}])\ufffd?")
_CUT_SURELY = late("á[º»]|â[\u0080€]")
#: The bytes that Windows-1252 has no character for, and the soft hyphen: what programs drop.
_DROPPED = "\u0081\u008d\u008f\u0090\u009d\u00ad"
#: More cut letters in one word leave too many ways to read it.
_MOST_CUTS = 3

#: Sequences that no clean text holds: đ, ơ, ư and the letters of three bytes.
_SURELY = late(f"Ä‘|Æ[°¡]|á[º»][{_FOLLOWING}]")
_NO_SPACE_BEFORE = late("$|[,.;:!?)…”’\"']")
_WORD = late(r"[^\W\d_]+")
_LAST_LETTERS = late(r"[^\W\d_]*$")
_FIRST_LETTERS = late(r"[^\W\d_]*")


def read_whole(token: str) -> str:
    """A token with its whole letters read, once; what is cut, or no letter of UTF-8, stays.

    >>> read_whole("Ä‘áº¹p"), read_whole("đẹp")
    ('đẹp', 'đẹp')
    """
    return _LETTER.sub(_letter, token)


def _letter(match: re.Match[str]) -> str:
    try:
        return match[0].translate(_TO_LATIN1).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def is_cut(token: str) -> bool:
    """Whether a letter of a token lacks its last byte.

    >>> is_cut("ngÆ°á»i"), is_cut("ngÆ°á»\u009di")
    (True, False)
    """
    return _CUT.search(token) is not None


def fitting_words(token: str, proven: bool) -> list[str]:
    """The words that fit a token some of whose letters are cut short; none if they are too many to tell.

    A word with nothing but a lone Ã is Portuguese as likely as not: it needs a line that is ``proven`` to be hurt.

    >>> fitting_words("ngÆ°á»i", False), fitting_words("manhÃ", False)
    (['người'], [])
    """
    if not (proven or _LETTER.search(token) or _CUT_SURELY.search(token)):
        return []
    pieces: list[tuple[str, ...]] = []
    at = 0
    for match in _CUT.finditer(token):
        at_end = not token[match.end() : match.end() + 1].isalpha()
        pieces += [(read_whole(token[at : match.start()]),), _candidates(match[0].rstrip("\ufffd"), at_end)]
        at = match.end()
    if len(pieces) > 2 * _MOST_CUTS:
        return []
    pieces.append((read_whole(token[at:]),))
    made = {normalize("NFC", "".join(word)) for word in product(*pieces)}
    return sorted(word for word in made if all(map(is_word, _WORD.findall(word))))


@cache
def _candidates(cut: str, at_end: bool) -> tuple[str, ...]:
    """What a cut sequence may have been; at the end of a word also à, whose last byte is a no-break space."""
    seen = cut.translate(_TO_LATIN1)
    dropped = _DROPPED + ("\u00a0" if at_end else "")
    made = [(seen + byte).encode("latin-1").decode("utf-8", "ignore") for byte in dropped]
    return tuple(char for char in made if char in MARKED or char == "\N{RIGHT DOUBLE QUOTATION MARK}")


def with_no_break_spaces(line: str) -> str:
    """The line with the spaces that were the second byte of an à, and no longer are, put back; its length stays.

    ``thÃ nh`` is *thành* because the joined word is a syllable; ``vÃ  táº¥n`` has a space too many.

    >>> with_no_break_spaces("thÃ nh phá»‘"), with_no_break_spaces("UBND XÃ ")
    ('thÃ\\xa0nh phá»‘', 'UBND XÃ ')
    """
    position = line.find("Ã ")
    while position >= 0:
        before = read_whole(line[line.rfind(" ", 0, position) + 1 : position])
        onset = "".join(_LAST_LETTERS.findall(before))
        rest = read_whole(line[position + 2 :].split(" ", 1)[0])
        tail = "".join(_FIRST_LETTERS.findall(rest)[:1])
        if tail:
            joins = tail.islower() and is_word(onset + "à" + tail)
        else:
            # One capital before it may be clean: ``UBND XÃ  ``.
            joins = _NO_SPACE_BEFORE.match(rest) is not None and (
                onset[1:].islower() or onset.islower() or (len(onset) < 2 and _SURELY.search(line) is not None)
            )
        if joins:
            line = line[: position + 1] + "\u00a0" + line[position + 2 :]
        position = line.find("Ã ", position + 1)
    return line
