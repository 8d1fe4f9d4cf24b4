"""A text read through the misreadings that made it: what each damaged word is, how surely, and by which chain.

Evidence is gathered per document: the same misreading made all its lines, so that a word by itself is read when the
lines around it prove the chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vntextclean.misreadings.cells import Cell, cells_of
from vntextclean.misreadings.choose import Choice, Open, attested, choose
from vntextclean.misreadings.code_pages import NAMES, views
from vntextclean.misreadings.evidence import Chain, Losses, Reading, likelier, losses_of, readings, shows_controls
from vntextclean.misreadings.lost_signs import SIGN_CONFIDENCE, lost_signs
from vntextclean.misreadings.no_break_spaces import with_no_break_spaces
from vntextclean.misreadings.words import Word, is_abbreviation, is_plausible, is_vietnamese

#: So many lines beyond doubt decide a document, if one chain reads two thirds of them.
_DECIDING_LINES = 2
#: After so many lines the chains that read them are tried first.
_AGREEING = 8
#: Rounds over one line: a part of it may have been read wrongly once more than the rest.
_ROUNDS = 3
#: A line longer than this (a text without line ends) is read piece by piece.
_LONGEST = 1 << 13
#: A score so close to that of the best is a rival's.
_MARGIN = 0.5


class Found(NamedTuple):
    """One damaged stretch of a text and what it was.

    ``kind`` is "utf-8" where nothing was lost, "lossy" where one word only fits what is left, "chosen" where the
    language model chose among several; ``confidence`` is then its posterior.
    """

    start: int
    end: int
    word: str
    kind: str
    confidence: float
    chain: Chain


class Line(NamedTuple):
    """A line of a text with a sign of misreading."""

    start: int
    end: int


def found_in(text: str, lines: Sequence[Line]) -> dict[int, list[Found]]:
    """What the damaged lines of a text hold, by the start of the line; no entry for a line that nothing proves.

    >>> text = "Tiß║┐ng Viß╗çt"
    >>> [found.word for found in found_in(text, [Line(0, len(text))])[0]]
    ['Tiếng', 'Việt']
    """
    pieces = [piece for line in lines for piece in _pieces(text, line)]
    if not pieces:
        return {}
    losses = losses_of("\n".join(text[piece.start : piece.end] for piece in pieces))
    pages = [page for page in NAMES if any(_may_be(text[piece.start : piece.end], page) for piece in pieces)]
    best = _all_readings(text, pieces, losses, pages)
    decided = _decided(best)
    if decided:
        hurt = {piece.start for piece in pieces}
        for piece in _other_lines(text, decided[0], {text.rfind("\n", 0, start) + 1 for start in hurt}):
            best[piece] = readings(_cells(text, piece, pages), losses, decided)
    made: dict[int, list[Found]] = {}
    for piece, own in best.items():
        chosen = _chosen(own, decided)
        if chosen:
            start = text.rfind("\n", 0, piece.start) + 1
            rivals = [] if chosen.pages == decided else own
            made.setdefault(start, []).extend(_read_line(text, piece, chosen, rivals, losses, pages))
    return {start: found for start, found in made.items() if found}


def _all_readings(
    text: str, pieces: Sequence[Line], losses: Losses, pages: Sequence[str]
) -> dict[Line, list[Reading]]:
    """The readings of each line; once some lines agree, the chains they leave are tried first and alone if they do."""
    best: dict[Line, list[Reading]] = {}
    few: list[str] = []
    for number, piece in enumerate(pieces):
        if number == _AGREEING:
            few = _leading(best, pages)
        own = readings(_cells(text, piece, few), losses, few) if few else []
        if not own or not own[0].is_clean:
            own = readings(_cells(text, piece, pages), losses, pages)
        best[piece] = own
    return best


def _leading(best: dict[Line, list[Reading]], pages: Sequence[str]) -> list[str]:
    """The tables of the chains that read the lines so far as well as the best, or nearly."""
    totals = _totals(best)
    most = max(totals.values(), default=0.0)
    named = {page for chain, total in totals.items() if most > 0 and total >= 0.9 * most for page in chain}
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
    start = line.start
    while line.end - start > _LONGEST:
        space = text.find(" ", start + _LONGEST, line.end)
        if space < 0:
            break
        yield Line(start, space)
        start = space
    yield Line(start, line.end)


def _cells(text: str, piece: Line, pages: Sequence[str]) -> list[Cell]:
    """The cells of a line, with the no-break spaces that became spaces put back."""
    line = text[piece.start : piece.end]
    for page in pages:
        whole = with_no_break_spaces(line, page)
        if whole != line:
            cells = cells_of(line, piece.start)
            return [
                Cell(cell.start, cell.end, (char,), cut=True) if char != cell.options[0] else cell
                for cell, char in zip(cells, whole, strict=True)
            ]
    return cells_of(line, piece.start)


def _may_be(line: str, page: str) -> bool:
    """Whether a leading byte of Vietnamese letters is seen in the line under a table."""
    sight = views(page)
    return any(sight[byte] in line for byte in (0xC2, 0xC3, 0xC4, 0xC6, 0xD0, 0xE1)) or "ã" in line or "á" in line


def _decided(best: dict[Line, list[Reading]]) -> tuple[str, ...] | None:
    """The chain that made the document, if most of its proven lines can be read by it."""
    totals = _totals(best)
    proven = [own for own in best.values() if own and own[0].is_proven]
    if len(proven) < _DECIDING_LINES or not totals:
        return None
    pages = max(totals, key=lambda chain: (totals[chain], -len(chain)))
    count = sum(any(one.pages == pages and one.is_proven for one in own) for own in proven)
    return pages if count * 3 >= len(proven) * 2 else None


def _other_lines(text: str, page: str, hurt: set[int]) -> Iterator[Line]:
    """The lines without a sure sign that hold a leading byte of the document's table."""
    sight = views(page)
    leads = re.compile("[" + re.escape("".join(sight[byte] for byte in (0xC3, 0xC4, 0xC5, 0xC6, 0xE1, 0xE2))) + "]")
    position = 0
    while hit := leads.search(text, position):
        start = text.rfind("\n", 0, hit.start()) + 1
        end = text.find("\n", hit.end())
        end = len(text) if end < 0 else end
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
            if same and same.score >= own[0].score - _MARGIN:
                return same
        return own[0]
    if decided:
        same = next((reading for reading in own if reading.pages == decided), None)
        if same and not same.faults and same.words:
            return same
    return None


