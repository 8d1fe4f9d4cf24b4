"""What an edit of a run-on says: its confidence, its rule and its reason."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.run_ons.confidence import DOUBTFUL
from vntextclean.filters.run_ons.filter import RunOns, _edit
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Huyện đang thựchiện dự án.", ["'thựchiện' is 2 words: 'thực hiện'"]),
        ("Toàn tỉnh tổ chức 115cuộc đối thoại.", ["a space was lost between '115' and 'cuộc'"]),
        ("Lũ về ngày30 tháng 6 ở huyện.", ["a space was lost between 'ngày' and '30'"]),
        (
            "Lũ về ngày 30 tháng6năm 2020 ở huyện.",
            ["a space was lost between 'tháng' and '6năm'", "a space was lost between 'tháng6' and 'năm'"],
        ),
        ("Mấy hôm nay trời khôkhông mưa.", ["'khôkhông' is 'không' behind its first letters"]),
    ],
)
def test_reasons(text: str, reasons: list[str]) -> None:
    assert [edit.reason for edit in RunOns(Settings()).edits(TextState(text))] == reasons


def _found(text: str, *pieces: str, gaps: tuple[str, ...] = (), gain: float = 30.0, **fields: bool) -> RunOn:
    word = "".join(pieces)
    start = text.index(word)
    gaps = gaps or (" ",) * (len(pieces) - 1)
    return RunOn(start, start + len(word), pieces, gaps, gain, np.inf, fields.pop("marked", True), False, **fields)


@pytest.mark.parametrize(
    ("text", "pieces", "doubtful"),
    [
        ("xã đã thựchiện xong", ("thực", "hiện"), False),
        ("bà đã kýý rồi", ("ký", "ý"), True),  # a letter struck twice
        ("bà thấyy rồi", ("thấy", "y"), True),
        ("bà đãkýý rồi", ("đã", "ký", "ý"), True),
        ("bà đãýlạ rồi", ("đã", "ý", "lạ"), False),
        ("bà MyDataset rồi", ("My", "Dataset"), False),
        ("bà MyDataset rồi MyDataset", ("My", "Dataset"), True),  # twice: a name of code
        ("lớp MyDataset rồi", ("My", "Dataset"), True),
        ("MinhAnh rồi MinhAnh", ("Minh", "Anh"), False),
        ("bà Campà rồi", ("Camp", "à"), True),  # rather French
        ("vua LýÝ (Li Yi) rồi", ("Lý", "Ý"), True),  # a foreign name, and how it is spelt
        ("vua LýÝ rồi", ("Lý", "Ý"), False),
        ("xã đã thựchiện (Sa Pa) rồi", ("thực", "hiện"), False),
    ],
)
def test_what_is_doubtful(text: str, pieces: tuple[str, ...], doubtful: bool) -> None:
    edit = _edit(_found(text, *pieces), text)
    assert (edit.confidence <= DOUBTFUL) is doubtful


def test_rules_and_replacements() -> None:
    text = "nămhọcKết quả"
    words = _edit(_found(text, "năm", "học"), text)
    assert words[2:4] == ("năm học", "run-ons.words")
    sentence = _edit(_found(text, "học", "Kết", gaps=(". ",)), text)
    assert sentence[2:4] == ("học. Kết", "run-ons.sentence")
    items = _edit(_found(text, "học", "Kết", gaps=(", ",)), text)
    assert items[2:4] == ("học, Kết", "run-ons.list")


@pytest.mark.parametrize(
    ("pieces", "sure", "fields"),
    [
        (("thực", "hiện"), -0.5, {}),
        (("thuc", "hien"), 4.0, {"marked": False}),
        (("Trong", "khi"), 6.0, {"marked": False}),  # written as names are
        (("THUC", "HIEN"), 4.0, {"marked": False}),
        (("thực", "hiện"), 8.0, {"loan": True}),
        (("Thực", "hiện"), 11.0, {"loan": True}),
        (("115", "cuộc"), -0.5, {"number": True}),
        (("không",), 10.5, {"echo": True}),
    ],
)
def test_the_scales(pieces: tuple[str, ...], sure: float, fields: dict[str, bool]) -> None:
    """At its border each is 0.98, and a nat below it 0.947."""
    text = f"xã đã {''.join(pieces)} xong"
    at, below = (
        _edit(_found(text, *pieces)._replace(gain=gain, **fields), text).confidence  # type: ignore[arg-type]
        for gain in (sure, sure - 1)
    )
    assert (round(at, 2), round(below, 3)) == (0.98, 0.947)


def test_laughter_and_guesses() -> None:
    text = "hahaha thựchiện"
    assert _edit(_found(text, "ha", "ha", "ha"), text).confidence == 0.4
    text = "aaa thựchiện"
    assert _edit(_found(text, "a", "a", "a"), text).confidence == 0.4, "doubts make nothing surer"
    guess = _found(text, "thực", "hiện")._replace(runner_up=0.6)
    assert _edit(guess, text).confidence == DOUBTFUL
    assert _edit(guess._replace(runner_up=0.7), text).confidence > DOUBTFUL
