"""The laws of the edit algebra, on random chains of filters."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.strategies import edits_of, texts
from vntextclean.changes import apply, propose, rebase, still_open
from vntextclean.cleaned import Cleaned, settle
from vntextclean.edit import Change, Edit


def chain(data: st.DataObject, source: str) -> tuple[str, list[Change], list[Edit]]:
    """Run up to four random filters over a text; the text after them, the changes, and every edit made."""
    text, changes, made = source, [], []
    for _ in range(data.draw(st.integers(1, 4))):
        edits = data.draw(edits_of(text))
        changes, text = rebase(changes, text, edits), apply(text, (e[:3] for e in edits))
        made += edits
    return text, changes, made


def spans(changes: list[Change] | tuple[Change, ...]) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in changes]


@settings(max_examples=600)
@given(texts, st.data())
def test_replaying_the_changes_on_the_source_gives_the_text(source: str, data: st.DataObject) -> None:
    """Law 1, before and after the changes are settled."""
    text, changes, _ = chain(data, source)
    assert apply(source, (c[:3] for c in changes)) == text
    assert apply(source, (c[:3] for c in settle(source, changes))) == text


@settings(max_examples=600)
@given(texts, st.data())
def test_changes_are_sorted_disjoint_and_effective(source: str, data: st.DataObject) -> None:
    """Law 2: no two changes share a character, none is without effect, one insertion at most stands at a position."""
    _, changes, _ = chain(data, source)
    settled = settle(source, changes)
    for one, two in pairwise(settled):
        assert one.end <= two.start
        assert not (one.start == one.end == two.start == two.end)
    for change in settled:
        assert source[change.start : change.end] != change.after


@settings(max_examples=400)
@given(texts, st.data())
def test_every_edit_stands_in_exactly_one_change(source: str, data: st.DataObject) -> None:
    """No cause is lost and none is counted twice."""
    _, changes, made = chain(data, source)
    assert sorted(id(e) for c in changes for e in c.edits) == sorted(map(id, made))


@settings(max_examples=400)
@given(texts, st.data())
def test_a_doubtful_edit_can_be_stated_on_the_source(source: str, data: st.DataObject) -> None:
    """A suggestion, made in place of the changes it supersedes, gives the text with the doubtful edit made."""
    text, changes, _ = chain(data, source)
    for edit in data.draw(edits_of(text)):
        [suggestion] = propose(changes, text, [edit])
        others = [c for c in changes if not set(map(id, c.edits)) & set(map(id, suggestion.edits))]
        merged = sorted([*others, suggestion], key=lambda c: (c.start, c.end))
        assert apply(source, (c[:3] for c in merged)) == apply(text, [edit[:3]])


@settings(max_examples=400)
@given(texts, st.data())
def test_suggestions_never_clash(source: str, data: st.DataObject) -> None:
    """What is still open at the end is disjoint, and disjoint from the changes it does not supersede."""
    text, changes, _ = chain(data, source)
    doubtful = propose(changes, text, data.draw(edits_of(text)))
    kept = still_open(doubtful, changes)
    for one, two in pairwise(kept):
        assert one.end <= two.start


@settings(max_examples=600)
@given(texts, st.data())
def test_positions_map_both_ways(source: str, data: st.DataObject) -> None:
    """A character no change touched maps to itself, from source to text and back."""
    text, changes, _ = chain(data, source)
    cleaned = Cleaned(source, text, settle(source, changes))
    untouched = set(range(len(source)))
    for change in cleaned.changes:
        untouched -= set(range(change.start, change.end))
    for position in untouched:
        there = cleaned.from_source(position)
        assert text[there] == source[position]
        assert cleaned.to_source(there) == position
    for position in range(len(text) + 1):
        assert 0 <= cleaned.to_source(position) <= len(source)


def test_abutting_edits_stay_separate() -> None:
    """A removed line and a word put in after it are two changes."""
    text = "Lượt xem: 4\nđã soát"
    changes = rebase([], text, [Edit(0, 12, "", "boilerplate.counter", "")])
    changes = rebase(changes, "đã soát", [Edit(0, 0, "xa ", "lost-words.word", "")])
    assert spans(changes) == [(0, 12), (12, 12)]


def test_overlapping_edits_become_one_change_with_all_causes() -> None:
    """A syllable composed by one filter and marked by another is one change."""
    changes = rebase([], "mo\u0302t", [Edit(0, 4, "môt", "compose.nfc", "")])
    [change] = rebase(changes, "môt", [Edit(0, 3, "một", "diacritics.tone", "")])
    assert (change.start, change.end, change.after) == (0, 4, "một")
    assert change.rules == ("compose.nfc", "diacritics.tone")
