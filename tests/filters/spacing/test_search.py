"""What becomes of each zone of blanks and of each mark that is stuck to a word, with all that is asked given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.spacing import search as module
from vntextclean.filters.spacing.search import SpacingSearch
from vntextclean.scanning.console import ConsoleOutput
from vntextclean.text_state import TextState


class Given:
    """A search for which every question has the answer that is given, no by default."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, joins: bool = True, at_marks: bool = True, **yes: bool
    ) -> None:
        def says(name: str) -> Any:
            return lambda *asked: yes.get(name, False)

        for name in (
            "opens_glued", "ends_row", "gone_of", "keeps_indent", "space_goes_before", "stands_on_wrong_side",
            "is_column", "is_code", "ends_a_letter", "is_vietnamese_or_damaged",
        ):  # fmt: skip
            monkeypatch.setattr(module, name, says(name))
        monkeypatch.setattr(module, "quote_side", lambda *asked: 1 if yes.get("quote") else -1)
        monkeypatch.setattr(module, "LostSpaces", lambda text: SimpleNamespace(behind=says("behind")))
        monkeypatch.setattr(module, "DataLines", lambda text: SimpleNamespace(is_data=says("is_data")))
        monkeypatch.setattr(module, "LetterSpaced", lambda text, joined: SimpleNamespace(covers=says("covers")))
        monkeypatch.setattr(module, "NarrowColumns", lambda *asked: SimpleNamespace(is_row=says("is_row")))
        console = SimpleNamespace(holds=says("console"))
        once = TextState.once
        monkeypatch.setattr(
            TextState, "once", lambda self, what, *more: console if what is ConsoleOutput else once(self, what, *more)
        )
        wanted = {"split-words.spaced": joins, "spacing.before-punctuation": at_marks}
        monkeypatch.setattr(TextState, "wants", lambda self, code: wanted[code])

    def edits(self, text: str, lang: str = "en") -> list[Edit]:
        found = SpacingSearch(lang).edits(TextState(text))
        assert found == sorted(found)
        assert all(edit.reason for edit in found)
        return found


def zones(monkeypatch: pytest.MonkeyPatch, text: str, **yes: bool) -> list[tuple[int, int, str, str]]:
    found = Given(monkeypatch, **yes).edits(text)
    return [(edit.start, edit.end, edit.replacement, edit.rule.partition(".")[2]) for edit in found]


