"""The file of decisions: nothing is lost when a program is stopped, and what is no decision is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.errors import InputError
from vntextclean.review.decision import Decision, from_record
from vntextclean.review.log import Log, read
from vntextclean.review.place import Place

HERE = Place(1, 4, "r", "vn", "vận", "dân ", ", dân chủ")
THERE = HERE._replace(at=90)
HERE_AT_NO_NUMBER = Decision("accepted", HERE).to_json().replace("4", '"4"')

TEXT = st.text(max_size=8)


@given(st.builds(Place, st.integers(1), st.integers(0), TEXT, TEXT, TEXT, TEXT, TEXT), TEXT)
def test_a_decision_comes_back_as_it_was(where: Place, text: str) -> None:
    for made in (Decision("accepted", where), Decision("refused", where), Decision("edited", where, text)):
        assert from_record(made.to_dict()) == made


def test_the_last_decision_about_a_place_counts(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.vnreview.jsonl")
    assert log.read() == []
    log.add([Decision("accepted", HERE), Decision("accepted", THERE)])
    log.add([Decision("refused", HERE)])
    Log(log.path).add([Decision("open", THERE)])
    assert log.read() == [Decision("refused", HERE)]


@pytest.mark.parametrize("cut", range(1, 40, 7))
def test_a_line_that_was_cut_off_does_not_count_and_harms_no_other(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.vnreview.jsonl"
    Log(path).add([Decision("accepted", HERE)])
    path.write_bytes(path.read_bytes() + Decision("refused", THERE).to_json().encode()[:-cut])
    assert read(path) == [Decision("accepted", HERE)]
    Log(path).add([Decision("refused", THERE)])
    assert read(path) == [Decision("accepted", HERE), Decision("refused", THERE)]


def test_a_whole_line_without_its_newline_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.vnreview.jsonl"
    path.write_text(Decision("accepted", HERE).to_json(), encoding="utf-8")
    Log(path).add([Decision("refused", THERE)])
    assert read(path) == [Decision("accepted", HERE), Decision("refused", THERE)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"decision": "yes"}', "none of accepted, refused, edited, open"),
        ('{"decision": "accepted", "rule": 3}', '"rule" must be a string'),
        ("[1]", "a decision is an object"),
        ("oops\n", "no decision: Expecting value"),
        ('{"decision": "edited", "rule": "r", "before": "", "after": "", "left": "", "right": ""}', '"text" must be'),
        (HERE_AT_NO_NUMBER, '"at" must be a whole number'),
    ],
)
def test_what_is_no_decision_is_refused_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "a.vnreview.jsonl"
    path.write_text(Decision("accepted", HERE).to_json() + f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.vnreview\.jsonl:2: ") as caught:
        read(path)
    assert said in str(caught.value)


def test_a_file_that_takes_no_decision_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"could not be saved: .*; make room"):
        Log(tmp_path / "none" / "a").add([Decision("accepted", HERE)])
    with pytest.raises(InputError, match="No such file"):
        read(tmp_path / "none")
