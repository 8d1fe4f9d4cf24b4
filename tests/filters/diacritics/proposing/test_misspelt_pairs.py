"""Pairs of syllables that people misspell: each of the table is found, and words that meet by chance are not."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.kinds.variants import is_variant
from vntextclean.filters.diacritics.proposing import misspelt_pairs
from vntextclean.filters.diacritics.proposing.misspelt_pairs import MisspeltPairs
from vntextclean.lm.model import Model
from vntextclean.pipeline import Pipeline

PAIRS = [tuple(pair.split()) for pair in (misspelt_pairs._PAIRS + "," + misspelt_pairs._MEETING).split(",")]


def test_each_pair_has_one_wrong_syllable_which_is_nobodys_taste() -> None:
    for first, second, right_first, right_second in PAIRS:
        changed = [(a, b) for a, b in ((first, right_first), (second, right_second)) if a != b]
        assert len(changed) == 1
        assert not is_variant(*changed[0])
    assert len({pair[:2] for pair in PAIRS}) == len(PAIRS)


def test_what_is_meant_is_misspelt_nowhere() -> None:
    assert not {pair[:2] for pair in PAIRS} & {pair[2:] for pair in PAIRS}


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_every_pair_is_found_in_either_case(pair: tuple[str, str, str, str]) -> None:
    model = Model.open()
    table = model.derived(MisspeltPairs)
    first, second, *right = pair
    at = int(first == right[0])
    front = "Các" if right[0] == "chi" else "Họ"  # who "chỉ phí" wastes something
    for text in (f"{front} {first} {second} rồi.", f"{first.capitalize()} {second} rồi.", f"{first} {second}".upper()):
        scan = model.scan(text)
        before = int(text.startswith(f"{front} "))
        assert [slip[:2] for slip in table.slips(scan)] == [(before + at, right[at])]


@pytest.mark.parametrize("front", ["Họ", "Nhà nào cũng thế,", "Để mốc thì", "Tờ báo viết “"])
def test_costs_are_not_seen_behind_what_may_waste(front: str) -> None:
    model = Model.open()
    assert model.derived(MisspeltPairs).slips(model.scan(f"{front} chỉ phí của.")) == []


@pytest.mark.parametrize("front", ["Tổng các", "Doanh thu và", "a)", "Mục 3:", "Xong việc."])
def test_costs_are_seen_behind_what_goes_with_them_and_at_the_beginning(front: str) -> None:
    model = Model.open()
    slips = model.derived(MisspeltPairs).slips(model.scan(f"{front} chỉ phí thuê đò."))
    assert [slip.meant for slip in slips] == ["chi"]


def test_a_mark_between_them_parts_them() -> None:
    model = Model.open()
    assert model.derived(MisspeltPairs).slips(model.scan("Nó chạy đi sát, nhập cuộc rất nhanh.")) == []


def test_the_sentence_decides() -> None:
    pipeline = Pipeline.from_preset("web")
    assert pipeline.run("Chúng có khả năng xuất hiện ở đây.").text == "Chúng có khả năng xuất hiện ở đây."
    assert pipeline.run("Tín hiệu xuất phát đã vang lên.").text == "Tín hiệu xuất phát đã vang lên."
    assert pipeline.run("Hai xã sẽ sát nhập vào năm tới.").text == "Hai xã sẽ sáp nhập vào năm tới."
    assert pipeline.run("Nhà máy tăng năng xuất lao động.").text == "Nhà máy tăng năng suất lao động."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Một chuyến thăm quan trọng của ông.", []),  # what matters
        ("Hắn che dấu hiệu của vết nứt.", []),  # signs
        ("Một chuyến thăm quan, trọng nghĩa tình.", ["tham"]),
        ("Một chuyến thăm quan", ["tham"]),
        ("Mức lãi suất hiện còn cao.", []),
        ("Mức lãi, suất hiện còn cao.", ["xuất"]),
        ("Một chuyến thăm quan vườn cam.", ["tham"]),
    ],
)
def test_a_word_may_go_with_the_one_beside_the_pair(text: str, found: list[str]) -> None:
    model = Model.open()
    assert [slip.meant for slip in model.derived(MisspeltPairs).slips(model.scan(text))] == found
