"""The changes of a document in the rows of its diff: words near each other, removed lines, and what is summed up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from unicodedata import normalize

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.engine.policy import DECODERS
from vntextclean.named_tuple import NamedTuple
from vntextclean.positions import Position, Positions

#: Changes at most this many characters apart share a row: one context shows both. Each of a row has its number.
NEAR = 16
#: No more changes than this share a row, so that a reader need not count.
MOST = 9
#: Up to so many changes of a kind are shown one by one; more are one row. Words of an old encoding look alike, and a
#: page has hundreds of them; of a few, each may be looked at.
FEW, FEW_READ = 3, 8
#: The filters whose changes are white space and unseen characters, where they touch nothing else.
_SPACING = frozenset({"spacing", "blank-lines"})
_UNSEEN = frozenset({"invisibles"})


class Row(NamedTuple):
    """One row of the diff: changes near each other on one line, or a run of removed lines."""

    at: Position
    changes: tuple[Change, ...]
    offered: frozenset[int] = frozenset()  # the ids of those that are only suggested
    folds: bool = False  # whether it is a run of removed lines


class Sum(NamedTuple):
    """Many changes of one kind in one row: ``spaces``, ``unseen``, ``nfd``, or the rule that read an encoding."""

    kind: str
    changes: tuple[Change, ...]


class Listing(NamedTuple):
    """What a diff of a document shows: the sums, then the rows in the order of the source."""

    sums: tuple[Sum, ...]
    rows: tuple[Row, ...]


def listing(cleaned: Cleaned, every: bool = False, unfolded: bool = False) -> Listing:
    """The sums and rows of a document; ``every`` sums nothing up, ``unfolded`` gives each removed line its row.

    >>> made = Change(2, 4, " ", ())
    >>> [row.at for row in listing(Cleaned("xa  hội", "xa hội", (made,))).rows]
    [Position(line=0, column=2)]
    """
    groups: dict[str, list[Change]] = {}
    if not every:
        for change in cleaned.changes:
            if kind := kind_of(cleaned.source, change):
                groups.setdefault(kind, []).append(change)
    sums = [Sum(kind, tuple(group)) for kind, group in groups.items() if len(group) > _few(kind)]
    summed = {id(change) for one in sums for change in one.changes}
    left = tuple(change for change in cleaned.changes if id(change) not in summed)
    found = rows(Cleaned(cleaned.source, cleaned.text, left, cleaned.suggestions), unfolded)
    return Listing(tuple(sums), tuple(found))


def _few(kind: str) -> int:
    return FEW if kind in ("spaces", "unseen", "nfd") else FEW_READ


def kind_of(source: str, change: Change) -> str:
    """Under what a change may be summed up, or nothing: it touches no letter, or only how letters were stored."""
    before = source[change.start : change.end]
    by = {rule.partition(".")[0] for rule in change.rules}
    if not before.strip() and not change.after.strip() and "\n" not in before:
        return "spaces" if by <= _SPACING | _UNSEEN and by else ""
    if by and by <= _UNSEEN and not change.after.strip():
        return "unseen"
    if before != change.after and normalize("NFC", before) == normalize("NFC", change.after):
        return "nfd"
    if by and by <= DECODERS and not _removes_lines(source, change):
        return change.rules[0]
    return ""


def rows(cleaned: Cleaned, unfolded: bool = False) -> Iterator[Row]:
    """The rows of a document's diff in order of the source; suggestions stand among the changes."""
    source = cleaned.source
    places = Positions(source)
    offered = frozenset(map(id, cleaned.suggestions))
    items = sorted([*cleaned.changes, *cleaned.suggestions], key=lambda change: (change.start, change.end))
    group: list[Change] = []
    removed: list[Change] = []

    def closed(held: list[Change], made: Callable[[list[Change]], Row]) -> Iterator[Row]:
        if held:
            yield made(held.copy())
            held.clear()

    def words(held: list[Change]) -> Row:
        return Row(places.position(held[0].start), tuple(held), offered & frozenset(map(id, held)))

    def lines(held: list[Change]) -> Row:
        return _run(source, places, held)

    for item in items:
        if id(item) not in offered and _removes_lines(source, item):
            yield from closed(group, words)
            if removed and (unfolded or source[removed[-1].end : item.start].strip()):
                yield from closed(removed, lines)
            removed.append(item)
            continue
        yield from closed(removed, lines)
        if group and (len(group) == MOST or not _near(source, group[-1], item)):
            yield from closed(group, words)
        group.append(item)
    yield from closed(group, words)
    yield from closed(removed, lines)


def _removes_lines(source: str, change: Change) -> bool:
    """Whether a change takes out whole lines and puts nothing in their place but line ends."""
    if change.after.strip():
        return False
    before = source[change.start : change.end]
    begins = change.start == 0 or source[change.start - 1] == "\n"
    ends = change.end == len(source) or source[change.end - 1] == "\n"
    whole = (begins and ends) or (before[:1] == "\n" and (change.end == len(source) or source[change.end] == "\n"))
    return whole and "\n" in before + "\n" * (change.end == len(source))


def _near(source: str, one: Change, other: Change) -> bool:
    """Whether two changes share a row: the same line, few characters between, and not in each other's way."""
    gap = other.start - one.end
    return 0 <= gap <= NEAR and "\n" not in source[one.start : other.end]


def _run(source: str, places: Positions, removed: Sequence[Change]) -> Row:
    """A run of removed lines, named by the first that is not blank."""
    first = next((c for c in removed if source[c.start : c.end].strip()), removed[0])
    held = source[first.start : first.end]
    start = first.start + len(held) - len(held.lstrip()) if held.strip() else first.start
    return Row(places.position(start), tuple(removed), folds=True)
