"""Text that lost every letter beyond Latin-1: its lines are Vietnamese, though no letter of our own is left on them."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.vietnamese.stretches import Stretches

PARAGRAPHS = (
    "Người đàn bà đứng đó từ sớm, tay cầm chiếc nón đã cũ, mắt nhìn ra phía bến chờ đứa con trai đi học trên tỉnh về.",
    "Trời đã chuyển sang mùa đông, những chuyến đò thưa dần, nước sông xuống thấp để lộ ra từng bãi cát dài và trắng.",
    "Bà cụ hàng nước nói với mấy người khách rằng năm nay lúa được mùa nhưng giá thấp, bán đi chẳng đủ trả tiền phân.",
    "Ở cuối chợ, mấy đứa trẻ đuổi nhau quanh gốc đa, tiếng cười của chúng vọng đến tận phía bên kia của con đường lớn.",
)


def lost(text: str) -> str:
    return "".join(letter for letter in text if letter < "\u0100")


TEXT = "\n".join(f"      {lost(paragraph)}" for paragraph in PARAGRAPHS)


def test_the_text_is_seen_to_have_lost_letters() -> None:
    assert Stretches(TEXT).lost_letters
    assert not Stretches("\n".join(PARAGRAPHS)).lost_letters


@pytest.mark.parametrize("preset", ["web", "ocr"])
def test_the_indent_of_its_paragraphs_goes_at_once(preset: str) -> None:
    pipeline = Pipeline.from_preset(preset)
    once = pipeline.run(TEXT).text
    assert not any(line.startswith(" ") for line in once.split("\n"))
    assert pipeline.run(once).text == once


def test_an_indent_before_so_many_words_goes_however_few_letters_are_left() -> None:
    """A repair brings letters back, and the next run would find prose."""
    pipeline = Pipeline.from_preset("web", ignore=("legacy-fonts.dropped",))  # it reads the whole text
    short = "Hôm ấy có sáng giếng nước mà làng lại bắt họ mua từng gánh về."
    assert pipeline.run(f"{TEXT}\n      {lost(short)}\n").text.rsplit("\n", 2)[1].startswith("Hôm")
    sound = "\n".join(PARAGRAPHS)
    assert pipeline.run(f"{sound}\n      {short}\n").text == f"{sound}\n      {short}\n"


def test_pieces_are_not_joined_in_it() -> None:
    """They may be what is left of two words: "ng ó" of "đứng đó"."""
    pipeline, line = Pipeline.from_preset("web"), "Cơ quan nhà n ước đã họp."
    assert pipeline.run(f"{PARAGRAPHS[0]}\n{line}").text.endswith(" nhà nước đã họp.")
    assert pipeline.run(f"{TEXT}\n{line}").text.endswith(" n ước đã họp.")


def test_a_lone_letter_makes_no_word_without_marks_in_what_is_left_of_it() -> None:
    """The first run repaired so much that the text does not look as if letters were lost throughout."""
    sound, line = f"{PARAGRAPHS[2]}\n{PARAGRAPHS[3]}", "Chuyện ph i của cơ quan n ước ngoài."
    text = f"{sound}\n{lost(PARAGRAPHS[0])} {lost(PARAGRAPHS[1])}\n"
    stretches = Stretches(text)
    assert stretches.may_have_lost_letters
    assert not stretches.lost_letters
    pipeline = Pipeline.from_preset("web")
    assert pipeline.run(f"{sound}\n{line}").text.endswith("Chuyện phi của cơ quan nước ngoài.")
    assert pipeline.run(f"{text}{line}").text.endswith("Chuyện ph i của cơ quan nước ngoài.")


def test_a_long_list_of_another_language_lost_none() -> None:
    words = "igua na barbuda jamhuri ya watu wa kiarabu shilingi ya kenya dirham ya falme faranga peso randi "
    assert not Stretches(f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}\n" + words * 3).lost_letters
