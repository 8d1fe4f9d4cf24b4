"""The algebra of edits: apply edits to a text, and express them in offsets of the source text.

``changes`` are always sorted and disjoint in source offsets (code points), and ``apply(source, changes)`` is the
current text. A filter's edits are in offsets of the current text. :func:`rebase` walks both lists once: the cost is
linear in changes plus edits, and no table per character is needed. All functions are pure, so that threads may call
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from vntextclean.edit import Change, Edit

#: A change of all its parts, in a third of the time that its class takes: a page has hundreds.
made_change: Callable[[tuple[int, int, str, tuple[Edit, ...], str]], Change] = partial(tuple.__new__, Change)


def apply(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text after sorted, disjoint (start, end, replacement) edits; the same object if there are none.

    >>> apply("dân vn", [(4, 6, "vận")])
    'dân vận'
    """
    parts: list[str] = []
    at = 0
    for start, end, replacement in edits:
        parts.append(text[at:start])
        parts.append(replacement)
        at = end
    if not parts:
        return text
    parts.append(text[at:])
    return "".join(parts)


def rebase(changes: Sequence[Change], text: str, edits: Sequence[Edit]) -> list[Change]:
    """The changes from the source to the text after ``edits`` of ``text``.

    ``changes`` lead from the source to ``text``. An edit that overlaps no earlier change becomes a separate change.
    Edits and changes that overlap become one change with all their causes. Edits and changes that only touch stay
    separate, except that two insertions at one source position become one.

    >>> rebase([Change(0, 3, "một", ())], "một hai", [Edit(4, 7, "ba", "r", "")])[1][:3]
    (4, 7, 'ba')
    """
    if not edits:
        return list(changes)
    out: list[Change] = []
    shift = 0  # current offset = source offset + shift, for what lies after the changes already emitted
    i = j = 0
    most, many = len(changes), len(edits)
    while j < many:
        edit = edits[j]
        edit_start, edit_end, replacement, _, _, _ = edit
        first = i
        while i < most:
            start, end, after, _, _ = changes[i]
            begin = start + shift
            behind = begin + len(after)
            if behind > edit_start:
                break
            shift = behind - end
            i += 1
        if i > first:
            append(out, changes[first])  # those behind it stand as they stood, after one another
            out += changes[first + 1 : i]
        if i < most and edit_end > begin:
            i, j, shift = _merge(out, changes, text, edits, i, j, shift)
            continue
        change = made_change((edit_start - shift, edit_end - shift, replacement, (edit,), ""))
        if edit_start == edit_end:
            append(out, change)
        else:
            out.append(change)
        j += 1
    if i < most:
        append(out, changes[i])
        out += changes[i + 1 :]
    return out


def _merge(
    out: list[Change], changes: Sequence[Change], text: str, edits: Sequence[Edit], i: int, j: int, shift: int
) -> tuple[int, int, int]:
    """Emit one change for the group that begins at ``changes[i]`` and ``edits[j]``; then the next i, j, shift."""
    begin = min(changes[i].start + shift, edits[j].start)
    source_begin = begin - shift
    finish = begin
    most, many = len(changes), len(edits)
    causes: list[Edit] = []
    made: list[Edit] = []
    while True:
        # Where lines went, a run of blank ones that goes as well has dozens of changes in one place.
        if i < most:
            start, end, after, own, _ = changes[i]
            at = start + shift
            behind = at + len(after)
            # It is of the group [begin, finish) if it overlaps it, or is its first.
            if at < finish or behind > at == begin == finish:
                finish = max(finish, behind)
                shift = behind - end
                causes += own
                i += 1
                continue
        if j == many:
            break
        edit = edits[j]
        at, behind, after, _, _, _ = edit
        if not (at < finish or behind > at == begin == finish):
            break
        finish = max(finish, behind)
        made.append(edit)
        j += 1
    if len(made) == 1 and made[0][:2] == (begin, finish):
        after = made[0][2]  # an edit over all of it, as of a line that goes
    else:
        after = apply(text[begin:finish], [(e[0] - begin, e[1] - begin, e[2]) for e in made])
    append(out, made_change((source_begin, finish - shift, after, (*causes, *made), "")))
    return i, j, shift


def append(out: list[Change], change: Change) -> None:
    """Add a change at the end of a list. Two insertions at one position of the source become one."""
    if change.start == change.end and out and change.start == out[-1].start == out[-1].end:
        last = out.pop()
        change = Change(last.start, last.end, last.after + change.after, last.edits + change.edits)
    out.append(change)


def propose(changes: Sequence[Change], text: str, doubtful: Sequence[Edit]) -> list[Change]:
    """Edits of ``text`` that are only suggested, as changes of the source, merged with the changes they overlap."""
    if not doubtful:
        return []
    marked = set(map(id, doubtful))
    return [c for c in rebase(changes, text, doubtful) if any(id(edit) in marked for edit in c.edits)]


def still_open(suggestions: Iterable[Change], changes: Sequence[Change]) -> list[Change]:
    """The suggestions that overlap no later change, sorted and disjoint.

    Of two overlapping suggestions the one with the higher confidence is kept, of two equal ones the first.
    """
    kept: list[Change] = []
    first = 0
    for suggestion in sorted(suggestions, key=lambda s: (s.start, s.end)):
        while first < len(changes) and changes[first].end < suggestion.start:
            first += 1
        own = set(suggestion.edits)  # once: one suggestion may cover thousands of changes
        if any(
            _overlap(change, suggestion) and not own.issuperset(change.edits)
            for change in _until(changes, first, suggestion.end)
        ):
            continue
        if kept and _overlap(kept[-1], suggestion):
            if suggestion.confidence > kept[-1].confidence:
                kept[-1] = suggestion
            continue
        kept.append(suggestion)
    return kept


def _until(changes: Sequence[Change], first: int, end: int) -> Iterable[Change]:
    for index in range(first, len(changes)):
        if changes[index].start > end:
            return
        yield changes[index]


def _overlap(a: Change, b: Change) -> bool:
    """Whether two source spans share text, or are insertions at one position."""
    return (a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end)
