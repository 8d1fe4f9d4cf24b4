"""Strings are parted in Vietnamese text only; loans stay whole."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from vntextclean import Pipeline
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.filters.run_ons.surroundings import Surroundings
from vntextclean.text_state import TextState


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


def _found(text: str, *pieces: str, number: bool = False) -> RunOn:
    word = "".join(pieces)
    start = text.index(word)
    return RunOn(start, start + len(word), pieces, (" ",) * (len(pieces) - 1), 9.0, np.inf, True, number)


@pytest.mark.parametrize(
    ("text", "pieces", "vietnamese"),
    [
        ("tạiđây", ("tại", "đây"), True),  # one letter that is ours alone, and nothing against it
        ("tạiđây kertin", ("tại", "đây"), True),
        ("tạiđây kertin þið", ("tại", "đây"), False),  # it counts as one word: đ is Croatian as well
        ("lạtại kertin þið", ("lạ", "tại"), True),  # two
        ("lạtại kertin þið", ("", "lạ", "tại"), True),  # what stands glued before the first is no piece
        ("tạixyz kertin", ("tại", "xyz"), False),  # a piece that is no syllable: only the words beside it count
        ("tạixyz bà", ("tại", "xyz"), True),
        ("chèche", ("chè", "che"), False),
        ("Bà chèche", ("chè", "che"), True),
        ("Bà chèche kertin", ("chè", "che"), False),  # more for it than against it
        ("Bà lúa chèche kertin", ("chè", "che"), True),
        ("Bà con nói “o chèche na” rồi về.", ("chè", "che"), False),  # the line does not speak for the quotation
    ],
)
def test_what_speaks_for_a_run_on(text: str, pieces: tuple[str, ...], vietnamese: bool) -> None:
    found = _found(text, *pieces)
    assert Surroundings(TextState(text), [found]).is_vietnamese(found) is vietnamese


def test_run_ons_say_nothing_of_each_other_but_numbers_are_words_as_others_are() -> None:
    text = "chèche kertinþið"
    found, other = _found(text, "chè", "che"), _found(text, "kertin", "þið")
    assert Surroundings(TextState(text), [found, other])._stretches.evidence(found.start, found.end) == (0, 0)
    assert Surroundings(TextState(text), [found])._stretches.evidence(found.start, found.end) == (0, 1)
    text = "chèche lúa20"
    found, number = _found(text, "chè", "che"), _found(text, "lúa", "20", number=True)
    assert Surroundings(TextState(text), [found, number]).is_vietnamese(found)


#: Letters that other languages have as well; only the words at the ends stand beside others.
BESIDE_EACH_OTHER = "nhà:sân" * 700


@pytest.mark.parametrize("name", ["web", "ocr"])
def test_a_text_of_run_ons_alone_stays_in_every_run(name: str) -> None:
    assert Pipeline.from_preset(name).run(BESIDE_EACH_OTHER).text == BESIDE_EACH_OTHER


def test_few_run_ons_beside_each_other_are_parted_as_before() -> None:
    assert web().run("nhà:sân" * 20).text.count("sân nhà") > 5


def test_many_run_ons_in_vietnamese_text_are_parted() -> None:
    line = "Chiều qua cô giáo dặn lớp mang theo bànghế cho buổi họp sau.\n"
    assert "bànghế" not in web().run(line * 90).text
