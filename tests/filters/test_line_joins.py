"""Whether a line goes on in the next one: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.line_joins import LineJoins, _continues
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

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


def joined(text: str) -> str:
    """The text with the lines joined that the filter joins."""
    left, at = "", 0
    for edit in LineJoins(Settings()).edits(TextState(text)):
        left, at = left + text[at : edit.start] + edit.replacement, edit.end
    return left + text[at:]


#: A line of fifty letters, and one of forty-nine.
LONG, SHORTER = (
    "Trạm bơm đầu làng xây từ lâu nay đã xuống cấp, nên",
    "Trạm bơm đầu làng xây từ lâu nay đã xuống cấp, vì",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\nbà con góp tiền.", f"{LONG} bà con góp tiền."),
        (f"{SHORTER}\nbà con góp tiền.", f"{SHORTER}\nbà con góp tiền."),  # no page is so narrow
        (f"{LONG}  \n\t bà con góp tiền.", f"{LONG} bà con góp tiền."),
        (f"{LONG}\n\nbà con góp tiền.", f"{LONG}\n\nbà con góp tiền."),
        (f"{LONG}\n \t\nbà con góp tiền.", f"{LONG}\n \t\nbà con góp tiền."),
        (f"\n{LONG}\nbà con góp tiền.\n", f"\n{LONG} bà con góp tiền.\n"),
        (f"{LONG}\n{LONG}\nbà con góp tiền.", f"{LONG}\n{LONG} bà con góp tiền."),  # a capital begins a sentence
        (f"{LONG}\nbà con góp tiền.\nHọ vui.", f"{LONG} bà con góp tiền.\nHọ vui."),
        (f"Họ vui.\n{LONG}\nbà con góp tiền.", f"Họ vui.\n{LONG} bà con góp tiền."),
        (f"{LONG[:-3]}trườ-\nng học mới.", f"{LONG[:-3]}trường học mới."),
        (f"{LONG[:-3]}cà-\nphê mới.", f"{LONG[:-3]}cà-phê mới."),
        (f"{LONG[:-3]}trườ-\nNg học mới.", f"{LONG[:-3]}trườ-\nNg học mới."),
        (f"{LONG[:-3]}trườ-\nxq học mới.", f"{LONG[:-3]}trườ-\nxq học mới."),
        (f"{LONG[:-3]}ca-\nn học mới.", f"{LONG[:-3]}can học mới."),  # one piece is no word
        (f"{LONG[:-3]}kpa-\nphê mới.", f"{LONG[:-3]}kpa-\nphê mới."),
        (f"{LONG[:-3]}cà-\nphx mới.", f"{LONG[:-3]}cà-\nphx mới."),
        (f"{LONG} c-\nam học mới.", f"{LONG} cam học mới."),
        (f"{LONG} a-\nnh học mới.", f"{LONG} anh học mới."),
        (f"{LONG} a-\ni học mới.", f"{LONG} a-i học mới."),  # both are words
        (f"{LONG[:-3]}12-\nng học mới.", f"{LONG[:-3]}12- ng học mới."),
        (f"{LONG} {'.' * 60}\n{LONG}\nbà con góp tiền.", f"{LONG} {'.' * 60}\n{LONG} bà con góp tiền."),
        (f"{LONG} {'.' * 5}\nbà con góp tiền.", f"{LONG} {'.' * 5}\nbà con góp tiền."),
        (f"{LONG}\nmưa   gió   bão", f"{LONG}\nmưa   gió   bão"),
        (f"{LONG}\nmưa\tgió\tbão", f"{LONG}\nmưa\tgió\tbão"),
        (f"{LONG}\nmưa|gió|bão", f"{LONG}\nmưa|gió|bão"),
        (f"{LONG}\nmưa  gió bão", f"{LONG} mưa  gió bão"),
        (f"mưa | {LONG}\nbà con góp tiền.", f"mưa | {LONG}\nbà con góp tiền."),
        (f"{LONG} 320\ntriệu đồng.", f"{LONG} 320 triệu đồng."),
        (f"{LONG}\n(bà con) góp tiền.", f"{LONG} (bà con) góp tiền."),
        (f"{LONG}\n“Bà con” góp tiền.", f"{LONG}\n“Bà con” góp tiền."),
        (f"{LONG} và\n“Bà con” góp tiền.", f"{LONG} và “Bà con” góp tiền."),
        (f"{LONG} v à\nBà con góp tiền.", f"{LONG} v à Bà con góp tiền."),
        (f"{LONG}-\n25 hộ góp tiền.", f"{LONG}-\n25 hộ góp tiền."),
        (f"{LONG} –\n25 hộ góp tiền.", f"{LONG} – 25 hộ góp tiền."),
        (f"{LONG},\n25 hộ góp tiền.", f"{LONG}, 25 hộ góp tiền."),
        (f"{LONG} NG\n25 hộ góp tiền.", f"{LONG} NG\n25 hộ góp tiền."),
    ],
)
def test_lines_that_are_joined(text: str, expected: str) -> None:
    assert joined(text) == expected


def test_a_line_is_judged_by_the_line_that_it_is_joined_to() -> None:
    """A short line is full where it goes on the one above, as one line of a second run would be."""
    assert joined(f"{LONG}\nbà con\ngóp tiền.") == f"{LONG} bà con góp tiền."
    assert joined(f"{LONG}.\nBà con\ngóp tiền.") == f"{LONG}.\nBà con\ngóp tiền."
