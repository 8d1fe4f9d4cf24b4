"""Numbers and words that touch, each condition at its borders: units, tones, capitals, codes, footnotes, dates."""

from __future__ import annotations

import math

import numpy as np
import pytest

from vntextclean.filters.run_ons.numbers import date_joins, gain_after_number, gain_before_number, number_joins
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.model import Model

MODEL = Model.open()


def joined(text: str) -> list[RunOn]:
    scan = MODEL.scan(text)
    return [*number_joins(MODEL, text, scan, scan.touching)]


def dates(text: str, done: list[RunOn] | None = None) -> str:
    """The text with a bar wherever a date lost a space."""
    scan = MODEL.scan(text)
    places = [one.start for one in date_joins(text, scan, scan.touching, done or [])]
    return "".join("|" * (at in places) + letter for at, letter in enumerate(text))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Bà đi 7kmngựa trắng.", ("7km", "ngựa")),
        ("Bà đi 7kmxuồng nhỏ.", None),  # a seldom word
        ("Bà bán 9kgtrứng gà.", ("9kg", "trứng")),
        ("Bà bán 9kgthóc mới.", None),
        ("Bà bán 9kgtrung thu.", None),  # no mark
        ("Cao 30cmtháp kia.", ("30cm", "tháp")),
        ("Cao 30mmtháp kia.", ("30mm", "tháp")),
        ("Cao 30dmtháp kia.", None),  # no such unit
        ("Nhà có 7trghế gỗ.", ("7tr", "ghế")),
        ("Họp lúc 9hmuộn quá.", ("9h", "muộn")),
        ("Họp lúc 9hở đình.", None),  # one letter behind the unit
        ("Họp lúc 9hnghiêng quá.", ("9h", "nghiêng")),
        ("Họp lúc 9hnghiêngg quá.", None),  # eight letters
        ("Họp lúc h9muộn quá.", None),  # the unit stands before the number
    ],
)
def test_a_unit_between_a_number_and_a_common_word(text: str, pieces: tuple[str, str] | None) -> None:
    found = [one for one in joined(text) if one.gain == 2.0]
    assert [one.pieces for one in found] == ([] if pieces is None else [pieces])
    for one in found:
        assert text[one.start : one.end] == one.pieces[0] + one.pieces[1]
        assert (one.gaps, one.runner_up, one.marked, one.number) == ((" ",), math.inf, True, True)


def test_what_a_unit_parts_is_found_once() -> None:
    text = "Bà mua 9kgtrứng và 3kgmuối ở chợ, có 2con gà và 115cuộc họp."
    assert [one.pieces for one in joined(text)] == [("9kg", "trứng"), ("3kg", "muối"), ("115", "cuộc")]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Có 8vịêc làm.", True),
        ("Có 8Vịêc làm.", False),  # a capital
        ("Có 8vi làm.", False),  # no mark at all
        ("Bà mua 2aó mới.", False),  # two letters
        ("Bà mua 2aói mới.", False),  # no word however the tone is moved
        ("Có 8ngưạ chạy.", True),
        ("Có vịêc8 làm.", True),  # before the number as well
    ],
)
def test_a_word_with_a_misplaced_tone_is_parted_for_the_next_filter(text: str, parted: bool) -> None:
    found = joined(text)
    assert [one.gain for one in found] == [2.0] * parted
    for one in found:
        assert text[one.start : one.end] == "".join(one.pieces)
        assert (one.gaps, one.runner_up, one.marked, one.number) == ((" ",), math.inf, True, True)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Có 8máng cũ.", ("8", "máng")),
        ("Có 8liềm cũ.", None),  # too seldom
        ("Có máng8 cũ.", ("máng", "8")),
        ("Có liềm8 cũ.", None),
        ("Xã có 8vụ án.", ("8", "vụ")),
        ("Xã có 8Vụ án.", ("8", "Vụ")),
        ("Xã có 8VỤ án.", None),
        ("Xã có Vụ8 án.", None),  # a capital before a number is no beginning
        ("Xã có 8ở đó.", None),  # one letter
        ("Xã có 8xyzụ đó.", None),
        ("Thành 1ập đoàn.", None),  # a one that was an l
        ("Thành 2ập đoàn.", ("2", "ập")),
        ("Thành 1vụ kiện.", ("1", "vụ")),  # no word begins with lv
        ("Thành 11àm ra.", None),
        ("Xã có_8vụ án.", None),
        ("Xã có 8vụ_ án.", None),
        ("Xã có 8vụ@ án.", None),
        ("Xã có 8vụ- án.", ("8", "vụ")),
        ("Xã có-8vụ án.", ("8", "vụ")),
        ("Xã (8vụ) án.", ("8", "vụ")),
        ("8vụ", ("8", "vụ")),
        ("vụ8", ("vụ", "8")),
    ],
)
def test_which_words_may_stand_beside_a_number(text: str, pieces: tuple[str, str] | None) -> None:
    found = joined(text)
    assert [one.pieces for one in found] == ([] if pieces is None else [pieces])
    for one in found:
        assert text[one.start : one.end] == "".join(one.pieces)
        assert (one.gaps, one.runner_up, one.marked, one.number) == ((" ",), math.inf, True, True)


