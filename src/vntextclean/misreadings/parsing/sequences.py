"""Sequences of UTF-8 in a row of cells: their bytes by one table, and the characters that they may be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product

from vntextclean.misreadings.parsing.cells import SHAPELESS, Cell, Loss
from vntextclean.misreadings.tables.code_pages import bytes_of
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED

#: What a lost byte may have been part of, beside the letters: signs of print, and the tones of decomposed text.
_SIGNS = frozenset("“”‘’–—…•")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
#: The byte of a space, where a table has a sign for it.
_SPACE = (0x20,)
REPLACED = "\ufffd"
#: What may stand behind an à whose no-break space was dropped: anything of ASCII but a letter, and signs of print. Any
#: other sign is a byte that the table does not show so (´ by ISO-8859-15).
_BEHIND_A0 = frozenset(char for char in map(chr, range(0x80)) if not char.isalpha()) | _SIGNS | set("«»\u00a0\ufffd")


class Table(NamedTuple):
    """What a table shows: leading bytes and following bytes by character, spaces, and all that may begin something."""

    leads: dict[str, tuple[int, ...]]
    follow: dict[str, tuple[int, ...]]
    spaces: frozenset[str]
    opens: frozenset[str]


@cache
def table_of(page: str, recased: bool) -> Table:
    """What a table shows; ``recased`` where letters were made large or small behind it. Made once."""
    shown = bytes_of(page, recased).items()
    # In recased text an â is far more often the first byte of a quotation mark than that of a sign of Latin-1.
    first = 0xC3 if recased else 0xC2
    leads = {char: found for char, codes in shown if (found := tuple(b for b in codes if first <= b <= 0xF4))}
    follow = {char: found for char, codes in shown if (found := tuple(b for b in codes if 0x80 <= b < 0xC0))}
    spaces = frozenset(char for char, codes in shown if codes == _SPACE)
    return Table(leads, follow, spaces, frozenset(char for char in (*leads, *spaces) if char > "\x7f"))


def bytes_that_may_be(options: tuple[str, ...], codes: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The bytes that one of these characters may have been."""
    if len(options) == 1:
        return codes.get(options[0], ())
    return tuple(byte for option in options for byte in codes.get(option, ()))


#: Cells that tell what a sequence is: four bytes.
_REACH = 4


def sequence_at(cells: Sequence[Cell], at: int, page: str, loss: Loss) -> tuple[tuple[str, ...], int, bool]:
    """The characters that a sequence at ``at`` may be, where it ends, and whether a byte of it is gone."""
    near = tuple([cell[2] for cell in cells[at : at + _REACH]])
    if SHAPELESS.isdisjoint([options[0] for options in near]):
        found, width, is_cut = _near(near, page, loss)
        return found, at + width, is_cut
    return _longest(cells, at, page, loss)


@lru_cache(maxsize=1 << 13)
def _near(near: tuple[tuple[str, ...], ...], page: str, loss: Loss) -> tuple[tuple[str, ...], int, bool]:
    """The same of a sequence in the first cell. Of the sequences of a page seven in eight were met before."""
    return _longest([(0, 0, options, False, False, False) for options in near], 0, page, loss)


def _longest(cells: Sequence[Cell], at: int, page: str, loss: Loss) -> tuple[tuple[str, ...], int, bool]:
    table, marked, dropped = table_of(page, bool(loss.recased)), loss.marked, _in_order(loss.dropped)
    best: tuple[tuple[str, ...], int, bool] = ((), at, False)
    for lead in bytes_that_may_be(cells[at][2], table.leads):
        found = _with_lead(cells, at, lead, table, marked, dropped)
        if found[0] and (not best[0] or (best[2] and not found[2])):
            best = found
        elif found[0] and found[1:] == best[1:]:
            best = (best[0] + found[0], *best[1:])
    return best


def _with_lead(
    cells: Sequence[Cell], at: int, lead: int, table: Table, marked: bool, dropped: tuple[int, ...]
) -> tuple[tuple[str, ...], int, bool]:
    """A sequence with this first byte: whole if it can be, else with as few bytes dropped as make a character."""
    need = 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
    kept = (True,) * need
    for taken in (kept, *_DROPS[need]) if dropped else (kept,):
        found, end, is_cut = _with_bytes(cells, at, lead, taken, table, marked, dropped)
        if found:
            return found, end, is_cut
    return (), at, False


