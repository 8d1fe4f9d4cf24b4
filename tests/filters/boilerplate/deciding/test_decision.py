"""What goes is decided for the page as a whole, and what belongs to the article stays."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from vntextclean.errors import ModelError
from vntextclean.filters.boilerplate.deciding.classifier import WEIGHTS, Classifier
from vntextclean.filters.boilerplate.deciding.decision import (
    CONFIDENCE,
    LOG_ODDS,
    THRESHOLD,
    Decision,
    decide,
)
from vntextclean.filters.boilerplate.deciding.place import CREDIT, INSIDE, SURELY_SAID
from vntextclean.filters.boilerplate.filter import Boilerplate
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.line_forms import certain
from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.filters.boilerplate.site.recurrence import Recurrence
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PROSE = "Bà con ra đồng từ sớm để kịp lấy nước vào ruộng trước khi trạm bơm nghỉ, vì thế chợ vắng hơn mọi hôm."
ARTICLE = "\n".join(
    f"Bà con {place} ra đồng từ sớm để kịp lấy nước vào ruộng trước khi trạm bơm nghỉ, vì thế chợ vắng hơn mọi hôm."
    for place in ("Nà Lo", "Nà Phung", "Chiềng Kim", "Huổi Sai", "Co Muông", "Phiêng Khoài", "Yên Sơn", "Chiềng On")
)
MENU = "Trang chủ\nLiên hệ\nTin tức"


def decided(text: str, log_odds: list[float]) -> Decision:
    """What would be decided if the classifier said so much of each line."""
    page = read(text)
    return decide(page, blocks_of(page), certain(page), [], np.array(log_odds, np.float32))


def gone(text: str, log_odds: list[float]) -> list[bool]:
    """Which lines would go."""
    found: list[bool] = (decided(text, log_odds).confidence >= 0.98).tolist()
    return found


def test_nothing_goes_without_furniture_s_own_words() -> None:
    assert gone(f"Một\nHai\nBa\n{PROSE}", [9, 9, 9, -9]) == [False] * 4


def test_what_is_likely_but_not_sure_stays() -> None:
    for odds, goes in ((THRESHOLD - CREDIT - 0.1, False), (THRESHOLD - CREDIT + 0.1, True)):
        assert gone(f"{MENU}\nKho giống\n{PROSE}", [9, 9, 9, odds, -9]) == [True, True, True, goes, False]


def test_inside_the_main_text_a_line_needs_more() -> None:
    page = f"{MENU}\n{ARTICLE}\n\nKho giống xã\n\n{ARTICLE}"
    size, at = 20, 11
    for odds, goes in ((THRESHOLD + INSIDE - 0.1, False), (THRESHOLD + INSIDE + 0.1, True)):
        assert gone(page, [9.0] * 3 + [-9.0] * (at - 3) + [odds] + [-9.0] * (size - at - 1))[at] is goes


def test_on_a_page_of_little_prose_a_sentence_needs_more_than_a_label() -> None:
    said = "Bếp rẻ hay hỏng quạt tản nhiệt, khoảng một năm là kêu to."
    page = f"{MENU}\n{said}\nKho giống xã\nMưa to"
    assert gone(page, [9, 9, 9, THRESHOLD, THRESHOLD, -9]) == [True, True, True, False, True, False]
    teaser = page.replace(said, f"{said}..")
    assert gone(teaser, [9, 9, 9, THRESHOLD, THRESHOLD, -9]) == [True, True, True, True, True, False]


def test_a_page_that_hardly_speaks_of_furniture_or_is_all_doubtful_keeps_more() -> None:
    page = f"{MENU}\n" + "\n".join(f"Mục {name}" for name in "abcdefgh")
    assert sum(gone(page, [9] * 3 + [THRESHOLD + 0.2] * 8)) == 3  # the classifier is unsure of most lines
    assert sum(gone(page, [9] * 3 + [THRESHOLD + 0.2] * 2 + [-9] * 6)) == 5
    many = page + "".join(f"\nSố {number} mốt" for number in range(90))
    assert sum(gone(many, [9] * 3 + [THRESHOLD - SURELY_SAID + 0.2] * 2 + [-9] * 96)) == 3  # few lines speak of it


def test_the_threshold_is_where_the_confidence_is_what_presets_ask_for() -> None:
    assert np.interp(THRESHOLD, LOG_ODDS, CONFIDENCE) == pytest.approx(0.98)
    assert (np.diff(LOG_ODDS) > 0).all()
    assert (np.diff(CONFIDENCE) > 0).all()


def test_lines_that_do_not_go_are_no_anchors() -> None:
    assert gone(f"{MENU}\nKho giống\n{PROSE}", [1, -1, 1, 9, -9])[3] is False


def test_marks_left_of_icons_stand_for_words_of_furniture() -> None:
    assert gone(f"Tuần tin\n*\n*\nXem thêm các bài\n{PROSE}", [9, 9, 9, 9, -9]) == [True] * 4 + [False]
    assert gone(f"Tuần tin\n*\n*\nKho giống\n{PROSE}", [9, 9, 9, 9, -9]) == [False] * 5


def test_paragraphs_of_the_article_stay_whatever_the_classifier_says() -> None:
    found = decided(f"{MENU}\n{ARTICLE}", [9, 9, 9, -1, 2, -1, -1, 2, -1, -1, -1])
    assert (found.confidence >= 0.98).tolist() == [True] * 3 + [False] * 8
    assert not found.spared


def test_an_article_that_would_go_as_a_whole_is_spared_and_said_to_be() -> None:
    found = decided(f"{MENU}\n{ARTICLE}", [9, 9, 9] + [2.0] * 8)
    assert (found.confidence >= 0.98).tolist() == [True] * 3 + [False] * 8
    assert found.spared == frozenset(range(3, 11))


def test_the_headline_between_menu_and_article_stays() -> None:
    title = "Trạm bơm nghỉ, bà con Nà Lo lấy nước từ sớm"
    text = f"{MENU}\n{title}\nNgày 3/5\n{ARTICLE}"
    assert not gone(text, [9, 9, 9, 3, 3] + [-3.0] * 8)[3]
    other = "Tuyển Việt Nam hòa trận mở màn giải châu Á"
    assert gone(f"{MENU}\n{other}\nNgày 3/5\n{ARTICLE}", [9, 9, 9, 3, 3] + [-3.0] * 8)[3]


def test_people_with_their_posts_stay() -> None:
    people = "Bí thư\nLò Văn Pản\nPhó Chủ tịch\nHà Thị Mai\nTrực ban ngày lẻ\nKế toán\nVì Văn Inh"
    assert gone(f"{MENU}\n{people}", [9.0] * 3 + [3.0] * 7) == [True] * 3 + [False] * 7
    one = "Tổng biên tập\nLò Văn Pản"
    assert all(gone(f"{MENU}\n{one}\nGóc thơ", [9.0] * 3 + [3.0] * 2 + [1.0])[:5])


def test_the_signature_of_a_law_stays() -> None:
    text = f"{MENU}\nNghị quyết có hiệu lực từ ngày ký ban hành.\nChủ tịch\n(Đã ký)\nLò Văn Pản\nIn trang"
    assert gone(text, [9.0] * 3 + [-2.0] + [3.0] * 3 + [9.0]) == [True] * 3 + [False] * 4 + [True]


def test_a_block_of_code_between_paragraphs_stays() -> None:
    code = "var a = 1;\nconst b = f(a);\nif (a) {\n  log(b);\n}"
    half = ARTICLE.split("\n")
    text = "\n".join([MENU, *half[:4], code, *half[4:]])
    assert gone(text, [9.0] * 3 + [-3.0] * 4 + [2.0] * 5 + [-3.0] * 4) == [True] * 3 + [False] * 13


def test_what_stands_on_other_pages_of_the_site_needs_less() -> None:
    page = read(f"Trạm bơm\nKho giống\nTổ hòa giải\n{PROSE}")
    seen = [Recurrence("xa", 1, 1, 2)] * 3
    odds = np.array([-1, -1, -1, -5], np.float32)
    found = decide(page, blocks_of(page), {}, [*seen, None], odds)
    assert (found.confidence >= 0.98).tolist() == [True, True, True, False]
    assert not (decide(page, blocks_of(page), {}, [], odds).confidence >= 0.98).any()


def test_of_a_page_of_furniture_the_least_likely_line_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "Trang chủ\nLiên hệ\nĐăng nhập\nKho giống\nTìm kiếm"
    odds = np.array([9, 9, 9, 2, 9], np.float32)
    monkeypatch.setattr(Classifier, "log_odds", lambda *_: odds)
    edits = [edit for edit in Boilerplate(Settings()).edits(TextState(page)) if edit.confidence >= 0.98]
    taken = [page[edit.start : edit.end].strip() for edit in edits]
    assert taken == ["Trang chủ", "Liên hệ", "Đăng nhập", "Tìm kiếm"]


def test_a_page_is_never_emptied() -> None:
    made = Boilerplate(Settings())
    for page in (
        "Trang chủ",
        "Trang chủ\nLiên hệ",
        "Xem thêm\nXem thêm\nXem thêm",
        "Trang chủ\nLiên hệ\nĐăng nhập\nTìm kiếm",
    ):
        edits = [edit for edit in made.edits(TextState(page)) if edit.confidence >= 0.98]
        assert sum(edit.end - edit.start for edit in edits) < len(page)


def test_the_weights_are_small_and_hold_numbers_only() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        assert all(stored[name].dtype.kind in "fiu" for name in stored.files)


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(ModelError, match="version 99"):
        Classifier({"version": np.asarray(99, np.float32)})


def test_the_last_line_and_a_doubtful_one_before_it_do_not_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"Trang chủ\nLiên hệ\nTin tức\n{PROSE}\nKho giống\nĐăng nhập"
    odds = np.array([9, 9, 9, -9, 0.3 - CREDIT, 9], np.float32)
    monkeypatch.setattr(Classifier, "log_odds", lambda *_: odds)
    edits = list(Boilerplate(Settings()).edits(TextState(page)))
    assert [round(edit.confidence, 2) for edit in edits] == [1, 1, 1, 0.75, 1]
    assert all(first.end <= second.start for first, second in pairwise(edits))


def test_a_spared_article_is_suggested_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"{MENU}\n{ARTICLE}"
    monkeypatch.setattr(Classifier, "log_odds", lambda *_: np.array([9.0] * 3 + [2.0] * 8, np.float32))
    edits = list(Boilerplate(Settings()).edits(TextState(page)))
    assert [edit.confidence >= 0.98 for edit in edits] == [True] * 3 + [False] * 8
    assert edits[-1].reason.endswith("kept because most of the page's prose would go")


def test_doubtful_lines_are_suggested_not_taken() -> None:
    page = f"Trang chủ\nGiới thiệu\nTin tức\nLiên hệ\nĐăng nhập\nTìm kiếm\n{PROSE}\nHoàng Nam\nLượt xem: 5\n© Nà Lo"
    edits = list(Boilerplate(Settings()).edits(TextState(page)))
    assert [edit.start for edit in edits] == sorted(edit.start for edit in edits)
    assert all(0.6 <= edit.confidence <= 1 for edit in edits)
    assert page.index("Hoàng Nam") not in {edit.start for edit in edits if edit.confidence >= 0.98}


def test_the_units_below_the_people_stay_though_a_law_is_signed_further_down() -> None:
    people = "Trưởng phòng\nLò Thị Mận\nPhó phòng\nHà Văn Pản\nChánh thanh tra\nTòng Văn Lả\nChi tiết"
    units = "Ban Thư ký\nPhòng Hành chính\nVăn phòng phía Nam"
    signed = "CHỦ TỊCH\nLường Văn Ún"
    text = f"{MENU}\n{people}\n{units}\nLiên kết\n{ARTICLE}\n{signed}"
    odds = [5.0] * 3 + [4.0] * 10 + [5.0] + [-6.0] * 8 + [0.0] * 2
    assert gone(text, odds)[9:14] == [True, False, False, False, True]
