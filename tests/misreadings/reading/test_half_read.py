"""Bytes lost before the last reading: a token is read as a whole or stays, and `web` reads through both."""

from __future__ import annotations

import pytest

from tests.misreadings.test_law import DAMAGES, cleaner, third_things

LINES = (
    "Điều bà con mong nhất là con đường về xóm Giữa được rải đá trước mùa mưa.",
    "Ý ông Tám thì nên hỏi thợ giỏi, chọn ngói tốt và làm từ từ.",
    "ÁO MỚI PHÁT TẬN TAY HỌC TRÒ NGHÈO Ở BẢN TRÊN",
    "Người mở quán hủ tiếu ở đầu chợ vốn là thợ nề, “nghề nào cũng quý”, chị nói.",
)
CHAINS = tuple(name for name in DAMAGES if ", then " in name)


def test_there_are_chains() -> None:
    assert len(CHAINS) >= 8


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("lines", [LINES, *((line,) for line in LINES)], ids=len)
def test_lossless_undoes_no_step_alone(name: str, lines: tuple[str, ...]) -> None:
    truth = "\n".join(lines)
    damaged = "\n".join(map(DAMAGES[name], lines))  # type: ignore[arg-type]
    assert third_things(truth, damaged, cleaner("lossless").run(damaged).text) == []


@pytest.mark.parametrize(
    "name", ["cp1252, undefined bytes dropped, then mac-roman", "latin-1, controls stripped, then cp1252"]
)
def test_web_reads_through_both_steps(name: str) -> None:
    line = "Người dân trong xã họp bàn việc trồng rừng và xây cầu mới"
    assert cleaner("web").run(DAMAGES[name](line)).text == line  # type: ignore[operator]


@pytest.mark.parametrize("text", ["Ông Ästö nói «khá», rồi «quá», rồi đi", "Chị đọc “Ängel” cho lũ trẻ nghe"])
@pytest.mark.parametrize("page", ["mac-roman", "cp437", "cp1252"])
def test_foreign_letters_and_guillemets_are_no_halves(text: str, page: str) -> None:
    assert cleaner("lossless").run(DAMAGES[page](text)).text == text  # type: ignore[operator]


def test_the_second_byte_of_a_letter_is_no_n_tilde() -> None:
    text = "√Ñi√°¬ªu này đã rõ, ñã ñược ñến"
    assert cleaner("lossless").run(text).text.startswith("√Ñi√°¬ªu này")
