"""Which way of reading an old encoding comes first, and what is read beside it; what each way finds is given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.filters.legacy_fonts.found import FILTER, OLD, edit, told
from vntextclean.edit import Edit
from vntextclean.filters.legacy_fonts import filter as module
from vntextclean.filters.legacy_fonts.filter import LegacyFonts
from vntextclean.filters.legacy_fonts.lines import Line
from vntextclean.text_state import TextState


class Given:
    """The ways of reading a text, each of which finds what is given and may be in a text where it is named."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *signs: str, **found: list[Edit]) -> None:
        self.asked: list[str] = []

        def finds(name: str) -> Any:
            def find(*asked: Any) -> list[Edit]:
                self.asked.append(name)
                return found.get(name, [])

            return find

        def sign(name: str) -> Any:
            return SimpleNamespace(may_be_in=lambda state: name in signs, places=lambda state: [])

        for name in ("_filled", "_hidden", "_marked", "_swapped", "_converted", "_of_tex", "_strays"):
            monkeypatch.setattr(LegacyFonts, name, finds(name))
        monkeypatch.setattr(LegacyFonts, "_line", lambda self, seen, line: found.get(seen, []))
        monkeypatch.setattr(module, "LOST_LETTERS", sign("letters"))
        monkeypatch.setattr(module, "LOST_MARKS", sign("marks"))
        monkeypatch.setattr(module, "TRACE", sign("trace"))
        monkeypatch.setattr(module, "unusual", lambda state: "unusual" if "unusual" in signs else "")
        monkeypatch.setattr(f"{OLD}.read_as_utf8.may_hide", lambda rare: rare == "unusual")
        monkeypatch.setattr(f"{OLD}.read_as_utf8.hidden_lines", lambda text: ["line"] * ("hidden" in signs))
        lines = [Line(0, 5, "vni"), Line(6, 11, "t5")] * ("lines" in signs)
        monkeypatch.setattr(module, "telling_lines", lambda state: [(0, 5)] * bool(lines))
        monkeypatch.setattr(module, "sure_lines", lambda state, telling: lines)
        monkeypatch.setattr(module, "with_short_lines", lambda text, sure: sure)

    def read(self, text: str = "ababa ababa ababa") -> list[tuple[int, int, str, str]]:
        return told(FILTER._edits(TextState(text)))


ONE, TWO = edit(12, 13, "one"), edit(14, 15, "two")


