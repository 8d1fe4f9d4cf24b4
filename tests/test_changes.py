"""The algebra of edits, rule by rule: what joins, what stays apart, and which of two suggestions stays open."""

from __future__ import annotations

import pytest

from vntextclean.changes import apply, propose, rebase, still_open
from vntextclean.edit import Change, Edit


def edit(start: int, end: int, replacement: str, confidence: float = 1.0) -> Edit:
    return Edit(start, end, replacement, "r", "", confidence)


def change(start: int, end: int, after: str, confidence: float = 1.0) -> Change:
    return Change(start, end, after, (edit(start, end, after, confidence),))


def spans(changes: list[Change]) -> list[tuple[int, int, str]]:
    return [found[:3] for found in changes]


def test_nothing_to_do_gives_the_same_text() -> None:
    text = "dân vận"
    assert apply(text, []) is text


class TestRebase:
    """``"một hai ba"`` became ``"MỘT hai BA"`` where earlier changes are needed."""

    EARLIER = (change(0, 3, "MỘT"), change(8, 10, "BAA"))
    TEXT = "MỘT hai BAA"

    def test_an_edit_between_changes_is_a_change_of_its_own(self) -> None:
        made = rebase(self.EARLIER, self.TEXT, [edit(4, 7, "HAI")])
        assert spans(made) == [(0, 3, "MỘT"), (4, 7, "HAI"), (8, 10, "BAA")]

    def test_an_edit_behind_a_longer_change_goes_back_to_its_place(self) -> None:
        made = rebase(self.EARLIER, self.TEXT + " bốn", [edit(12, 15, "BỐN")])
        assert spans(made)[-1] == (11, 14, "BỐN")

    def test_an_edit_inside_a_change_makes_one_with_both_causes(self) -> None:
        own = edit(1, 2, "o")
        made = rebase(self.EARLIER, self.TEXT, [own])
        assert made[0] == Change(0, 3, "MoT", (self.EARLIER[0].edits[0], own))

    def test_an_edit_over_two_changes_joins_them(self) -> None:
        made = rebase(self.EARLIER, self.TEXT, [edit(2, 9, "-")])
        assert spans(made) == [(0, 10, "MỘ-AA")]
        assert len(made[0].edits) == 3

    @pytest.mark.parametrize("at", [3, 8])
    def test_an_insertion_that_only_abuts_stays_apart(self, at: int) -> None:
        made = rebase(self.EARLIER, self.TEXT, [edit(at, at, "x")])
        assert spans(made) == sorted([*spans([*self.EARLIER]), (at, at, "x")])

    def test_an_edit_that_abuts_a_change_stays_apart(self) -> None:
        made = rebase(self.EARLIER, self.TEXT, [edit(3, 4, "_")])
        assert spans(made) == [(0, 3, "MỘT"), (3, 4, "_"), (8, 10, "BAA")]

    def test_two_insertions_at_one_place_of_the_source_are_one(self) -> None:
        first = rebase([], "ab", [edit(1, 1, "x")])
        assert spans(rebase(first, "axb", [edit(2, 2, "y")])) == [(1, 1, "xy")]
        assert spans(rebase(first, "axb", [edit(1, 1, "y")])) == [(1, 1, "yx")]

    def test_a_deletion_in_front_of_an_edit_is_not_joined_with_it(self) -> None:
        deleted = rebase([], "a b", [edit(1, 2, "")])
        assert spans(rebase(deleted, "ab", [edit(1, 2, "c")])) == [(1, 2, ""), (2, 3, "c")]

    def test_an_edit_over_a_deletion_takes_it_in(self) -> None:
        deleted = rebase([], "a b", [edit(1, 2, "")])
        assert spans(rebase(deleted, "ab", [edit(0, 2, "c")])) == [(0, 3, "c")]

    def test_a_cluster_behind_a_longer_change_goes_back_to_its_place(self) -> None:
        """What came before has moved the text; the borders of the cluster are those of its change and of its edit."""
        changes = [change(0, 1, "xxx"), change(4, 6, "CD")]  # "a b cd e" -> "xxx b CD e"
        assert spans(rebase(changes, "xxx b CD e", [edit(7, 9, "-")]))[-1] == (4, 7, "C-")
        assert spans(rebase(changes, "xxx b CD e", [edit(5, 7, "-")]))[-1] == (3, 6, "-D")
        assert spans(rebase(changes, "xxx b CD e", [edit(6, 7, "c"), edit(8, 10, "")])) == [
            (0, 1, "xxx"),
            (4, 6, "cD"),
            (6, 8, ""),
        ]

    def test_no_edits_leave_the_changes_as_they_are(self) -> None:
        assert rebase(self.EARLIER, self.TEXT, []) == [*self.EARLIER]


