"""A line as a row of cells, each with the characters that may have stood there, and one reading of UTF-8 over it.

A reading takes cells and gives cells, so that readings compose: text read wrongly twice is read rightly twice, and a
byte that was lost on the way is a cell of several characters until the syllable, or the language model, decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from vntextclean.misreadings.code_pages import bytes_of
from vntextclean.vietnamese.letters import MARKED

#: What a lost byte may have been part of, beside the letters: signs of print, and the tones of decomposed text.
_SIGNS = frozenset("“”‘’–—…•")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
#: The byte of a space, where a table has a sign for it.
_SPACE = (0x20,)
_REPLACED = "\ufffd"
Table = Mapping[str, tuple[int, ...]]
#: Characters without a shape that another program put inside a sequence; they belong to no text.
_SHAPELESS = frozenset("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f") | frozenset(map(chr, range(1, 9))) | {"\x7f"}


class Cell(NamedTuple):
    """A stretch of the line and the characters that may have stood there.

    ``cut`` says that a byte of it is gone, ``read`` that it was put together from several characters, ``half`` that a
    further reading found nothing in what the one before put together.
    """

    start: int
    end: int
    options: tuple[str, ...]
    read: bool = False
    cut: bool = False
    half: bool = False


class Loss(NamedTuple):
    """What happened on the way: bytes dropped, question marks put for them, and letters or quotation marks recased."""

    dropped: frozenset[int] = frozenset()
    marked: bool = False
    recased: bool = False


class Read(NamedTuple):
    """Cells after one reading: how many sequences were whole or cut, and where leading bytes stand alone."""

    cells: list[Cell]
    whole: int
    cut: int
    stray: tuple[int, ...]


def cells_of(line: str, offset: int = 0) -> list[Cell]:
    """One cell a character."""
    return [Cell(at, at + 1, (char,)) for at, char in enumerate(line, offset)]


def read(cells: list[Cell], page: str, loss: Loss, again: bool = False) -> Read:
    r"""Read UTF-8 out of cells that were read by ``page``; ``again`` only what a reading before put together.

    >>> [cell.options for cell in read(cells_of("Viá»‡t"), "cp1252", Loss()).cells]
    [('V',), ('i',), ('ệ',), ('t',)]
    >>> read(cells_of("má»i"), "cp1252", Loss(frozenset({0x81, 0x9D}))).cells[1].options
    ('ề', 'ờ')
    """
    table = bytes_of(page, loss.recased)
    made: list[Cell] = []
    whole = cut = 0
    stray: list[int] = []
    at, count = 0, len(cells)
    while at < count:
        cell = cells[at]
        if "!" <= cell.options[0] < "\x80":  # nearly all of a line: no table shows a leading byte or a space so
            made.append(cell)
            at += 1
            continue
        leads = _leads(cell.options, table)
        if table.get(cell.options[0]) == _SPACE:
            made.append(Cell(cell.start, cell.end, (" ",), True))
            at += 1
            continue
        if not leads or (again and not cell.read):
            made.append(cell._replace(half=True) if again and cell.read else cell)
            at += 1
            continue
        found, end, is_cut = _sequence(cells, at, leads, table, loss)
        if not found:
            stray.append(cell.start)
            made.append(cell._replace(half=True) if again and cell.read else cell)
            at += 1
            continue
        whole += not is_cut
        cut += is_cut
        is_cut = is_cut or any(part.cut for part in cells[at:end])
        made.append(Cell(cell.start, cells[end - 1].end, found, True, is_cut))
        at = end
    return Read(made, whole, cut, tuple(stray))


def _leads(options: tuple[str, ...], table: Table) -> tuple[int, ...]:
    if options[0] < "\x80":
        return ()
    return tuple(byte for option in options for byte in table.get(option, ()) if 0xC2 <= byte <= 0xF4)


def _sequence(
    cells: list[Cell], at: int, leads: tuple[int, ...], table: Table, loss: Loss
) -> tuple[tuple[str, ...], int, bool]:
    """The characters that a sequence at ``at`` may be, where it ends, and whether a byte of it is gone."""
    best: tuple[tuple[str, ...], int, bool] = ((), at, False)
    for lead in leads:
        found = _with_lead(cells, at, lead, table, loss)
        if found[0] and (not best[0] or (best[2] and not found[2])):
            best = found
        elif found[0] and found[1:] == best[1:]:
            best = (best[0] + found[0], *best[1:])
    return best


def _with_lead(cells: list[Cell], at: int, lead: int, table: Table, loss: Loss) -> tuple[tuple[str, ...], int, bool]:
    """A sequence with this first byte: whole if it can be, else with as few bytes dropped as make a character."""
    need = 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
    kept = (True,) * need
    for taken in (kept, *_DROPS[need]) if loss.dropped else (kept,):
        found, end, is_cut = _with_bytes(cells, at, lead, taken, table, loss)
        if found:
            return found, end, is_cut
    return (), at, False


#: Which following bytes may be there, by how many there should be; more than two lost leave nothing to read.
_DROPS = {1: ((False,),), 2: ((True, False), (False, True), (False, False)), 3: ()}


def _with_bytes(
    cells: list[Cell], at: int, lead: int, taken: tuple[bool, ...], table: Table, loss: Loss
) -> tuple[tuple[str, ...], int, bool]:
    parts: list[tuple[int, ...]] = [(lead,)]
    end, is_cut = at + 1, False
    for is_there in taken:
        here = end
        while here < len(cells) and cells[here].options[0] in _SHAPELESS:
            here += 1
        options = cells[here].options if here < len(cells) else ()
        follow = tuple(b for option in options for b in table.get(option, ()) if 0x80 <= b < 0xC0)
        if not is_there:
            if options == ("?",) and not loss.marked and here + 1 < len(cells) and cells[here + 1].options[0].isalpha():
                return (), at, False  # no question ends inside a word: the sign stands for the byte
            if lead == 0xC3 and not (options and options[0].isalpha()):
                follow = (0xA0,)  # à before a space that was one too many
            elif follow and len(taken) == 1:
                return (), at, False
            else:
                follow = ()
            parts.append((*follow, *sorted(loss.dropped)))
            is_cut = True
        elif follow:
            parts.append(follow)
            end = here + 1
            is_cut = is_cut or len(follow) > 1
        elif options == (_REPLACED,) or (loss.marked and options == ("?",)):
            parts.append(tuple(sorted(loss.dropped)))
            end, is_cut = here + 1, True
        else:
            return (), at, False
    return _decoded(tuple(parts), is_cut), end, is_cut


@lru_cache(maxsize=1 << 14)
def _decoded(parts: tuple[tuple[int, ...], ...], is_cut: bool) -> tuple[str, ...]:
    made = []
    for sequence in product(*parts):
        try:
            char = bytes(sequence).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not is_cut or char in MARKED or char in _SIGNS or char in _TONES or "\x80" <= char < "\u0100":
            made.append(char)
    return tuple(dict.fromkeys(made))
