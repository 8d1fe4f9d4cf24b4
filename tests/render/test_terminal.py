"""The diff a person reads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.render import terminal
from vntextclean.render.summary import Summary
from vntextclean.streams.documents import Document

if TYPE_CHECKING:
    import pytest

PAGE = "Trang chủ\n\nĐăng nhập\nMôt buổi tọa đàm về dân vn tại xã\nLượt xem: 12\n"


def change(source: str, before: str, after: str, rule: str, confidence: float = 1.0) -> Change:
    start = source.index(before)
    return Change(start, start + len(before), after, (Edit(start, start, after, rule, "", confidence),))


def cleaned(source: str = PAGE, offered: tuple[Change, ...] = (), *changes: Change) -> Cleaned:
    made = tuple(sorted(changes))
    return Cleaned(source, apply(source, (c[:3] for c in made)), made, offered)


def shown(one: Cleaned, width: int = 100, **options: bool) -> str:
    console = Console(width=width, file=io.StringIO(), highlight=False, **options)  # type: ignore[arg-type]
    terminal.show(console, Document(one.source, "page.txt"), one)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_words_stand_beside_what_replaces_them_with_rule_and_confidence() -> None:
    one = cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone", 0.991))
    text = shown(one)
    assert "page.txt  1 change" in text
    assert "   4 [-Môt-]{+Một+} buổi tọa đàm" in text
    assert "diacritics.tone 0.99" in text


def test_colours_replace_the_brackets_on_a_terminal() -> None:
    one = cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone"))
    text = shown(one, force_terminal=True)
    assert "[-" not in text
    assert "\x1b[" in text


def test_removed_lines_are_folded() -> None:
    one = cleaned(
        PAGE,
        (),
        change(PAGE, "Trang chủ\n", "", "boilerplate.menu"),
        change(PAGE, "Đăng nhập\n", "", "boilerplate.menu"),
        change(PAGE, "Lượt xem: 12\n", "", "boilerplate.counter"),
    )
    text = shown(one)
    assert "   1 − 2 lines of furniture  Trang chủ ¦ Đăng nhập" in text
    assert "boilerplate.menu ×2 1.00" in text
    assert "   5 − Lượt xem: 12" in text


def test_a_last_line_that_takes_the_newline_before_it_is_named_by_its_own_number() -> None:
    source = "Một bài báo\nLượt xem: 12"
    text = shown(cleaned(source, (), change(source, "\nLượt xem: 12", "", "boilerplate.counter")))
    assert "   2 − Lượt xem: 12" in text


def test_blank_lines_belong_to_the_furniture_they_stand_in() -> None:
    alone = "một\n\n\n\nhai\n"
    one = Cleaned(alone, "một\n\nhai\n", (Change(5, 7, "", (Edit(5, 7, "", "blank-lines.run", ""),)),))
    assert "   3 − 2 blank lines" in shown(one)
    blank = Change(10, 11, "", (Edit(10, 11, "", "blank-lines.edge", ""),))
    changes = change(PAGE, "Trang chủ\n", "", "boilerplate.menu"), blank
    assert "   1 − Trang chủ" in shown(cleaned(PAGE, (), *changes))


def test_a_line_that_might_go_is_asked_for() -> None:
    text = shown(cleaned(PAGE, (change(PAGE, "Đăng nhập\n", "", "boilerplate.menu", 0.95),)))
    assert "   3 Đăng nhập⟨remove?⟩" in text


def test_a_confidence_is_never_rounded_up_to_certainty() -> None:
    assert "diacritics.tone 0.99" in shown(cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone", 0.998)))


def test_suggestions_are_marked() -> None:
    one = cleaned(PAGE, (change(PAGE, "vn", "vận", "diacritics.letter", 0.7),))
    text = shown(one)
    assert "1 suggested" in text
    assert "dân vn⟨vận?⟩ tại" in text
    assert "? diacritics.letter 0.70" in text


def test_a_long_line_is_cut_at_words_around_the_change() -> None:
    source = "trước " * 60 + "Môt" + " sau" * 60
    text = shown(cleaned(source, (), change(source, "Môt", "Một", "diacritics.tone")))
    assert "… trước" in text
    assert "sau …" in text
    assert text.count("trước") < 12


def test_unseen_characters_are_named() -> None:
    source = "Vi\u200bệt\u00a0Nam"
    text = shown(
        cleaned(
            source,
            (),
            change(source, "\u200b", "", "invisibles.zero-width"),
            change(source, "\u00a0", " ", "spacing.odd"),
        )
    )
    assert "Vi[-‹200B›-]ệt[-⍽-] Nam" in text


def test_a_clean_document_says_nothing() -> None:
    assert not shown(cleaned("Hà Nội\n"))


def test_an_overlapping_suggestion_has_a_row_of_its_own() -> None:
    one = cleaned(PAGE, (change(PAGE, "Môt buổi", "Một buổi", "diacritics.phrase", 0.6),))
    one = Cleaned(PAGE, PAGE.replace("Môt", "Một"), (change(PAGE, "Môt", "Một", "diacritics.tone"),), one.suggestions)
    assert [len(row.changes) for row in terminal.rows(one)] == [1, 1]


def test_the_picture_holds_the_words_and_the_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    one = cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone"))
    picture = terminal.svg([(Document(PAGE, "page.txt"), one)], "vntextclean diff page.txt")
    assert picture.startswith("<svg")
    assert "diacritics.tone" in picture
    assert "url(http" not in picture
    assert "[-" not in picture


def test_the_summary_counts_by_rule() -> None:
    summary = Summary()
    summary.add(cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone")))
    summary.add(cleaned("Hà Nội\n"))
    assert str(summary) == "1 change in 1 of 2 documents: diacritics.tone 1"
