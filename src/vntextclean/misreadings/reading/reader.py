"""A text read through the misreadings that made it: what each damaged word is, how surely, and by which chain.

Evidence is gathered per document: the same misreading made all its lines, so that a word by itself is read when the
lines around it prove the chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from vntextclean.misreadings.choosing.letter_case import small_head
from vntextclean.misreadings.parsing.cells import Chain
from vntextclean.misreadings.parsing.evidence import Reading, readings
from vntextclean.misreadings.parsing.hopeless_lines import Hopeless
from vntextclean.misreadings.parsing.long_lines import readings_of_any
from vntextclean.misreadings.parsing.losses import Losses, losses_of
from vntextclean.misreadings.parsing.rows import Row, row_of
from vntextclean.misreadings.reading.document_choices import weighed_together
from vntextclean.misreadings.reading.half_read import without_halves
from vntextclean.misreadings.reading.no_break_spaces import may_lack_no_break_spaces, with_no_break_spaces
from vntextclean.misreadings.reading.resolve import MARGIN, read_line
from vntextclean.misreadings.reading.short_lines import is_short_proof
from vntextclean.misreadings.reading.tokens import Found, Line
from vntextclean.misreadings.tables.code_pages import NAMES, views
from vntextclean.scanning.lines import line_of

#: So many lines beyond doubt decide a document, if one chain reads two thirds of them.
_DECIDING_LINES = 2
#: After so many lines the chains that read them are tried first.
_AGREEING = 8
#: The first bytes of Vietnamese letters and signs of print, and of the characters that these are read as.
_LEADS, _LEADS_AGAIN = (0xC3, 0xC4, 0xC5, 0xC6, 0xE1, 0xE2), (0xC2, 0xD0, 0xD1)
#: The tables that show Latin-1, but for eight characters and for the control characters.
_LATIN_9, _LATIN_1 = "iso8859-15", "cp1252"
#: A line longer than this (a text without line ends) is read piece by piece.
_LONGEST = 1 << 13


def found_in(text: str, lines: Sequence[Line], chooses: bool = True) -> dict[int, list[Found]]:
    """What the damaged lines of a text hold, by the start of the line; no entry for a line that nothing proves.

    A line that is proven, and of which no token can be read as a whole, has nothing.

    Without ``chooses`` the language model is not asked, and words stay that it would have to tell.

    >>> text = "Tiß║┐ng Viß╗çt"
    >>> [found.word for found in found_in(text, [Line(0, len(text))])[0]]
    ['Tiếng', 'Việt']
    """
    pieces = [piece for line in lines for piece in _pieces(text, line)]
    if not pieces:
        return {}
    damaged = "\n".join([text[piece.start : piece.end] for piece in pieces])
    losses = losses_of(damaged)
    seen = {*damaged}
    pages = [page for page in NAMES if _may_be(seen, page)]
    best = _all_readings(text, pieces, losses, pages)
    decided = _decided(best)
    if decided:
        hurt = {piece.start for piece in pieces}
        for piece in _other_lines(text, _leads(decided, losses), {text.rfind("\n", 0, start) + 1 for start in hurt}):
            best[piece] = readings(_row(text, piece, pages), losses, decided)
    made: dict[int, list[Found]] = {}
    head: float | None = None
    for piece, own in best.items():
        chosen = _chosen(own, decided) or (own[0] if own and is_short_proof(text, own[0]) else None)
        if chosen:
            head = small_head(text) if head is None else head
            start = text.rfind("\n", 0, piece.start) + 1
            rivals = [] if chosen.pages == decided else own
            made.setdefault(start, []).extend(read_line(text, piece, chosen, rivals, losses, pages, chooses, head))
    return without_halves(text, weighed_together(text, {start: found for start, found in made.items() if found}))


def guessed(text: str, lines: Sequence[Line]) -> Iterator[tuple[Chain, int]]:
    """For each line that nothing proves: the chain that leaves the most Vietnamese, and how many words it would make.

    Lines that no chain makes any Vietnamese of are no misreading that is known, and are left out.

    >>> text = "hß╗ xyz"
    >>> [(chain[0].page, count) for chain, count in guessed(text, [Line(0, len(text))])]
    [('cp437', 1)]
    """
    pieces = [piece for line in lines for piece in _pieces(text, line)]
    losses = losses_of("\n".join(text[piece.start : piece.end] for piece in pieces))
    for piece in pieces:
        own = readings(_row(text, piece, NAMES), losses)
        best = next((reading for reading in own if reading.proofs), None)
        if best:
            yield best.chain, sum(word.letters > 0 for word in best.words)


def _all_readings(text: str, pieces: Sequence[Line], losses: Losses, pages: Sequence[str]) -> dict[Line, list[Reading]]:
    """The readings of each line; once some lines agree, the chains they leave are tried first and alone if they do.

    A line that no chain proves is read only if the others are proven by one: it may be read as they are.
    """
    best: dict[Line, list[Reading]] = {}
    few: list[str] = []
    later: list[tuple[Line, list[str]]] = []
    hopeless = Hopeless(losses)
    for number, piece in enumerate(pieces):
        if number == _AGREEING:
            few = _leading(best, pages)
        line, best[piece] = text[piece.start : piece.end], []
        if line in hopeless and not may_lack_no_break_spaces(line):
            later.append((piece, few))
        else:
            best[piece] = _readings(text, piece, losses, pages, few)
    if later and _decided(best):
        for piece, first in later:
            best[piece] = _readings(text, piece, losses, pages, first)
    return best


def _readings(text: str, piece: Line, losses: Losses, pages: Sequence[str], few: Sequence[str]) -> list[Reading]:
    """The readings of a line, by a few tables if one of them leaves nothing to ask."""
    own = readings(_row(text, piece, few), losses, few) if few else []
    return own if own and own[0].is_clean else readings_of_any(_row(text, piece, pages), losses, pages)


def _leading(best: dict[Line, list[Reading]], pages: Sequence[str]) -> list[str]:
    """The tables of the chains that read the lines so far as well as the best, or nearly."""
    totals = _totals(best)
    most = max(totals.values(), default=0.0)
    named = {page for chain, total in totals.items() if most > 0 and total >= 0.9 * most for page in chain}
    if _LATIN_9 in named:
        # The control characters of Latin-1 speak for ISO-8859-15, and a ´ or ½ of another line for Windows-1252.
        named.add(_LATIN_1)
    return [page for page in pages if page in named]


def _totals(best: dict[Line, list[Reading]]) -> dict[tuple[str, ...], float]:
    """What each chain scores over the lines that prove something, each line's best by that chain."""
    totals: dict[tuple[str, ...], float] = {}
    for own in best.values():
        if own and own[0].is_proven:
            seen = set()
            for reading in own:
                if reading.is_proven and reading.pages not in seen:
                    seen.add(reading.pages)
                    totals[reading.pages] = totals.get(reading.pages, 0.0) + reading.score
    return totals


