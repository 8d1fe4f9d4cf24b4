"""The result of cleaning one document, and the mapping between positions of its text and its source."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from vntextclean.changes import append, apply, made_change
from vntextclean.edit import Change
from vntextclean.errors import InputError
from vntextclean.json_lines import digest, line


@dataclass(frozen=True)
class Cleaned:
    """A source text, the cleaned text, the changes between them, and the suggested changes that were not made.

    ``changes`` and ``suggestions`` are each sorted and disjoint, in code points of ``source``. Any subset of the
    changes can be applied in one pass (:meth:`apply`). Each knows the text that it replaces, ``before``. Threads may
    share an instance.

    >>> from vntextclean.edit import Change
    >>> cleaned = Cleaned("xa  hội", "xa hội", (Change(2, 4, " ", ()),), ())
    >>> cleaned.to_source(3), cleaned.from_source(4)
    (4, 3)
    >>> cleaned.changes[0].before
    '  '
    """

    source: str
    text: str
    changes: tuple[Change, ...] = ()
    suggestions: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        for name in ("changes", "suggestions"):
            if found := getattr(self, name):
                object.__setattr__(self, name, tuple(_knowing(self.source, change) for change in found))

    @property
    def changed(self) -> bool:
        """Whether the text differs from its source."""
        return bool(self.changes)

    def counts(self) -> Counter[str]:
        """The number of changes that each rule took part in."""
        return Counter(rule for change in self.changes for rule in change.rules)

    def apply(self, chosen: Iterable[Change | int]) -> str:
        """The text as it would be with only these changes, in any order.

        A change is named by its index in ``changes``, or is one of ``changes`` or ``suggestions`` itself. Raises
        :class:`InputError` for a change that is of another text, and where two overlap: a suggestion may stand where a
        change is.

        >>> cleaned = Cleaned("a  b  c", "a b c", (Change(1, 3, " ", ()), Change(4, 6, " ", ())))
        >>> cleaned.apply([1]), cleaned.apply([]), cleaned.apply(cleaned.changes)
        ('a  b c', 'a  b  c', 'a b c')
        """
        known = {*self.changes, *self.suggestions}
        picked: set[Change] = set()
        for one in chosen:
            if isinstance(one, int):
                if not 0 <= one < len(self.changes):
                    raise InputError(f"there is no change {one}: the text has {len(self.changes)}, counted from 0")
                picked.add(self.changes[one])
            elif one in known:
                picked.add(one)
            else:
                raise InputError(f"the change at {one.start} of {one.before!r} is of another text; clean this one anew")
        ordered = sorted(picked, key=lambda change: change[:3])
        for one, other in pairwise(ordered):
            if other.start < one.end or other[:2] == one[:2]:
                raise InputError(f"two changes overlap at {other.start}, {one.after!r} and {other.after!r}: choose one")
        return apply(self.source, (change[:3] for change in ordered))

    def to_json(self, document: str = "-") -> str:
        """The changes and suggestions as one line of JSON, as ``diff --format json`` prints it.

        ``document`` is the name it goes by there. Offsets count code points of the source, and its SHA-256 says which
        text they belong to. ``clean --changes`` reads such lines.

        >>> Cleaned("a  b", "a b", (Change(1, 3, " ", ()),)).to_json("a.txt")[:31]
        '{"document": "a.txt", "sha256":'
        """
        return line(
            {
                "document": document,
                "sha256": digest(self.source),
                "changes": [change.to_dict() for change in self.changes],
                "suggestions": [change.to_dict() for change in self.suggestions],
            }
        )

    @cached_property
    def _borders(self) -> tuple[list[int], list[int], list[int]]:
        """The start of each change in the source, its start in the text, and the shift of positions after it."""
        starts, text_starts, shifts, shift = [], [], [], 0
        for change in self.changes:
            starts.append(change.start)
            text_starts.append(change.start + shift)
            shift += len(change.after) - (change.end - change.start)
            shifts.append(shift)
        return starts, text_starts, shifts

    def to_source(self, position: int) -> int:
        """The source position of a text position. A position inside a replacement maps to the start of the change.

        Raises IndexError for a position that is not in the text, or right behind it.
        """
        _check(position, self.text)
        _, text_starts, shifts = self._borders
        index = bisect_right(text_starts, position) - 1
        if index < 0:
            return position
        change = self.changes[index]
        if position < text_starts[index] + len(change.after):
            return change.start
        return position - shifts[index]

    def from_source(self, position: int) -> int:
        """The text position of a source position. A position inside a changed span maps to the start of the change.

        Raises IndexError for a position that is not in the source, or right behind it.
        """
        _check(position, self.source)
        starts, text_starts, shifts = self._borders
        index = bisect_right(starts, position) - 1
        if index < 0:
            return position
        if position >= self.changes[index].end:
            return position + shifts[index]
        return text_starts[index]


def _check(position: int, text: str) -> None:
    if not 0 <= position <= len(text):
        raise IndexError(f"there is no position {position}: the text has {len(text)} characters")


def joined(source: str, parts: Iterable[tuple[Cleaned, str]]) -> Cleaned:
    """The result of a text that was cleaned in parts, each with what stands behind it unchanged.

    The parts are taken one by one, so that no more of them is held than their changes and their text.

    >>> part = Cleaned("a  b", "a b", (Change(1, 3, " ", ()),))
    >>> joined("a  b|a  b", [(part, "|"), (part, "")]).changes[1][:3]
    (6, 8, ' ')
    """
    texts: list[str] = []
    changes: list[Change] = []
    suggestions: list[Change] = []
    known: dict[str, str] = {}  # half of the memory of changes is in strings, and many are said again and again
    at = 0
    for cleaned, end in parts:
        if at == 0 and len(cleaned.source) == len(source):
            return cleaned
        texts += (cleaned.text, end)
        for found, moved in ((cleaned.changes, changes), (cleaned.suggestions, suggestions)):
            for one in found:
                append(moved, _shared(one, known)._replace(start=one.start + at, end=one.end + at))
        at += len(cleaned.source) + len(end)
    return Cleaned(source, "".join(texts), tuple(changes), tuple(suggestions))


def _shared(change: Change, known: dict[str, str]) -> Change:
    """The change with the strings that are known in place of equal ones."""
    edits = tuple(
        edit._replace(
            replacement=known.setdefault(edit.replacement, edit.replacement),
            reason=known.setdefault(edit.reason, edit.reason),
        )
        for edit in change.edits
    )
    after, before = known.setdefault(change.after, change.after), known.setdefault(change.before, change.before)
    return change._replace(after=after, before=before, edits=edits)


def _knowing(source: str, change: Change) -> Change:
    """The change with the text that it replaces."""
    before = source[change.start : change.end]
    return change if change.before == before else change._replace(before=before)


def settle(source: str, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes for the user: without those of no effect, and trimmed by whole words equal at either end."""
    settled: list[Change] = []
    for start, end, after, edits, _ in changes:
        before = source[start:end]
        if before == after:
            continue
        if not after:  # a line that is gone: most changes of a page
            settled.append(made_change((start, end, "", edits, before)))
            continue
        if before and (before[0] == after[0] or before[-1] == after[-1]):  # hardly any change of words
            head, tail = _equal_ends(before, after)
            start, end, after = start + head, end - tail, after[head : len(after) - tail]
            before = source[start:end]
        change = made_change((start, end, after, edits, before))
        if start == end:
            append(settled, change)  # trimming joins insertions
        else:
            settled.append(change)
    return tuple(settled)


def _equal_ends(before: str, after: str) -> tuple[int, int]:
    """The lengths (code points) of the equal head and tail of two texts, cut at word borders."""
    limit = min(len(before), len(after))
    if not limit or (before.isalnum() and after.isalnum()):  # one word has no border inside
        return 0, 0
    head = 0
    while head < limit and before[head] == after[head]:
        head += 1
    while head and not (_is_border(before, head) and _is_border(after, head)):
        head -= 1
    tail = 0
    while tail < limit - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    while tail and not (_is_border(before, len(before) - tail) and _is_border(after, len(after) - tail)):
        tail -= 1
    return head, tail


def _is_border(text: str, at: int) -> bool:
    """Whether a position is not inside a word."""
    if at == 0 or at == len(text):
        return True
    left, right = text[at - 1], text[at]
    return not ((left.isalnum() or left == "_") and (right.isalnum() or right == "_"))
