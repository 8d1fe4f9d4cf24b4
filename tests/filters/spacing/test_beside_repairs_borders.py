"""Where a repaired word is looked at for a space that was lost beside it, with the answers given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.spacing import beside_repairs as module
from vntextclean.filters.spacing.beside_repairs import with_lost_spaces


class Asked:
    """Stands for the two questions: keeps the texts that are asked about, the place as ``_``; says yes or no."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, lost: bool = True, glued: bool = True) -> None:
        self.lost: list[str] = []
        self.glued: list[str] = []
        monkeypatch.setattr(module, "space_is_lost", self._says(self.lost, lost))
        monkeypatch.setattr(module, "opens_glued", self._says(self.glued, glued))

    def _says(self, kept: list[str], answer: bool) -> Callable[[str, int], bool]:
        def says(text: str, at: int) -> bool:
            kept.append(text[:at] + "_" + text[at:])
            return answer

        return says


def edit(text: str, word: str, made: str, start: int = 0) -> Edit:
    at = text.index(word, start)
    return Edit(at, at + len(word), made, "run-ons.words", "why", 0.98)


def mended(text: str, *edits: Edit, refused: tuple[str, ...] = ()) -> list[tuple[int, int, str]]:
    found = [*with_lost_spaces(text, edits, lambda each: each.replacement not in refused)]
    assert {(each.rule, each.reason, each.confidence) for each in found} <= {("run-ons.words", "why", 0.98)}
    return [each[:3] for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("ấy.xy đi", [(3, 5, " Z")], id="behind a mark"),
        pytest.param("ấy xy đi", [(3, 5, "Z")], id="behind a space"),
        pytest.param("ấy. xy đi", [(4, 6, "Z")], id="behind a mark and a space"),
        pytest.param("xy đi", [(0, 2, "Z")], id="at the beginning"),
        pytest.param(".xy đi", [(1, 3, "Z")], id="behind a mark that begins the text"),
        pytest.param(" .xy đi", [(2, 4, "Z")], id="behind a mark behind a space"),
        pytest.param("a\n.xy đi", [(3, 5, "Z")], id="behind a mark that begins a line"),
        pytest.param("ấy(xy đi", [(2, 2, " "), (3, 5, "Z")], id="behind a bracket"),
        pytest.param("(xy đi", [(0, 0, " "), (1, 3, "Z")], id="behind a bracket that begins the text"),
        pytest.param("ấy xy.đi", [(3, 5, "Z"), (6, 6, " ")], id="before a mark"),
        pytest.param("ấy xy. đi", [(3, 5, "Z")], id="before a mark and a space"),
        pytest.param("ấy xy(đi", [(3, 5, "Z"), (5, 5, " ")], id="before a bracket"),
        pytest.param("ấy xy.”đi", [(3, 5, "Z"), (7, 7, " ")], id="before two marks"),
        pytest.param("ấy xy.....(đi", [(3, 5, "Z"), (10, 10, " ")], id="before a bracket behind five marks"),
        pytest.param("ấy xy......(đi", [(3, 5, "Z")], id="behind six"),
        pytest.param("ấy xy.-đi", [(3, 5, "Z")], id="another sign follows"),
        pytest.param("ấy xy.", [(3, 5, "Z")], id="at the end"),
        pytest.param("ấy.xy.đi", [(3, 5, " Z"), (6, 6, " ")], id="on both sides"),
    ],
)
def test_spaces_beside_a_repair(monkeypatch: pytest.MonkeyPatch, text: str, found: list[tuple[int, int, str]]) -> None:
    Asked(monkeypatch)
    assert mended(text, edit(text, "xy", "Z")) == found