def _pieces(text: str, line: Line) -> Iterator[Line]:
    """The line, or windows of it that end at a blank, or at a character of ASCII where no blank is near."""
    start = line.start
    while line.end - start > _LONGEST:
        near = text.find(" ", start + _LONGEST, start + 2 * _LONGEST)
        if near < 0 and line.end - start > 2 * _LONGEST:
            near = next((at for at in range(start + _LONGEST, start + 2 * _LONGEST) if text[at] < "\x80"), -1)
            near = start + 2 * _LONGEST if near < 0 else near
        if near < 0 or near >= line.end:
            break
        yield Line(start, near)
        start = near
    yield Line(start, line.end)


def _row(text: str, piece: Line, pages: Sequence[str]) -> Row:
    """The parts of a line, with the no-break spaces that became spaces put back."""
    line = text[piece.start : piece.end]
    for page in pages if may_lack_no_break_spaces(line) else ():
        whole = with_no_break_spaces(line, page)
        if whole != line:
            return row_of(line, piece.start, whole)
    return row_of(line, piece.start)


def _may_be(seen: set[str], page: str) -> bool:
    """Whether a leading byte of Vietnamese letters is among the characters of some lines under a table."""
    return not seen.isdisjoint(_first_bytes(page))


@cache
def _first_bytes(page: str) -> frozenset[str]:
    return frozenset({*(views(page)[byte] for byte in (0xC2, 0xC3, 0xC4, 0xC6, 0xD0, 0xE1)), "ã", "á"})


def _decided(best: dict[Line, list[Reading]]) -> tuple[str, ...] | None:
    """The chain that made the document, if most of its proven lines can be read by it."""
    totals = _totals(best)
    proven = [own for own in best.values() if own and own[0].is_proven]
    if len(proven) < _DECIDING_LINES or not totals:
        return None
    pages = max(totals, key=lambda chain: (totals[chain], -len(chain)))
    count = sum(any(one.pages == pages and one.is_proven for one in own) for own in proven)
    return pages if count * 3 >= len(proven) * 2 else None


def _leads(decided: tuple[str, ...], losses: Losses) -> str:
    """What the leading bytes of a document's lines look like; text read more than once begins with other ones too."""
    sight = views(decided[0])
    leads = "".join(sight[byte] for byte in (*_LEADS, *(_LEADS_AGAIN if len(decided) > 1 else ())))
    is_recased = any(loss.recased for loss in losses[decided[0]])
    return leads + leads.lower() + leads.upper() if is_recased else leads


def _other_lines(text: str, signs: str, hurt: set[int]) -> Iterator[Line]:
    """The lines without a sure sign that hold a leading byte of the document's table."""
    leads = re.compile("[" + re.escape(signs) + "]")
    position = 0
    while hit := leads.search(text, position):
        start, end = line_of(text, *hit.span())
        if start not in hurt and end - start <= _LONGEST:
            yield Line(start, end)
        position = end


def _chosen(own: list[Reading], decided: tuple[str, ...] | None) -> Reading | None:
    """The reading of a line: its own if it is proven, else that of the document if it leaves no fault."""
    if not own:
        return None
    if own[0].is_proven:
        if decided and own[0].pages != decided:
            same = next((reading for reading in own if reading.pages == decided and reading.is_proven), None)
            if same and same.score >= own[0].score - MARGIN:
                return same
        return own[0]
    if decided:
        same = next((reading for reading in own if reading.pages == decided), None)
        if same and not same.faults and same.words:
            return same
    return None
