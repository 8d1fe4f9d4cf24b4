"""The capitals of a repair: where a sentence begins, and in which case a rival is written."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.capitals import begins_a_sentence, in_case_of


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Đã xong. _ng ấy về", True), ("Đã xong! _ng", True), ("Đã xong? _ng", True), ("Đã xong… _ng", True),
        ("Đã xong.” _ng", True), ("Đã xong.) _ng", True), ("Đã xong. “_ng", True), ("Đã xong. (_ng", True),
        ("Đã xong, _ng", False), ("Đã xong._ng", False), ("Đã xong.     _ng", True), ("Đã xong.        _ng", False),
        ("Giờ mở cửa\n_ịa chỉ", True), ("Giờ mở cửa\n_ịa chỉ\nở đó", False), ("giờ mở cửa\n_ịa chỉ", False),
        ("_ịa chỉ\nGiờ mở cửa", True), ("_ịa chỉ\ngiờ mở cửa", False), ("_ịa chỉ", False), ("12\n_ịa chỉ\n34", False),
        ("12\n_ịa chỉ\nGiờ", True), ("Giờ\n“_ịa chỉ", True), ("Giờ\nở _ịa chỉ", False), ("“Giờ\n_ịa chỉ", True),
        ("_ịa chỉ\n\nGiờ", False),
    ],
)  # fmt: skip
def test_where_a_sentence_begins(text: str, begins: bool) -> None:
    assert begins_a_sentence(text.replace("_", ""), text.index("_")) == begins


@pytest.mark.parametrize(
    ("word", "rival", "written"),
    [
        ("Môt", "một", "Một"), ("NHÁT", "nhất", "NHẤT"), ("vn", "vận", "vận"), ("VN", "vận", "VẬN"), ("V", "vì", "Vì"),
        ("v", "vì", "vì"), ("mÔT", "một", "một"), ("MÔt", "một", "Một"),
    ],
)  # fmt: skip
def test_in_which_case_a_rival_is_written(word: str, rival: str, written: str) -> None:
    assert in_case_of(word, rival) == written
