"""What the lines of a text may have lost on the way, by the table that read them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache, lru_cache

from vntextclean.misreadings.parsing.cells import Chain, Loss, Step
from vntextclean.misreadings.parsing.rows import row_of
from vntextclean.misreadings.tables.code_pages import CONTROLS, NAMES, undefined, views

Losses = Mapping[str, tuple[Loss, ...]]

#: A question mark inside a word, behind what no clean text holds there: it stands for a byte.
_MARKED = re.compile(r"[^\x00-\x7f]\?[a-z]")


def losses_of(text: str) -> Losses:
    """What the lines of a text may have lost, by table: a byte that is seen somewhere was not dropped."""
    seen = set(text)
    marked = "?" in seen and _MARKED.search(text) is not None
    kept = frozenset(seen & _all_shown())  # often none
    return {page: _losses(page, kept, marked, recasing(text, page, seen)) for page in NAMES}


@lru_cache(maxsize=1 << 10)
def _losses(page: str, kept: frozenset[str], marked: bool, recased: str) -> tuple[Loss, ...]:
    """What may have been lost with one table; ``kept`` are the characters seen that show a byte to be kept by some."""
    shown = _shown_of_dropped(page)
    # The set is the same one where none is kept, and its hash is known.
    dropped = droppable(page)
    if not kept.isdisjoint(shown):
        dropped = dropped.difference(*[shown[char] for char in kept & shown.keys()])
    plain = (Loss(), Loss(dropped, marked=marked))
    other = (Loss(recased=recased), Loss(dropped, recased=recased)) if recased else ()
    # Half of the leading bytes look like capitals as they are: text in capitals is half read by the plain table.
    return other if recased == "upper" else plain + other


@cache
def _all_shown() -> frozenset[str]:
    """The characters that some table shows for a byte that programs drop."""
    return frozenset().union(*map(_shown_of_dropped, NAMES))


@cache
def droppable(page: str) -> frozenset[int]:
    """The bytes that programs drop from text read by a table."""
    return undefined(page) | CONTROLS if page != "bpe" else frozenset()


@cache
def _shown_of_dropped(page: str) -> dict[str, frozenset[int]]:
    """By character, those of them that were not dropped where it is seen."""
    sight, shown = views(page), dict[str, frozenset[int]]()
    for byte in droppable(page):
        for char in (sight[byte], chr(byte)):
            shown[char] = shown.get(char, frozenset()) | {byte}
    return shown


@cache
def lost_before(page: str, loss: Loss) -> Loss:
    """What was lost in an earlier reading: signs that a later reading shows tell nothing of the bytes it dropped."""
    return loss._replace(dropped=undefined(page) | CONTROLS) if loss.dropped else loss


def recasing(text: str, page: str, seen: set[str]) -> str:
    """The case, "lower" or "upper", that a text was made after it was read: it holds leading bytes in no other.

    ``seen`` are its characters.
    """
    long, upper, lower, leads = _cases(page)
    if long not in seen and any(pair[0] in seen and pair in text for pair in upper):
        return "upper"
    return "lower" if not seen.isdisjoint(lower) and seen.isdisjoint(leads) else ""


@cache
def _cases(page: str) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The first byte of the letters of three bytes, two of them in capitals, other first bytes in small letters, these.

    Of the latter only those that are no first byte too.
    """
    sight = views(page)
    leads, long = tuple([sight[byte] for byte in (0xC3, 0xC4, 0xC6)]), sight[0xE1]
    upper = tuple([long.upper() + sight[byte].upper() for byte in (0xBA, 0xBB)])
    return long, upper, tuple([lead.lower() for lead in leads if lead.lower() not in leads]), leads


def likelier(text: str, start: int, end: int, chain: Chain) -> dict[tuple[int, int], frozenset[str]]:
    """What the words of a line may be if only bytes were dropped that the tables of a chain have no character for.

    Nothing where a reading dropped more: of the bytes that its table shows as signs, none is seen in what it made.
    """
    if chain[0].loss.dropped and not shows_controls(text, chain[0].page):
        return {}
    row = row_of(text[start:end], start)
    fewer: Chain = ()
    seen: Container[str] = text
    for number, (page, loss) in enumerate(chain):
        if number and loss.dropped and not shows_controls(seen, page):
            return {}
        fewer = (*fewer, Step(page, loss._replace(dropped=loss.dropped & undefined(page))))
        if number + 1 < len(chain):
            seen = {cell[2][0] for _, part in row for cell in part.by(chain[: number + 1]).cells}
    return {
        (at + word.start, at + word.end): frozenset(word.options) for at, part in row for word in part.by(fewer).words
    }


def shows_controls(text: Container[str], page: str) -> bool:
    """Whether a text shows characters that a table has for 80 to 9F: then a program knew the table and kept them."""
    sight = views(page)
    return any(sight[byte] in text for byte in CONTROLS if sight[byte] > "\xa0" and sight[byte] not in _PRINT)


#: Signs of print that stand in any text, and tell nothing of the table.
_PRINT = frozenset("‘’“”–—…•€™")
