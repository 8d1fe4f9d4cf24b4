"""One reading of UTF-8 over a row of cells, by the table that the text was read by."""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.misreadings.parsing.cells import SHAPELESS, Cell, Loss, Read
from vntextclean.misreadings.parsing.sequences import REPLACED, bytes_that_may_be, cut_leads, sequence_at, table_of

#: The first byte of the letters of three bytes, and their second ones.
_LONG_LEAD, MIDDLE = 0xE1, frozenset({0xBA, 0xBB})


def read(cells: Sequence[Cell], page: str, loss: Loss, again: bool = False) -> Read:
    r"""Read UTF-8 out of cells that were read by ``page``; ``again`` only what a reading before put together.

    >>> from vntextclean.misreadings.parsing.cells import cells_of
    >>> [cell[2] for cell in read(cells_of("Viá»‡t"), "cp1252", Loss()).cells]
    [('V',), ('i',), ('ệ',), ('t',)]
    >>> read(cells_of("má»i"), "cp1252", Loss(frozenset({0x81, 0x9D}))).cells[1][2]
    ('ề', 'ờ')
    """
    table = table_of(page, bool(loss.recased))
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
        leads = bytes_that_may_be(options, table.leads) if opens_one else ()
        found, behind_it, is_short = sequence_at(cells, number, page, loss) if leads else ((), number, False)
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


def openings(page: str, loss: Loss) -> frozenset[str]:
    """The characters that may begin something under a table."""
    return table_of(page, bool(loss.recased)).opens


def spaces(page: str, loss: Loss) -> frozenset[str]:
    """The characters that are a space under a table."""
    return table_of(page, bool(loss.recased)).spaces


def dropping_leads(cells: Sequence[Cell], page: str, loss: Loss, again: bool = False) -> bytes:
    """The first bytes of what may be read otherwise because bytes were dropped, in order; ``again`` as in :func:`read`.

    Empty where no byte can be gone: one is at a sign that stands for it, or behind the first byte of a character that
    may be read so, and is not whole. Of the letters of three bytes the second is BA or BB, which nothing drops, so that
    it must be there.

    >>> from vntextclean.misreadings.parsing.cells import cells_of
    >>> dropped = Loss(frozenset({0x81, 0x9D}))
    >>> [[*dropping_leads(cells_of(word), "cp1252", dropped)] for word in ("các", "Viá»‡t", "má»i", "â")]
    [[], [], [225], [226]]
    """
    table = table_of(page, bool(loss.recased))
    nothing = Loss(recased=loss.recased)
    seen: set[int] = set()
    is_told = False
    for number, cell in enumerate(cells):
        options = cell[2]
        is_told = is_told or options[0] in (REPLACED, "?")
        if len(options) == 1 and options[0] not in table.leads:
            continue  # nearly all
        leads = bytes_that_may_be(options, table.leads) if cell[3] or not again else ()
        if len(leads) == 1 and sequence_at(cells, number, page, nothing)[0]:
            continue  # it is whole
        for lead in leads:
            if lead not in cut_leads():
                continue
            seen.add(lead)
            if lead == _LONG_LEAD and loss.dropped.isdisjoint(MIDDLE):
                here = number + 1
                while here < len(cells) and cells[here][2][0] in SHAPELESS:
                    here += 1
                is_told = is_told or (here < len(cells) and bool(bytes_that_may_be(cells[here][2], table.follow)))
            else:
                is_told = True
    return bytes(sorted(seen)) if is_told else b""
