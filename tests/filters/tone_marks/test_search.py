"""Which words have their tone on the wrong letter, what each was meant to be, and which stay."""

from __future__ import annotations

import pytest

from vntextclean.filters.tone_marks.search import Search
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def read(text: str, style: str = "keep") -> list[tuple[str, str, str]]:
    """The words that are respelled, as what, and the last part of the rule."""
    edits = Search(Settings(tone_style=style)).edits(TextState(text))  # type: ignore[arg-type]  # one of three
    assert [edit.start for edit in edits] == sorted({edit.start for edit in edits})
    assert all(edit.reason for edit in edits)
    return [(text[edit.start : edit.end], edit.replacement, edit.rule.split(".")[1]) for edit in edits]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ngừơi dân đựơc mùa lúa.", [("Ngừơi", "Người"), ("đựơc", "được")]),
        ("NGỪƠI DÂN ĐƯỢC MÙA", [("NGỪƠI", "NGƯỜI")]),
        ("Ngừơi", [("Ngừơi", "Người")]),
        ("Cuả nhà này ở đâu?", [("Cuả", "Của")]),
        ("Bà nói cuả.", [("cuả", "của")]),  # no crab
        ("Một nghiã trang cũ của làng.", [("nghiã", "nghĩa")]),
        ("Trường Đaị học ở làng.", [("Đaị", "Đại")]),
        ("Bà con về cả rồì. Mai đi.", [("rồì", "rồi")]),
        ("Tòan bộ hòang thành.", [("Tòan", "Toàn"), ("hòang", "hoàng")]),
        ("ở làng có gíêng nứơc", [("gíêng", "giếng"), ("nứơc", "nước")]),
        ("ngừơi ngừơi ngừơi đều vui", [("ngừơi", "người")] * 3),
        ("Dựơc mùa lúa rồi.", []),  # the bar of đ was lost as well
        ("Chỉêm ơi, về thôi.", []),  # Chiêm, with a mark too many
        ("Nó ngôỉ trên ghế của bà", []),  # ngôi or ngồi
        ("gìa đình ở làng này đông người", []),  # gia đình
        ("Ông Noé đi chợ.", []),
        ("Người dân được mùa lúa.", []),
        ("Chị Lauraí và Pedroá ở đây", []),
        ("Les élèves ont étudié", []),
        ("", []),
    ],
)
def test_misplaced_tones(text: str, words: list[tuple[str, str]]) -> None:
    assert read(text) == [(*word, "placement") for word in words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bà con trồng lúạ", ("lúạ", "lúa.")),
        ("Bà con trồng lúạ Mai gặt.", ("lúạ", "lúa.")),
        ("Bà con trồng lúạ\nMai gặt.", ("lúạ", "lúa.")),
        ("Bà con trồng lúả", ("lúả", "lúa?")),
        ("Bà con trồng lúạ mai gặt.", None),  # the sentence goes on
    ],
)
def test_a_stop_that_became_a_tone(text: str, found: tuple[str, str] | None) -> None:
    assert read(text) == ([] if found is None else [(*found, "sentence-end")])


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("keep", []),
        ("new", [("thúy", "thuý"), ("hòa", "hoà"), ("khỏe", "khoẻ")]),
        ("old", [("thuý", "thúy"), ("hoà", "hòa"), ("khoẻ", "khỏe")]),
    ],
)
def test_the_style_of_open_rimes(style: str, found: list[tuple[str, str]]) -> None:
    text = "Làng thúy thuý hoà hòa khỏe khoẻ toàn quý Noé loa"
    assert read(text, style) == [(*word, "style") for word in found]


def test_a_misplaced_tone_comes_back_in_the_style_that_is_asked_for() -> None:
    text = "Ngừơi làng thúy yêu hoà bình."
    assert read(text, "new") == [("Ngừơi", "Người", "placement"), ("thúy", "thuý", "style")]
    assert read(text, "old") == [("Ngừơi", "Người", "placement"), ("hoà", "hòa", "style")]


def test_reasons_are_in_the_language_asked_for() -> None:
    text = "Ngừơi làng thúy trồng lúạ"
    english, vietnamese = (
        [edit.reason for edit in Search(Settings(tone_style="new", lang=lang)).edits(TextState(text))]
        for lang in ("en", "vi")
    )
    assert len(english) == len(vietnamese) == 3
    assert all(one != other for one, other in zip(english, vietnamese, strict=True))
    assert "mới" in vietnamese[1]
