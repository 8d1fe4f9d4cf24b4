"""The diff a person reads."""

from __future__ import annotations

import io
import re
import time
from unicodedata import normalize

import pytest
from rich.cells import cell_len
from rich.console import Console

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.render import terminal
from vntextclean.render.footer import footer
from vntextclean.render.rows import rows
from vntextclean.render.snippet import ADDED, REMOVED
from vntextclean.render.summary import Summary
from vntextclean.render.terminal import PLAIN, View
from vntextclean.streams.documents import Document

PAGE = "Trang chủ\n\nĐăng nhập\nMôt buổi tọa đàm về dân vn tại xã\nLượt xem: 12\n"


def change(source: str, before: str, after: str, rule: str, confidence: float = 1.0, why: str = "") -> Change:
    start = source.index(before)
    return Change(start, start + len(before), after, (Edit(start, start, after, rule, why, confidence),))


def cleaned(source: str = PAGE, offered: tuple[Change, ...] = (), *changes: Change) -> Cleaned:
    made = tuple(sorted(changes))
    return Cleaned(source, apply(source, (c[:3] for c in made)), made, offered)


def shown(one: Cleaned, width: int = 100, view: View = PLAIN, **options: bool) -> str:
    console = Console(width=width, file=io.StringIO(), highlight=False, **options)  # type: ignore[arg-type]
    terminal.show(console, Document(one.source, "page.txt"), one, view)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


TONE = change(PAGE, "Môt", "Một", "diacritics.tone", 0.991, "'Môt' is no syllable")


def test_a_changed_letter_stands_beside_what_replaces_it_with_place_reason_rule_and_confidence() -> None:
    text = shown(cleaned(PAGE, (), TONE), 120)
    assert "page.txt  1 change" in text
    assert re.search(r"^ ?4:1 M\[-ô-\]\{\+ộ\+\}t buổi tọa đàm .* 'Môt' is no syllable", text, re.MULTILINE)
    assert "diacritics.tone 0.99" in text


@pytest.mark.parametrize("width", [20, 40, 60, 80, 99, 100, 140])
@pytest.mark.parametrize("side_by_side", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, side_by_side: bool) -> None:
    source = PAGE + "漢字 " * 40 + "dãn vận " + "x" * 300 + "\n"
    menu = change(PAGE, "Trang chủ\n", "", "boilerplate.menu"), change(PAGE, "Đăng nhập\n", "", "boilerplate.menu")
    one = cleaned(source, (), TONE, *menu, change(source, "dãn", "dân", "diacritics.tone", 0.99, "vì " * 60))
    text = shown(one, width, View(side_by_side=side_by_side))
    assert max(cell_len(line) for line in text.split("\n")) <= width
    assert text.replace("\n", "").replace(" ", "").count("vìvì") == 30


def test_colours_replace_the_brackets_on_a_terminal() -> None:
    text = shown(cleaned(PAGE, (), TONE), force_terminal=True)
    assert "[-" not in text
    assert "\x1b[" in text


def test_colours_are_never_the_only_difference() -> None:
    assert "strike" in REMOVED
    assert "underline" in ADDED


def test_an_inserted_space_is_drawn() -> None:
    source = "thực hiệntổ chức"
    text = shown(cleaned(source, (), change(source, "hiệntổ", "hiện tổ", "run-ons.words")))
    assert "thực hiện▮tổ chức" in text


def test_changes_beside_each_other_share_a_row_and_are_numbered() -> None:
    source = "Môt buổi tọa đàm hôm nay về dân vn tại xã"
    changes = change(source, "về", "vè", "a.b", why="first"), change(source, "vn", "vận", "a.c", why="second")
    text = shown(cleaned(source, (), change(source, "Môt", "Một", "a.a"), *changes))
    assert re.search(r"v\[-ề-\]\{\+è\+\}① dân v\{\+ậ\+\}n②", text)
    assert re.search(r"① first +a\.b 1\.00", text)
    assert re.search(r"② second +a\.c 1\.00", text)
    assert "M[-ô-]{+ộ+}t buổi" in text


