"""Lines whose letters stand around them in no order: blocks, what is clear in them, and what stays."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.filters.moved_letters.bags import bags_of
from vntextclean.filters.moved_letters.blocks import Block, BlockSearch
from vntextclean.lm.model import Model

BRIDGE = "C u g  b c qua su i đã m c nhi u n i, h c sinh\nđi l i r t nguy hi m khi n c l n.\n"
LETTERS = "ớ\nướ\nể\nấ\nạ\nọ\nơ\nề\nụ\nố\nắ\nỗ\nầ\n"


@pytest.fixture(scope="module")
def search() -> BlockSearch:
    return BlockSearch(Model.open())


def blocks(search: BlockSearch, text: str) -> list[Block]:
    return [*search.blocks(text, bags_of(text, 1))]


@pytest.mark.parametrize("text", [BRIDGE + LETTERS, LETTERS + BRIDGE, LETTERS[:7] + "\n" + BRIDGE + "\n" + LETTERS[7:]])
def test_letters_stand_before_behind_and_around(search: BlockSearch, text: str) -> None:
    (block,) = blocks(search, text)
    assert block.after == "Cầu gỗ bắc qua suối đã mục nhiều nơi, học sinh\nđi lại rất nguy hiểm khi nước lớn."
    assert (block.letters, block.put) == (13, 13)
    assert (block.start, text[block.end :].strip()) == (0, "")


def test_a_letter_that_fits_twice_stays_behind_the_block(search: BlockSearch) -> None:
    (block,) = blocks(search, "Lúa tr  bông tr  nhà, tr i s m.\nớ\nạ\nờ\nổ\nồ\n")
    assert block.put < block.letters
    placed, left = block.after.split("\n")
    assert len(left.split()) == block.letters - block.put
    assert placed.startswith("Lúa ")


def test_a_block_with_a_letter_too_few_or_another_does_not_come_out(search: BlockSearch) -> None:
    assert blocks(search, BRIDGE + "ớ\nướ\nể\nạ\nọ\nơ\nụ\nắ\nầ\n") == []
    assert blocks(search, BRIDGE + "ẽ\nẻ\nỵ\nỹ\nự\nỏ\nợ\nẹ\nễ\nỉ\nỷ\nẫ\nẵ\n") == []


def test_a_line_that_holds_such_letters_ends_a_block(search: BlockSearch) -> None:
    sound = "Người ta kể lại chuyện ấy.\n" * 2
    lines = "".join(f"Ông Ba mang {word} ra sân.\n" for word in ("rau", "dao", "chum", "phích", "chim", "than") * 4)
    assert blocks(search, lines + BRIDGE + sound + LETTERS) == []


def test_a_paragraph_stays_one_and_two_stay_two(search: BlockSearch) -> None:
    (block,) = blocks(search, BRIDGE.replace("sinh\n", "sinh\n\n") + LETTERS)
    assert "sinh\nđi lại" in block.after
    (block,) = blocks(search, BRIDGE.replace("sinh\nđi", "sinh\n\nĐi") + LETTERS)
    assert "sinh\n\nĐi lại" in block.after


def test_few_letters_alone_are_no_such_page() -> None:
    assert bags_of(BRIDGE + LETTERS, 15) == []
    assert "C u g " in Pipeline.from_preset("ocr").run(BRIDGE + LETTERS).text
    assert bags_of("Mẹ nấu cơm.\n" * 9 + LETTERS * 2, 15) == []


def test_no_line_of_paper_has_so_many_words(search: BlockSearch) -> None:
    assert blocks(search, BRIDGE.replace("\n", " ") * 30 + "\n" + LETTERS * 30) == []
