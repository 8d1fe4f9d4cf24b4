"""Lost words of whole documents: what the page shows decides, not a count of pairs."""

from __future__ import annotations

from functools import cache

import pytest

from vntextclean import Pipeline
from vntextclean.cleaned import Cleaned

GAP = "Thực hiện túc việc tiếp công dân."
SOUND = "Bà con trong xã phấn khởi vào vụ gặt, nhà nào cũng đầy thóc."
USAGE = "Cơ quan thuế làm việc với cơ quan điều tra, cơ quan công an và cơ quan báo chí; mỗi cơ quan một bản."
LONE = "Văn bản được gửi trong các cuộc họp của quan; mọi người đã đọc."


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


def put_back(text: str, preset: str = "web") -> list[str]:
    """The words put back."""
    return _words(pipeline(preset).run(text), made=True)


def _words(cleaned: Cleaned, *, made: bool) -> list[str]:
    changes = cleaned.changes if made else cleaned.suggestions
    return [edit.replacement.strip() for change in changes for edit in change.edits if edit.rule == "lost-words.word"]


def test_half_of_a_compound_is_completed_where_it_stands_alone_once() -> None:
    assert put_back(f"{GAP}\n{SOUND}") == ["nghiêm"]


def test_a_half_that_stands_alone_elsewhere_stays() -> None:
    assert put_back(f"{GAP}\n{SOUND}\nNó nói túc lắm, mà túc thì lạ.") == []


def test_in_a_long_text_the_half_must_hardly_stand_alone() -> None:
    """One word lost among hundreds is rare: a wish from the god of love lacks nothing."""
    line = "Chàng thầm nhắc lại lời chúc chân thành từ thần tình yêu trong giấc mơ."
    lost = "Hôm qua tàu sân Liêu Ninh cùng hạm đội hộ tống tiến ra khơi xa."
    assert put_back("\n".join([line, *[SOUND] * 30])) == []
    assert put_back("\n".join([lost, *[SOUND] * 30])) == ["bay"]


def test_usage_counts_only_where_the_page_lost_words() -> None:
    """Five mentions of a pair never outvote the odds by themselves."""
    assert put_back(f"{USAGE}\n{SOUND}\n{LONE}") == []
    lossy = f"{GAP}\nLễ niệm ngày thành lập được tổ chức ở sân.\n{USAGE}\n{LONE}"
    assert put_back(lossy) == ["nghiêm", "kỷ", "cơ"]


@pytest.mark.parametrize("text", [GAP, f"{GAP}\n{SOUND}", f"{USAGE}\n{LONE}"])
def test_pages_off_paper_get_neither_repairs_nor_suggestions(text: str) -> None:
    """A letter misread looks like a word lost."""
    cleaned = pipeline("ocr").run(text)
    assert _words(cleaned, made=True) + _words(cleaned, made=False) == []