class TestPropose:
    def test_a_doubtful_edit_is_told_in_the_source(self) -> None:
        made = propose([change(0, 1, "xxx")], "xxx vn", [edit(4, 6, "vận", 0.7)])
        assert spans(made) == [(2, 4, "vận")]

    def test_it_brings_the_change_it_would_supersede(self) -> None:
        earlier = change(0, 3, "MỘT")
        made = propose([earlier], "MỘT", [edit(0, 1, "m", 0.7)])
        assert spans(made) == [(0, 3, "mỘT")]
        assert earlier.edits[0] in made[0].edits

    def test_other_changes_are_not_told(self) -> None:
        assert len(propose([change(0, 1, "x"), change(4, 5, "y")], "x  z y", [edit(2, 3, "Z", 0.7)])) == 1

    def test_none_is_none(self) -> None:
        assert propose([change(0, 1, "x")], "x", []) == []


class TestStillOpen:
    def test_of_two_that_clash_the_surer_stays(self) -> None:
        weak, strong = change(0, 4, "a", 0.6), change(2, 6, "b", 0.8)
        assert still_open([weak, strong], []) == [strong]
        assert still_open([change(0, 4, "a", 0.8), change(2, 6, "b", 0.6)], []) == [change(0, 4, "a", 0.8)]

    def test_of_two_that_are_as_sure_the_one_that_begins_first_stays(self) -> None:
        first, second = change(0, 4, "a", 0.7), change(2, 6, "b", 0.7)
        assert still_open([second, first], []) == [first]

    def test_of_two_that_are_as_sure_and_begin_together_the_shorter_stays(self) -> None:
        short, long = change(0, 2, "a", 0.7), change(0, 4, "b", 0.7)
        assert still_open([long, short], []) == [short]

    def test_of_two_for_one_span_that_are_as_sure_the_first_made_stays(self) -> None:
        first, second = change(0, 2, "a", 0.7), change(0, 2, "b", 0.7)
        assert still_open([first, second], []) == [first]
        assert still_open([change(1, 1, "a", 0.7), change(1, 1, "b", 0.7)], []) == [change(1, 1, "a", 0.7)]

    def test_those_that_abut_both_stay(self) -> None:
        left, right = change(0, 2, "a", 0.7), change(2, 4, "b", 0.7)
        assert still_open([right, left], []) == [left, right]
        beside = change(2, 2, "c", 0.7)
        assert still_open([left, beside], []) == [left, beside]

    def test_one_whose_place_was_taken_is_closed(self) -> None:
        for taken in (change(1, 3, "x"), change(3, 5, "x"), change(2, 3, "x"), change(0, 9, "x")):
            assert still_open([change(2, 4, "a", 0.7)], [taken]) == []
        assert still_open([change(2, 2, "a", 0.7)], [change(2, 2, "x")]) == []

    def test_a_change_beside_it_takes_nothing(self) -> None:
        suggestion = change(2, 4, "a", 0.7)
        for beside in (change(0, 2, "x"), change(4, 6, "x"), change(2, 2, "x"), change(4, 4, "x")):
            assert still_open([suggestion], [beside]) == [suggestion]

    def test_a_change_that_it_brings_takes_nothing(self) -> None:
        made = change(2, 4, "x")
        suggestion = Change(2, 4, "y", (*made.edits, edit(2, 4, "y", 0.7)))
        assert still_open([suggestion], [made]) == [suggestion]
        assert still_open([suggestion], [made._replace(edits=(*made.edits, edit(0, 0, "z")))]) == []

    def test_every_suggestion_meets_every_change_near_it(self) -> None:
        changes = [change(0, 1, "x"), change(2, 3, "x"), change(6, 9, "x"), change(12, 13, "x")]
        suggestions = [
            change(1, 2, "a", 0.7),
            change(3, 7, "b", 0.7),
            change(9, 12, "c", 0.7),
            change(12, 14, "d", 0.7),
        ]
        assert still_open(suggestions, changes) == [suggestions[0], suggestions[2]]


class TestTheValue:
    def test_the_least_sure_cause_decides(self) -> None:
        causes = (edit(0, 1, "a", 0.99), edit(0, 1, "b", 0.7))
        assert Change(0, 1, "b", causes).confidence == 0.7
        assert Change(0, 1, "b", ()).confidence == 1.0

    def test_confidences_are_told_with_four_decimals(self) -> None:
        assert change(0, 1, "a", 0.987654).to_dict()["confidence"] == 0.9877
