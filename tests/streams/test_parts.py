"""A text that is too long for one document is cleaned in parts, and nothing shows it but the memory."""

from __future__ import annotations

import io

import pytest

from vntextclean import Pipeline
from vntextclean.changes import apply
from vntextclean.cli.inputs.reading import read
from vntextclean.streams import parts

WEB = Pipeline.from_preset("web")
LINES = (
    "Môt buổi  làm công tác dân vn ở xã, bà con đến rất đông.",
    "Các đồng chí thựchiện nhiệm vụ được giao ,không ai vắng mặt.",
    "",
    "Chợ họp từ ba giờ sáng, khi sương còn dày trên mặt sông.",
    "Viá»‡t Nam có nhiều chợ nổi.",
)


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART", 400)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n\n\n"])
@pytest.mark.parametrize("lines", [1, 7, 8, 40])
@pytest.mark.usefixtures("short_parts")
def test_parts_are_put_together_again(lines: int, end: str) -> None:
    text = end.join(f"{number}. {LINES[number % len(LINES)]}".removesuffix(". ") for number in range(lines))
    pieces = [*parts.pieces(text)]
    assert "".join(body + tail for body, tail in pieces) == text
    cleaned = WEB.run(text)
    assert cleaned.source == text
    assert apply(text, (change[:3] for change in cleaned.changes)) == cleaned.text
    assert cleaned.text == "".join(WEB.run(body).text + tail for body, tail in pieces)
    assert [one.text for one in WEB.run_many(["Hà  Nội", text])] == ["Hà Nội", cleaned.text]


@pytest.mark.usefixtures("short_parts")
def test_a_file_is_cut_as_a_text_is() -> None:
    text = "\n".join(LINES * 20)
    documents = [*read(io.BytesIO(text.encode()), "a.txt")]
    assert len(documents) > 5
    assert [(document.text, document.tail) for document in documents] == [*parts.pieces(text)]


@pytest.mark.usefixtures("short_parts")
def test_a_blank_line_at_the_top_is_no_place_to_cut() -> None:
    text = "Tiêu đề\n\n" + "Trời nắng, gió nhẹ, bà con ra đồng.\n" * 30
    assert [len(body) > 200 for body, _ in parts.pieces(text)][:-1] == [True, True]


@pytest.mark.usefixtures("short_parts")
def test_a_line_longer_than_a_part_stays_whole() -> None:
    text = "Trời nắng, " * 100 + "hết.\nDòng sau.\n"
    assert [body for body, _ in parts.pieces(text)] == ["Trời nắng, " * 100 + "hết.", "Dòng sau.\n"]