def _read_line(
    text: str, piece: Line, chosen: Reading, rivals: list[Reading], losses: Losses, pages: Sequence[str]
) -> list[Found]:
    found: list[Found] = []
    disputed = _disputed(chosen, rivals)
    for _ in range(_ROUNDS):
        fresh = _resolved(text, piece, chosen, disputed, found)
        if not fresh:
            break
        found = sorted([*found, *fresh])
        cells = _with(cells_of(text[piece.start : piece.end], piece.start), found)
        again = readings(cells, losses, pages)
        if not again or not again[0].is_proven:
            break
        chosen, disputed = again[0], _disputed(again[0], again)
    return found


def _with(cells: list[Cell], found: list[Found]) -> list[Cell]:
    """The cells with what is read put in; it is not read again."""
    made, at = [], 0
    by_start = {item.start: item for item in found}
    while at < len(cells):
        item = by_start.get(cells[at].start)
        if item is None:
            made.append(cells[at])
            at += 1
            continue
        made.append(Cell(item.start, item.end, (item.word,)))
        while at < len(cells) and cells[at].start < item.end:
            at += 1
    return made


def _disputed(chosen: Reading, own: list[Reading]) -> frozenset[tuple[int, int]]:
    """The words that a rival of the same length and score reads as another Vietnamese word."""
    made = {(word.start, word.end): word for word in chosen.words}
    found = set()
    for rival in own:
        if rival.score < chosen.score - _MARGIN:
            break
        if len(rival.chain) != len(chosen.chain) or rival.chain == chosen.chain:
            continue
        for word in rival.words:
            same = made.get((word.start, word.end))
            if same and not same.cut and not word.cut and word.legal and same.legal != word.legal:
                found.add((word.start, word.end))
    return frozenset(found)


