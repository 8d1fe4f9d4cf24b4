"""The algebra of edits: apply them to a text, and carry them back to the source they came from.

``changes`` are always sorted and disjoint in source offsets, and ``apply(source, changes)`` is the current text. A
filter's edits are in the offsets of the current text; :func:`rebase` walks both lists once, so the cost is linear in
changes plus edits and no table per character is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vntextclean.edit import Change, Edit


def apply(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with sorted, disjoint (start, end, replacement) edits made; the same object if there are none.

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
    """The changes from the source to ``text`` with ``edits`` made in it.

    An edit that touches no earlier change becomes a change of its own; edits and changes that overlap become one
    change with all their causes. What only abuts stays apart, but two insertions at one position of the source are
    one insertion.

    >>> rebase([Change(0, 3, "một", ())], "một hai", [Edit(4, 7, "ba", "r", "")])[1][:3]
    (4, 7, 'ba')
    """
    if not edits:
        return list(changes)
    out: list[Change] = []
    shift = 0  # current offset = source offset + shift, for what lies after the changes already emitted
    i = j = 0
    while i < len(changes) or j < len(edits):
        if i < len(changes):
            change = changes[i]
            begin = change.start + shift
            finish = begin + len(change.after)
            if j == len(edits) or finish <= edits[j].start:
                _emit(out, change)
                shift += len(change.after) - (change.end - change.start)
                i += 1
                continue
            if edits[j].end > begin:
                i, j, shift = _merge(out, changes, text, edits, i, j, shift)
                continue
        edit = edits[j]
        _emit(out, Change(edit.start - shift, edit.end - shift, edit.replacement, (edit,)))
        j += 1
    return out


def _merge(
    out: list[Change], changes: Sequence[Change], text: str, edits: Sequence[Edit], i: int, j: int, shift: int
) -> tuple[int, int, int]:
    """Emit one change for the cluster that begins at ``changes[i]`` and ``edits[j]``; where to go on from."""
    begin = min(changes[i].start + shift, edits[j].start)
    source_begin = begin - shift
    finish = begin
    causes: list[Edit] = []
    made: list[Edit] = []
    while True:
        if i < len(changes) and _joins(changes[i].start + shift, len(changes[i].after), begin, finish):
            change = changes[i]
            finish = max(finish, change.start + shift + len(change.after))
            shift += len(change.after) - (change.end - change.start)
            causes.extend(change.edits)
            i += 1
        elif j < len(edits) and _joins(edits[j].start, edits[j].end - edits[j].start, begin, finish):
            finish = max(finish, edits[j].end)
            made.append(edits[j])
            j += 1
        else:
            break
    after = apply(text[begin:finish], [(e.start - begin, e.end - begin, e.replacement) for e in made])
    _emit(out, Change(source_begin, finish - shift, after, (*causes, *made)))
    return i, j, shift


def _joins(start: int, length: int, begin: int, finish: int) -> bool:
    """Whether a span belongs to the cluster [begin, finish): it overlaps it, or opens it."""
    return start < finish or (start == begin == finish and length > 0)


def _emit(out: list[Change], change: Change) -> None:
    if out and change.start == change.end == out[-1].start == out[-1].end:
        last = out.pop()
        change = Change(last.start, last.end, last.after + change.after, last.edits + change.edits)
    out.append(change)


def propose(changes: Sequence[Change], text: str, doubtful: Sequence[Edit]) -> list[Change]:
    """Doubtful edits of ``text`` stated on the source, together with the changes each one would supersede."""
    if not doubtful:
        return []
    marked = set(map(id, doubtful))
    return [c for c in rebase(changes, text, doubtful) if any(id(edit) in marked for edit in c.edits)]


def still_open(suggestions: Iterable[Change], changes: Sequence[Change]) -> list[Change]:
    """The suggestions whose source span no later change has taken, sorted and disjoint; of two that clash the surer."""
    kept: list[Change] = []
    first = 0
    for suggestion in sorted(suggestions, key=lambda s: (s.start, s.end)):
        while first < len(changes) and changes[first].end < suggestion.start:
            first += 1
        if any(
            _overlap(change, suggestion) and not set(change.edits) <= set(suggestion.edits)
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
    """Whether two source spans share text, or are insertions at one place."""
    return (a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end)
