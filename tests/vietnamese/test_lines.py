"""Whether a line is Vietnamese, also what is left of one."""

from __future__ import annotations

import random

import pytest

from vntextclean.vietnamese.lines import Lines, is_vietnamese, is_vietnamese_or_damaged


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


@pytest.mark.parametrize("seed", range(40))
def test_what_is_kept_of_a_text_answers_as_each_place_by_itself(seed: int) -> None:
    source = random.Random(seed)
    words = "là né une má où ca abc les đi \n một".split(" ")[: source.randint(3, 11)]
    text = " ".join(source.choices(words, k=source.randint(1, 500)))
    places = source.choices(range(len(text) + 1), k=60)
    lines = Lines(text)
    for at in [*sorted(places), *places]:
        assert lines.is_vietnamese_or_damaged(at) == is_vietnamese_or_damaged(text, at), at
