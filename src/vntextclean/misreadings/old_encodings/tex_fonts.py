r"""Lines of a PDF in a font of LaTeX with the encoding T5, as readers of PDF hand them on: every code as it is.

Such a font of pixels names no characters. PyMuPDF and pypdf give its codes as Latin-1: ``\x1f÷ñc`` is *được*, and the
no-break space is à (``h\xa0nh``). Other readers make blanks of these and of the control characters: ``h nh``, `` ÷ñc``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from vntextclean.charsets.tables import charset
from vntextclean.charsets.words import SIGNS, Reading, is_compound, is_word
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import toneless

#: The codes of ỷ, ỵ and đ that are control characters: text holds one of them only where its reader kept them.
BARS = late("[\x1a-\x1f]")
_SHOWS_NOTHING = late("[\x1a-\x1f\x80-\xa0]")
#: The no-break space beside a letter.
_GRAVE = late("[A-Za-z]\u00a0|\u00a0[A-Za-z]")
#: A sign beside a small letter, which is a letter in a name as in no other word: ``L\xadk``, ``vect\xec``.
_SIGN = late("(?<=[A-Za-z])[\x80-\x9f\xa1-\xbf\xd7\xf7](?=[a-z])|[\x80-\x9f]")
_NO_BREAKS = late("[^\u00a0]+")
_VOWEL = frozenset("aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ")
#: Quotation marks and dashes, which are control characters too.
_PRINT = {"\x10": "“", "\x11": "”", "\x12": "„", "\x13": "«", "\x14": "»", "\x15": "–", "\x16": "—"}
_PRINTED = late("[\x10-\x16]")
#: So far around a capital by itself its neighbours are looked at.
_NEAR = 5
#: An abbreviation or the number of an act in capitals: NĐ, QĐ.
_ABBREVIATION = 6


class Kept(NamedTuple):
    """What a reader of PDF kept of the letters whose codes show nothing: the control characters, the no-break space."""

    bars: bool
    graves: bool


def kept(lines: Sequence[str]) -> Kept:
    r"""What was kept of the letters of a document, by its lines in T5.

    >>> kept(["n\xa0y l\xa0 \x1fóng"]), kept(["n y l   óng"])
    (Kept(bars=True, graves=True), Kept(bars=False, graves=False))
    """
    return Kept(any(map(BARS.search, lines)), any(map(_GRAVE.search, lines)))


@cache
def _tex_word() -> re.Pattern[str]:
    """A word of T5, with the no-break space in it."""
    return re.compile(charset("t5").word.pattern.replace("(?:[^\\W\\d_]|[", "(?:[^\\W\\d_]|[\u00a0"))


@lru_cache(maxsize=1 << 14)
def read(seen: str) -> str:
    """A word of T5 as it was meant."""
    return "à".join(map(charset("t5").read, seen.split("\u00a0")))


def exact(line: str, found: Kept) -> list[Reading]:
    r"""The words of a line that are what the table says, whatever its reader lost.

    A word that begins with a vowel behind a blank may have lost its đ, and is none of them (``÷ñc``). Where control
    characters were kept, so are quotation marks and dashes among them.

    >>> [one.word for one in exact("Bíi ao  ÷ñc rëng", Kept(False, False))]
    ['Bời', 'rộng']
    >>> [one.word for one in exact("\x1f÷ñc rëng, v\xa0o l\xa0ng", Kept(True, True))]
    ['được', 'rộng', 'vào', 'làng']
    """
    made = []
    for start, seen in words_in(line, 0, len(line)):
        word = read(seen)
        if word == seen or (len(seen) == 1 and not seen.isalpha() and not _SHOWS_NOTHING.match(seen)):
            continue  # a sign by itself stays a sign
        if not _is_meant(word) and not ((found.bars or _SIGN.search(seen)) and is_cased(word)):
            continue
        if found.bars or not may_lack_a_bar(line, start, word):
            made.append(Reading(start, start + len(seen), seen, word, is_word(word)))
    if found.bars:
        made += [Reading(*sign.span(), sign[0], _PRINT[sign[0]], True) for sign in _PRINTED.finditer(line)]
    return made


def may_lack_a_bar(line: str, start: int, word: str) -> bool:
    """Whether a word may have begun with a đ that became a blank: behind one, and a word with it as well.

    A capital is the head of its word (``Ð`` is *Ở*), but in a line of capitals.
    """
    if toneless(word[:1]) not in _VOWEL or (start and line[start - 1] not in " \t\n"):
        return False
    if word[0].isupper() and (word[1:].islower() or not _is_among_capitals(line, start, start + len(word))):
        return False
    return is_word("đ" + word.lower())


def _is_among_capitals(line: str, start: int, end: int) -> bool:
    near = read(line[max(0, start - _NEAR) : start]) + read(line[end : end + _NEAR])
    return end - start > 1 or near.isupper()


def words_in(line: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The words of a part of a line as they are seen, with their places: without signs that are no letters of theirs.

    >>> [seen for _, seen in words_in("“Lá v\xa0 m·m”\xa0", 0, 13)]
    ['Lá', 'v\xa0', 'm·m']
    """
    for match in _tex_word().finditer(line, start, end):
        at, seen = match.start(), match[0]
        if "\u00a0" not in seen or _is_meant(read(seen)) or _is_meant(read(seen.strip(SIGNS))):
            yield _without_signs(at, seen)
        else:
            yield from (_without_signs(at + part.start(), part[0]) for part in _NO_BREAKS.finditer(seen))