@pytest.mark.parametrize(
    ("signs", "found", "read"),
    [
        pytest.param(["letters", "marks"], {"_filled": [ONE], "_marked": [TWO]}, [ONE], id="lost letters first"),
        pytest.param(["marks"], {"_filled": [ONE], "_marked": [TWO]}, [TWO], id="no sign of lost letters"),
        pytest.param(["letters", "marks"], {"_marked": [TWO]}, [TWO], id="no letters are filled"),
        pytest.param(["unusual", "hidden", "marks"], {"_hidden": [ONE], "_marked": [TWO]}, [ONE], id="hidden lines"),
        pytest.param(["unusual", "marks"], {"_hidden": [ONE], "_marked": [TWO]}, [TWO], id="no line is hidden"),
        pytest.param(["hidden", "marks"], {"_hidden": [ONE], "_marked": [TWO]}, [TWO], id="no sign of hidden lines"),
        pytest.param(["unusual", "hidden", "marks"], {"_marked": [TWO]}, [TWO], id="no hidden line is read"),
        pytest.param(["marks", "unusual"], {"_marked": [ONE], "_swapped": [TWO]}, [ONE], id="lost marks"),
        pytest.param(["unusual"], {"_marked": [ONE], "_swapped": [TWO]}, [TWO], id="no sign of lost marks"),
        pytest.param(["marks", "unusual"], {"_swapped": [TWO]}, [TWO], id="no marks are put back"),
        pytest.param([], {"_swapped": [TWO]}, [], id="swapped tables only where a character is unusual"),
        pytest.param(["trace"], {"_converted": [ONE]}, [ONE], id="a converter"),
        pytest.param([], {"_converted": [ONE]}, [], id="no trace of a converter"),
        pytest.param(["trace", "unusual"], {"_converted": [ONE], "_swapped": [TWO]}, [ONE, TWO], id="both, in order"),
        pytest.param(["trace", "unusual"], {"_converted": [ONE], "_swapped": [edit(11, 13, "two")]},
                     [edit(11, 13, "two")], id="both at one place"),
        pytest.param(["trace", "unusual"], {"_converted": [ONE], "_swapped": [edit(11, 12, "two")]},
                     [edit(11, 12, "two"), ONE], id="both side by side"),
        pytest.param([], {"_strays": [ONE]}, [], id="strays only beside a line that tells"),
        pytest.param([], {}, [], id="nothing"),
    ],
)  # fmt: skip
def test_which_way_comes_first(
    monkeypatch: pytest.MonkeyPatch, signs: list[str], found: dict[str, list[Edit]], read: list[Edit]
) -> None:
    given = Given(monkeypatch, *signs, **found)
    assert given.read() == told(read)
    assert ("_hidden" in given.asked) <= ("hidden" in signs)


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        pytest.param(0, 1, False, id="on a line that is read"),
        pytest.param(5, 6, True, id="between two lines"),
        pytest.param(4, 6, False, id="half on a line"),
        pytest.param(5, 7, False, id="half on the next"),
        pytest.param(11, 12, True, id="behind them"),
        pytest.param(13, 15, False, id="on a stray word"),
        pytest.param(16, 17, True, id="behind all"),
    ],
)
def test_what_is_read_beside_lines_in_an_old_encoding(
    monkeypatch: pytest.MonkeyPatch, start: int, end: int, kept: bool
) -> None:
    tex, line, stray = edit(6, 8, "t5"), edit(1, 2, "vni"), edit(14, 16, "vni")
    hurt = edit(start, end, "swapped")
    given = Given(monkeypatch, "lines", "unusual", _of_tex=[tex], ababa=[line], _strays=[stray], _swapped=[hurt])
    assert given.read("ababa abxba ababa") == told(sorted([tex, line, stray, *[hurt] * kept]))


@pytest.mark.parametrize(
    ("text", "codes", "read", "whole"),
    [
        pytest.param("\x1f", ["t5"], "own", True, id="a control of LaTeX, and such a font"),
        pytest.param("\x1f", ["vni", "t5-blanks"], "own", True, id="with lost letters"),
        pytest.param("\x1f", ["vni"], "own", False, id="and another font"),
        pytest.param("\x1f", [], "own", False, id="and nothing is read"),
        pytest.param("a", ["t5"], "own", False, id="no control"),
        pytest.param("(cid:31)", ["t5"], "glyphs", True, id="glyphs by number"),
        pytest.param("(cid:31)", [], "glyphs", False, id="glyphs that say nothing"),
        pytest.param("cid", ["t5"], "glyphs", False, id="no glyphs"),
    ],
)
def test_fonts_of_latex_are_read_before_the_text_is_seen_through(
    monkeypatch: pytest.MonkeyPatch, text: str, codes: list[str], read: str, whole: bool
) -> None:
    found = [edit(at, at + 1, code) for at, code in enumerate(codes)]
    own, glyphs = (found, []) if read == "own" else ([], found)
    monkeypatch.setattr(LegacyFonts, "_edits", lambda self, state: iter(own))
    monkeypatch.setattr(LegacyFonts, "_glyphs", lambda self, text: iter(glyphs))
    monkeypatch.setattr(module, "unusual", lambda state: state.text)
    monkeypatch.setattr("vntextclean.misreadings.before_decoding.see_through.see_through", lambda state, ask: "seen")
    assert FILTER.edits(TextState(text)) == (found if whole else "seen")
