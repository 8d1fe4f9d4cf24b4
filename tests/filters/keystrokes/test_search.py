"""Which lines are looked at for keys, where their words stand, and which lines are Vietnamese enough for one word."""

from __future__ import annotations

import pytest

from vntextclean.filters.keystrokes.search import KeySearch
from vntextclean.text_state import TextState


def spelled(text: str, lang: str = "en") -> list[tuple[str, str, str]]:
    """What is found: the word, what it is, and the last part of the rule."""
    edits = KeySearch(lang).edits(TextState(text))
    assert [edit.start for edit in edits] == sorted({edit.start for edit in edits})
    return [(text[edit.start : edit.end], edit.replacement, edit.rule.split(".")[1]) for edit in edits]


TELEX = [("Hoom", "Hôm", "telex"), ("troiwf", "trời", "telex"), ("ddejp", "đẹp", "telex"), ("quas", "quá", "telex")]
VNI = [("Ho6m", "Hôm", "vni"), ("tro72i", "trời", "vni"), ("d9e5p", "đẹp", "vni"), ("qua1", "quá", "vni")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hoom nay troiwf ddejp quas", TELEX),
        ("Xin chào.\nHoom nay troiwf ddejp quas\nHẹn gặp.", TELEX),
        ("Hoom nay troiwf ddejp quas\nHoom nay troiwf ddejp quas", TELEX * 2),
        ("Ho6m nay tro72i d9e5p qua1", VNI),
        ("Xin chào.\nHo6m nay tro72i d9e5p qua1\nHẹn gặp.", VNI),
        ("Ho6m nay tro72i d9e5p qua1\nHo6m nay tro72i d9e5p qua1", VNI * 2),
        ("Hoom nay troiwf ddejp quas\nHo6m nay tro72i d9e5p qua1\nHoom nay troiwf ddejp quas", TELEX + VNI + TELEX),
        ("Xin chào.\nHẹn gặp.", []),
        ("", []),
    ],
)
def test_lines_of_keys(text: str, found: list[tuple[str, str, str]]) -> None:
    assert spelled(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hôm nay nguwofi dân đi chợ đông.", [("nguwofi", "người", "telex")]),
        ("Mưa to quá.\nHôm nay nguwofi dân đi chợ đông.\nTôi ở nhà.", [("nguwofi", "người", "telex")]),
        ("người đã nguwofi và ddejp lắm", [("nguwofi", "người", "telex"), ("ddejp", "đẹp", "telex")]),
        ("Độ sáng mà người quan sát thaays từ xa.", [("thaays", "thấy", "telex")]),
        ("thaays", []),  # no other word tells the language
        ("Hôm nay thaays.", []),  # one word of our own, and not beside it
        ("người đã thaays straight words here", []),  # one of our own among foreign ones
        ("suwon ở người đây", []),  # a word that people know
        ("một cái ddos lớn của người ta", []),
        ("aaaaaaaaaaaaaw người đã đi", []),  # too long for a word
        ("Cái w của người đã đi", []),
    ],
)
def test_one_word_of_keys_among_words_with_marks(text: str, found: list[tuple[str, str, str]]) -> None:
    assert spelled(text) == found


@pytest.mark.parametrize(
    ("line", "is_ours"),
    [
        ("hai nguwofi người di", True),  # one word of our own, and others that may be
        ("đi nguwofi má", True),
        ("hai nguwofi người street", False),  # one that may not
        ("đi nguwofi má street", False),
        ("đi nguwofi đi street", False),  # the same word twice
        ("đi nguwofi đò street", True),  # two words of our own
        ("nguwofi đi đò street corner", True),
        ("ba nguwofi má ta", False),  # none: a mark on "a" have others too
    ],
)
def test_which_lines_are_vietnamese_enough(line: str, is_ours: bool) -> None:
    assert spelled(line) == [("nguwofi", "người", "telex")] * is_ours
    assert spelled(f"street\n{line}\nngười đã street") == [("nguwofi", "người", "telex")] * is_ours


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tặng côupon qua êmail nhé", [("côupon", "coupon", "english"), ("êmail", "email", "english")]),
        ("Tặng coupon qua email nhé", []),
        (
            "Ho6m nay tro72i d9e5p qua1, tặng êmail và Hoom",
            [*VNI, ("êmail", "email", "english")],
        ),
    ],
)
def test_english_words_under_marks(text: str, found: list[tuple[str, str, str]]) -> None:
    assert spelled(text) == found


def test_reasons_name_the_word_in_the_language_asked_for() -> None:
    text = "Hoom nay troiwf ddejp quas"
    english, vietnamese = (KeySearch(lang).edits(TextState(text))[0].reason for lang in ("en", "vi"))
    assert english == "Telex keys for 'Hôm'"
    assert "Hôm" in vietnamese
    assert vietnamese != english
