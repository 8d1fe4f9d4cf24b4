"""Phrases without marks: decided line by line, and once for all."""

from __future__ import annotations

from unittest import mock

import pytest

from vntextclean.changes import apply
from vntextclean.filters.bare_phrases import search
from vntextclean.filters.bare_phrases.filter import BarePhrases
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import bare

SENTENCES = (
    "Ủy ban nhân dân xã đã tổ chức lễ phát động trồng cây trong toàn trường.",
    "Sau nhiều tháng chuẩn bị, đoàn kịch sẽ ra mắt vở diễn mới vào cuối tuần này.",
    "Nông dân trong vùng được hướng dẫn cách chăm sóc cây ăn quả trong mùa khô.",
    "Cô giáo khuyên học sinh nên đọc sách mỗi ngày để mở rộng hiểu biết của mình.",
)


def stripped() -> list[str]:
    """Every sentence with every run of six words bare, but for its first two and last two words."""
    found = []
    for sentence in SENTENCES:
        words = sentence.split(" ")
        for first in range(2, len(words) - 7):
            run = [bare(word) for word in words[first : first + 6]]
            found.append(" ".join([*words[:first], *run, *words[first + 6 :]]))
    return found


def cleaned(text: str) -> str:
    """The text with what is sure enough."""
    return apply(text, [edit[:3] for edit in BarePhrases(Settings()).edits(TextState(text)) if edit.confidence >= 0.98])


def test_most_runs_come_back() -> None:
    damaged = stripped()
    assert sum(cleaned(text) in SENTENCES for text in damaged) >= 0.7 * len(damaged)


def test_what_is_repaired_is_left_alone() -> None:
    for text in stripped():
        once = cleaned(text)
        assert cleaned(once) == once


def test_each_line_speaks_for_itself() -> None:
    damaged = stripped()
    assert cleaned("\n".join(damaged)) == "\n".join(map(cleaned, damaged))


def test_a_doubtful_phrase_is_proposed_and_not_made() -> None:
    text = "Các cháu nhỏ hát múa rồi nhan qua cua đoàn từ thiện thành phố."
    (edit,) = BarePhrases(Settings()).edits(TextState(text))
    assert text[edit.start : edit.end] == "nhan qua cua"
    assert edit.replacement.startswith("nhận ")
    assert edit.confidence < 0.98
    assert cleaned(text) == text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_text_with_its_marks_has_no_phrases(sentence: str) -> None:
    assert BarePhrases(Settings()).edits(TextState(sentence)) == []


def test_a_line_whose_words_were_just_repaired_is_not_judged_again() -> None:
    text = "Các cháu nhỏ hát múa rồi nhan qua cua đoàn từ thiện, thực hiệm công tác xã hội."
    with mock.patch.object(search, "repairs", side_effect=search.repairs) as repairs:
        assert cleaned(text) == text
    (call,) = repairs.call_args_list
    assert call.args[1].text == text
