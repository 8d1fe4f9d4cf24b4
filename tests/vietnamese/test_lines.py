"""Whether a line is Vietnamese, also what is left of one."""

from __future__ import annotations

import pytest

from vntextclean.vietnamese.lines import is_vietnamese, is_vietnamese_or_damaged


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("Nhà ga ở đâu ?", True),
        ("khi ông b n y ra ngày mùa, c nhà u vui ông", True),
        ("Vì vy ,khi tôi và cô", True),
        ("khi ông b n y", False),  # two such syllables do not tell
        ("Où est-il né ? Là, mon ami.", False),
        (
            "Non è già là, dì Anna è giù; però il tè è caldo, perché aspetta zia Chiara.",
            False,
        ),  # a few among many others
        ("gia dinh toi o que", False),  # no marks at all
        ("", False),
    ],
)
def test_a_line_of_damaged_words(line: str, ours: bool) -> None:
    assert is_vietnamese_or_damaged(line, len(line) // 2) is ours


def test_the_lines_beside_say_nothing() -> None:
    text = "tôi và cô vào ngày ấy\nOù est la gare ?\ntôi và cô vào ngày ấy"
    assert not is_vietnamese_or_damaged(text, text.index("gare"))
    assert not is_vietnamese(text, text.index("gare"))
