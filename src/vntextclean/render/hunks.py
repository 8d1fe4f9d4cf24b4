"""Changes become blocks of whole lines, and blocks become hunks with context: what every line-based face reads.

The changes say where the texts differ, so nothing is compared: the cost is linear, where a line diff is quadratic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple
from vntextclean.streams.documents import Document

#: Lines of context around a hunk, as in diff(1).
CONTEXT = 3


class Block(NamedTuple):
    """A stretch of whole lines of the source and what became of it; one without changes is equal on both sides."""

    old: str
    new: str
    changes: tuple[Change, ...] = ()


class Hunk(NamedTuple):
    """Consecutive blocks, and the numbers (from 1) of their first old and first new line."""

    old_line: int
    new_line: int
    blocks: tuple[Block, ...]


def blocks(cleaned: Cleaned) -> Iterator[Block]:
    """The document cut at line ends into equal and changed blocks, in order, nothing lost.

    >>> removal = Change(2, 4, "", ())
    >>> [block[:2] for block in blocks(Cleaned("a\\nb\\nc\\n", "a\\nc\\n", (removal,)))]
    [('a\\n', 'a\\n'), ('b\\n', ''), ('c\\n', 'c\\n')]
    """
    source = cleaned.source
    at = begin = end = 0
    pending: list[Change] = []
    for change in cleaned.changes:
        if pending and change.start >= end:
            yield _changed(source, begin, end, pending)
            at, pending = end, []
        if not pending:
            begin = source.rfind("\n", 0, change.start) + 1
            if begin > at:
                yield Block(source[at:begin], source[at:begin])
        glued = bool(pending) and pending[-1].end == change.start
        pending.append(change)
        end = _end_of_block(source, change, glued)
    if pending:
        yield _changed(source, begin, end, pending)
        at = end
    if at < len(source):
        yield Block(source[at:], source[at:])


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _end_of_block(source: str, change: Change, glued: bool) -> int:
    """Where a block with this change as its last may end: where source and text both are at a line end, or never.

    A change glued to the one before it does not begin a line of the text, though it may begin one of the source.
    """
    if _begins_line(source, change.end):
        removes_lines = not change.after and not glued and _begins_line(source, change.start)
        if removes_lines or change.after.endswith("\n"):
            return change.end
    return source.find("\n", change.end) + 1 or len(source) + 1


def _changed(source: str, begin: int, end: int, changes: list[Change]) -> Block:
    parts: list[str] = []
    at = begin
    for change in changes:
        parts += source[at : change.start], change.after
        at = change.end
    parts.append(source[at:end])
    return Block(source[begin:end], "".join(parts), tuple(changes))


def in_stream(document: Document, cleaned: Cleaned) -> Iterator[Block]:
    """The blocks of a document as it stands in its file: within its frame, and a JSON record as one whole line."""
    if document.raw is not None:
        yield Block(document.emit(document.text), document.emit(cleaned.text), cleaned.changes)
        return
    head = document.head
    if head.endswith("\n"):
        yield Block(head, head)
        head = ""
    held = Block(head, head)  # a byte-order mark stands on the first line
    for number, block in enumerate(blocks(cleaned)):
        if number and (held.old or held.new):
            yield held
        held = block if number else Block(head + block.old, head + block.new, block.changes)
    held = Block(held.old + document.tail, held.new + document.tail, held.changes)
    if held.old or held.new:
        yield held


def hunks(stream: Iterable[Block], context: int = CONTEXT) -> Iterator[Hunk]:
    """Changed blocks with up to ``context`` equal lines around each; those nearer than that share a hunk."""
    current: list[Block] = []
    equal: list[str] = []  # equal lines since the last changed block, or the last few of them if no hunk is open
    old_line = new_line = 1  # of what comes next
    first = (1, 1)
    for block in stream:
        if block.changes:
            if not current:
                equal = equal[-context:] if context else []
                first = (old_line - len(equal), new_line - len(equal))
            if equal:
                current.append(Block("".join(equal), "".join(equal)))
            current.append(block)
            equal = []
        else:
            equal += lines(block.old)
            if current and len(equal) > 2 * context:
                yield _closed(first, current, equal[:context])
                current = []
            if not current:
                del equal[: max(0, len(equal) - context)]
        old_line += block.old.count("\n")
        new_line += block.new.count("\n")
    if current:
        yield _closed(first, current, equal[:context])


def _closed(first: tuple[int, int], current: list[Block], tail: list[str]) -> Hunk:
    if tail:
        current.append(Block("".join(tail), "".join(tail)))
    return Hunk(*first, tuple(current))


def lines(text: str) -> list[str]:
    """The lines of a text with their line ends; only ``\\n`` ends a line, as for patch(1).

    >>> lines("a\\r\\nb")
    ['a\\r\\n', 'b']
    """
    parts = [part + "\n" for part in text.split("\n")]
    last = parts.pop()[:-1]
    return [*parts, last] if last else parts
