"""The changes of a row within their line, each marked; far ends of a long line are cut at spaces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from rich.text import Text

from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple
from vntextclean.render.marks import Piece, pieces
from vntextclean.render.rows import Row
from vntextclean.render.visible import visible
from vntextclean.wording import told

#: Removed and added text differ in more than their colour: a line through it, or bold and underlined.
REMOVED = "red strike"
ADDED = "bold underline green"
OFFERED = "italic yellow"
CONTEXT = "dim"
#: An inserted space.
SPACE = "▮"
#: Most of a long stretch that goes or comes is not shown.
LONGEST = 160

Side = Literal["both", "before", "after"]
#: White space that lays out a table or a title: in a snippet it would take the room of words.
_WIDE = re.compile(r"[^\S\n]{4,}")


class Look(NamedTuple):
    """How a snippet is drawn: ``plain`` has brackets for colours, ``reach`` is how much context a change has."""

    plain: bool = False
    reach: int = 48
    side: Side = "both"
    lang: str = "en"


class Context:
    """The text around changes: what is summed up elsewhere stands there as it was read, and unmarked.

    >>> Context("Hµ Néi", [Change(0, 2, "Hà", ()), Change(3, 6, "Nội", ())]).between(0, 5)
    'Hà Né'
    """

    def __init__(self, source: str, read: Sequence[Change]) -> None:
        self.source = source
        self._read = sorted(read)
        self._starts = [change.start for change in self._read]

    def between(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` of the source, as a terminal may show it."""
        parts: list[str] = []
        for change in self._read[bisect_left(self._starts, start) :]:
            if change.end > end:
                break
            parts += self.source[start : change.start], change.after
            start = change.end
        parts.append(self.source[start:end])
        return visible(_WIDE.sub("   ", "".join(parts)))


def number(index: int) -> str:
    """The sign of a change among several of one row, counted from 0.

    >>> number(0), number(8)
    ('①', '⑨')
    """
    return chr(0x2460 + index)


def snippet(context: Context, row: Row, look: Look) -> Text:
    """The changes of a row within their line; where there are several, each has its number behind it."""
    source = context.source
    first, last = row.changes[0].start, max(change.end for change in row.changes)
    begin, cut_before = _begin(source, first, look.reach)
    end, cut_after = _end(source, row, last, look.reach)
    text = Text(overflow="fold")
    if cut_before:
        text.append("… ", CONTEXT)
    at = begin
    for index, change in enumerate(row.changes):
        text.append(context.between(at, change.start))
        offered = id(change) in row.offered
        if offered:
            _offer(text, source[change.start : change.end], change.after, look)
        else:
            _draw(text, source[change.start : change.end], change.after, look)
        if len(row.changes) > 1:
            text.append(number(index), "yellow" if offered else "cyan")
        at = change.end
    text.append(context.between(at, end))
    if cut_after:
        text.append(" …", CONTEXT)
    return text


def _begin(source: str, first: int, reach: int) -> tuple[int, bool]:
    """Where the context before a change begins, and whether its line began earlier."""
    lowest = max(0, first - reach)
    line = source.rfind("\n", lowest, first) + 1
    if line or not lowest:
        return line, False
    if source[lowest - 1] == "\n":
        return lowest, False
    space = next((at for at in range(lowest, first) if source[at].isspace()), lowest - 1)
    return space + 1, True


def _end(source: str, row: Row, last: int, reach: int) -> tuple[int, bool]:
    """Where the context after a change ends, and whether its line goes on; a line that goes whole has none."""
    final: Change = row.changes[-1]
    held = source[final.start : final.end]
    if held.endswith("\n") and held.strip() and not final.after.strip():
        return last, False
    line = source.find("\n", last, last + reach)
    if line >= 0:
        return line, False
    if len(source) <= last + reach:
        return len(source), False
    space = next((at for at in range(last + reach - 1, last, -1) if source[at].isspace()), last + reach)
    return space, True


def _draw(text: Text, before: str, after: str, look: Look) -> None:
    spaces = not before.strip() and not after.strip()
    found = pieces(before, after)
    for index, piece in enumerate(found):
        replaced = piece.kind == "come" and index > 0 and found[index - 1].kind == "gone"
        if piece.kind == "same":
            text.append(visible(piece.text))
        elif piece.kind == "note":
            text.append(f" ‹{piece.text}›", CONTEXT)
        elif piece.kind == "gone" and look.side != "after":
            gone = visible(_shortened(piece.text), spaces or not piece.text.strip())
            text.append(f"[-{gone}-]" if look.plain else gone, REMOVED)
        elif piece.kind == "come" and look.side == "before":
            continue
        elif piece.kind == "come" and spaces and piece.text == " " and replaced:
            text.append(" ")  # one space for another: a mark for it would hide the words
        elif piece.kind == "come":
            _come(text, piece, replaced, look)


def _come(text: Text, piece: Piece, replaced: bool, look: Look) -> None:
    blank = not piece.text.strip() and "\n" not in piece.text
    come = SPACE * len(piece.text) if blank else visible(_shortened(piece.text))
    if replaced and not blank:  # the space is a part of what came, and at an edge it would not be seen
        bare = come.strip(" ")
        head = len(come) - len(come.lstrip(" "))
        come = SPACE * head + bare + SPACE * (len(come) - head - len(bare))
    text.append(f"{{+{come}+}}" if look.plain and not blank else come, ADDED)


def _offer(text: Text, before: str, after: str, look: Look) -> None:
    """A suggestion: the text as it is, then what it might be."""
    spaces = not before.strip() and not after.strip()
    text.append(visible(_shortened(before), spaces).removesuffix("⏎"), CONTEXT if look.side == "both" else "")
    if look.side != "before":
        text.append(f"⟨{visible(_shortened(after), spaces).strip() or told('remove', look.lang)}?⟩", OFFERED)
    text.append(" " if after.strip() and after.endswith(" ") else "")


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST * 2 // 3]} … {text[-LONGEST // 3 :]}"


def removed_lines(source: str, row: Row) -> Iterator[str]:
    """The lines that a row takes out, without those that are blank."""
    for change in row.changes:
        for line in source[change.start : change.end].split("\n"):
            if line.strip():
                yield line.strip()
