"""Positions lead from source to text and back, and changes are trimmed to the words that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.test_unified import cleanings
from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned, settle
from vntextclean.edit import Change, Edit
from vntextclean.errors import InputError


def change(start: int, end: int, after: str) -> Change:
    return Change(start, end, after, (Edit(start, end, after, "r", ""),))


#: source "ab  cd ef" -> text "ab cd x ef": a space deleted, a word put in
CLEANED = Cleaned("ab  cd ef", "ab cd x ef", (change(3, 4, ""), change(7, 7, "x ")))


@pytest.mark.parametrize(
    ("in_text", "in_source"),
    [(0, 0), (2, 2), (3, 4), (4, 5), (5, 6), (6, 7), (7, 7), (8, 7), (9, 8), (10, 9)],
)
def test_a_position_of_the_text_leads_to_the_source(in_text: int, in_source: int) -> None:
    assert CLEANED.to_source(in_text) == in_source


@pytest.mark.parametrize(
    ("in_source", "in_text"), [(0, 0), (2, 2), (3, 3), (4, 3), (5, 4), (6, 5), (7, 8), (8, 9), (9, 10)]
)
def test_a_position_of_the_source_leads_to_the_text(in_source: int, in_text: int) -> None:
    assert CLEANED.from_source(in_source) == in_text


def test_inside_a_replacement_both_ways_lead_to_its_start() -> None:
    cleaned = Cleaned("xin chao nhé", "xin chào bạn nhé", (change(4, 8, "chào bạn"),))
    assert [cleaned.to_source(at) for at in (4, 5, 11, 12, 13)] == [4, 4, 4, 8, 9]
    assert [cleaned.from_source(at) for at in (4, 5, 7, 8, 9)] == [4, 4, 4, 12, 13]


@pytest.mark.parametrize(
    ("source", "made", "settled"),
    [
        ("dân vn", change(0, 6, "dân vận"), [(4, 6, "vận")]),
        ("dân vn nhé", change(0, 10, "dân vận nhé"), [(4, 6, "vận")]),
        ("dân vn", change(4, 6, "vn"), []),
        ("vn", change(0, 2, "vận"), [(0, 2, "vận")]),  # a word is shown whole, not by the letters that differ
        ("a  b", change(0, 4, "a b"), [(2, 3, "")]),
        ("a b", change(0, 3, "a c b"), [(2, 2, "c ")]),
        ("aa", change(0, 2, "a"), [(0, 2, "a")]),
        ("kho đông người", change(4, 8, "đông đúc"), [(8, 8, " đúc")]),  # a word behind one that stays
        ("kho đông đúc người", change(4, 12, "đông"), [(8, 12, "")]),
        ("kho đúc người", change(4, 7, "đông đúc"), [(4, 4, "đông ")]),
        ("ma_so", change(0, 5, "ma_số"), [(0, 5, "ma_số")]),  # an underscore ends no word
        ("ma-so", change(0, 5, "ma-số"), [(3, 5, "số")]),
    ],
)
def test_words_that_are_equal_at_the_ends_are_no_part_of_a_change(
    source: str, made: Change, settled: list[tuple[int, int, str]]
) -> None:
    assert [found[:3] for found in settle(source, [made])] == settled


def test_two_insertions_that_trimming_brings_together_are_one() -> None:
    settled = settle("a b", [change(0, 2, "a x "), change(2, 2, "y ")])
    assert [found[:3] for found in settled] == [(2, 2, "x y ")]
    assert len(settled[0].edits) == 2


@pytest.mark.parametrize(
    ("spans", "fits"),
    [
        (((0, 2), (2, 4)), True),  # side by side
        (((0, 2), (1, 4)), False),
        (((0, 4), (1, 2)), False),
        (((2, 2), (2, 4)), True),  # an insertion before what is replaced
        (((0, 2), (2, 2)), True),
        (((2, 2), (2, 2)), False),  # two insertions in one place: which comes first is not known
        (((0, 2), (0, 2)), False),
        (((0, 2), (0, 4)), False),
    ],
)
def test_chosen_changes_must_not_overlap(spans: tuple[tuple[int, int], tuple[int, int]], fits: bool) -> None:
    one, other = (Change(start, end, name, ()) for (start, end), name in zip(spans, "xy", strict=True))
    cleaned = Cleaned("abcdef", "", (one,), (other,))
    (one,), (other,) = cleaned.changes, cleaned.suggestions
    if fits:
        assert cleaned.apply([one, other]) == cleaned.apply([other, 0])
    else:
        with pytest.raises(InputError, match="two changes overlap"):
            cleaned.apply([one, other])


def test_changes_are_made_in_the_order_of_their_places() -> None:
    """Also where an insertion and a replacement begin in one place, whatever they put there."""
    cleaned = Cleaned("abcdef", "", (Change(2, 4, "a", ()),), (Change(2, 2, "z", ()),))
    assert cleaned.apply([0, *cleaned.suggestions]) == "abzaef"


@given(cleaned=cleanings(), data=st.data())
def test_any_subset_of_the_changes_can_be_made_in_any_order(cleaned: Cleaned, data: st.DataObject) -> None:
    chosen = data.draw(
        st.lists(st.sampled_from(range(len(cleaned.changes))), unique=True) if cleaned.changes else st.just([])
    )
    expected = apply(cleaned.source, (cleaned.changes[index][:3] for index in sorted(chosen)))
    assert cleaned.apply(chosen) == cleaned.apply([cleaned.changes[index] for index in chosen]) == expected
    assert cleaned.apply(cleaned.changes) == cleaned.text


@given(cleaned=cleanings())
def test_each_change_knows_what_it_replaces(cleaned: Cleaned) -> None:
    assert [one.before for one in cleaned.changes] == [cleaned.source[one.start : one.end] for one in cleaned.changes]


def test_a_suggestion_can_be_made_in_place_of_a_change_but_not_beside_it() -> None:
    cleaned = Cleaned("dân vn", "dân vận", (change(4, 6, "vận"),), (change(4, 6, "vốn"),))
    assert cleaned.apply(cleaned.suggestions) == "dân vốn"
    with pytest.raises(InputError, match="overlap at 4, 'vận' and 'vốn': choose one"):
        cleaned.apply([*cleaned.changes, *cleaned.suggestions])


@pytest.mark.parametrize(
    ("chosen", "message"), [(2, "there is no change 2"), (-1, "no change -1"), (change(0, 1, "x"), "of another text")]
)
def test_what_is_no_change_of_the_text_is_refused(chosen: Change | int, message: str) -> None:
    with pytest.raises(InputError, match=message):
        CLEANED.apply([chosen])


@pytest.mark.parametrize("position", [-1, 1000])
def test_a_position_outside_of_the_text_is_refused(position: int) -> None:
    for convert in (CLEANED.to_source, CLEANED.from_source):
        with pytest.raises(IndexError, match=f"no position {position}: the text has"):
            convert(position)
