"""Lost spaces of a whole text, asked in order, are told as each is by itself."""

from __future__ import annotations

import random

import pytest

from vntextclean.filters.spacing.lost_spaces import GLUED, space_is_lost
from vntextclean.filters.spacing.repeated_marks import LostSpaces

PIECES = [
    "ộc,",
    "chuối,xoài;",
    "thấm.Rãnh ",
    "a.b",
    "5,7",
    "đi.”Anh",
    "”là ",
    "…Ồ",
    "...Hồ ",
    "www.vn/",
    "\n",
    "(x)y",
    "là:đi ",
]


def marks(text: str) -> list[int]:
    return [match.end() for match in GLUED.finditer(text) if match[0] not in '(“«"']


@pytest.mark.parametrize("seed", range(60))
def test_the_answers_are_those_of_each_mark(seed: int) -> None:
    chance = random.Random(seed)
    some = chance.sample(PIECES, chance.randint(1, 3))
    text = "".join(chance.choice(some) for _ in range(150))
    if seed % 3 == 0:
        text += "thường".join(chance.choice(PIECES) for _ in range(60)) + text
    lost, known = LostSpaces(text), dict[int, bool]()
    for at in marks(text):
        assert lost.behind(at) == space_is_lost(text, at, known), (at, text[at - 30 : at + 30])


def test_the_same_characters_on_a_foreign_line_are_told_apart() -> None:
    glued = "les chats,les chiens"
    text = f"{glued}\nBà con mua chuối,xoài\n{glued}"
    lost = LostSpaces(text)
    assert [lost.behind(at) for at in marks(text)] == [False, True, False]
