"""Letters go back where they make words, all of them and in their order; or the line stays."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.filters.moved_letters.lines import moved_letters
from vntextclean.filters.moved_letters.search import LetterSearch
from vntextclean.lm.model import Model

PAPER = "C quan thu h s .\nơ ồ ơ\nH s g m đ n và t khai.\nồ ơ ồ ơ ờ\nNg i n p nh n gi y h n.\nườ ộ ậ ấ ẹ\n"


@pytest.fixture(scope="module")
def search() -> LetterSearch:
    return Model.open().derived(LetterSearch)


def restored(search: LetterSearch, text: str) -> str | None:
    (found,) = search.restored(text, moved_letters(text))
    return found


def test_a_letter_closes_opens_or_is_a_word(search: LetterSearch) -> None:
    assert restored(search, "v nh ng bu i ch h cũng bán g o\nề ữ ổ ợ ọ ạ\n") == "về những buổi chợ họ cũng bán gạo"
    assert restored(search, "anh em ng i Thái, còn\nườ ở\n") == "anh em người Thái, còn ở"


def test_no_blank_is_left_before_a_mark(search: LetterSearch) -> None:
    assert restored(search, "c a các v ...\nủ ị\n") == "của các vị..."
    # Where no letter was missing the blank is the writer's.
    put = restored(search, "v nh ng bu i xa ... ch h cũng bán g o\nề ữ ổ ợ ọ ạ\n")
    assert put == "về những buổi xa ... chợ họ cũng bán gạo"


def test_letter_spaced_lines_are_joined_as_well(search: LetterSearch) -> None:
    line = "b  đi  ch  xa,  tr  n m  nhà  v i  m t  ông"
    assert restored(search, line + "\nố ợ ẻ ằ ớ ộ\n") == "bố đi chợ xa, trẻ nằm nhà với một ông"


def test_letters_too_many_or_in_another_order_leave_the_line(search: LetterSearch) -> None:
    assert restored(search, "v nh ng bu i khác\nề ữ ổ ọ ụ ạ\n") is None
    assert restored(search, "v nh ng bu i ch h cũng bán g o\nạ ọ ợ ổ ữ ề\n") is None


def test_a_letter_that_completes_no_word_stays(search: LetterSearch) -> None:
    assert restored(search, "Câu 2\nở\n") is None


def test_the_text_must_have_three_such_lines() -> None:
    pipeline = Pipeline.from_preset("ocr")
    assert pipeline.run(PAPER).text.startswith("Cơ quan thu hồ sơ.\nHồ sơ gồm đơn và tờ khai.")
    two = PAPER[: PAPER.index("Ng i")]
    assert "Cơ quan" not in pipeline.run(two).text


def test_addresses_and_numbers_stand_again_as_they_were() -> None:
    text = PAPER + "G i v tin@example.vn c a c quan\nử ề ủ ơ\nN p 2 – 3 b n tr c 16.30\nộ ả ướ\n"
    put = Pipeline.from_preset("ocr").run(text).text
    assert "Gửi về tin@example.vn của cơ quan\n" in put
    assert "Nộp 2 – 3 bản trước 16.30" in put


def test_names_of_other_languages_do_not_speak_against_a_line(search: LetterSearch) -> None:
    assert restored(search, "Anh th Gary Wharton ch c a t\nợ ữ ử ủ\n") == "Anh thợ Gary Wharton chữ cửa tủ"
    assert restored(search, "Ông Bill Knightley s ng Bristol\nố ở\n") == "Ông Bill Knightley sống ở Bristol"


def test_one_letter_stays_where_a_list_or_a_law_has_it(search: LetterSearch) -> None:
    assert restored(search, "m) Bu c trâu c nh ru ng\nộ ạ ộ\n") == "m) Buộc trâu cạnh ruộng"
    assert restored(search, "theo đi m d kho n 3\nể ả\n") == "theo điểm d khoản 3"
    assert restored(search, "theo b ng m kho n 3\nả ả\n") is None


def test_a_capital_letter_stands_by_itself_inside_a_line(search: LetterSearch) -> None:
    assert restored(search, "nóng trên 80 đ C cho kh i s ng\nộ ỏ ố\n") == "nóng trên 80 độ C cho khỏi sống"


def test_a_letter_by_itself_stands_where_most_blanks_are(search: LetterSearch) -> None:
    assert restored(search, "v  tôi bán hàng bên kia ch \nợ ở ợ\n") == "vợ tôi bán hàng bên kia ở chợ"
    assert restored(search, "v  tôi bán hàng   bên kia ch \nợ ở ợ\n") == "vợ tôi bán hàng ở bên kia chợ"


def test_dots_part_words(search: LetterSearch) -> None:
    assert restored(search, "gánh m y tr ng...Đ n a cân\nấ ứ ộ ử\n") == "gánh mấy trứng...Độ nửa cân"


def test_no_line_of_paper_is_so_long(search: LetterSearch) -> None:
    assert restored(search, "v nh ng " * 60 + "\n" + "ề ữ " * 60 + "\n") is None
    assert restored(search, "v nh ng " * 20 + "\n" + "ề ữ " * 20 + "\n") is not None


def test_lines_searched_together_come_out_as_alone(search: LetterSearch) -> None:
    text = PAPER + "Câu 2\nở\n" + "v nh ng bu i khác\nề ữ ổ ọ ụ ạ\n" + "c a các v ...\nủ ị\n"
    lines = moved_letters(text)
    alone = [search.restored(text, [line])[0] for line in lines]
    assert search.restored(text, lines) == alone
    assert len(alone) == 6
    assert alone[3:5] == [None, None]


def test_a_page_twice_is_put_together_twice() -> None:
    once = Pipeline.from_preset("ocr").run(PAPER + "Trang kia.\n").text
    assert Pipeline.from_preset("ocr").run((PAPER + "Trang kia.\n") * 2).text == once * 2
