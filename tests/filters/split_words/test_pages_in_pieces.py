"""A page in pieces is not one that lost letters: the pieces are joined, and what lost letters is not."""

from __future__ import annotations

import re

import pytest

from vntextclean import Pipeline
from vntextclean.filters.split_words.filter import SplitWords
from vntextclean.filters.split_words.pages_in_pieces import is_in_pieces
from vntextclean.filters.split_words.search import Broken
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.stretches import Stretches

SOUND = """Sáng sớm, người trong phường chài kéo nhau ra bến. Thuyền nào cũng chất đầy lưới mới đan và nước ngọt.
Ông lão giữ đền thắp hương, khấn cho biển lặng. Đám trẻ chạy theo mẹ, đứa cầm nón, đứa xách giỏ cơm nắm.
Khi mặt trời lên, những cánh buồm nâu đã thành chấm nhỏ. Phụ nữ ở lại phơi cá, vá lưới, gánh muối về kho.
Chiều đến, gió đổi hướng, bến lại ồn ào tiếng gọi. Thương lái đứng chờ sẵn, trả giá từng mẻ tôm vừa cập bờ."""
#: Words are parted behind an onset of several letters; or every second word loses its marked letters.
PIECES = re.sub(r"(?i)\b(ngh|ng|nh|ch|gh|kh|ph|th|tr)(?=\w)", r"\1 ", SOUND)
LOST = "".join(
    re.sub("[^a-zđ]", "", word) if number % 4 == 2 and word.isalpha() and word.islower() else word
    for number, word in enumerate(re.split(r"(\W+)", SOUND))
)


def test_a_page_in_pieces_is_joined() -> None:
    assert Stretches(PIECES).lost_letters
    joined = [edit for edit in SplitWords(Settings()).edits(TextState(PIECES)) if edit.confidence >= 0.98]
    assert len(joined) > 20
    assert all(edit.replacement in SOUND for edit in joined)


@pytest.mark.parametrize("preset", ["web", "ocr"])
def test_no_piece_is_repaired_by_itself(preset: str) -> None:
    cleaned = Pipeline.from_preset(preset).run(PIECES)
    rules = {rule for change in cleaned.changes for rule in change.rules}
    assert {rule.partition(".")[0] for rule in rules} <= {"split-words", "line-joins"}
    assert Pipeline.from_preset(preset).run(cleaned.text).text == cleaned.text


def test_what_lost_letters_is_not_joined() -> None:
    text = f"{LOST}\n{LOST}"
    assert Stretches(text).lost_letters
    assert [edit for edit in SplitWords(Settings()).edits(TextState(text)) if edit.confidence >= 0.98] == []


@pytest.mark.parametrize(
    ("text", "joined", "pieces"),
    [
        ("xã th ực hiện", ["th ực"], True),
        ("xã th ực hiện vc nc", ["th ực"], False),  # one of three
        ("xã th ực ng ười nhng", ["th ực", "ng ười"], True),  # two of three
        ("xã hiện vc", [], False),
        ("t h ự c vc nc", [], True),  # four of six are letters
    ],
)
def test_what_joining_mends(text: str, joined: list[str], pieces: bool) -> None:
    found = [Broken(text.index(each), text.index(each) + len(each), each.replace(" ", ""), 20.0) for each in joined]
    assert is_in_pieces(Model.open().scan(text), found) is pieces