@pytest.mark.parametrize("text", ["ấy.xy đi", "ấy(xy đi", "ấy xy.đi", "ấy xy(đi", "ấy.xy.đi"])
def test_no_space_is_lost(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    Asked(monkeypatch, lost=False, glued=False)
    assert mended(text, edit(text, "xy", "Z")) == [edit(text, "xy", "Z")[:3]]


def test_a_repair_that_begins_with_a_sign_stays_at_its_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    Asked(monkeypatch)
    assert mended("ấy.xy đi", edit("ấy.xy đi", "xy", "-Z")) == [(3, 5, "-Z")]


@pytest.mark.parametrize(
    ("text", "lost", "glued"),
    [
        ("ấy.xy đi", ["ấy._Zo đi"], []), ("ấy(xy đi", [], ["ấy_(Zo đi"]), ("ấy xy,đi", ["ấy Zo,_đi"], []),
        ("ấy xy“đi", [], ["ấy Zo_“đi"]), ("ấy xy,“đi", [], ["ấy Zo,_“đi"]),
        ("ấy.xy,đi", ["ấy._Zo,đi", "ấy.Zo,_đi"], []),
    ],
)  # fmt: skip
def test_what_is_asked_with_the_repair_in_place(
    monkeypatch: pytest.MonkeyPatch, text: str, lost: list[str], glued: list[str]
) -> None:
    asked = Asked(monkeypatch)
    mended(text, edit(text, "xy", "Zo"))
    assert (asked.lost, asked.glued) == (lost, glued)


@pytest.mark.parametrize(("far", "before"), [(299, "." * 1 + "b" * 298), (300, "b" * 299), (400, "b" * 299)])
def test_how_much_of_the_text_is_read(monkeypatch: pytest.MonkeyPatch, far: int, before: str) -> None:
    asked = Asked(monkeypatch)
    text = "." + "b" * (far - 1) + ".xy." + "c" * 400
    mended(text, edit(text, "xy", "Zo"))
    assert asked.lost[0] == before + "._Zo." + "c" * 299
    assert len(asked.lost[0].replace("_", "")) == 300 + 2 + 300


def test_the_repair_before_is_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch)
    text = "đã xy(uv đi"
    found = mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo"))
    # The space before the bracket is put in behind the first, and not once more before the second.
    assert found == [(3, 5, "Ho"), (5, 5, " "), (6, 8, "Zo")]
    assert asked.glued == ["đã Ho_(uv đi"]


def test_a_space_that_the_one_before_did_not_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "đã xy-(uv đi"
    Asked(monkeypatch)
    assert mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo")) == [(3, 5, "Ho"), (6, 6, " "), (7, 9, "Zo")]


def test_a_repair_far_before_is_not_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch)
    text = "xy" + "b" * 298 + ".uv"
    mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo"))
    assert asked.lost[-1].startswith("yb")
    asked.lost.clear()
    text = "xy" + "b" * 297 + ".uv"
    mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo"))
    assert asked.lost[-1].startswith("Hob")


@pytest.mark.parametrize(
    ("made", "found"),
    [
        pytest.param("Ho.", [(3, 5, "Ho."), (5, 7, " Zo")], id="the one before ends in a mark"),
        pytest.param("Ho", [(3, 5, "Ho"), (5, 7, "Zo")], id="it ends in a letter"),
    ],
)
def test_two_repairs_that_touch(monkeypatch: pytest.MonkeyPatch, made: str, found: list[tuple[int, int, str]]) -> None:
    Asked(monkeypatch)
    text = "đã xyuv đi"
    assert mended(text, edit(text, "xy", made), edit(text, "uv", "Zo")) == found


def test_what_is_refused_is_not_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch)
    text = "đã xy(uv.đi"
    assert mended(text, edit(text, "xy", "Ho"), refused=("Ho",)) == [(3, 5, "Ho")]
    assert asked.glued == []
    found = mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo"), refused=("Ho",))
    assert found == [(3, 5, "Ho"), (5, 5, " "), (6, 8, "Zo"), (9, 9, " ")]
    assert asked.glued == ["đã xy_(Zo.đi"]


def test_a_space_where_the_next_repair_begins_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    Asked(monkeypatch)
    text = "đã xy.uv đi"
    assert mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo")) == [(3, 5, "Ho"), (6, 8, " Zo")]
    text = "đã xy.b uv đi"
    assert mended(text, edit(text, "xy", "Ho"), edit(text, "uv", "Zo")) == [(3, 5, "Ho"), (6, 6, " "), (8, 10, "Zo")]