#: Which following bytes may be there, by how many there should be; more than two lost leave nothing to read.
_DROPS = {1: ((False,),), 2: ((True, False), (False, True), (False, False)), 3: ()}


def _with_bytes(
    cells: Sequence[Cell],
    at: int,
    lead: int,
    taken: tuple[bool, ...],
    table: Table,
    marked: bool,
    dropped: tuple[int, ...],
) -> tuple[tuple[str, ...], int, bool]:
    parts: list[tuple[int, ...]] = [(lead,)]
    end, is_cut, count = at + 1, False, len(cells)
    for is_there in taken:
        here = end
        while here < count and cells[here][2][0] in SHAPELESS:
            here += 1
        options = cells[here][2] if here < count else ()
        follow = bytes_that_may_be(options, table.follow) if options else ()
        if not is_there:
            if options == ("?",) and not marked and here + 1 < count and cells[here + 1][2][0].isalpha():
                return (), at, False  # no question ends inside a word: the sign stands for the byte
            if lead == 0xC3 and (not options or options[0] in _BEHIND_A0):
                follow = (0xA0,)  # à before a space that was one too many
            elif follow and len(taken) == 1:
                return (), at, False
            else:
                follow = ()
            parts.append((*follow, *dropped))
            is_cut = True
        elif follow:
            parts.append(follow)
            end = here + 1
            is_cut = is_cut or len(follow) > 1
        elif options == (REPLACED,) or (marked and options == ("?",)):
            parts.append(dropped)
            end, is_cut = here + 1, True
        else:
            return (), at, False
    return _decoded(tuple(parts), is_cut), end, is_cut


@lru_cache(maxsize=1 << 14)
def _decoded(parts: tuple[tuple[int, ...], ...], is_cut: bool) -> tuple[str, ...]:
    if is_cut and len(parts) > 2:  # of a thousand products a dozen are letters, so these are asked instead
        made = []
        for char, code in _of_cut(len(parts)):
            if all(byte in part for byte, part in zip(code, parts, strict=True)):
                made.append((tuple(part.index(byte) for byte, part in zip(code, parts, strict=True)), char))
        return tuple(char for _, char in sorted(made))
    found = []
    for sequence in product(*parts):
        try:
            char = bytes(sequence).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not is_cut or _may_be_cut(char):
            found.append(char)
    return tuple(dict.fromkeys(found))


def _may_be_cut(char: str) -> bool:
    return char in MARKED or char in _SIGNS or char in _TONES or "\x80" <= char < "\u0100"


@cache
def _of_cut(length: int) -> list[tuple[str, bytes]]:
    """What a sequence of this length that lost a byte may be, and its bytes."""
    chars = sorted({*MARKED, *_SIGNS, *_TONES, *map(chr, range(0x80, 0x100))})
    return [(char, code) for char in chars if len(code := char.encode()) == length]


@lru_cache(maxsize=1 << 10)
def behind(leads: bytes) -> frozenset[int]:
    """The bytes that may stand behind these in what may be read although a byte of it is gone."""
    return frozenset(byte for n in (2, 3) for _, code in _of_cut(n) if code[0] in leads for byte in code[1:])


@cache
def cut_leads() -> frozenset[int]:
    """The first bytes of what may be read although a byte of it is gone."""
    return frozenset(code[0] for length in (2, 3) for _, code in _of_cut(length))


@lru_cache(maxsize=1 << 11)
def left_of(lead: int, dropped: frozenset[int]) -> tuple[str, ...]:
    """What a leading byte may be of which all bytes behind it were dropped, and the one of à which became a space."""
    gone = _in_order(dropped) if lead != 0xC3 else (*_in_order(dropped), 0xA0)
    return _decoded(((lead,), *[gone] * (1 if lead < 0xE0 else 2)), True) if lead < 0xF0 else ()


@lru_cache(maxsize=1 << 8)
def _in_order(dropped: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted(dropped))
