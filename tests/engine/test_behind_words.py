"""What reads a word by the words beside it is asked again behind the filter that repaired these."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

import pytest

from vntextclean import Edit, Phase, Pipeline, Rule, Settings
from vntextclean.engine.draft import Draft
from vntextclean.engine.policy import Policy
from vntextclean.registry import stretches
from vntextclean.text_state import TextState


def in_pieces(text: str) -> str:
    """A text as a Mac names files."""
    return unicodedata.normalize("NFD", text)


LEAD = "Lò nung đỏ lửa từ nửa đêm, khách đến sớm còn được xem thợ vuốt những chiếc chum cao quá đầu người bên bờ sông."


@pytest.mark.parametrize(
    ("preset", "text", "after"),
    [
        # keys beside words that run together
        ("web", "Đàn vịt còn haiphải trieenr khai tìm thêm", "Đàn vịt còn hai phải triển khai tìm thêm"),
        ("web", "Bà nội vừa đóngđược cuar nhà kho lại", "Bà nội vừa đóng được của nhà kho lại"),
        ("ocr", "Thợ rèn đãlàm giams đốc xưởng mộc ba năm", "Thợ rèn đã làm giám đốc xưởng mộc ba năm"),
        # a space behind a quotation mark, before words that run together
        ("web", 'Cả xóm gọi ông là "vua ong"vìnuôi khéo', 'Cả xóm gọi ông là "vua ong" vì nuôi khéo'),
        ("forum", 'Cháu hay xem bác "lò rèn"đậpsắt đỏ', 'Cháu hay xem bác "lò rèn" đập sắt đỏ'),
        # misread letters in pieces
        (
            "web",
            f"Mẹ dặn con {in_pieces('nhá»› khÃ³a cá»•ng')} rồi hãy đi ngủ",
            "Mẹ dặn con nhớ khóa cổng rồi hãy đi ngủ",
        ),
        # two marks behind one letter, each behind a space
        ("web", "Ngọn l u \u031b \u0309 a trong lò gốm cháy suốt đêm", "Ngọn lửa trong lò gốm cháy suốt đêm"),
        # a misspelt word in the same line
        ("web", "Mùi thơm của thâp phương t h ị t nướng", "Mùi thơm của thâp phương thịt nướng"),
        # the label of a link behind a word that it is glued to
        (
            "web",
            "Bà con nhớ mang theo sổ để nhận thóc giống của tổ sản xuấtXem &nbsp;chi tiết TẠI ĐÂY\nKho mở cửa cả ngày",
            "Bà con nhớ mang theo sổ để nhận thóc giống của tổ sản xuất.\nKho mở cửa cả ngày",
        ),
        (
            "web",
            "Ông đồ kê chiếu ngồi viếtchữ tại đây từ năm ngoái",
            "Ông đồ kê chiếu ngồi viết chữ tại đây từ năm ngoái",
        ),
        # two paragraphs that differ in a damaged word
        (
            "web",
            f"Xưởng gốm cuối bãi\n{LEAD.replace('khách đến', 'kháchđến')}\n{LEAD}\nThợ cả năm nay đã ngoài bảy mươi.",
            f"Xưởng gốm cuối bãi\n{LEAD}\nThợ cả năm nay đã ngoài bảy mươi.",
        ),
        # a word beside one that lost a letter
        ("web", "Ông cụ vào phòng nghĩ ngi cho khỏe.", "Ông cụ vào phòng nghỉ ngơi cho khỏe."),
        ("web", "Ông cụ nghĩ mãi đến lúc mỏi.", "Ông cụ nghĩ mãi đến lúc mỏi."),
        # what stays, stays in a second run
        ("web", "N éu trời nắng thì phơi thóc", "N éu trời nắng thì phơi thóc"),
        ("web", "Theo quy đi.nh của chợ thì hàng cá ở cuối dãy", "Theo quy đi.nh của chợ thì hàng cá ở cuối dãy"),
        ("forum", "Thơ rủ Lan &nbsp ; đi chợ huyện", "Thơ rủ Lan &nbsp ; đi chợ huyện"),
    ],
)
def test_one_run_finds_what_a_second_would(preset: str, text: str, after: str) -> None:
    pipeline = Pipeline.from_preset(preset)
    assert pipeline.run(text).text == after
    assert pipeline.run(after).text == after


class Keys:
    """Says "a" for "b" beside "c", under the name of a filter that is asked again, and counts how often."""

    name = "keystrokes"
    phase = Phase.CHARACTERS
    rules: ClassVar = {"keystrokes.one": Rule("", "", ("", ""), "", "", "")}

    def __init__(self) -> None:
        self.asked = 0

    def edits(self, state: TextState) -> list[Edit]:
        """The letter before for each "b" that has "c" behind it."""
        self.asked += 1
        at = state.text.find("bc")
        return [Edit(at, at + 1, "a", "keystrokes.one", "")] if at >= 0 else []


class Words:
    """Says "c" for "d"."""

    name = "diacritics"
    phase = Phase.WORDS
    rules: ClassVar = {"diacritics.one": Rule("", "", ("", ""), "", "", "")}

    def __init__(self) -> None:
        self.asked = 0

    def edits(self, state: TextState) -> list[Edit]:
        """The letter before for each "d"."""
        self.asked += 1
        return [Edit(at, at + 1, "c", "diacritics.one", "") for at, one in enumerate(state.text) if one == "d"]


@pytest.mark.parametrize(
    ("text", "after", "asked"),
    [
        ("b ở bên kia", "b ở bên kia", (1, 1)),  # nothing changed since they looked
        ("bd ở bên kia", "ac ở bên kia", (3, 2)),  # keys, words, keys again; then both once more in the light of that
        ("d ở bên kia", "c ở bên kia", (2, 1)),  # what follows is asked only where there was something
        ("bcbcbcbc ở bên kia", "acacacac ở bên kia", (4, 4)),  # three times behind the words
    ],
)
def test_filters_are_asked_again_only_about_what_has_changed(text: str, after: str, asked: tuple[int, int]) -> None:
    keys, words = Keys(), Words()
    draft = Draft(text, Policy(Settings(), [keys, words]))
    for stretch in stretches([keys, words]):
        for group in stretch.groups:
            draft.take(group)
    assert draft.cleaned().text == after
    assert (keys.asked, words.asked) == asked
