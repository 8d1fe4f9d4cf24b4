"""A quick look at a document: which of its lines speak of furniture at all.

Most text that is cleaned is clean, and this is all it pays: one dictionary look-up for each short line, and a search
for a few marks. Only where several lines speak of furniture is the page read as a whole.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any

from vntextclean.filters.boilerplate.text.lexicon import KINDS
from vntextclean.filters.boilerplate.text.residue import flattened
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple
from vntextclean.scanning.prefilter import ANY, Hint
from vntextclean.text_state import TextState

#: A page is judged by its neighbourhoods only when so many different lines with furniture's own words are sure to go.
#: Below that, only lines that are furniture by their form go: running text never comes near it (of 1 192 annotated
#: lines of content nine hold such words, never two on a page without furniture), and a cleaned page falls below it, so
#: that cleaning it again finds nothing.
ANCHORS = 3

#: What stands around a phrase in a menu and is no part of it.
AROUND = " \t\r\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}:.*-_|>#<»›•·+[](){}…→←▶►▸■●○◦–—/\\=,;!?\"'“”"

#: Longer lines hold no phrase that matters at their start. So many shorter ones are remembered: the menus of a site
#: stand on all its pages.
SHORT, KEPT = 160, 4096

#: Marks that betray furniture wherever they stand, in the cases they come in, behind the three letters in a row of each
#: that clean text holds least; of some all letters are common.
_BY_SIGN = (
    (Hint((ANY, "©", ANY)), ("©",)),
    (Hint("hts"), ("ights reserved", "ights Reserved")),
    (Hint("w c"), ("iew count",)),
    (Hint("o i"), ("o image",)),
    (Hint("itl"), ("o title",)),
    (Hint("mã "), ("sửa mã nguồn",)),
    (Hint("õ n"), ("hi rõ nguồn",)),
    (Hint("int"), ("interest",)),
    (Hint("sAp"), ("hatsApp",)),
    (Hint(" by"), ("owered by",)),
    (Hint("GP-"), ("GP-",)),
    (Hint("APT"), ("CAPTCHA",)),
    (Hint("fil"), ("ublic profile", "ublic Profile")),
    (Hint("n ả"), ("ư viện ảnh",)),
    (Hint("ữ b"), ("giữ bản quyền",)),
)
_SIGNS = reduce(or_, (sign for sign, _ in _BY_SIGN))
_COMMON = ("hiển thị công khai", "trình duyệt này", "người đầu tiên bình luận")

#: Stands for a line of nothing but marks, as icons and empty entries of a list leave them; twice, for all further ones.
BARE = "*"

_FIRST_PICTURE = "\u2190"
_PAGES, _PAGED = ("tr", "pa"), ("trang", "page")
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]\s+\W*")
#: A picture before the words of an entry, as menus of blogs and small companies have it.
_PICTURES = re.compile(r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+\W*(?=\w)")
_PAGER = re.compile(r"[«‹<]*\s*(?:\d{1,4}[\s|,]+){3,}|(?:trang|page)\s*\d{1,4}\s*(?:/|of\b|trên\b)")

#: For each phrase that is a whole line: its kind, and the kind of the phrase it begins with, -1 for none.
WHOLE: dict[str, tuple[int, int]] = {}
#: For each two letters the phrases that begin with them, longest first, and their kinds.
START: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {}


def _index() -> None:
    starts: dict[str, list[tuple[str, int]]] = {}
    whole: dict[str, int] = {}
    for number, kind in enumerate(KINDS):
        for phrase in kind.whole.split("|"):
            whole.setdefault(phrase.strip(AROUND), number)
        for phrase in filter(None, kind.start.split("|")):
            starts.setdefault(phrase[:2], []).append((phrase, number))
    for head, found in starts.items():
        found.sort(key=lambda item: -len(item[0]))
        START[head] = tuple(phrase for phrase, _ in found), tuple(number for _, number in found)
    WHOLE.update((phrase, (number, _started(phrase))) for phrase, number in whole.items())


def _started(low: str) -> int:
    """The kind of the phrase a line begins with, -1 for none."""
    phrases, kinds = START.get(low[:2], ((), ()))
    if not low.startswith(phrases):
        return -1
    return next(kind for phrase, kind in zip(phrases, kinds, strict=True) if low.startswith(phrase))


_index()
_LONGEST = max(map(len, (*WHOLE, *(phrase for phrases, _ in START.values() for phrase in phrases))))


#: The kernel's classes of characters, and bits of its table of phrases: ``native/page_lines.c``. From ``_TOP`` on no
#: letter has a case that a phrase uses, and what is there may be a digit.
_AROUND, _WHITE, _NUMERIC, _HASH_BITS, _OPENS, _WHOLE = 1, 2, 4, 18, 1, 2
_TOP = 0x2190


@cache
def _tables() -> tuple[bytes, Any, bytes]:
    """The classes of characters, their small letters, and the phrases by their hashes, as the kernel reads them."""
    from vntextclean.filters.boilerplate.text.char_classes import small_table

    classes = bytearray(_TOP) + bytearray([_NUMERIC]) * (0x10000 - _TOP)
    for code in range(_TOP):
        char = chr(code)
        classes[code] = _WHITE * char.isspace() + _NUMERIC * char.isdigit()
    for char in AROUND:
        classes[ord(char)] = _AROUND + (classes[ord(char)] & _WHITE)
    phrases = bytearray(1 << _HASH_BITS)
    base, spread = (kernel.native.CONSTANTS[name] for name in ("HASH_BASE", "KEY_BASE"))
    opening = [phrase for known, _ in START.values() for phrase in known]
    for bit, known in ((_OPENS, opening), (_OPENS, _PAGED), (_WHOLE, WHOLE)):
        for phrase in known:
            key = 0
            for char in phrase:
                key = key * base + ord(char)
            phrases[(key * spread & (1 << 64) - 1) >> (64 - _HASH_BITS)] |= bit
    return bytes(classes), small_table(), bytes(phrases)


def _likely(text: str) -> Iterable[tuple[int, str]]:
    """The lines that may speak of furniture, each with its row; without the kernel all."""
    if kernel.native is None:
        return enumerate(text.split("\n"))
    found = array("q", kernel.native.triage_lines(text, *_tables(), SHORT, _LONGEST))
    return [(row, text[start:end]) for row, start, end in zip(found[::3], found[1::3], found[2::3], strict=True)]


class Triage(NamedTuple):
    """What triage saw: whether a mark, or so many lines, ask for a closer look, and the lines that speak of furniture.

    ``smooth`` is the text without the residue of extractors, the same object where it has none.
    """

    marked: bool
    rows: list[int]
    kinds: list[tuple[int, int]]
    lines: set[str]
    smooth: str

    @property
    def clean(self) -> bool:
        """Whether nothing at all speaks of furniture."""
        return not self.marked and not self.lines


@lru_cache(KEPT)
def _looked_at(line: str) -> tuple[str, tuple[int, int] | None]:
    """The line if it speaks of furniture, ``BARE`` if it is nothing but marks, or nothing; the kinds of its phrases.

    >>> _looked_at("* Trời nắng"), _looked_at("--"), _looked_at("1 2 3 4 5")
    (('', None), ('*', None), ('1 2 3 4 5', None))
    """
    bare = line.strip(AROUND)
    if bare[:1].isdigit() and (number := _LIST_NUMBER.match(bare)):
        bare = bare[number.end() :]
    elif bare[:1] >= _FIRST_PICTURE and (pictures := _PICTURES.match(bare)):
        bare = bare[pictures.end() :]
    low = bare[:_LONGEST].lower()  # what a phrase is or begins with
    found = WHOLE.get(low) if len(bare) <= _LONGEST else None
    if found is None and low[:2] in START and (kind := _started(low)) >= 0:
        found = -1, kind
    if found is not None:
        return line, found
    if (low[:1].isdigit() or low[:2] in _PAGES) and _PAGER.match(bare.lower()):
        return line, None
    return (BARE if not low and not line.isspace() else ""), None


def triage(state: TextState) -> Triage:
    """The lines that speak of furniture: their rows, and the kinds of the phrases they are and begin with.

    >>> triage(TextState("Trang chủ\\nTrang chủ\\nTrời nắng.")).rows, triage(TextState("Trời nắng.")).clean
    ([0, 1], True)
    >>> triage(TextState("Trời nắng. © 2020")).marked
    True
    """
    text = state.text
    smooth = flattened(text)
    rows: list[int] = []
    kinds: list[tuple[int, int]] = []
    lines: set[str] = set()
    for row, line in _likely(smooth):
        if len(line) >= SHORT:
            line = line.strip()  # inscriptis fills the lines of a table up with spaces
        if not 0 < len(line) < SHORT:
            continue
        speaks, found = _looked_at(line)
        if found is not None:
            rows.append(row)
            kinds.append(found)
        if speaks == BARE:
            speaks = BARE if BARE not in lines else 2 * BARE
        if speaks:
            lines.add(speaks)
    return Triage(len(lines) >= ANCHORS or _is_marked(state), rows, kinds, lines, smooth)


def _is_marked(state: TextState) -> bool:
    """Whether a mark of furniture stands anywhere in a text."""
    text = state.text
    # Seven texts in ten of a newspaper have the letters of none.
    if _SIGNS.may_be_in(state):
        for sign, marks in _BY_SIGN:
            if sign.may_be_in(state) and any(mark in text for mark in marks):
                return True
    first, second, third = _COMMON
    return first in text or second in text or third in text