def test_removed_lines_are_folded_and_unfolded() -> None:
    one = cleaned(
        PAGE,
        (),
        change(PAGE, "Trang chủ\n", "", "boilerplate.menu"),
        change(PAGE, "Đăng nhập\n", "", "boilerplate.menu"),
        change(PAGE, "Lượt xem: 12\n", "", "boilerplate.counter"),
    )
    text = shown(one)
    assert "1:1 − 2 lines removed  Trang chủ ¦ Đăng nhập" in text
    assert "boilerplate.menu ×2 1.00" in text
    assert "5:1 − Lượt xem: 12" in text
    text = shown(one, view=View(unfold=True))
    assert "1:1 − Trang chủ " in text
    assert "3:1 − Đăng nhập " in text
    assert "lines removed" not in text


def test_a_last_line_that_takes_the_newline_before_it_is_named_by_its_own_number() -> None:
    source = "Một bài báo\nLượt xem: 12"
    text = shown(cleaned(source, (), change(source, "\nLượt xem: 12", "", "boilerplate.counter")))
    assert "2:1 − Lượt xem: 12" in text


def test_blank_lines_belong_to_the_furniture_they_stand_in() -> None:
    alone = "một\n\n\n\nhai\n"
    one = Cleaned(alone, "một\n\nhai\n", (Change(5, 7, "", (Edit(5, 7, "", "blank-lines.run", ""),)),))
    assert "3:1 − 2 blank lines" in shown(one)
    blank = Change(10, 11, "", (Edit(10, 11, "", "blank-lines.edge", ""),))
    changes = change(PAGE, "Trang chủ\n", "", "boilerplate.menu"), blank
    assert "1:1 − Trang chủ" in shown(cleaned(PAGE, (), *changes))


def test_a_line_that_might_go_is_asked_for_and_ends_there() -> None:
    text = shown(cleaned(PAGE, (change(PAGE, "Đăng nhập\n", "", "boilerplate.menu", 0.95),)))
    assert re.search(r"^ ?3:1 Đăng nhập⟨remove\?⟩ +\?", text, re.MULTILINE)
    text = shown(cleaned(PAGE, (change(PAGE, "Đăng nhập\n", "", "boilerplate.menu", 0.95),)), view=View("vi"))
    assert "Đăng nhập⟨bỏ?⟩" in text