def gain(text: str) -> float:
    (one,) = joined(text)
    return one.gain


def test_what_looks_like_a_footnote_must_be_surer() -> None:
    for mark in '.,;:)”"':
        assert gain(f"họp từ năm777{mark} đến") - gain(f"họp từ năm77{mark} đến") == pytest.approx(6.0)
    assert gain("họp từ năm77! đến") == pytest.approx(gain("họp từ năm777! đến"))
    assert gain("họp từ năm77") == pytest.approx(gain("họp từ năm777") - 6)


def test_a_capital_behind_a_number_begins_a_sentence() -> None:
    assert gain("Điều 3Ông Ba đi chợ.") == 2.0
    assert gain("Xã có 8Vụ án.") < 2.0  # two letters are too few
    assert gain("Ở 8Đường nhỏ.") == 2.0


def test_a_word_behind_a_number_is_compared_with_the_word_alone() -> None:
    """Both constants by their definitions: what is given back, so that 0 is even."""
    before, word = MODEL.ids(["có"]).tolist(), int(MODEL.ids(["cuộc"])[0])
    number = int(MODEL.scan("8").lower[0])
    beside = float(MODEL.logp(np.array([[*before, number, word]]))[0])
    alone = float(MODEL.log_prob[word])
    assert gain_after_number(MODEL, [*before, number], word) == pytest.approx(beside - alone + 3.0)
    assert gain_before_number(MODEL, before) == pytest.approx(float(MODEL.logp(np.array([[*before, number]]))[0]) + 3.5)


def test_a_word_before_a_number_is_weighed_by_what_follows() -> None:
    """A number that belongs to the sentence is likelier there than the sentence without it."""
    assert gain("Cả xã có1 tỷ đồng.") > 5
    assert gain("Xã có8") < 0
    assert gain("Xã có2 con bò.") > gain("Xã có2, con bò.") + 3


@pytest.mark.parametrize(
    "text",
    [
        "Lũ về ngày|30|tháng|6|năm|2020 ở huyện.",
        "Ngày|5/6 họp ở đình.",
        "Ngày|15/6 họp ở đình.",
        "Ngày|5 tháng|6 họp ở đình.",
        "Ngày5 họp ở đình.",  # the mark of a footnote
        "Ngày115/6 họp ở đình.",
        "Họp 5|tháng 6 ở đình.",
        "Họp 5tháng sáu ở đình.",
        "Tháng|6/2020 về quê.",
        "Tháng|6 năm ngoái về quê.",
        "Tháng6/20 về quê.",
        "Tháng6 về quê.",
        "quý|3|năm 2020 và quý|4 năm kia",
        "quý5năm ấy",
        "Năm|2020 và năm|1999 đều mất mùa.",
        "Năm1868 và năm20201 đều không phải.",
        "Họp 5|năm 2020 ở đình, 5năm nữa họp lại.",
        "Cuối ngày 5 tháng|6 ở đình.",
        "Cuối ngày 5 tháng|12 ở đình.",
        "Cuối ngày 5 tháng13 ở đình.",
        "Cuối ngày 5 tháng0 ở đình.",
        "Cuối ngày 15 tháng|6.",
        "Cuối ngày|5 tháng|6.",
        "Cuối buổi 5 tháng6 ở đình.",  # no day before it
        "Cuối ngày 5 tháng6,12 của bài.",  # two notes
        "Cuối ngày 5 tháng|6, mục 12 của bài.",
    ],
)
def test_where_dates_lost_their_spaces(text: str) -> None:
    assert dates(text.replace("|", "")) == text


def test_what_another_rule_parted_is_not_parted_again() -> None:
    text = "Lũ về ngày30tháng6năm2020."
    scan = MODEL.scan(text)
    first = next(date_joins(text, scan, scan.touching, []))
    assert first == RunOn(10, 10, ("", ""), (" ",), 6.0, math.inf, True, True)
    found = [RunOn(6, 12, ("ngày", "30"), (" ",), 9.0, math.inf, True, True)]
    assert dates(text, found) == "Lũ về ngày30|tháng|6|năm|2020."
    whole = [RunOn(6, 17, ("ngày", "30", "tháng"), (" ", " "), 9.0, math.inf, True, False)]
    assert dates(text, whole) == "Lũ về ngày30tháng|6|năm|2020."
