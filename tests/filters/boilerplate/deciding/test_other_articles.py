"""Blocks that list other articles are known by their shape, and what looks like them is not."""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.content.article import talk
from vntextclean.filters.boilerplate.deciding.other_articles import other_articles
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import read

PLACES = ("Nà Lo", "Co Mạ", "Huổi Sai trên đồi", "Pán", "Yên Sơn bên kia con suối lớn")
HEADLINES = [f"Bà con {place} góp công làm đường vào bản" for place in PLACES]
CUT = [f"Sau vụ ngô, mỗi nhà ở {place} cử một người ra đường lớn đập đá, trải cấp phối, còn xã cho" for place in PLACES]
WHOLE = [f"{line} mượn xe lu trong hai ngày." for line in CUT]


def others(text: str) -> list[int]:
    """The numbers of the lines in blocks that list others."""
    page = read(text)
    found: list[int] = other_articles(page, blocks_of(page)).nonzero()[0].tolist()
    return found


def test_cards_have_their_headline_twice() -> None:
    cards = "\n".join(f"{line}\n{cut}\n{line}" for line, cut in zip(HEADLINES, CUT, strict=True))
    assert others(f"Mưa to\n{cards}\nMưa to") == list(range(1, 16))
    assert not others("\n".join(f"{line}\nMưa to\n{line}" for line in HEADLINES[:3]))  # too few
    rows = "\n".join(f"{HEADLINES[0]}\n{day}\n{HEADLINES[0]}\n{day} tháng Ba" for day in range(2, 9))
    assert not others(rows)  # rows of a table say the same again and again


def test_the_teaser_of_a_card_may_be_wrapped() -> None:
    rows = (
        "Sau vụ ngô, mỗi nhà ở {0} cử một người",
        "ra đường {0} đập đá, trải cấp phối",
        "cho kịp, còn xã {0} cho mượn xe",
    )
    cards = [
        f"  • {line}\n{line}\n" + "\n".join(rows).format(place) for line, place in zip(HEADLINES, PLACES, strict=True)
    ]
    assert others("\n".join(cards)) == list(range(25))


def test_teasers_stand_below_a_heading_that_says_that_they_are_others() -> None:
    listed = "\n".join(f"{line}\n{cut}" for line, cut in zip(HEADLINES, CUT, strict=True))
    assert others(f"Mưa to\nTin liên quan\n{listed}\nMưa to") == list(range(2, 12))
    assert not others(f"Mưa to\nViệc ở bản\n{listed}\nMưa to")  # the parts of an article are headed as well
    more = f"NỔI BẬT\n{HEADLINES[0]} khác\n{WHOLE[0]}\n- Mưa to."
    assert others(f"Tin liên quan\n{listed}\n{more}") == list(range(1, 14))  # up to a paragraph without a headline
    whole = "\n".join(f"{line}\n{text}" for line, text in zip(HEADLINES, WHOLE, strict=True))
    assert not others(f"Tin liên quan\n{whole}")  # the article goes on below a list that stands in its midst


def test_categories_have_their_numbers_below() -> None:
    assert others("Chợ\nĐặc sản\n(4)\nLàng nghề\n(12)\nChợ phiên\n(7)\nBến đò\n(2)\nMưa to") == list(range(1, 9))
    assert not others("Đặc sản\n(4)\nLàng nghề\n(12)\nChợ phiên\n(7)\nMưa to")
    assert not others("(1)\n(2)\n(3)\n(4)\n(5)")


def test_the_second_row_of_a_paragraph_that_goes_is_no_talk() -> None:
    first = "Trang này giúp bà con tìm chỗ mua giống ngô, giống lúa và phân bón ở gần nhà"
    page = read(f"Mưa to\n{first}\nvà không nhận tiền của ai để xếp chỗ này trên chỗ kia.")
    odds = np.array([0, 3, 2], np.float32)
    assert not talk(page, blocks_of(page), odds, 1.6).any()
    assert talk(page, blocks_of(page), np.array([0, 0, 2], np.float32), 1.6).tolist() == [False, False, True]


def test_the_foot_of_documentation_begins_below_the_only_question() -> None:
    body = "\n".join(f"Bước {number}: xoay núm" for number in range(9))
    foot = "Trang này có hữu ích không?\nCó\nKhông\nTiếp\nLên men"
    assert others(f"{body}\n{foot}") == [9, 10, 11, 12, 13]
    assert not others(f"{body}\n{foot}\n{WHOLE[0]}")  # prose stands below
    assert not others(f"{body}\n{foot}\n{foot}")  # asked twice: of each answer
    assert not others(f"Bước 1\n{foot}")  # most of the page
    assert not others(f"{body}\nTrang này có hữu ích không thì chưa rõ.\nCó\nKhông")
