"""How many cards, teasers and labels make a list of others, and how far they may stand apart."""

from __future__ import annotations

import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.deciding.other_articles import other_articles
from vntextclean.filters.boilerplate.reading.blocks import blocks_of

PLACES = ("Nà", "Mạ", "Sai", "Pán", "Sơn", "Lay", "Khoang")
HEADS = [f"Bà con {place} làm đường" for place in PLACES]  # five words


def found(lines: list[str]) -> list[str]:
    return found_by(lambda page: other_articles(page, blocks_of(page)), lines)


def all_found(lines: list[str]) -> list[str]:
    return [f"+{line}" for line in lines]


def cards(heads: list[str], inside: int, below: int = 0) -> list[str]:
    """Cards with so many lines between the headline and its repetition, and so many below."""
    return [
        line
        for head in heads
        for line in (
            head,
            *(f"{head[7:10].strip()} {number}." for number in range(inside)),
            head,
            *(f"Xóm {head[7:10].strip()} {number}." for number in range(below)),
        )
    ]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(cards(HEADS[:4], 1)),
        cards(HEADS[:3], 1),
        ["Mưa to", *all_found(cards(HEADS[:4], 0)), "Gió bấc"],
        cards([head.replace("Bà con", "Dân") for head in HEADS[:4]], 1),  # four words
        [*all_found(cards(HEADS[:4], 5)), "Gió bấc"],  # six lines from the one to the other
        [*cards(HEADS[:4], 6), "Gió bấc"],
        [*all_found(cards(HEADS[:5], 1, 1)), "Gió bấc"],  # each has its teaser below, the last as well
        [*all_found(cards(HEADS[:5], 1, 2)[:-1]), "Xóm Sơn 1.", "Gió bấc"],
        [*all_found(cards(HEADS[:4], 1)), *cards(HEADS[4:5], 1, 1)[2:], "Gió bấc"],
        [*cards(HEADS[:5], 1, 3), "Gió bấc"],  # four lines to the next, three of them paragraphs
        [*cards(HEADS[:3], 1), "Mưa to.", "Gió bấc.", "Nắng.", *cards(HEADS[3:6], 1)],
        [*all_found(cards(HEADS[:4], 1)), "Mưa to.", "Gió bấc.", "Nắng.", *cards(HEADS[4:7], 1)],
        [*cards(HEADS[:3], 1), "Mưa to.", "Gió bấc.", "Nắng.", *all_found(cards(HEADS[3:7], 1))],
        all_found([*cards(HEADS[:2], 1), "Mưa to.", "Gió bấc.", *cards(HEADS[2:4], 1)]),
        all_found([*cards(HEADS[:2], 1), "Mưa to", "gió bấc", "và nắng", "trên núi", *cards(HEADS[2:4], 1)]),
        [*cards(HEADS[:3], 1), *cards(HEADS[:1], 1)],  # the same again
    ],
)
def test_cards(lines: list[str]) -> None:
    assert found(lines) == lines


COUNTED = ["Đặc sản", "(4)", "Làng nghề", "(12)", "Chợ phiên", "(7)", "Bến đò", "(2)"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(COUNTED),
        COUNTED[:6],
        ["Mưa to", *all_found(COUNTED), "Gió bấc"],
        COUNTED[1:],  # the first number has no label
        [*COUNTED[:4], "(9)", *COUNTED[4:]],
        [*COUNTED[:4], "Mưa to", *COUNTED[4:]],
        [*all_found(COUNTED), "Mưa to", *COUNTED[:6]],
        [*COUNTED[:6], "Mưa to", *all_found(COUNTED)],
        [*all_found(COUNTED), "Mưa to", *all_found(COUNTED), "Gió bấc"],
        [*COUNTED[:7], "(hai)"],
        [*COUNTED[:7], "(2 bài)"],
        [*COUNTED[:7], "(2"],
        [*COUNTED[:7], "(2) bài"],
        [*COUNTED[:7], "2)"],
    ],
)
def test_labels_with_numbers(lines: list[str]) -> None:
    assert found(lines) == lines


ASKED = "Trang này có hữu ích không?"
SAID = "Bến Sa Hạ nghỉ từ mùng một tới hết mùng ba Tết, ai cần qua sông xin gọi bác Pọm ở đầu bến."


@pytest.mark.parametrize(
    "lines",
    [
        ["Mưa to", "Gió bấc", "Nắng", "+" + ASKED, "+Có", "+Không"],
        ["Mưa to", "Gió bấc", ASKED, "Có", "Không", "Sau"],  # more than half of the page
        ["Mưa to", "Gió bấc", "Nắng", ASKED, ASKED, "Không"],
        ["Mưa to", "Gió bấc", "Nắng", ASKED, "Có", SAID],
        ["Mưa to", "Gió bấc", SAID, "+" + ASKED, "+Có", "+Không"],
        ["Mưa to", "Gió bấc", "Nắng", "Họ tên (*)", "Có", "Không"],  # another form
    ],
)
def test_the_foot_of_a_documentation_site(lines: list[str]) -> None:
    assert found(lines) == lines


TEASER = "Sau vụ ngô, mỗi nhà cử một người ra đường lớn đập đá, trải cấp phối"


def teasers(count: int, head: str = "Bà con Nà làm đường", size: int = 70, end: str = "x") -> list[str]:
    """So many headlines with a teaser of so many characters each; blank lines part them."""
    return count * [f"\n{head}", "\n" + TEASER.ljust(size - 1, "o")[: size - 1] + end]


HEAD, AFTER = "Tin liên quan", ["\nGió bấc"]


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        ([HEAD, *teasers(4), *AFTER], 1, 9),
        ([HEAD, *teasers(4)], 1, 9),
        ([HEAD, *teasers(3), *AFTER], 0, 0),
        (["Việc ở bản", *teasers(4), *AFTER], 0, 0),
        ([HEAD, "\nMưa.", *teasers(4), *AFTER], 2, 10),
        ([HEAD, "\nMưa.", "\nGió.", *teasers(4), *AFTER], 0, 0),
        ([HEAD, *teasers(4, size=69), *AFTER], 0, 0),
        ([HEAD, *teasers(4, "Bà con làm"), *AFTER], 0, 0),  # three words
        ([HEAD, *teasers(4, "Bà con làm đường"), *AFTER], 1, 9),
        ([HEAD, *teasers(4, "Bà con làm đường."), *AFTER], 0, 0),
        ([HEAD, *teasers(4, "Bà con làm đường?"), *AFTER], 1, 9),
        ([HEAD, *teasers(4, "Bà con làm đường ".ljust(129, "o")), *AFTER], 1, 9),
        ([HEAD, *teasers(4, "Bà con làm đường ".ljust(130, "o")), *AFTER], 0, 0),
        ([HEAD, *teasers(2), *teasers(2, end="."), *AFTER], 1, 9),  # half of them are cut off
        ([HEAD, *teasers(1), *teasers(3, end="."), *AFTER], 0, 0),
        ([HEAD, *teasers(4), *teasers(2, size=65), *AFTER], 1, 13),  # it goes on with shorter ones
        ([HEAD, *teasers(4), *teasers(2, size=64), *AFTER], 1, 9),
        ([HEAD, *teasers(4), "\nNỔI BẬT", *teasers(1), *AFTER], 1, 12),
        ([HEAD, *teasers(4), "\nNỔI BẬT", "\nKhác", *teasers(1), *AFTER], 1, 9),
    ],
)
def test_teasers(lines: list[str], first: int, last: int) -> None:
    assert [number for number, line in enumerate(found(lines)) if line.startswith("+")] == list(range(first, last))
