"""Strings are parted in Vietnamese text only; loans stay whole."""

from __future__ import annotations

from functools import cache

import pytest

from vntextclean import Pipeline


@cache
def web() -> Pipeline:
    return Pipeline.from_preset("web")


@pytest.mark.parametrize("word", ["tổchức", "Trungtâmngoạingữ", "đãđược"])
def test_a_run_on_by_itself_is_parted(word: str) -> None:
    """Nothing around it speaks another language."""
    assert " " in web().run(word).text


@pytest.mark.parametrize("around", ["Zpráva o tom {} v novinách není", "Ndị ahụ {} n'obodo nile bịara"])
def test_the_same_string_in_another_language_stays(around: str) -> None:
    text = around.format("muchlá")
    assert web().run(text).text == text
    between = f"Bài báo viết như sau.\n{text}\nNgười đọc không hiểu hết."
    assert web().run(between).text == between


@pytest.mark.parametrize("loan", ["kílômét", "Cămpuchia", "Philipphê", "đinitơ", "Matscơva", "Lêningrát"])
def test_loans_stay_whole_and_their_neighbours_are_parted(loan: str) -> None:
    text = f"Ông kể chuyện về {loan} cho bà con tronglàng nghe."
    assert web().run(text).text == text.replace("tronglàng", "trong làng")
