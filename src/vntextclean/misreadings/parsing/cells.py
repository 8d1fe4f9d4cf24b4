"""A line as a row of cells, each with the characters that may have stood there, and one reading of UTF-8 over it.

A reading takes cells and gives cells, so that readings compose: text read wrongly twice is read rightly twice, and a
byte that was lost on the way is a cell of several characters until the syllable, or the language model, decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product, repeat
from typing import NamedTuple

from vntextclean.misreadings.tables.code_pages import bytes_of
from vntextclean.vietnamese.letters import MARKED

#: What a lost byte may have been part of, beside the letters: signs of print, and the tones of decomposed text.
_SIGNS = frozenset("“”‘’–—…•")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
#: The byte of a space, where a table has a sign for it.
_SPACE = (0x20,)
_REPLACED = "\ufffd"
#: What may stand behind an à whose no-break space was dropped: anything of ASCII but a letter, and signs of print. Any
#: other sign is a byte that the table does not show so (´ by ISO-8859-15).
_BEHIND_A0 = frozenset(char for char in map(chr, range(0x80)) if not char.isalpha()) | _SIGNS | set("«»\u00a0\ufffd")
#: The first byte of the letters of three bytes, and their second ones.
_LONG_LEAD, MIDDLE = 0xE1, frozenset({0xBA, 0xBB})
#: Characters without a shape that another program put inside a sequence; they belong to no text.
SHAPELESS = frozenset("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f") | frozenset(map(chr, range(1, 9))) | {"\x7f"}


#: A stretch of the line and the characters that may have stood there: start, end, these characters, and whether it was
#: put together from several characters (read), a byte of it is gone (cut), and a further reading found nothing in what
#: the one before put together (half). Plain tuples, because a page has some hundred thousand of them: the collector of
#: garbage looks at those of any class again and again, which was half of the time of text that was read twice.
Cell = tuple[int, int, tuple[str, ...], bool, bool, bool]


class Loss(NamedTuple):
    """What happened on the way: bytes dropped, question marks put for them, letters made "lower" or "upper" case."""

    dropped: frozenset[int] = frozenset()
    marked: bool = False
    recased: str = ""


class Step(NamedTuple):
    """One wrong reading: the table, and what was lost with it."""

    page: str
    loss: Loss


Chain = tuple[Step, ...]


class Read(NamedTuple):
    """Cells after one reading: how many sequences were whole or cut, and where leading bytes stand alone."""

    cells: Sequence[Cell]
    whole: int
    cut: int
    stray: tuple[int, ...]


def cells_of(line: str, offset: int = 0) -> list[Cell]:
    """One cell a character."""
    end, no = offset + len(line), repeat(False)
    return [*zip(range(offset, end), range(offset + 1, end + 1), map(_alone, line), no, no, no, strict=False)]


@lru_cache(maxsize=1 << 12)
def _alone(char: str) -> tuple[str, ...]:
    """What a character may be that no reading touched: one object for all its places, for the collector's sake."""
    return (char,)


def read(cells: Sequence[Cell], page: str, loss: Loss, again: bool = False) -> Read:
    r"""Read UTF-8 out of cells that were read by ``page``; ``again`` only what a reading before put together.

    >>> [cell[2] for cell in read(cells_of("Viá»‡t"), "cp1252", Loss()).cells]
    [('V',), ('i',), ('ệ',), ('t',)]
    >>> read(cells_of("má»i"), "cp1252", Loss(frozenset({0x81, 0x9D}))).cells[1][2]
    ('ề', 'ờ')
    """
    table = _table(page, bool(loss.recased))
    made: list[Cell] = []
    whole = cut = at = 0
    stray: list[int] = []
    # Nearly all cells of a line begin nothing: what lies between two that may is taken over at once.
    opens = table.opens
    for number in [n for n, cell in enumerate(cells) if cell[2][0] in opens or cell[3]]:
        if number < at:
            continue  # part of the sequence before
        start, end, options, is_read, is_cut, _ = cells[number]
        if options[0] in table.spaces:
            made += cells[at:number]
            made.append((start, end, (" ",), True, False, False))
            at = number + 1
            continue
        opens_one = options[0] >= "\x80" and (is_read or not again)
        leads = _of(options, table.leads) if opens_one else ()
        found, behind_it, is_short = _sequence(cells, number, page, loss) if leads else ((), number, False)
        if loss.recased:
            found = tuple(dict.fromkeys(map(str.lower if loss.recased == "lower" else str.upper, found)))
        if not found:
            if leads:
                stray.append(start)
            if again and is_read:
                made += cells[at:number]
                made.append((start, end, options, True, is_cut, True))
                at = number + 1
            continue
        whole += not is_short
        cut += is_short
        is_short = is_short or any(part[4] for part in cells[number:behind_it])
        made += cells[at:number]
        made.append((start, cells[behind_it - 1][1], found, True, is_short, False))
        at = behind_it
    made += cells[at:]
    return Read(tuple(made), whole, cut, tuple(stray))


