"""What belongs to an article, around its links and between its posts: each condition alone, on both sides of it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.article import (
    around_links,
    find_article,
    legal_text,
    lone_sentence,
    talk,
)
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import Bools, Page, read
from vntextclean.lm import kernel

THRESHOLD = 1.6
STAYS, GOES, BORDER = -1.0, 3.0, THRESHOLD


def texts(lines: list[tuple[str, float]]) -> list[str]:
    return [text for text, _ in lines]


def odds(lines: list[tuple[str, float]]) -> np.ndarray:
    return np.array([value for _, value in lines], np.float32)


FROM, LINK = "Theo dự tính của", "Trạm Bơm"
REST = ", nước về tới ruộng cuối trước rằm tháng"  # forty characters


@pytest.mark.parametrize(
    "lines",
    [
        [("+" + FROM, GOES), ("+" + LINK, GOES), (REST, STAYS)],
        [("Mưa", GOES), ("+" + FROM, GOES), ("+" + LINK, GOES), (REST, STAYS), ("Gió", GOES)],
        [(FROM, GOES), (LINK, GOES), (REST[:-1], STAYS)],  # too short to go on with a sentence
        [(FROM, GOES), (LINK, GOES), (REST, BORDER + 0.01)],
        [(FROM, GOES), (LINK, GOES), (REST[2:].ljust(60, "."), STAYS)],
        [("+" + FROM, GOES), ("+" + LINK, GOES), (";" + REST[1:], STAYS)],
        [("+" + FROM, GOES), ("+" + LINK, GOES), (")" + REST[1:], STAYS)],
        [(REST, STAYS), (FROM, GOES), (LINK, GOES)],  # nothing stands above the first
        [("+" + LINK, GOES), (REST, STAYS)],
        [(FROM, GOES), (LINK + ".", GOES), (REST, STAYS)],
        [(FROM + ":", GOES), ("+" + LINK, GOES), (REST, STAYS)],
        [("Theo của", GOES), ("+" + LINK, GOES), (REST, STAYS)],  # two words
        [("+Theo lời của", GOES), ("+" + LINK, GOES), (REST, STAYS)],
        [("+" + FROM, GOES), ("+Trạm Bơm Nà Lo Hạ", GOES), (REST, STAYS)],  # five words
        [(FROM, GOES), ("+Trạm Bơm Nà Lo Hạ Sa", GOES), (REST, STAYS)],
        [(FROM, GOES), ("Tin liên quan", GOES), (REST, STAYS)],
        [("Các tin liên quan", GOES), ("+" + LINK, GOES), (REST, STAYS)],
        [(FROM, GOES), ("Lượt xem: 12", GOES), (REST, STAYS)],
        [(FROM, GOES), ("Trang chủ", GOES), (REST, STAYS)],
    ],
)
def test_around_links(lines: list[tuple[str, float]]) -> None:
    assert found_by(lambda page: around_links(page, odds(lines), THRESHOLD), texts(lines)) == texts(lines)


def test_a_piece_as_likely_as_the_threshold_is_none() -> None:
    page = read(f"{FROM}\n{LINK}\n{REST}")
    assert not around_links(page, np.array([GOES, GOES, 2.0], np.float32), 2.0).any()
    assert around_links(page, np.array([GOES, GOES, 1.9], np.float32), 2.0).any()


SAYS = "mình cũng hay ra bến đò chiều nào"  # eight words
DATE = "12/03/2019 08:45"
WIDE = "Hôm qua nước về tới bến đò nên ai cũng phải ở nhà mà chờ đấy"


@pytest.fixture(params=["kernel", "numpy"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by the compiled kernel and without it."""
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize(
    "lines",
    [
        [("+" + SAYS, GOES)],
        [(SAYS[:-4], GOES)],  # seven words
        [("M" + SAYS[1:], GOES)],
        [("+" + SAYS + " :D", GOES)],  # a face
        [(SAYS + " Tư D", GOES)],
        [("+đò" + SAYS[4:], GOES), ("+ai" + SAYS[4:], GOES)],
        [("* " + SAYS, GOES)],  # an entry of a list
        [("+" + DATE, GOES), ("Mưa to", STAYS)],
        [(DATE, GOES), ("Mưa to", GOES), ("Gió bấc", STAYS)],
        [(DATE, GOES)],
        [("Mưa to", STAYS), (DATE, GOES)],
        [("+" + DATE, GOES), ("+" + SAYS, GOES), (DATE, GOES)],
        [("+" + DATE, GOES), ("+12/03/2019 08:46", GOES), ("+" + SAYS, GOES)],  # written, and changed
        [("+" + DATE, GOES), ("+12/03/2019 08:46", BORDER - 0.1), ("Mưa to", STAYS)],
        [("Hôm ấy mới 08:45 mà nước đã về tới bến cũ", GOES), ("Mưa to", STAYS)],  # 41 characters
        [("+Hôm ấy mới 08:45 mà nước đã về tới bến ", GOES), ("Mưa to", STAYS)],
        [(WIDE, GOES), (SAYS, GOES)],  # the second row of a paragraph whose first goes
        [(WIDE, STAYS), ("+" + SAYS, GOES)],
        [(WIDE[:-1], GOES), ("+" + SAYS, GOES)],
        [(WIDE + ".", GOES), ("+" + SAYS, GOES)],  # a paragraph of its own
        [("Mưa to", STAYS), ("+" + SAYS, GOES), ("Liên hệ", GOES)],
    ],
)
def test_talk(lines: list[tuple[str, float]]) -> None:
    found = found_by(lambda page: talk(page, blocks_of(page), odds(lines), THRESHOLD), texts(lines))
    assert found == texts(lines)


