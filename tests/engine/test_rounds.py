"""Filters that run in turn: what one leaves, the other sees in the same run."""

from __future__ import annotations

from typing import ClassVar

import pytest

from vntextclean import Edit, Phase, Pipeline, Rule, Settings
from vntextclean.engine.draft import Draft
from vntextclean.engine.policy import Policy
from vntextclean.registry import stretches
from vntextclean.text_state import TextState

FIRST = "Trong buổi họp chiều qua tại nhà văn hóa thôn, các hộ dân đã"
SECOND = "thống nhất góp công sửa lại con đường dẫn ra cánh đồng và"
THIRD = "đào thêm một cái giếng chung cho cả xóm dùng trong mùa khô."


@pytest.mark.parametrize("indent", [2, 4, 7])
def test_the_indent_goes_from_the_paragraph_that_lines_were_joined_to(indent: int) -> None:
    pipeline = Pipeline.from_preset("ocr")
    once = pipeline.run(f"{' ' * indent}{FIRST}\n{SECOND}\n{THIRD}\n").text
    assert once == f"{FIRST} {SECOND} {THIRD}\n"
    assert pipeline.run(once).text == once


def test_a_mark_at_the_head_of_a_joined_line_gets_no_space_before_it() -> None:
    pipeline = Pipeline.from_preset("ocr")
    once = pipeline.run(f"{FIRST}\n, {SECOND}\n{THIRD}\n").text
    assert f"{FIRST}, thống nhất" in once
    assert pipeline.run(once).text == once


#: What a font without the letters beyond Latin-1 leaves of a page.
LOST = "\n".join(
    "".join(letter for letter in line if letter < "\u0100")
    for line in (
        "Người đàn bà đứng đó từ sớm, tay cầm chiếc nón đã cũ, mắt nhìn ra phía bến chờ đứa con đi học trên tỉnh về.",
        "Trời đã chuyển sang mùa đông, những chuyến đò thưa dần, nước sông xuống thấp để lộ ra từng bãi cát dài.",
        "Ở cuối chợ, mấy đứa trẻ đuổi nhau quanh gốc đa, tiếng cười của chúng vọng đến tận phía bên kia con đường.",
        "Cuộc chiến tranh sắp diễn ra đã đóng một vai trò trong đời của những người lính trẻ ở làng bên kia sông.",
        "Thêm một điều quan trọng nữa, không phải ai cũng biết cách trồng loại cây này trên đất cát ven biển.",
        "Theo lệ cũ, ở các bản này,việc ấy do già làng quyết định, người làm phải có giấy phép của huyện.",
    )
)


@pytest.mark.parametrize("preset", ["web", "ocr"])
@pytest.mark.parametrize("indent", ["", "      "])
def test_a_page_that_lost_letters_is_read_until_nothing_more_is_found(preset: str, indent: str) -> None:
    """What was "Cuc chin tranh" among damaged words is seen to be a war among repaired ones."""
    pipeline = Pipeline.from_preset(preset)
    once = pipeline.run("\n".join(indent + line for line in LOST.split("\n"))).text
    assert "Cuộc chiến tranh" in once
    assert pipeline.run(once).text == once


class Lowering:
    """Says "a" for "b", and "b" for "c": what it wrote it finds again."""

    name = "lowering"
    phase = Phase.WORDS
    rules: ClassVar = {"lowering.one": Rule("", "", ("", ""), "", "", "")}

    def __init__(self, dense: object) -> None:
        self.dense = dense

    def edits(self, state: TextState) -> list[Edit]:
        """The letter before for each letter but "a"."""
        marks = enumerate(state.text)
        return [Edit(at, at + 1, chr(ord(one) - 1), "lowering.one", "") for at, one in marks if one in "bcdefg"]


@pytest.mark.parametrize(
    ("dense", "text", "after"),
    [
        (0, "ccé", "bbé"),
        ("1000", "ccé", "bbé"),  # no number
        (5, "cc" + "é" * 8, "aa" + "é" * 8),
        (4, "cc" + "é" * 8, "bb" + "é" * 8),
        (5, "c" + "é" * 8, "b" + "é" * 8),  # one edit in nine code points, and one in five is asked for
        # One edit is enough: a short text has no room for two, and a word may wait for the only one that was repaired.
        (1000, "cé", "aé"),
        (5, "bc" + "é" * 8, "aa" + "é" * 8),  # two edits at first, and the text is read again to its end
        (5, "ggé", "ccé"),  # four times at most
    ],
)
def test_a_filter_reads_a_text_again_where_its_edits_stand_dense(dense: object, text: str, after: str) -> None:
    made = Lowering(dense)
    draft = Draft(text, Policy(Settings(), [made]))
    for stretch in stretches([made]):
        for group in stretch.groups:
            draft.take(group)
    assert draft.cleaned().text == after
