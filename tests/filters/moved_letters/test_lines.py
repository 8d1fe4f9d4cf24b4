"""Which lines lost letters to their end, and to the lines below."""

from __future__ import annotations

from vntextclean.filters.moved_letters.lines import moved_letters


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[line.start : line.stop], line.letters) for line in moved_letters(text)]


def test_letters_are_found_on_the_next_line_and_at_the_end_of_a_line() -> None:
    assert found("ti p t c\nế ụ\n") == [("ti p t c", ("ế", "ụ"))]
    assert found("ti p t cế ụ") == [("ti p t c", ("ế", "ụ"))]
    assert found("ti p t c \nế\n\nxong") == [("ti p t c ", ("ế",))]


def test_lines_above_letters_are_one_and_letters_below_each_other_too() -> None:
    assert found("n\nc đ u\nướ\nậ\nxong\n") == [("n\nc đ u", ("ướ", "ậ"))]


def test_a_line_that_holds_such_letters_lost_none() -> None:
    assert found("Người ta đang ở\n") == []
    assert found("Bà mẹ tôi\nạ ế\n") == []


def test_one_letter_behind_a_blank_is_a_word() -> None:
    assert found("Hai cha con đi tìm nhà ở\n") == []


def test_the_text_tells_which_letters_its_font_lacked() -> None:
    assert found("cũng ph i\nả\nnăm m t\nộ\n") == [("cũng ph i", ("ả",)), ("năm m t", ("ộ",))]
    assert found("c ng ph i\nũ ả\nn m m t\nă ộ\n") == [("c ng ph i", ("ũ", "ả")), ("n m m t", ("ă", "ộ"))]