@pytest.mark.usefixtures("either")
def test_a_line_as_likely_as_the_threshold_goes() -> None:
    for value, stays in ((2.0, False), (1.9, True)):
        page = read(f"{DATE}\nMưa to")
        found = talk(page, blocks_of(page), np.array([GOES, value], np.float32), 2.0)
        assert found.tolist() == [stays, False]
        page = read(f"{WIDE}\n{SAYS}")
        found = talk(page, blocks_of(page), np.array([value, GOES], np.float32), 2.0)
        assert found.tolist() == [False, stays]


@pytest.mark.parametrize(
    "lines",
    [
        ["+Hộ có đất ở;"],
        ["+có đất ở;"],  # two spaces
        ["đất ở;"],
        ["+a) có đất ở;", "đất ở."],
        ["Hộ có đất ở", "Hộ có đất ở."],
        ["+Điều 3. Hộ nghèo", "+Khoản 2 nói rõ", "+CHƯƠNG IV", "+Phụ lục 2"],
        ["Điều hay lẽ phải", "Chương trình 3", "MỤC LỤC", "Điều Ba nói"],
        ["+Trái Điều 17 hương ước", "+như khoản 9, hương ước"],
        ["Trái Điều 17", "như khoản chín", "trái điều 17 hương ước"],
        ["Điều khoản sử dụng"],
        ["Xem thêm các tin khác;"],
    ],
)
def test_legal_text(lines: list[str]) -> None:
    assert found_by(legal_text, lines) == lines


NOTICE = "Bến đò Sa Hạ nghỉ từ mùng một tới hết mùng ba Tết, ai cần qua sông xin gọi bác Pọm ở đầu bến."


@pytest.mark.parametrize(
    "lines",
    [
        [("+" + NOTICE, 0.0)],
        [("Mưa to", 0.0), ("+" + NOTICE, 0.9), ("Gió bấc", 0.0)],
        [(NOTICE, 1.1)],
        [(NOTICE, 1.0)],
        [(NOTICE[:-1], 0.0)],  # no end
        [(NOTICE + "..", 0.0)],  # cut off
        [("+" + NOTICE[:-1] + "…", 0.0)],
        [("+" + NOTICE[:-1] + "!", 0.0), ("Mưa to", 0.0)],
        [("+Bến " + NOTICE[7:], 0.0)],  # ninety characters
        [("Đò " + NOTICE[7:], 0.0)],
        [("+" + NOTICE, -0.5), (NOTICE, 0.0), (NOTICE, 0.5)],  # the surest
        [(NOTICE, 0.5), (NOTICE, 0.0), ("+" + NOTICE, -0.5)],
        [(NOTICE, 0.5), (NOTICE, 0.0), (NOTICE, -0.5), (NOTICE, 0.2)],  # teasers
        [("+" + NOTICE[:40], 0.0), ("+" + NOTICE[41:], 1.5)],  # wrapped: the mean counts
        [(NOTICE[:40], 0.9), (NOTICE[41:], 1.5)],
        [(NOTICE, 2.0), ("Mưa to", -5.0)],
        [(f"Copyright by {NOTICE}", 0.0)],
    ],
)
def test_a_lone_sentence(lines: list[tuple[str, float]]) -> None:
    def lone(page: Page) -> Bools:
        return lone_sentence(page, blocks_of(page), odds(lines), np.zeros(len(page), bool))

    assert found_by(lone, texts(lines)) == texts(lines)


