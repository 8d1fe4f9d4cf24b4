"""Pages in fonts of LaTeX (T5), as the readers of PDF hand them on."""

from __future__ import annotations

import re

import pytest

from vntextclean import Pipeline
from vntextclean.charsets.tables import codes_of
from vntextclean.misreadings.old_encodings.tex_fonts import is_laid_out, kept, paragraphs

PAGE = """Ông lái xuồng buộc dây vào cọc, bước lên bậc đá trơn rêu.
Đám trẻ đuổi nhau quanh gốc bàng, bụi cuộn sau gót chân.
Kỷ luật của đội bóng làng là tập trước khi mặt trời mọc.
Quầy hàng xén bày kim chỉ, khuy đồng và dăm cuộn len tím.
ở góc sân, bà cụ ngồi nhặt đậu, thỉnh thoảng à ơi ru cháu."""
CODES = {letter: code.decode("latin-1") for code, letter in codes_of("t5").items()}


def as_read(text: str, blanks: str = "") -> str:
    """A page as Latin-1, with blanks for the signs of a class."""
    seen = "".join(CODES.get(char, char) for char in text)
    return re.sub(f"[{blanks}]", " ", seen) if blanks else seen


CONTROLS, NO_BREAKS = "\x1a-\x1f", "\xa0"


@pytest.mark.parametrize("preset", ["lossless", "web"])
def test_nothing_is_lost_where_every_code_was_kept(preset: str) -> None:
    assert Pipeline.from_preset(preset).run(as_read(PAGE)).text == PAGE


@pytest.mark.parametrize("blanks", [NO_BREAKS, CONTROLS + NO_BREAKS], ids=["no-break spaces", "all"])
def test_most_words_come_back_and_none_as_another_where_blanks_were_made(blanks: str) -> None:
    made = Pipeline.from_preset("web").run(as_read(PAGE, blanks)).text
    right, seen = PAGE.split(), as_read(PAGE, blanks).split()
    assert sum(word in right for word in made.split()) > 0.9 * len(right)
    assert [word for word in made.split() if word not in right and word not in seen] == []


#: Glyphs that pdfminer gives for codes of T5, as it takes those for codes of Adobe's standard encoding.
GLYPHS = {"¤": "⁄", "ª": "“", "¸": "‚", "¹": "„", "õ": "ı", "è": "Ł", "º": "”", "·": "•", "©": "'", "±": "–", "¦": "ƒ"}
SAME = "¡¢£¥§»¿¶"


def by_number(text: str) -> str:
    """A page as pdfminer writes it."""
    seen = as_read(text)
    return "".join(
        char if (char.isascii() and char >= " ") or char in SAME + "\n" else GLYPHS.get(char, f"(cid:{ord(char)})")
        for char in seen
    )


@pytest.mark.parametrize("preset", ["lossless", "web"])
def test_codes_by_number_are_read(preset: str) -> None:
    assert by_number(PAGE).count("(cid:") > 20
    assert Pipeline.from_preset(preset).run(by_number(PAGE)).text == PAGE


@pytest.mark.parametrize("text", ["(cid:31) (cid:32) (cid:33)", "Mã (cid:12)(cid:160)(cid:31) của hàng ở kệ “gỗ”."])
def test_other_codes_by_number_stay(text: str) -> None:
    assert Pipeline.from_preset("lossless").run(text).text == text


def test_lossless_leaves_a_word_that_may_have_lost_a_letter() -> None:
    made = Pipeline.from_preset("lossless").run(as_read(PAGE, CONTROLS + NO_BREAKS)).text
    assert "lái xuồng buộc dây" in made
    assert "\xa0" not in made
    assert not {"ông", "ồng", "ậu", "ám", "uổi"} & set(made.split())


@pytest.mark.parametrize("letter", ["đ", "Đ", "ỷ"])
def test_a_letter_that_is_a_control_character_is_not_deleted(letter: str) -> None:
    text = f"Thợ gặt nghỉ tay uống nước.\nLúa chín rộ khắp cánh bãi.\nNắng tắt dần sau rặng núi.\n{letter}"
    assert Pipeline.from_preset("lossless").run(as_read(text)).text == text


def test_a_page_laid_out_with_blanks_inside_words_stays() -> None:
    wide = as_read(PAGE, CONTROLS).replace(" ", "          ")
    assert is_laid_out(wide.split("\n"))
    assert "xuồng" not in Pipeline.from_preset("lossless").run(wide).text


def test_what_a_reader_kept_is_told_by_all_lines() -> None:
    assert kept(as_read(PAGE).split("\n")) == (True, True)
    assert kept(as_read(PAGE, NO_BREAKS).split("\n")) == (True, False)
    assert kept(as_read(PAGE, CONTROLS + NO_BREAKS).split("\n")) == (False, False)


def test_an_item_and_an_indented_line_begin_a_paragraph() -> None:
    lines = ["mét hai ba bèn n«m", "s¡u b£y t¡m chin", "   m÷íi l¨m hai m÷ìi", "2. thø ba"]
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    parts = paragraphs(list(zip(starts, lines, strict=True)))
    assert [part for _, part in parts] == ["\n".join(lines[:2]), lines[2], lines[3]]


@pytest.mark.parametrize(
    "text", ["Mẻ gốm đã nguội.\x1f Thợ gõ nhẹ.", "a\x1eb\x1fc", "¿Qué año? ¡Sí, señor!", "Ação não é emoção\x1f"]
)
def test_other_text_is_not_read(text: str) -> None:
    rules = {edit.rule for change in Pipeline.from_preset("web").run(text).changes for edit in change.edits}
    assert not {"legacy-fonts.t5", "legacy-fonts.t5-blanks"} & rules
