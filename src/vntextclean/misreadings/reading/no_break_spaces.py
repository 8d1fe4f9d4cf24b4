"""The no-break space that is the second byte of an à, put back where a program made it a space."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.parsing.cells import Loss, cells_of
from vntextclean.misreadings.parsing.read_cells import read
from vntextclean.misreadings.tables.code_pages import NAMES, views
from vntextclean.patterns import late

_NO_SPACE_BEFORE = late("$|[,.;:!?)…”’\"']")
_LAST_LETTERS = late(r"[^\W\d_]*$")
_FIRST_LETTERS = late(r"[^\W\d_]*")
#: The bytes before the no-break space of the capitals Ạ, Ỡ and Ơ.
_CAPITALS = {(0xE1, 0xBA): "Ạ", (0xE1, 0xBB): "Ỡ", (0xC6,): "Ơ"}


def may_lack_no_break_spaces(line: str) -> bool:
    """Whether a space stands where the second byte of an à may have been, or the last one of a capital, by any table.

    >>> may_lack_no_break_spaces("thÃ nh phá»‘"), may_lack_no_break_spaces("phá»‘ cÅ©")
    (True, False)
    """
    return _before_spaces().search(line) is not None


@cache
def _before_spaces() -> re.Pattern[str]:
    sights = [sight for sight in map(views, NAMES) if sight[0xA0] == "\u00a0"]
    before = {sight[code] for sight in sights for code in (0xC3, *(codes[-1] for codes in _CAPITALS))}
    return re.compile(f"[{re.escape(''.join(sorted(before)))}] ")


def with_no_break_spaces(line: str, page: str) -> str:
    """The line with the spaces that were the second byte of an à, and no longer are, put back; its length stays.

    ``thÃ nh`` is *thành* because the joined word is a syllable; ``vÃ  táº¥n`` has a space too many.

    >>> with_no_break_spaces("thÃ nh phá»‘", "cp1252"), with_no_break_spaces("UBND XÃ ", "cp1252")
    ('thÃ\\xa0nh phá»‘', 'UBND XÃ ')
    >>> with_no_break_spaces("Háº NH PHÃšC", "cp1252")
    'Háº\\xa0NH PHÃšC'
    """
    sight = views(page)
    if sight[0xA0] != "\u00a0":
        return line
    line = _with_capitals(line, page)
    lead, surely = sight[0xC3], (sight[0xE1] + sight[0xBA], sight[0xE1] + sight[0xBB], sight[0xC4] + sight[0x91])
    position = line.find(lead + " ")
    while position >= 0:
        before = _read(line[line.rfind(" ", 0, position) + 1 : position], page)
        onset = "".join(_LAST_LETTERS.findall(before))
        rest = _read(_first(line, position + 2), page)
        tail = "".join(_FIRST_LETTERS.findall(rest)[:1])
        if tail:
            joins = tail.islower() and is_word(onset + "à" + tail)
        else:
            # One capital before it may be clean: ``UBND XÃ  ``.
            joins = _NO_SPACE_BEFORE.match(rest) is not None and (
                onset[1:].islower() or onset.islower() or (len(onset) < 2 and any(sign in line for sign in surely))
            )
        if joins:
            line = line[: position + 1] + "\u00a0" + line[position + 2 :]
        position = line.find(lead + " ", position + 1)
    return line


def _with_capitals(line: str, page: str) -> str:
    """The line with the last bytes of Ạ, Ỡ and Ơ put back, in words that are syllables in capitals with them."""
    sight = views(page)
    for codes, letter in _CAPITALS.items():
        lead = "".join(sight[code] for code in codes) + " "
        position = line.find(lead)
        while position >= 0:
            at = position + len(lead) - 1
            tail = _tail(_first(line, at + 1), page)
            # "Há»  SINH" lost another byte and kept its space; behind the signs of Ạ and Ơ no other byte can be lost.
            is_sure = letter != "Ỡ" or (tail and not is_word(tail))
            if is_sure and (not tail or tail.isupper()):  # a page in small letters has many a cut letter before a space
                onset = "".join(_LAST_LETTERS.findall(_read(line[line.rfind(" ", 0, position) + 1 : position], page)))
                if (onset + tail).isupper() and is_word(onset + letter + tail):
                    line = line[:at] + "\u00a0" + line[at + 1 :]
            position = line.find(lead, position + 1)
    return line


def _first(line: str, at: int) -> str:
    """What stands from a place to the next space."""
    end = line.find(" ", at)
    return line[at:] if end < 0 else line[at:end]


@lru_cache(maxsize=1 << 12)
def _tail(token: str, page: str) -> str:
    """The letters that a token begins with, as a table reads them."""
    return "".join(_FIRST_LETTERS.findall(_read(token, page))[:1])


@lru_cache(maxsize=1 << 12)
def _read(token: str, page: str) -> str:
    return "".join(cell[2][0] for cell in read(cells_of(token), page, Loss()).cells)
