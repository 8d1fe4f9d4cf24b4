"""Whether a line goes on in the next one: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.line_joins import _continues

WIDTH = 40


@pytest.mark.parametrize(
    ("upper", "lower", "continues"),
    [
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "sáng ra trời trong", True),
        ("mưa rơi trên mái nhà cả đêm", "sáng ra trời trong", False),  # "sáng" would have fitted
        ("", "sáng ra trời trong", False),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "", False),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi.", "sáng ra trời trong", False),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi”", "sáng ra trời trong", True),  # what closes is looked through
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi.”", "sáng ra trời trong", False),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "- sáng ra trời trong", False),  # an item of a list
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "Sáng ra trời trong", False),  # a capital may begin a sentence
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi,", "Sáng ra trời trong", True),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi,", "TRỜI TRONG:", False),  # a heading
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi,", "TRỜI TRONG", False),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi,", "VTV đưa tin", True),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi,", "VTV", True),  # the last word of a paragraph
        ("mưa rơi trên mái nhà cả đêm hôm qua với", "TRỜI TRONG", True),  # no line ends with such a word
        ("mưa rơi trên mái nhà cả đêm hôm qua với", "Hà Tĩnh trời trong", True),
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "2 giờ trời trong", True),  # a number behind a word
        ("mưa rơi trên mái nhà cả đêm hôm qua lúc 1", "2 giờ trời trong", True),
        ("mưa rơi trên mái nhà cả đêm hôm qua lúc)", "2 giờ trời trong", False),
        ("MƯA RƠI TRÊN MÁI NHÀ CẢ ĐÊM HÔM QUA RỒI", "Sáng ra trời trong", False),
        ("MƯA RƠI TRÊN MÁI NHÀ CẢ ĐÊM HÔM QUA RỒI", "sáng ra trời trong", False),
        ("1 234 567 890 1 234 567 890 1 234 567 890", "sáng ra trời trong", False),  # no letters: no prose
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "ạ", False),  # a letter that a PDF gave below its line
        ("mưa rơi trên mái nhà cả đêm hôm qua rồi", "ạ.", True),
    ],
)
def test_a_line_goes_on(upper: str, lower: str, continues: bool) -> None:
    assert _continues(upper, len(upper), lower, WIDTH) is continues


@pytest.mark.parametrize(("length", "word", "full"), [(44, "sáng", False), (45, "sáng", True), (44, "trong", True)])
def test_a_line_is_full_where_the_next_word_would_have_gone_past_most_of_its_width(
    length: int, word: str, full: bool
) -> None:
    """Of a paragraph of 57 letters the right margin is behind the 49th."""
    assert _continues("mưa rơi trên mái nhà cả đêm hôm qua rồi", length, f"{word} ra trời quang", 57) is full


SHOUTED = "MƯA RƠI TRÊN MÁI NHÀ CẢ ĐÊM HÔM QUA RỒI ĐẾN TẬN SÁNG"


@pytest.mark.parametrize(
    ("upper", "lower", "continues"),
    [
        (SHOUTED, "NAY TRỜI TRONG", True),
        (SHOUTED[:50], "NAY TRỜI TRONG", True),
        (SHOUTED[:49], "NAY TRỜI TRONG", False),  # a short heading ends with its line
        (SHOUTED, "Nay trời trong", False),  # what is not in capitals is another paragraph
        (SHOUTED, "nay trời trong", False),
    ],
)
def test_capitals_go_on_in_capitals(upper: str, lower: str, continues: bool) -> None:
    assert _continues(upper, len(upper), lower, len(upper)) is continues
