"""Which pieces are looked at together, which lines are a block, and what is written for one, by given joins."""

from __future__ import annotations

import pytest

from vntextclean.filters.moved_letters import cut_blocks as module
from vntextclean.filters.moved_letters.cut_blocks import CutBlock, cut_blocks
from vntextclean.filters.moved_letters.cut_lines import Piece, pieces_of
from vntextclean.lm.model import Model

TILDE, GRAVE = "\u0303", "\u0300"


def piece(opening: str = "", parted: bool = False) -> Piece:
    return Piece(0, 1, opening, (), "a", parted)


@pytest.mark.parametrize(
    ("pieces", "sizes"),
    [
        pytest.param([], [0], id="none"),
        pytest.param([piece()] * 140 + [piece(parted=True)], [140, 1], id="a paragraph behind 140"),
        pytest.param([piece()] * 139 + [piece(parted=True)], [140], id="behind 139"),
        pytest.param([piece()] * 140 + [piece(TILDE, parted=True)], [141], id="a mark begins no paragraph"),
        pytest.param([piece()] * 180, [180], id="180 without a paragraph"),
        pytest.param([piece()] * 181, [180, 1], id="181"),
        pytest.param([piece(TILDE)] * 361, [180, 180, 1], id="more"),
    ],
)
def test_pieces_that_are_looked_at_together(pieces: list[Piece], sizes: list[int]) -> None:
    assert [len(window) for window in module._windows(pieces)] == sizes


@pytest.mark.parametrize(
    ("behind", "count", "lines"),
    [
        ({}, 2, [(0,), (1,)]),
        ({0: 1}, 2, [(0, 1)]),
        ({0: 2, 2: 1}, 4, [(0, 2, 1), (3,)]),
        ({1: 2, 2: 1}, 3, [(0,), (1,), (2,)]),  # joins that lead back to their beginning
        ({2: 0}, 3, [(1,), (2, 0)]),
    ],
)
def test_lines_by_joins(behind: dict[int, int], count: int, lines: list[tuple[int, ...]]) -> None:
    assert module._lines(behind, count) == lines


def blocks(monkeypatch: pytest.MonkeyPatch, text: str, behind: dict[int, int]) -> list[CutBlock]:
    monkeypatch.setattr(module, "clear_joins", lambda model, pieces: behind)
    return [*cut_blocks(Model.open(), text)]


ONE = f"bò sư\n{TILDE}a đã lâu\n"


@pytest.mark.parametrize(
    ("text", "behind", "after"),
    [
        pytest.param(ONE, {0: 1}, ["bò sữa đã lâu"], id="a line"),
        pytest.param(ONE, {}, [], id="a piece that begins with a mark has none before it"),
        pytest.param(ONE + ONE, {0: 1, 2: 3}, ["bò sữa đã lâu", "bò sữa đã lâu"], id="two lines after another"),
        pytest.param(
            f"bò sư\ntrâu sư\n{TILDE}a đã lâu\n{TILDE}a đang lên\n", {0: 2, 1: 3}, ["bò sữa đã lâu\ntrâu sữa đang lên"],
            id="two lines between each other",
        ),
        pytest.param(f"bò sư\nmèo\n{TILDE}a đã lâu\n", {0: 2}, ["bò sữa đã lâu\nmèo"], id="a whole line between"),
        pytest.param(f"bò sư\n{GRAVE}i mưa\n{TILDE}a đã lâu\n", {0: 2}, [], id="a piece between that lacks a join"),
        pytest.param(
            f"bò sư\ncon\n\nMèo\n{TILDE}a đã lâu\n", {0: 3}, ["bò sữa đã lâu\ncon\n\nMèo"],
            id="an empty line before a capital",
        ),
        pytest.param(
            f"bò sư\ncon\n\nmèo\n{TILDE}a đã lâu\n", {0: 3}, ["bò sữa đã lâu\ncon\nmèo"],
            id="an empty line inside a sentence",
        ),
        pytest.param("bò\nmèo\n", {}, [], id="nothing is joined"),
        pytest.param(f"bò sư\n{TILDE}a mươ\n{GRAVE}i năm\n", {0: 1, 1: 2}, ["bò sữa mười năm"], id="three pieces"),
    ],
)  # fmt: skip
def test_what_comes_out(monkeypatch: pytest.MonkeyPatch, text: str, behind: dict[int, int], after: list[str]) -> None:
    assert [block.after for block in blocks(monkeypatch, text, behind)] == after


def test_where_a_block_is_and_how_many_joins_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Bà.\n\n  bò sư\ntrâu sư\n{TILDE}a đã mươ\n{TILDE}a lên\n{GRAVE}i năm\nÔng.\n"
    (block,) = blocks(monkeypatch, text, {1: 3, 2: 4, 3: 5})
    assert text[block.start : block.end].startswith("bò sư\n")
    assert text[block.end :] == "\nÔng.\n"
    assert (block.after, block.joins) == ("bò sữa đã mười năm\ntrâu sữa lên", 3)


@pytest.mark.parametrize(("pages", "asked"), [(5, 5), (6, 6), (7, 6)])
def test_pages_in_vain(monkeypatch: pytest.MonkeyPatch, pages: int, asked: int) -> None:
    calls: list[int] = []

    def clear(model: Model, pieces: list[Piece]) -> dict[int, int]:
        calls.append(len(pieces))
        return {}

    monkeypatch.setattr(module, "clear_joins", clear)
    text = "một\n" * 180 * pages
    assert [*cut_blocks(Model.open(), text)] == []
    assert len([call for call in calls if call]) == asked


def test_a_page_with_a_block_begins_to_count_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def clear(model: Model, pieces: list[Piece]) -> dict[int, int]:
        calls.append(len(pieces))
        return {0: 1} if len(calls) == 4 else {}

    monkeypatch.setattr(module, "clear_joins", clear)
    page = "một\n" * 180
    text = page * 3 + ONE + "một\n" * 178 + page * 8
    assert len([*cut_blocks(Model.open(), text)]) == 1
    assert len(calls) == 10


def test_what_is_written_for_a_line() -> None:
    text = f"con bò sư\n{TILDE}a đã, mươ\n{GRAVE}i năm. \n"
    pieces = pieces_of(text)
    assert module._written(text, pieces, (0,)) == "con bò sư"
    assert module._written(text, pieces, (0, 1)) == "con bò sữa đã, mươ"
    assert module._written(text, pieces, (0, 1, 2)) == "con bò sữa đã, mười năm."