def _resolved(
    text: str, piece: Line, chosen: Reading, disputed: frozenset[tuple[int, int]], before: list[Found]
) -> list[Found]:
    """What the words of a reading are, where that is certain or the model tells."""
    taken = {item.start for item in before}
    signs = lost_signs(text, piece.start, piece.end, chosen.words)
    found = [Found(*span, sign, "chosen", SIGN_CONFIDENCE, chosen.chain) for span, sign in signs.items()]
    opens: list[Open] = []
    likely = _likelier(text, piece, chosen)
    for word in chosen.words:
        seen = text[word.start : word.end]
        if word.start in taken or (word.start, word.end) in disputed:
            continue
        if not word.cut:
            made = word.options[0]
            if made != seen and (word.legal or is_plausible(made)):
                found.append(Found(word.start, word.end, made, "utf-8", 1.0, chosen.chain))
            continue
        if is_vietnamese(seen) and attested([seen]):
            continue  # a right word on a mixed line
        fitting = attested([*word.legal, *filter(is_abbreviation, word.options)])
        if len(fitting) == 1 and fitting[0] != seen:
            found.append(Found(word.start, word.end, fitting[0], "lossy", 1.0, chosen.chain))
        elif len(fitting) > 1:
            near = likely.get((word.start, word.end))
            weights = tuple(_UNLIKELY if near is not None and one not in near else 0.0 for one in fitting)
            opens.append(Open(word.start, word.end, tuple(fitting), weights))
    for one, choice in zip(opens, _choices(text, piece, [*before, *found], opens), strict=True):
        if choice and choice.word != text[one.start : one.end]:
            found.append(Found(one.start, one.end, choice.word, "chosen", choice.posterior, chosen.chain))
    return _whole_tokens(text, chosen, sorted(found))


def _whole_tokens(text: str, chosen: Reading, found: list[Found]) -> list[Found]:
    """What was found, but for tokens of which a part stays: a token is read as a whole or not at all.

    All parts of a token have the kind and the confidence of its least sure part.
    """
    read = {(one.start, one.end) for one in found}
    left = [Line(word.start, word.end) for word in chosen.words if (word.start, word.end) not in read]
    left += [Line(at, at + 1) for at in chosen.stray]
    parts = sorted([*found, *left], key=lambda one: one.start)
    made: list[Found] = []
    token: list[Found | Line] = []
    for part in parts:
        if token and any(char.isspace() for char in text[token[-1].end : part.start]):
            made += _together(token)
            token = []
        token.append(part)
    return made + _together(token)


def _together(token: list[Found | Line]) -> list[Found]:
    found = [part for part in token if isinstance(part, Found)]
    if len(found) < len(token):
        return []
    confidence = min((one.confidence for one in found), default=1.0)
    kind = next((kind for kind in ("chosen", "lossy") if any(one.kind == kind for one in found)), "utf-8")
    return [one._replace(kind=kind, confidence=confidence) for one in found]


#: Log-weight of a word whose lost byte the table has a character for, where others of that kind were kept.
_UNLIKELY = -5.0


def _likelier(text: str, piece: Line, chosen: Reading) -> dict[tuple[int, int], frozenset[str]]:
    """What the cut words are if the program dropped only what its table lacks; nothing where it dropped more."""
    if not any(word.cut for word in chosen.words) or not shows_controls(text, chosen.chain[0].page):
        return {}
    return likelier(cells_of(text[piece.start : piece.end], piece.start), chosen.chain)


def _choices(text: str, piece: Line, found: list[Found], opens: list[Open]) -> list[Choice | None]:
    """The model's choices, in the line as far as it is read."""
    if not opens:
        return []
    known = [Open(item.start, item.end, (item.word,), (0.0,)) for item in found]
    stretches = sorted([*known, *opens])
    parts, at, placed = [], piece.start, []
    size = 0
    for start, end, options, weights in stretches:
        parts.append(text[at:start])
        size += start - at
        if len(options) == 1:
            parts.append(options[0])
            size += len(options[0])
        else:
            placed.append(Open(size, size, options, weights))
        at = end
    line = "".join(parts) + text[at : piece.end]
    return choose(line, placed)
