"""What a table of the site says of lines that are the page's own: nothing."""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.filters.boilerplate.site.evidence import BETWEEN, Evidence, evidence
from vntextclean.filters.boilerplate.site.recurrence import Recurrence
from vntextclean.filters.boilerplate.site_table import learn

MENU = "Trang chủ\nKho giống\nLịch sử xã\nTrạm bơm"
WORDS = "một hai ba bốn năm sáu bảy tám chín mười".split()
PROSE = "Sáng nay bà con thôn Hạ cùng nhau dọn sạch con kênh dẫn nước vào đồng."


def weights(text: str, found: list[Recurrence | None], article: list[int], stays: list[int]) -> list[float]:
    page = read(text)
    chosen = [np.isin(np.arange(len(page)), rows) for rows in (article, stays)]
    return [round(float(each), 1) for each in evidence(page, found, *chosen).weight]


def test_a_title_that_is_an_entry_of_the_menu_says_nothing_where_it_stands_alone() -> None:
    table = learn(("xa", f"{MENU}\nBài {name} riêng\nLiên hệ xã") for name in ("một", "hai", "ba", "bốn", "năm", "sáu"))
    lines = [*MENU.split("\n"), "Chuyện lạ", "Lịch sử xã", PROSE, "Liên hệ xã"]
    found = table.look_up(lines, "xa")
    assert [bool(each and each.weight) for each in found] == [True] * 4 + [False, False, False, True]
    assert [each.again for each in found if each] == [False, False, True, False, True, False]


def test_of_an_article_scraped_twice_only_what_stands_on_more_pages_is_the_sites() -> None:
    twice, often = Recurrence("xa", 1, 4, 2), Recurrence("xa", 4, 4, 2)
    text = f"Trang chủ\nChuyện con kênh\n{PROSE}\nẢnh: kênh thôn Hạ\nLiên hệ"
    assert weights(text, [often, twice, twice, twice, often], [2], [2]) == [6.0, -1.5, -1.5, -1.5, 6.0]
    assert weights(text, [often, twice, None, twice, often], [2], [2]) == [6.0, 6.0, -1.5, 6.0, 6.0]


def test_dates_and_sources_beside_what_stays_are_the_pages_own() -> None:
    seen = Recurrence("xa", 3, 4, 1)
    for line in ("Theo báo xã", "Nguồn: báo xã", "@nguoiviet", "12/5/2020 10:30", "18 tháng 3, 2025"):
        assert weights(f"{PROSE}\n{line}\nLiên hệ", [None, seen, seen], [0], [0]) == [0.0, 0.0, 3.5], line
        assert weights(f"Liên hệ\n{line}\nTrang chủ", [seen] * 3, [], []) == [3.5] * 3, line


def test_a_block_on_both_sides_outweighs_a_date() -> None:
    block = Recurrence("xa", 3, 4, 2)
    assert weights(f"{PROSE}\n12/5/2020\nLiên hệ", [None, block, block], [0], [0]) == [0.0, 6.0, 6.0]


def test_without_a_table_nothing_is_said() -> None:
    none = evidence(read(f"{MENU}\n{PROSE}"), [], np.zeros(5, bool), np.zeros(5, bool))
    assert isinstance(none, Evidence) and not none.weight.any() and not none.often.any()


def test_what_does_not_recur_on_a_known_site_is_likelier_its_own() -> None:
    seen = Recurrence("xa", 3, 4, 2)
    text = "Trang chủ\nLiên hệ\nTìm kiếm\nGiá vé lượt"
    assert weights(text, [seen, seen, seen, None], [], []) == [6.0, 6.0, 6.0, -1.5]
    assert weights(text, [seen, seen, None, None], [], []) == [6.0, 6.0, 0.0, 0.0]  # a page of another site
    assert weights(text, [None] * 4, [], []) == [0.0] * 4


def test_what_is_new_in_a_known_box_is_less_likely_the_pages_own() -> None:
    seen = Recurrence("xa", 3, 4, 2)
    text = f"Trang chủ\nTin nhanh\nBán lúa giống\nLiên hệ\nChuyện con kênh\n{PROSE}\nTheo báo xã\nRSS"
    found = [seen, seen, None, seen, None, None, None, seen]
    assert weights(text, found, [5], [5]) == [6.0, 6.0, -0.5, 6.0, -1.5, -1.5, -1.5, 6.0]


def test_a_box_may_stand_anywhere_on_the_page_and_has_an_end() -> None:
    """Only what has an entry of the site near above it and near below it is in its box."""
    seen = Recurrence("xa", 3, 4, 2)
    for above in (0, 30):
        for inside in (BETWEEN - 1, BETWEEN, 2 * BETWEEN - 1):
            found = [None] * above + [seen, seen, *[None] * inside, seen]
            text = "\n".join(f"Bến đò số {WORDS[row % 10]}" for row in range(len(found)))
            known = range(above + 1, above + inside + 3)
            near = [row - known[0] <= BETWEEN and known[-1] - row <= BETWEEN for row in known[1:-1]]
            boxed = [-0.5 if one else -1.5 for one in near]
            assert weights(text, found, [], []) == [-1.5] * above + [6.0, 6.0, *boxed, 6.0], (above, inside)