def test_a_confidence_is_never_rounded_up_to_certainty() -> None:
    assert "diacritics.tone 0.99" in shown(cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone", 0.998)))


def test_suggestions_are_marked() -> None:
    one = cleaned(PAGE, (change(PAGE, "vn", "vận", "diacritics.letter", 0.7),))
    text = shown(one)
    assert "1 suggested" in text
    assert "dân vn⟨vận?⟩ tại" in text
    assert "? diacritics.letter 0.70" in text


def test_a_long_line_is_cut_at_words_around_the_change() -> None:
    source = "trước " * 60 + "Môt" + " sau\u00a0sau" * 60
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
    assert "Vi[-‹200B›-]①ệt[-⍽-] ②Nam" in text


@pytest.mark.parametrize("bad", ["\x1b]0;title\x07", "\x9b31m", "\u202e", "\x1b[2J", "\r", "\x08", "\u2066", "\x85"])
def test_no_control_character_reaches_the_terminal(bad: str) -> None:
    source = f"một {bad} Môt {bad} hai\n{bad} Trang chủ\n{bad} Đăng nhập\n{bad}xa hội\n"
    gone = [change(source, f"{bad} {line}\n", "", f"r.{bad}") for line in ("Trang chủ", "Đăng nhập")]
    changes = change(source, "Môt", f"Một{bad}", "d.t", why=f"vì {bad}"), change(source, f"{bad}xa", "xa", "d.u")
    one = cleaned(source, (change(source, "hai", f"hải{bad}", "d.v"),), *changes, *gone)
    for view in (View(), View(unfold=True), View(verbose=True), View(side_by_side=True)):
        for width in (40, 120):
            text = shown(one, width, view)
            assert not [c for c in text if not c.isprintable() and c != "\n"]


SPACES = "một  hai  ba  bốn  năm"
FORMS = normalize("NFD", "Hội đồng nhân dân tỉnh họp")


def forms() -> Cleaned:
    found = re.finditer(r"\S+", FORMS)
    made = [
        Change(m.start(), m.end(), word, (Edit(0, 0, word, "compose.nfd", ""),))
        for m in found
        if (word := normalize("NFC", m[0])) != m[0]
    ]
    return Cleaned(FORMS, apply(FORMS, (c[:3] for c in made)), tuple(made))


def test_white_space_and_forms_of_unicode_are_summed_up_and_shown_on_request() -> None:
    at = [m.start() for m in re.finditer("  ", SPACES)]
    made = tuple(Change(i, i + 1, "", (Edit(i, i + 1, "", "spacing.run", ""),)) for i in at)
    one = Cleaned(SPACES, SPACES.replace("  ", " "), made)
    assert re.search(r"^ +spaces: 4 places +spacing.run ×4 1.00", shown(one), re.MULTILINE)
    assert "khoảng trắng: 4 chỗ" in shown(one, view=View("vi"))
    assert "[-·-]" not in shown(one)
    assert shown(one, view=View(verbose=True)).count("[-·-]") == 4
    assert "NFD → NFC: 6 words" in shown(forms())
    assert "Hội ‹NFD→NFC›" in shown(forms(), view=View(verbose=True))


def test_words_of_an_encoding_are_one_row_and_the_rest_is_shown_in_the_text_as_read() -> None:
    source = "Hµ Néi " * 6 + "vn"
    made = [
        Change(m.start(), m.end(), word, (Edit(0, 0, word, "legacy-fonts.tcvn3", ""),))
        for m in re.finditer(r"Hµ|Néi", source)
        for word in ({"Hµ": "Hà", "Néi": "Nội"}[m[0]],)
    ]
    last = Change(42, 44, "vận", (Edit(42, 44, "vận", "diacritics.letter", ""),))
    text = shown(Cleaned(source, apply(source, [c[:3] for c in (*made, last)]), (*made, last)))
    assert "TCVN3 (ABC, .VnTime): 12 words read  Hµ → Hà" in text
    assert "Hà Nội v{+ậ+}n" in text


def test_two_sides() -> None:
    text = shown(cleaned(PAGE, (), TONE), 120, View(side_by_side=True))
    assert re.search(r"M\[-ô-\]t buổi tọa .*M\{\+ộ\+\}t buổi tọa", text)
    narrow = shown(cleaned(PAGE, (), TONE), 40, View(side_by_side=True)).split("\n")
    assert narrow[2].startswith("4:1 M[-ô-]t buổi tọa")
    assert narrow[3].startswith("    M{+ộ+}t buổi tọa")


def test_a_clean_document_says_nothing() -> None:
    assert not shown(cleaned("Hà Nội\n"))


def test_an_overlapping_suggestion_has_a_row_of_its_own() -> None:
    one = cleaned(PAGE, (change(PAGE, "Môt buổi", "Một buổi", "diacritics.phrase", 0.6),))
    one = Cleaned(PAGE, PAGE.replace("Môt", "Một"), (TONE,), one.suggestions)
    assert [len(row.changes) for row in rows(one)] == [1, 1]


def test_a_line_of_a_million_characters_is_shown_in_time_that_grows_with_its_changes() -> None:
    source = "một hai " * 125_000
    made = tuple(Change(i, i + 3, "mốt", (Edit(i, i + 3, "mốt", "a.b", ""),)) for i in range(0, len(source), 800))
    began = time.process_time()
    shown(Cleaned(source, apply(source, (c[:3] for c in made)), made))
    assert time.process_time() - began < 5


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
    assert summary.total() == "1 change in 1 of 2 documents"
    assert summary.total("vi") == "1 thay đổi trong 1/2 văn bản"


def test_the_footer_counts_by_rule_and_says_how_to_see_more() -> None:
    summary = Summary()
    summary.add(cleaned(PAGE, (change(PAGE, "vn", "vận", "diacritics.letter", 0.7),), TONE))
    console = Console(width=80, file=io.StringIO(), highlight=False)
    footer(console, summary, held=frozenset({"folded"}))
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().splitlines() == [
        "",
        "1 change in 1 of 1 document, 1 suggestion",
        "  1  diacritics.tone",
        "     diacritics.letter  1 suggested",
        "",
        "--all shows lines that are folded",
    ]


def test_a_picture_is_in_the_language_asked_for() -> None:
    one = cleaned(PAGE, (), change(PAGE, "Môt", "Một", "diacritics.tone"))
    english, vietnamese = (
        re.sub(
            r"<style>.*?</style>",
            "",
            terminal.svg([(Document(PAGE, "p"), one)], "p", view=terminal.View(lang)),
            flags=re.DOTALL,
        )
        for lang in ("en", "vi")
    )
    assert "1&#160;change" in english and "1&#160;thay&#160;đổi" in vietnamese
    assert "change" not in vietnamese