@pytest.mark.parametrize(
    ("text", "yes", "found"),
    [
        pytest.param("bà  con", {}, [(2, 4, " ", "run")], id="two between words"),
        pytest.param("bà  con", {"is_column": True}, [], id="columns"),
        pytest.param("bà  con", {"is_row": True}, [], id="narrow columns"),
        pytest.param("bà  con", {"keeps_indent": True}, [], id="a line of code"),
        pytest.param("bà  con", {"is_code": True}, [], id="code"),
        pytest.param("bà  con", {"covers": True}, [], id="letters that stand apart"),
        pytest.param("bà  con", {"console": True}, [], id="what a program printed"),
        pytest.param("bà  con", {"space_goes_before": True}, [(2, 4, "", "before-punctuation")], id="two of them"),
        pytest.param("bà  ,con", {"stands_on_wrong_side": True}, [(2, 5, ", ", "before-punctuation")],
                     id="a comma on the wrong side behind two"),
        pytest.param("bà ,con", {"stands_on_wrong_side": True}, [(2, 4, ", ", "before-punctuation")], id="behind one"),
        pytest.param("bà  ,con", {"stands_on_wrong_side": True, "at_marks": False}, [(2, 4, " ", "run")],
                     id="where none is asked for"),
        pytest.param("bà  )con", {"stands_on_wrong_side": True}, [(2, 4, " ", "run")], id="a bracket"),
        pytest.param("bà ,con", {}, [], id="one before a comma"),
        pytest.param("bà , con", {"space_goes_before": True}, [(2, 3, "", "before-punctuation")], id="before a mark"),
        pytest.param("bà\u00a0con", {}, [(2, 3, " ", "odd")], id="an odd blank"),
        pytest.param("bà\u00a0con", {"console": True}, [(2, 3, " ", "odd")], id="in what a program printed"),
        pytest.param("bà\u00a0\u00a0con", {"is_column": True}, [(2, 4, "  ", "odd")], id="odd ones between columns"),
        pytest.param("bà \t con", {}, [], id="a tab"),
        pytest.param("bà\u00a0\tcon", {}, [(2, 4, " \t", "odd")], id="a tab and an odd blank"),
        pytest.param("漢\u3000漢", {}, [], id="a wide blank between ideographs"),
        pytest.param("漢\u3000con", {}, [(1, 2, " ", "odd")], id="before a word"),
        pytest.param("bà\u3000漢", {}, [(2, 3, " ", "odd")], id="behind a word"),
        pytest.param("漢\u3000\u3000漢", {"is_column": True}, [(1, 3, "  ", "odd")], id="two of them"),
        pytest.param("bà \ncon", {}, [(2, 3, "", "trailing")], id="at the end of a line"),
        pytest.param("bà  \ncon", {}, [], id="two there: a line break of Markdown"),
        pytest.param("bà   \ncon", {}, [(2, 5, "", "trailing")], id="three"),
        pytest.param("  \ncon", {}, [(0, 2, "", "trailing")], id="two on a line of their own"),
        pytest.param("bà ", {}, [(2, 3, "", "trailing")], id="at the end"),
        pytest.param("bà \r\ncon", {}, [(2, 3, "", "trailing")], id="before a line end of Windows"),
        pytest.param("bà \ncon", {"ends_row": True}, [], id="it ends a row of a table"),
        pytest.param("  bà", {"gone_of": 2}, [(0, 2, "", "indent")], id="an indent"),
        pytest.param("   bà", {"gone_of": 1}, [(0, 1, "", "indent")], id="a part of an indent"),
        pytest.param("\n  bà", {"gone_of": 2}, [(1, 3, "", "indent")], id="on the second line"),
        pytest.param("  bà", {}, [], id="an indent that stays"),
        pytest.param("\u00a0 bà", {}, [(0, 2, "  ", "odd")], id="an odd one"),
        pytest.param("  bà", {"console": True, "gone_of": 2}, [], id="of a program"),
        pytest.param("xÃ\u00a0con", {"ends_a_letter": True}, [], id="half of a letter that was read wrongly"),
        pytest.param("xÃ\u00a0 con", {"ends_a_letter": True}, [], id="and a blank"),
        pytest.param("xÃ\u00a0  con", {"ends_a_letter": True}, [(3, 5, " ", "run")], id="and two blanks"),
        pytest.param("xÃ  con", {"ends_a_letter": True}, [], id="half of one that became a blank"),
        pytest.param("xÃ con", {"ends_a_letter": True}, [], id="one blank"),
    ],
)  # fmt: skip
def test_zones_of_blanks(
    monkeypatch: pytest.MonkeyPatch, text: str, yes: dict[str, bool], found: list[tuple[int, int, str, str]]
) -> None:
    assert zones(monkeypatch, text, **yes) == found


@pytest.mark.parametrize(
    ("text", "ours", "found"),
    [
        pytest.param("bà ( con) ta", True, [(4, 5, "")], id="behind an opening bracket"),
        pytest.param("( con) ta", True, [(1, 2, "")], id="at the beginning"),
        pytest.param("ta\n( con) ta", True, [(4, 5, "")], id="at the beginning of a line"),
        pytest.param("bà ( con) ta", False, [], id="another language"),
        pytest.param("bà ( con ta", True, [], id="it does not close"),
        pytest.param("bà ( con\n) ta", True, [], id="it closes on another line"),
        pytest.param("bà( con) ta", True, [], id="behind a letter"),
        pytest.param("bà ( -con) ta", True, [], id="before a sign"),
        pytest.param("bà “ con” ta", True, [(4, 5, "")], id="a quotation mark"),
        pytest.param("bà « con» ta", True, [], id="as the French set it"),
    ],
)
def test_blanks_inside_brackets(
    monkeypatch: pytest.MonkeyPatch, text: str, ours: bool, found: list[tuple[int, int, str]]
) -> None:
    edits = Given(monkeypatch, is_vietnamese_or_damaged=ours).edits(text)
    assert [edit[:3] for edit in edits] == found
    assert all((edit.rule, edit.confidence) == ("spacing.before-punctuation", 0.9) for edit in edits)


