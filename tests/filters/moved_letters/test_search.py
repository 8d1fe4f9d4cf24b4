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


def test_a_line_with_a_protected_token_keeps_its_letters_behind_it() -> None:
    text = PAPER + "G i v tin@example.vn c a c quan\nử ề ủ ơ\n"
    assert "tin@example.vn c a c quan" in Pipeline.from_preset("ocr").run(text).text.replace("\n", " ")


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