@lru_cache(maxsize=1 << 8)
def _in_order(dropped: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted(dropped))


def openings(page: str, loss: Loss) -> frozenset[str]:
    """The characters that may begin something under a table."""
    return _table(page, bool(loss.recased)).opens


def spaces(page: str, loss: Loss) -> frozenset[str]:
    """The characters that are a space under a table."""
    return _table(page, bool(loss.recased)).spaces


def dropping_leads(cells: Sequence[Cell], page: str, loss: Loss, again: bool = False) -> bytes:
    """The first bytes of what may be read otherwise because bytes were dropped, in order; ``again`` as in :func:`read`.

    Empty where no byte can be gone: one is at a sign that stands for it, or behind the first byte of a character that
    may be read so, and is not whole. Of the letters of three bytes the second is BA or BB, which nothing drops, so that
    it must be there.

    >>> dropped = Loss(frozenset({0x81, 0x9D}))
    >>> [[*dropping_leads(cells_of(word), "cp1252", dropped)] for word in ("các", "Viá»‡t", "má»i", "â")]
    [[], [], [225], [226]]
    """
    table = _table(page, bool(loss.recased))
    nothing = Loss(recased=loss.recased)
    seen: set[int] = set()
    is_told = False
    for number, cell in enumerate(cells):
        options = cell[2]
        is_told = is_told or options[0] in (_REPLACED, "?")
        if len(options) == 1 and options[0] not in table.leads:
            continue  # nearly all
        leads = _of(options, table.leads) if cell[3] or not again else ()
        if len(leads) == 1 and _sequence(cells, number, page, nothing)[0]:
            continue  # it is whole
        for lead in leads:
            if lead not in _cut_leads():
                continue
            seen.add(lead)
            if lead == _LONG_LEAD and loss.dropped.isdisjoint(MIDDLE):
                here = number + 1
                while here < len(cells) and cells[here][2][0] in SHAPELESS:
                    here += 1
                is_told = is_told or (here < len(cells) and bool(_of(cells[here][2], table.follow)))
            else:
                is_told = True
    return bytes(sorted(seen)) if is_told else b""


class _Table(NamedTuple):
    """What a table shows: leading bytes and following bytes by character, spaces, and all that may begin something."""

    leads: dict[str, tuple[int, ...]]
    follow: dict[str, tuple[int, ...]]
    spaces: frozenset[str]
    opens: frozenset[str]


@cache
def _table(page: str, recased: bool) -> _Table:
    shown = bytes_of(page, recased).items()
    # In recased text an â is far more often the first byte of a quotation mark than that of a sign of Latin-1.
    first = 0xC3 if recased else 0xC2
    leads = {char: found for char, codes in shown if (found := tuple(b for b in codes if first <= b <= 0xF4))}
    follow = {char: found for char, codes in shown if (found := tuple(b for b in codes if 0x80 <= b < 0xC0))}
    spaces = frozenset(char for char, codes in shown if codes == _SPACE)
    return _Table(leads, follow, spaces, frozenset(char for char in (*leads, *spaces) if char > "\x7f"))


def _of(options: tuple[str, ...], codes: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The bytes that one of these characters may have been."""
    if len(options) == 1:
        return codes.get(options[0], ())
    return tuple(byte for option in options for byte in codes.get(option, ()))


#: Cells that tell what a sequence is: four bytes.
_REACH = 4


def _sequence(cells: Sequence[Cell], at: int, page: str, loss: Loss) -> tuple[tuple[str, ...], int, bool]:
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
    table, marked, dropped = _table(page, bool(loss.recased)), loss.marked, _in_order(loss.dropped)
    best: tuple[tuple[str, ...], int, bool] = ((), at, False)
    for lead in _of(cells[at][2], table.leads):
        found = _with_lead(cells, at, lead, table, marked, dropped)
        if found[0] and (not best[0] or (best[2] and not found[2])):
            best = found
        elif found[0] and found[1:] == best[1:]:
            best = (best[0] + found[0], *best[1:])
    return best


def _with_lead(
    cells: Sequence[Cell], at: int, lead: int, table: _Table, marked: bool, dropped: tuple[int, ...]
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
    table: _Table,
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
        follow = _of(options, table.follow) if options else ()
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
        elif options == (_REPLACED,) or (marked and options == ("?",)):
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
def _cut_leads() -> frozenset[int]:
    """The first bytes of what may be read although a byte of it is gone."""
    return frozenset(code[0] for length in (2, 3) for _, code in _of_cut(length))