def test_blanks_before_a_comma_are_surer_than_those_before_a_bracket(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, space_goes_before=True)
    assert [edit.confidence for edit in given.edits("bà , con")] == [1.0]
    assert [edit.confidence for edit in given.edits("bà ) con")] == [0.9]


@pytest.mark.parametrize(("width", "found"), [(1, True), (module.WIDE - 1, True), (module.WIDE, False)])
def test_how_wide_a_gap_before_a_mark_may_be(monkeypatch: pytest.MonkeyPatch, width: int, found: bool) -> None:
    edits = Given(monkeypatch, space_goes_before=True, is_column=True).edits("bà" + " " * width + ", con")
    assert [edit.replacement for edit in edits] == ([""] if found else [])
    edits = Given(monkeypatch, is_vietnamese_or_damaged=True, is_column=True).edits("bà (" + " " * width + "con) ta")
    assert [edit.replacement for edit in edits] == ([""] if found else [])


@pytest.mark.parametrize(
    ("text", "yes", "at"),
    [
        pytest.param("ấy,đi", {"behind": True}, 3, id="behind a comma"),
        pytest.param("ấy,đi", {}, None, id="no space is lost"),
        pytest.param("ấy(đi", {"opens_glued": True}, 2, id="before a bracket"),
        pytest.param("ấy(đi", {"behind": True}, None, id="a bracket is not asked about the other side"),
        pytest.param("ấy“đi", {"opens_glued": True}, 2, id="before a quotation mark"),
        pytest.param("ấy«đi", {"opens_glued": True}, 2, id="before another"),
        pytest.param('ấy"đi', {"quote": True}, 3, id="behind a straight one"),
        pytest.param('ấy"đi', {"behind": True}, None, id="a straight one of which no side is known"),
        pytest.param("ấy,đi", {"behind": True, "is_data": True}, None, id="a row of data"),
        pytest.param("ấy?đi", {"behind": True, "is_data": True}, 3, id="no delimiter of data"),
        pytest.param("ấy,đi", {"behind": True, "console": True}, None, id="what a program printed"),
        pytest.param("1,5", {"behind": True}, None, id="between digits"),
        pytest.param("1,đi", {"behind": True}, 2, id="behind a digit"),
        pytest.param("ấy,5", {"behind": True}, 3, id="before a digit"),
        pytest.param(" ,đi", {"behind": True}, None, id="behind a blank"),
        pytest.param("ấy )đi", {"behind": True}, 4, id="a bracket behind a blank"),
        pytest.param("ấy\n)đi", {"behind": True}, None, id="at the beginning of a line"),
        pytest.param("(,đi", {"behind": True}, None, id="behind a bracket"),
    ],
)
def test_marks_that_are_stuck_to_a_word(
    monkeypatch: pytest.MonkeyPatch, text: str, yes: dict[str, bool], at: int | None
) -> None:
    edits = Given(monkeypatch, **yes).edits(text)
    assert [(edit.start, edit.end, edit.replacement) for edit in edits] == ([] if at is None else [(at, at, " ")])
    assert all(edit.rule == "spacing.after-punctuation" for edit in edits)


def test_reasons_name_the_blank_and_the_side(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, behind=True, opens_glued=True)
    assert "no-break space" in given.edits("bà\u00a0con")[0].reason
    assert "dấu cách không ngắt" in given.edits("bà\u00a0con", "vi")[0].reason
    assert "U+2003" in given.edits("bà\u2003con")[0].reason
    behind, before = given.edits("ấy,đi")[0].reason, given.edits("ấy(đi")[0].reason
    assert "behind" in behind and "before" not in behind
    assert "before" in before and "behind" not in before
    assert "3" in given.edits("bà   con")[0].reason


def test_each_zone_is_whole_and_comes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert zones(monkeypatch, "bà \u00a0 con\t\nta \u00a0 ,\n \t", is_column=True) == [
        (2, 5, "   ", "odd"), (8, 9, "", "trailing"), (12, 15, "   ", "odd"), (17, 19, "", "trailing"),
    ]  # fmt: skip
