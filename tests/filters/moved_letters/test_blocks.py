"""Lines whose letters stand around them in no order: blocks, what is clear in them, and what stays."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.filters.moved_letters.bags import bags_of
from vntextclean.filters.moved_letters.blocks import Block, BlockSearch
from vntextclean.lm.model import Model

DOG = "Con chó nh  ch y l c t  t i hôm tr c,\nc  nhà đi tìm kh p n i không th y.\n"
LETTERS = "ướ\nố\nừ\nạ\nạ\nỏ\nấ\nơ\nắ\nả\n"


@pytest.fixture(scope="module")
def search() -> BlockSearch:
    return BlockSearch(Model.open())


def blocks(search: BlockSearch, text: str) -> list[Block]:
    return [*search.blocks(text, bags_of(text, 1))]


@pytest.mark.parametrize("text", [DOG + LETTERS, LETTERS + DOG, LETTERS[:7] + "\n" + DOG + "\n" + LETTERS[7:]])
def test_letters_stand_before_behind_and_around(search: BlockSearch, text: str) -> None:
    (block,) = blocks(search, text)
    assert block.after == "Con chó nhỏ chạy lạc từ tối hôm trước,\ncả nhà đi tìm khắp nơi không thấy."
    assert (block.letters, block.put) == (10, 10)
    assert (block.start, text[block.end :].strip()) == (0, "")


def test_a_letter_that_fits_twice_stays_behind_the_block(search: BlockSearch) -> None:
    (block,) = blocks(search, "Lúa tr  bông tr  nhà, tr i s m.\nớ\nạ\nờ\nổ\nồ\n")
    assert block.put < block.letters
    placed, left = block.after.split("\n")
    assert len(left.split()) == block.letters - block.put
    assert placed.startswith("Lúa ")


def test_a_block_with_a_letter_too_few_or_another_does_not_come_out(search: BlockSearch) -> None:
    assert blocks(search, DOG + "ướ\nố\nừ\nạ\nỏ\nấ\nắ\n") == []
    assert blocks(search, DOG + "ẽ\nẻ\nỵ\nỹ\nự\nỏ\nợ\nẹ\nễ\nỉ\n") == []


def test_a_line_that_holds_such_letters_ends_a_block(search: BlockSearch) -> None:
    sound = "Người ta kể lại chuyện ấy.\n" * 2
    lines = "".join(f"Ông Ba mang {word} ra sân.\n" for word in ("rau", "dao", "chum", "phích", "chim", "than") * 4)
    assert blocks(search, lines + DOG + sound + LETTERS) == []


def test_a_paragraph_stays_one_and_two_stay_two(search: BlockSearch) -> None:
    (block,) = blocks(search, DOG.replace(",\n", ",\n\n") + LETTERS)
    assert ",\ncả nhà" in block.after
    (block,) = blocks(search, DOG.replace("\nc  nhà", "\n\nC  nhà") + LETTERS)
    assert ",\n\nCả nhà" in block.after


def test_few_letters_alone_are_no_such_page() -> None:
    assert bags_of(DOG + LETTERS, 15) == []
    assert "Con chó nh " in Pipeline.from_preset("ocr").run(DOG + LETTERS).text
    assert bags_of("Mẹ nấu cơm.\n" * 9 + LETTERS * 2, 15) == []


def test_no_line_of_paper_has_so_many_words(search: BlockSearch) -> None:
    assert blocks(search, DOG.replace("\n", " ") * 30 + "\n" + LETTERS * 30) == []
