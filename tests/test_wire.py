"""Changes as JSON lines, and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.test_unified import cleanings
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.errors import InputError
from vntextclean.positions import Position, Positions
from vntextclean.wire import Replay


def replayed(path: Path, cleaned: Cleaned, line: str | None = None) -> str:
    path.write_text(cleaned.to_json("a") if line is None else line, encoding="utf-8")
    return Replay(str(path)).run(cleaned.source).text


@given(cleaned=cleanings())
def test_what_is_written_replays_to_the_text(cleaned: Cleaned, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert replayed(tmp_path_factory.getbasetemp() / "changes.jsonl", cleaned) == cleaned.text


def test_every_cause_is_told() -> None:
    causes = (Edit(0, 3, "Mot", "compose.nfc", "composed"), Edit(0, 3, "Một", "diacritics.tone", "lost tone", 0.99))
    record = json.loads(Cleaned("Môt", "Một", (Change(0, 3, "Một", causes),)).to_json("a.txt:3"))
    assert record["document"] == "a.txt:3"
    assert record["changes"] == [
        {
            "start": 0,
            "end": 3,
            "before": "Môt",
            "after": "Một",
            "rules": ["compose.nfc", "diacritics.tone"],
            "confidence": 0.99,
            "reasons": ["composed", "lost tone"],
        }
    ]


def test_a_lone_surrogate_is_written_as_an_escape(tmp_path: Path) -> None:
    cleaned = Cleaned("a\ud800  b", "a\ud800 b", (Change(2, 4, " ", ()),))
    assert replayed(tmp_path / "x", cleaned) == "a\ud800 b"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("oops", "x:1: no record of"),
        ('{"document": "a"}', "x:1: no record of"),
        ('{"sha256": "SHA", "changes": [{"start": "0", "end": 1, "after": ""}]}', "x:1: no record of"),
        ('{"sha256": "SHA", "changes": [{"start": 0, "end": 9, "after": ""}]}', "leave the text"),
        (
            '{"sha256": "SHA", "changes": [{"start": 1, "end": 3, "after": ""}, {"start": 0, "end": 2, "after": ""}]}',
            "overlap or leave the text, at 1; leave one out",
        ),
    ],
)
def test_what_cannot_be_replayed_is_refused(line: str, message: str, tmp_path: Path) -> None:
    cleaned = Cleaned("một", "một")
    digest = json.loads(cleaned.to_json("a"))["sha256"]
    with pytest.raises(InputError, match=message):
        replayed(tmp_path / "x", cleaned, line.replace("SHA", digest))


def test_the_order_of_changes_does_not_matter(tmp_path: Path) -> None:
    cleaned = Cleaned("a  b  c", "a b c", (Change(1, 3, " ", ()), Change(4, 6, " ", ())))
    record = json.loads(cleaned.to_json())
    record["changes"].reverse()
    assert replayed(tmp_path / "x", cleaned, json.dumps(record, indent=2)) == cleaned.text


def test_a_missing_file_of_changes_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        Replay(str(tmp_path / "none"))


@pytest.mark.parametrize("unit", ["code points", "utf-16", "utf-8"])
@given(text=st.text(st.sampled_from("aộ😀\n"), max_size=30), data=st.data())
def test_positions_lead_back_to_their_offset(unit: str, text: str, data: st.DataObject) -> None:
    places = Positions(text, unit)  # type: ignore[arg-type]
    offset = data.draw(st.integers(0, len(text)))
    assert places.offset(places.position(offset)) == offset


def test_units_differ_beyond_the_basic_plane() -> None:
    text = "a😀ộ"
    assert [Positions(text, unit).position(3) for unit in ("code points", "utf-16", "utf-8")] == [
        Position(0, 3),
        Position(0, 4),
        Position(0, 8),
    ]
    assert Positions(text).offset(Position(0, 99)) == 3