def _without_signs(at: int, seen: str) -> tuple[int, str]:
    core = seen.strip(SIGNS)
    if core in ("", seen) or is_word(read(seen)) or not _is_meant(read(core)):
        return at, seen
    return at + seen.index(core), core


def is_cased(word: str) -> bool:
    """Whether the capitals of a word stand where a writer puts them."""
    return word.isalpha() and (word[1:].islower() or word.isupper() or len(word) == 1)


@lru_cache(maxsize=1 << 14)
def _is_meant(word: str) -> bool:
    """Whether a word is one that a line of T5 may hold: a syllable, two of them, or an abbreviation in capitals."""
    return is_word(word) or is_compound(word) or (word.isupper() and word.isalpha() and len(word) <= _ABBREVIATION)


#: A line that is wrapped ends in no mark, and is at least this share of the longest; an item begins a new one.
_WRAPPED = 0.6
_ENDS = late(r"[.;:!?…]\s*\Z")
_MARKER = late(r"\s*(?:\d{1,3}[.)]|[a-zđ]?\)|[-+•*])\s")


_INDENT = "   "


def paragraphs(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines with their places in a text, each put together with those that it was wrapped in.

    Where most lines begin without blanks, one with three begins a new paragraph.

    >>> paragraphs([(0, "mét hai ba"), (11, "bèn n«m."), (20, "s¡u")])
    [(0, 'mét hai ba\\nbèn n«m.'), (20, 's¡u')]
    """
    longest = max((len(line) for _, line in lines), default=0)
    indented = sum(line.startswith(_INDENT) for _, line in lines) * 2 > len(lines)
    made: list[tuple[int, list[str]]] = []
    end, last = -1, ""
    for start, line in lines:
        wrapped = start == end + 1 and len(last) >= _WRAPPED * longest and not _ENDS.search(last)
        if wrapped and not _MARKER.match(line) and (indented or not line.startswith(_INDENT)):
            made[-1][1].append(line)
        else:
            made.append((start, [line]))
        end, last = start + len(line), line
    return [(start, "\n".join(parts)) for start, parts in made]


#: Words that stand further apart were laid out as on paper, with blanks inside words too.
_WIDE = 3


def is_laid_out(lines: Sequence[str]) -> bool:
    """Whether most words of some lines stand far apart, so that blanks tell nothing.

    >>> is_laid_out(["mét     hai     ba"]), is_laid_out(["mét hai  ba"])
    (True, False)
    """
    gaps = sorted(len(gap) for line in lines for gap in re.findall("(?<=[^ ]) +(?=[^ ])", line))
    return bool(gaps) and gaps[len(gaps) // 2] >= _WIDE