def test_on_a_page_with_an_article_no_sentence_is_alone() -> None:
    page = read(f"Mưa to\n{NOTICE}")
    none = np.zeros(2, np.float32)
    assert lone_sentence(page, blocks_of(page), none, np.array([False, False])).any()
    assert not lone_sentence(page, blocks_of(page), none, np.array([True, False])).any()


#: A hundred characters, prose.
SENTENCE = "Sáng nay bà con ở thôn Hạ đã cùng nhau dọn sạch con kênh để nước về đồng, rồi mọi người ăn cơm trưa."
assert len(SENTENCE) == 100


def article_of(lines: list[tuple[str, float]], *, others: tuple[int, ...] = ()) -> tuple[list[int], list[int]]:
    """The lines of the article, and those that are spared; a blank line parts them, so that none is wrapped."""
    page = read("\n\n".join(texts(lines)))
    of_others = np.zeros(len(page), bool)
    of_others[list(others)] = True
    kept, spared = find_article(page, blocks_of(page), odds(lines), THRESHOLD, of_others)
    return kept.nonzero()[0].tolist(), spared.nonzero()[0].tolist()


SAID, MENU = (SENTENCE, 0.0), ("Mưa to", 0.0)


@pytest.mark.usefixtures("either")
def test_an_article_has_six_hundred_characters() -> None:
    assert article_of(6 * [SAID]) == ([0, 1, 2, 3, 4, 5], [])
    assert article_of([*5 * [SAID], (SENTENCE[1:], 0.0)]) == ([], [])
    assert article_of([MENU, *3 * [SAID], MENU, *3 * [SAID], MENU])[0] == [1, 2, 3, 5, 6, 7]
    assert article_of(7 * [SAID], others=(3,))[0] == [0, 1, 2, 4, 5, 6]
    assert article_of(6 * [SAID], others=(3,))[0] == []


@pytest.mark.usefixtures("either")
def test_what_would_go_is_spared_where_it_is_more_than_a_third() -> None:
    going = (SENTENCE, 1.7)
    assert article_of([*3 * [SAID], *3 * [going]]) == ([0, 1, 2, 3, 4, 5], [3, 4, 5])
    assert article_of([*4 * [SAID], *2 * [going]]) == ([0, 1, 2, 3, 4, 5], [])
    at = [(text, 2.0 if value else value) for text, value in [*3 * [SAID], *3 * [going]]]
    page = read("\n".join(texts(at)))
    blocks, none = blocks_of(page), np.zeros(len(page), bool)
    assert not find_article(page, blocks, odds(at), 2.0, none).spared.any()
    assert find_article(page, blocks, odds(at), 1.99, none).spared.any()


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize(
    ("said", "lines", "together"), [(0.0, 29, True), (0.0, 31, False), (2.0, 17, True), (2.0, 19, False)]
)
def test_lines_that_are_no_prose_part_two_articles(said: float, lines: int, *, together: bool) -> None:
    """Six sentences outweigh so many lines: each has 7.5, less one and a half times its log-odds, a line 1.5."""
    group = 6 * [(SENTENCE, said)]
    found, _ = article_of([*group, *lines * [MENU], *group])
    assert len(found) == (12 if together else 6)


@pytest.mark.usefixtures("either")
def test_program_code_inside_an_article_is_its_own() -> None:
    code = [("var x = 3;", 0.0), ("chay(x);", 0.0), ("x = dem(x);", 0.0), ("})", 0.0)]
    found, _ = article_of([*code, *3 * [SAID], *code, *3 * [SAID], *code])
    assert found == [4, 5, 6, *range(7, 11), 11, 12, 13]
